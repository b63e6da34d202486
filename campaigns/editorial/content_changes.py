"""Provenance: the ledger of who changed which part of what campaigns say, and what it says of one campaign.

What is shared (news, brand, templates, a list's languages) is written once, not once for each campaign that uses
it. A news text has its words from whoever brought them in, whenever that was; of the rest, what was there when the
campaign was drafted is nobody's hand in it. What changes after the content has been frozen is not in it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceList
from campaigns.editorial.contributions import Change, Matter, contributions
from campaigns.editorial.tables import ContentChange
from campaigns.queries import goes_to
from campaigns.settings import CampaignSettings
from campaigns.status import TRANSITIONS, CampaignAction, CampaignStatus
from campaigns.tables import Campaign, CampaignItem
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


def contributors(session: Session, campaign: Campaign) -> dict[str, frozenset[Matter]]:
    """Actors with a hand in what the campaign holds: frozen, where it is, or as it would be now."""
    session.flush()
    own = _changes(session, ContentChange.subject == _subject(campaign))
    drafted_id = max((row.id for row in own if row.part == DRAFTED), default=0)
    frozen_ids = [row.id for row in own if row.part == FROZEN] if campaign.content_hash else []
    shared = _changes(session, col(ContentChange.subject).in_(_shared_subjects(session, campaign)))
    rows = [row for row in own if row.part not in (DRAFTED, FROZEN)]
    rows += [row for row in shared if row.id > drafted_id or row.subject.startswith("news_item:")]
    rows += [row for row in _template_changes(session, campaign) if row.id > drafted_id]
    in_it = [row for row in rows if not frozen_ids or row.id < max(frozen_ids)]
    return contributions(campaign.author, [_change(row) for row in in_it])


def hands_in_news(session: Session, item_id: int) -> frozenset[str]:
    """Actors with a hand in what a news item says now, also of those that no campaign has."""
    changes = _changes(session, ContentChange.subject == f"news_item:{item_id}")
    return frozenset(contributions("", map(_change, changes)))


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


def _changes(session: Session, condition: ColumnElement[bool] | bool) -> list[ContentChange]:
    return list(session.exec(select(ContentChange).where(condition).order_by(col(ContentChange.id))).all())


def _shared_subjects(session: Session, campaign: Campaign) -> list[str]:
    items = set(session.exec(select(CampaignItem.item_id).where(CampaignItem.campaign_id == campaign.id)).all())
    texts = texts_of(session, sorted(items))
    items |= {item.id for item in items_by_slug(session, corrected_slugs(texts)).values()}
    lists = [f"mailing_list:{list_id}" for list_id in campaign.audience.lists]
    return [BRAND, *lists, *(f"news_item:{item_id}" for item_id in sorted(items))]


def _template_changes(session: Session, campaign: Campaign) -> list[ContentChange]:
    """Those that led to the version it has: every save of a template is a version and a change."""
    if campaign.template_version_id is None:
        return []
    version = session.get_one(TemplateVersion, campaign.template_version_id)
    later = len(
        session.exec(
            select(TemplateVersion.id).where(
                TemplateVersion.template_id == version.template_id, TemplateVersion.number > version.number
            )
        ).all()
    )
    changes = _changes(session, ContentChange.subject == f"template:{version.template_id}")
    return changes[: max(len(changes) - later, 0)]


def _change(row: ContentChange) -> Change:
    return Change(row.subject, row.part, row.actor, row.value_before, row.value_after)


def _subject(campaign: Campaign) -> str:
    return f"campaign:{campaign.id}"
