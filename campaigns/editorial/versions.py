"""Version history of a campaign's content: its texts and its blocks in their order, as they were after each edit.

A version is written by the one path that records an edit, in its transaction. What one person goes on writing in
one place is one version for a few minutes, so that undoing takes back a thought and not a letter; each step of
another kind (a block moved, a language taken out) is a version of its own. News items are in it by their number:
their texts have versions of their own (`news.versions`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select as columns
from sqlmodel import Session, col, delete, select

from campaigns.block_content import BlockContent, BlockKind, read_settings, read_text
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.tables import CampaignVersion
from campaigns.queries import lock_campaign, variants_of
from campaigns.tables import Campaign
from core.errors import NotFound
from core.json_digest import json_digest

DRAFTED = "campaign.drafted"
"""The action of the first version: what was there before anybody edited it."""
RESTORED, UNDONE, REDONE = "campaign.restored", "campaign.undone", "campaign.redone"
"""Of one that was brought back: chosen among the versions, or by a step back or forward again."""
ONE_SITTING = timedelta(minutes=5)
MOST_KEPT = 200
"""Of one campaign; the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class CampaignVersionContent:
    """What a version holds."""

    variants: Mapping[str, Mapping[str, str]]
    """By language: subject, preheader and introduction."""
    blocks: Sequence[BlockContent]
    """In their order."""


@dataclass(frozen=True, slots=True)
class CampaignVersionSummary:
    """A line of the list of versions."""

    id: int
    action: str
    """As in the audit log."""
    actor: str
    saved_at: datetime
    restored_from_id: int | None
    """Which one it brought back."""


def lock_to_edit(session: Session, campaign_id: int) -> Campaign:
    """The campaign, locked, about to be edited: of one from before there were versions, or that nobody has edited,
    what it says is kept. Raises NotFound."""
    campaign = lock_campaign(session, campaign_id)
    if _latest(session, campaign_id) is None:
        content = present_content(session, campaign_id)
        session.add(
            CampaignVersion(
                campaign_id=campaign_id,
                content=content,
                digest=json_digest(content),
                action=DRAFTED,
                actor=campaign.author,
                began_at=campaign.changed_at,
                saved_at=campaign.changed_at,
            )
        )
        session.flush()
    return campaign


def keep_version(session: Session, campaign: Campaign, step: "CampaignVersion", *, now: datetime) -> None:
    """After an edit, which `step` names (action, actor, place, what was restored). Nothing where it says what it
    said before."""
    session.flush()
    step.content = present_content(session, campaign.id)
    step.digest = json_digest(step.content)
    latest = _latest(session, campaign.id)
    if latest is not None and latest.digest == step.digest and step.restored_from_id is None:
        return
    if latest is not None and _is_same_sitting(latest, step, now):
        latest.content, latest.digest, latest.saved_at = step.content, step.digest, now
        session.add(latest)
        return
    step.campaign_id, step.began_at, step.saved_at = campaign.id, now, now
    session.add(step)
    session.flush()
    _forget_oldest(session, campaign.id)


def present_content(session: Session, campaign_id: int) -> dict[str, Any]:
    """What the campaign says now, as a version would keep it."""
    return {
        "variants": {
            variant.language: {
                "subject": variant.subject,
                "preheader": variant.preheader,
                "intro_html": variant.intro_html,
            }
            for variant in variants_of(session, campaign_id)
        },
        "blocks": [_as_json(block) for block in blocks_of(session, campaign_id)],
    }


def content_version(session: Session, campaign_id: int) -> str:
    """A digest of all that a version holds (`campaigns.editorial.stale_edit`)."""
    return json_digest(present_content(session, campaign_id))


def read_content(content: Mapping[str, Any]) -> CampaignVersionContent:
    """Raises Misconfigured for what a later version of the program has written."""
    return CampaignVersionContent(content["variants"], [_block(block) for block in content["blocks"]])


