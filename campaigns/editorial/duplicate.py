"""Duplicate a campaign: a new draft from an earlier one, whatever became of that."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from campaigns.audience_lists import audience_lists, audience_segments, audience_topics
from campaigns.editorial.blocks import blocks_of, insert_blocks
from campaigns.editorial.compose import items_of
from campaigns.editorial.content_changes import DRAFTED, carry_over, mark
from campaigns.editorial.draft import MAX_NAME_LENGTH
from campaigns.protected_segments import check_audience
from campaigns.queries import get_campaign, variants_of
from campaigns.tables import Campaign, Variant
from core.ids import new_public_id
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import Audience, lists_of
from subscribers.list_state import ListPurpose, takes
from subscribers.topics import topics_in_use


@dataclass(frozen=True, slots=True)
class DuplicateResult:
    campaign: Campaign
    left_out: int
    """News items of the original that have been withdrawn since."""
    archived: tuple[str, ...] = ()
    """Names of its lists that are archived: before it is submitted, somebody has to choose others."""


def duplicate(
    session: Session, campaign_id: int, *, name: str, actor: Principal, now: datetime
) -> DuplicateResult:
    """A draft with the texts, news, lists, topics, senders and template of that campaign; its schedule, approvals
    and deliveries are not copied, nor who may read it on the web. `name`: for staff.

    Raises NotFound, InputRefused where a list of its has become protected, and is mixed with another or with a
    segment that tells of it.
    """
    require(actor, Permission.DRAFT)
    original = get_campaign(session, campaign_id)
    check_audience(session, original.audience)
    topics = {topic.id for topic in topics_in_use(session)}.intersection(original.audience.topics)
    audience = replace(original.audience, topics=tuple(sorted(topics)))
    copy = _copy(session, original, audience, name=name, author=actor.name, now=now)
    session.add(copy)
    session.flush()
    renumbered, left_out = _copy_parts(session, original, copy)
    mark(session, copy, DRAFTED, actor=actor.name, now=now)
    carry_over(session, original, copy, renumbered, now=now)
    audit.record(
        session,
        actor=actor.name,
        action="campaign.duplicated",
        subject=f"campaign:{copy.id}",
        now=now,
        copied_from=original.id,
    )
    session.flush()
    lists = lists_of(session, copy.audience)
    archived = (row.name for row in lists if not takes(row, ListPurpose.CAMPAIGN))
    return DuplicateResult(copy, left_out, tuple(archived))


def original_of(session: Session, campaign: Campaign) -> Campaign | None:
    """None where it was made from nothing earlier, or from a draft that is deleted."""
    return session.get(Campaign, campaign.copied_from_id) if campaign.copied_from_id else None


def _copy(
    session: Session, original: Campaign, audience: Audience, *, name: str, author: str, now: datetime
) -> Campaign:
    return Campaign(
        public_id=new_public_id(),
        name=name.strip()[:MAX_NAME_LENGTH] or original.name,
        kind=original.kind,
        main_language=original.main_language,
        audience_lists=audience_lists(audience),
        audience_topics=audience_topics(audience),
        audience_segments=audience_segments(session, audience),
        sender_id=original.sender_id,
        second_sender_id=original.second_sender_id,
        template_version_id=original.template_version_id,
        copied_from_id=original.id,
        author=author,
        created_at=now,
        changed_at=now,
    )


def _copy_parts(session: Session, original: Campaign, copy: Campaign) -> tuple[dict[int, int], int]:
    """The texts, and the blocks but those of withdrawn news. Returns the new number of each block by its old one,
    and how many were left out."""
    withdrawn = {item.id for item in items_of(session, original.id) if item.withdrawn_at is not None}
    blocks = blocks_of(session, original.id)
    kept = [block for block in blocks if block.item_id not in withdrawn]
    rows = insert_blocks(session, copy.id, [replace(block, id=0) for block in kept])
    session.add_all(
        Variant(
            campaign_id=copy.id,
            language=variant.language,
            subject=variant.subject,
            preheader=variant.preheader,
            intro_html=variant.intro_html,
        )
        for variant in variants_of(session, original.id)
    )
    renumbered = {block.id: row.id for block, row in zip(kept, rows, strict=True)}
    return renumbered, len(blocks) - len(kept)
