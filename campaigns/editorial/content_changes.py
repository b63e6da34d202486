"""Provenance: the ledger of who changed which part of what campaigns say, and what it says of one campaign.

What is shared (news, brand, templates, a list's languages, who a sender is) is written once, not once for each
campaign that uses it. A news text has its words from whoever brought them in, whenever that was; of the rest,
what was there when the campaign was drafted is nobody's hand in it. What changes after the content has been
frozen is not in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceList
from campaigns.block_tables import CampaignBlock
from campaigns.editorial.contributions import Change, Matter, carried_over, contributions
from campaigns.editorial.item_topics import shared_topics, topics_of_texts
from campaigns.editorial.tables import ContentChange
from campaigns.queries import goes_to
from campaigns.settings import CampaignSettings
from campaigns.status import TRANSITIONS, CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from core.json_digest import json_digest
from core.settings import Settings
from news.queries import corrected_slugs, items_by_slug, texts_of
from staff.roles import Permission
from staff.tables import User
from staff.users import who_may
from templates.tables import TemplateVersion

DRAFTED = "drafted"
FROZEN = "frozen"
"""Parts that mark a moment in the life of a campaign; the rows between them are what happened between them."""
BRAND = "brand"
TEMPLATES_IN_USE = "templates_in_use"
"""Its parts are the kinds: which template new campaigns of each take."""
ABSENT = "\0absent"
"""Stands for the words of a variant that there is not; nobody can write them."""


def record_changes(
    session: Session,
    subject: str,
    parts: Mapping[str, tuple[Any, Any]],
    *,
    actor: str,
    now: datetime,
) -> None:
    """`parts`: part → what was there, what is there now (JSON values). What stayed the same is no change."""
    session.add_all(
        ContentChange(
            subject=subject,
            part=part,
            actor=actor,
            value_before=json_digest(before),
            value_after=json_digest(after),
            at=now,
        )
        for part, (before, after) in parts.items()
        if before != after
    )


def mark(session: Session, campaign: Campaign, part: str, *, actor: str, now: datetime) -> None:
    session.add(ContentChange(subject=_subject(campaign), part=part, actor=actor, at=now))


def carry_over(
    session: Session, original: Campaign, copy: Campaign, renumbered: Mapping[int, int], *, now: datetime
) -> None:
    """Into the ledger of a copy: copying frees nobody who made a part of the original what it is. `renumbered`:
    the copy's blocks by those of the original; of others nothing is in it."""
    by_part: dict[str, list[ContentChange]] = {}
    for row in ledger_rows(session, ContentChange.subject == _subject(original)):
        part = _part_of_copy(row.part, renumbered)
        if part is not None and part not in (DRAFTED, FROZEN):
            by_part.setdefault(part, []).append(row)
    subject = _subject(copy)
    session.add_all(
        ContentChange(
            subject=subject,
            part=part,
            actor=change.actor,
            value_before=change.before,
            value_after=change.after,
            at=now,
        )
        for part, rows in by_part.items()
        for change in carried_over(as_changes(rows))
    )


def _part_of_copy(part: str, renumbered: Mapping[int, int]) -> str | None:
    """`block:7:en` → `block:12:en`; None for a block that the copy has not."""
    if not part.startswith("block:"):
        return part
    _, number, of_block = part.split(":", 2)
    return f"block:{renumbered[int(number)]}:{of_block}" if int(number) in renumbered else None


def contributors(session: Session, campaign: Campaign) -> dict[str, frozenset[Matter]]:
    """Actors with a hand in what the campaign holds: frozen, where it is, or as it would be now."""
    return contributors_of_many(session, [campaign])[campaign.id]


def contributors_of_many(
    session: Session, campaigns: Sequence[Campaign]
) -> dict[int, dict[str, frozenset[Matter]]]:
    """The same of several at once, by their id, in as many queries; and one more for each template in use."""
    session.flush()
    subjects = _shared_subjects(session, campaigns)
    wanted = {_subject(campaign) for campaign in campaigns}.union(*subjects.values())
    rows: dict[str, list[ContentChange]] = {}
    for row in ledger_rows(session, col(ContentChange.subject).in_(sorted(wanted))):
        rows.setdefault(row.subject, []).append(row)
    version_ids = {campaign.template_version_id for campaign in campaigns if campaign.template_version_id}
    templates = {version_id: rows_of_version(session, version_id) for version_id in sorted(version_ids)}
    return {
        campaign.id: _contributors(
            campaign,
            rows.get(_subject(campaign), []),
            [row for subject in subjects[campaign.id] for row in rows.get(subject, [])],
            templates.get(campaign.template_version_id or 0, []),
        )
        for campaign in campaigns
    }