def versions_of(session: Session, campaign_id: int) -> list[CampaignVersionSummary]:
    """The latest first, without what they hold."""
    names = ("id", "action", "actor", "saved_at", "restored_from_id")
    rows = session.execute(
        columns(*(getattr(CampaignVersion, name) for name in names))
        .where(col(CampaignVersion.campaign_id) == campaign_id)
        .order_by(col(CampaignVersion.id).desc())
    )
    return [CampaignVersionSummary(*row) for row in rows]


def get_version(session: Session, campaign_id: int, version_id: int) -> CampaignVersion:
    """Raises NotFound."""
    version = session.get(CampaignVersion, version_id)
    if version is None or version.campaign_id != campaign_id:
        raise NotFound("campaigns-version-unknown")
    return version


def version_before(session: Session, campaign_id: int, version_id: int) -> CampaignVersion | None:
    return session.exec(
        select(CampaignVersion)
        .where(CampaignVersion.campaign_id == campaign_id, CampaignVersion.id < version_id)
        .order_by(col(CampaignVersion.id).desc())
        .limit(1)
    ).one_or_none()


def undone_by(session: Session, campaign_id: int) -> CampaignVersion | None:
    """The version that undoing the last step leads to: the one before the latest. Undone again, it leads further
    back. None where nothing is left to undo."""
    latest = _latest(session, campaign_id)
    return version_before(session, campaign_id, _stands_at(latest)) if latest else None


def redone_by(session: Session, campaign_id: int) -> CampaignVersion | None:
    """The version after the one that undoing has led to, up to the last that somebody made. None where nothing was
    undone since."""
    latest = _latest(session, campaign_id)
    if latest is None or latest.action not in (UNDONE, REDONE):
        return None
    rows = select(CampaignVersion).where(CampaignVersion.campaign_id == campaign_id)
    made = rows.where(col(CampaignVersion.action).not_in((UNDONE, REDONE)))
    last = session.exec(made.order_by(col(CampaignVersion.id).desc()).limit(1)).one_or_none()
    after = rows.where(CampaignVersion.id > _stands_at(latest), CampaignVersion.id <= (last.id if last else 0))
    return session.exec(after.order_by(col(CampaignVersion.id)).limit(1)).one_or_none()


def _stands_at(latest: CampaignVersion) -> int:
    """Steps back and forward are versions, too; they go on from the one that they have led to."""
    is_step = latest.action in (UNDONE, REDONE)
    return latest.restored_from_id or latest.id if is_step else latest.id


def _latest(session: Session, campaign_id: int) -> CampaignVersion | None:
    return session.exec(
        select(CampaignVersion)
        .where(CampaignVersion.campaign_id == campaign_id)
        .order_by(col(CampaignVersion.id).desc())
        .limit(1)
    ).one_or_none()


def _is_same_sitting(latest: CampaignVersion, step: CampaignVersion, now: datetime) -> bool:
    is_same = (latest.actor, latest.place) == (step.actor, step.place) and bool(step.place)
    return is_same and timedelta(0) <= now - latest.began_at < ONE_SITTING


def _forget_oldest(session: Session, campaign_id: int) -> None:
    kept = session.exec(
        select(CampaignVersion.id)
        .where(CampaignVersion.campaign_id == campaign_id)
        .order_by(col(CampaignVersion.id).desc())
        .offset(MOST_KEPT - 1)
        .limit(1)
    ).one_or_none()
    if kept is not None:
        is_older = (col(CampaignVersion.campaign_id) == campaign_id) & (col(CampaignVersion.id) < kept)
        session.execute(delete(CampaignVersion).where(is_older))


def _as_json(block: BlockContent) -> dict[str, Any]:
    return {
        "id": block.id,
        "kind": block.kind.value,
        "item_id": block.item_id,
        "settings": block.settings.to_store(),
        "texts": {language: text.to_store() for language, text in block.texts.items()},
    }


def _block(stored: Mapping[str, Any]) -> BlockContent:
    kind = BlockKind(stored["kind"])
    texts = {language: read_text(kind, text) for language, text in stored["texts"].items()}
    return BlockContent(kind, stored["item_id"], read_settings(kind, stored["settings"]), texts, stored["id"])