def _contributors(
    campaign: Campaign,
    own: Sequence[ContentChange],
    shared: Sequence[ContentChange],
    of_template: Sequence[ContentChange],
) -> dict[str, frozenset[Matter]]:
    drafted_id = max((row.id for row in own if row.part == DRAFTED), default=0)
    frozen_ids = [row.id for row in own if row.part == FROZEN] if campaign.content_hash else []
    rows = [row for row in own if row.part not in (DRAFTED, FROZEN)]
    rows += [row for row in shared if row.id > drafted_id or row.subject.startswith("news_item:")]
    rows += [row for row in of_template if row.id > drafted_id]
    in_it = [row for row in rows if not frozen_ids or row.id < max(frozen_ids)]
    return contributions(campaign.author, as_changes(in_it))


def hands_in_news(session: Session, item_id: int) -> frozenset[str]:
    """Actors with a hand in what a news item says now, also of those that no campaign has."""
    changes = ledger_rows(session, ContentChange.subject == f"news_item:{item_id}")
    return frozenset(contributions("", as_changes(changes)))


def approvers_left(session: Session, matters_by_actor: Mapping[str, frozenset[Matter]]) -> list[User]:
    """Whose approval would count, by what `contributors` found."""
    return [user for user in who_may(session, Permission.APPROVE) if f"user:{user.id}" not in matters_by_actor]


def lacks_approvers(
    session: Session, campaign: Campaign, *, settings: Settings, without: str | None = None
) -> bool:
    """Whether too few people are left to approve what is still to be approved: as it is, or once `without` (an
    actor) has changed something, too."""
    is_to_come = campaign.status in (CampaignStatus.DRAFT, CampaignStatus.IN_REVIEW)
    would_come = without is not None and (campaign.status, CampaignAction.EDIT) in TRANSITIONS
    if CampaignSettings.of(settings).approvals_required == 0 or not (is_to_come or would_come):
        return False
    matters_by_actor = contributors(session, campaign)
    left = [user for user in approvers_left(session, matters_by_actor) if f"user:{user.id}" != without]
    return len(left) < CampaignSettings.of(settings).approvals_required


def drafts_left_without(
    session: Session, actor: str, *, settings: Settings, list_id: int | None = None
) -> list[Campaign]:
    """Drafts (to that list, or all) that too few could approve once this actor has changed what they share."""
    drafts = select(Campaign).where(Campaign.status == CampaignStatus.DRAFT).order_by(col(Campaign.id))
    if list_id is not None:
        drafts = drafts.where(goes_to(col(AudienceList.list_id) == list_id))
    return [
        draft
        for draft in session.exec(drafts).all()
        if lacks_approvers(session, draft, settings=settings, without=actor)
        and not lacks_approvers(session, draft, settings=settings)
    ]


def ledger_rows(session: Session, condition: ColumnElement[bool] | bool) -> list[ContentChange]:
    """In the order in which they were written."""
    return list(session.exec(select(ContentChange).where(condition).order_by(col(ContentChange.id))).all())


def _shared_subjects(session: Session, campaigns: Sequence[Campaign]) -> dict[int, list[str]]:
    """By campaign: whatever of what it holds is others', too."""
    rows = session.exec(
        select(CampaignBlock.campaign_id, CampaignBlock.item_id).where(
            col(CampaignBlock.campaign_id).in_([campaign.id for campaign in campaigns])
        )
    ).all()
    items: dict[int, set[int]] = {campaign.id: set() for campaign in campaigns}
    for campaign_id, item_id in rows:
        if item_id is not None:
            items[campaign_id].add(item_id)
    texts = texts_of(session, sorted(set().union(*items.values())))
    slugs = {
        campaign_id: corrected_slugs({item_id: texts[item_id] for item_id in sorted(own) if item_id in texts})
        for campaign_id, own in items.items()
    }
    corrected = items_by_slug(session, sorted(set().union(*slugs.values())))
    topics = topics_of_texts(session, texts)
    return {
        campaign.id: [
            BRAND,
            *(f"mailing_list:{list_id}" for list_id in campaign.audience.lists),
            *(f"segment:{row.segment_id}" for row in campaign.audience_segments),
            *(
                f"topic:{topic_id}"
                for topic_id in shared_topics(campaign.audience.topics, topics, items[campaign.id])
            ),
            *(f"sender:{sender_id}" for sender_id in (campaign.sender_id, campaign.second_sender_id) if sender_id),
            *(
                f"news_item:{item_id}"
                for item_id in sorted(
                    items[campaign.id] | {corrected[slug].id for slug in slugs[campaign.id] if slug in corrected}
                )
            ),
        ]
        for campaign in campaigns
    }


def rows_of_version(session: Session, version_id: int) -> list[ContentChange]:
    """Those that led to that version: every save of a template is a version and a change."""
    version = session.get_one(TemplateVersion, version_id)
    later = len(
        session.exec(
            select(TemplateVersion.id).where(
                TemplateVersion.template_id == version.template_id, TemplateVersion.number > version.number
            )
        ).all()
    )
    changes = ledger_rows(session, ContentChange.subject == f"template:{version.template_id}")
    return changes[: max(len(changes) - later, 0)]


def as_changes(rows: Iterable[ContentChange]) -> list[Change]:
    return [Change(row.subject, row.part, row.actor, row.value_before, row.value_after) for row in rows]


def _subject(campaign: Campaign) -> str:
    return f"campaign:{campaign.id}"
