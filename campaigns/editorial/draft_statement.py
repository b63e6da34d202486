"""The urgent path: a news item as a statement to every confirmed reader, drafted in one step.

To all lists that take campaigns and are not protected, in all languages that the item has, from the sender of the
last statement. What comes then is what every campaign goes through: the check, the approvals that the organisation
asks for, and the undo window.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from campaigns.block_tables import CampaignBlock
from campaigns.editorial.content_changes import DRAFTED
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.draft_defaults import draft_defaults
from campaigns.editorial.secret_items import secret_from
from campaigns.editorial.tables import ContentChange
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from core.errors import InputRefused
from news.queries import get_item, texts_of
from news.tables import NewsItem, NewsText
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import Audience
from subscribers.tables import MailingList

SAME_AGAIN = timedelta(minutes=10)
"""Whoever presses the button again within this is led to what they have drafted, but not to what somebody has
written in since: what goes to everybody is the news item and nothing more."""


@dataclass(frozen=True, slots=True)
class StatementPlan:
    """What would be drafted."""

    lists: tuple[MailingList, ...]
    """In their order: that of the last statement first."""
    languages: tuple[str, ...]
    main_language: str
    sender_name: str
    second_sender_name: str


def plan_statement(
    session: Session, item: NewsItem, texts: Mapping[str, NewsText], *, staff_language: str
) -> StatementPlan:
    """Raises InputRefused where there is no such list, no sender or no text, or where the item belongs to a
    protected list: one press must not tell everybody of it."""
    defaults = draft_defaults(
        session, CampaignKind.STATEMENT, item_languages=texts.keys(), staff_language=staff_language
    )
    lists = [row for row in defaults.lists if not row.is_protected]
    lists.sort(key=lambda row: (row.slug != defaults.list_slug, row.slug))
    if not texts:
        raise InputRefused("campaigns-statement-no-text")
    if not lists:
        raise InputRefused("campaigns-statement-no-list")
    if not defaults.sender_name:
        raise InputRefused("campaigns-statement-no-sender")
    if secret_from(session, Audience(tuple(row.id for row in lists)), [item.id]):
        raise InputRefused("campaigns-statement-protected")
    languages = tuple(sorted(texts))
    main = next(code for code in (defaults.main_language, staff_language, *languages) if code in texts)
    return StatementPlan(tuple(lists), languages, main, defaults.sender_name, defaults.second_sender_name)


def draft_statement(
    session: Session, item_id: int, *, staff_language: str, actor: Principal, now: datetime
) -> Campaign:
    """The draft; the one that the same person has made of the item just now, where nothing has been done to it.

    Raises NotFound, NotAllowed, and InputRefused as `plan_statement` and `draft_campaign` do.
    """
    require(actor, Permission.DRAFT)
    # Locked: of two presses at once, the second finds what the first has drafted.
    item = get_item(session, item_id)
    session.refresh(item, with_for_update=True)
    plan = plan_statement(session, item, texts_of(session, [item_id])[item_id], staff_language=staff_language)
    earlier = _just_drafted(session, item_id, actor=actor, now=now)
    if earlier is not None and earlier.audience.lists == tuple(row.id for row in plan.lists):
        return earlier
    first, *others = [row.slug for row in plan.lists]
    request = DraftRequest(
        kind=CampaignKind.STATEMENT,
        name="",
        item_slugs=[item.slug],
        list_slug=first,
        more_list_slugs=others,
        sender_name=plan.sender_name,
        second_sender_name=plan.second_sender_name,
        main_language=plan.main_language,
        languages=plan.languages,
    )
    campaign = draft_campaign(session, request, actor=actor, now=now)
    campaign.is_urgent = True
    return campaign


def _just_drafted(session: Session, item_id: int, *, actor: Principal, now: datetime) -> Campaign | None:
    statement = (
        select(Campaign)
        .join(CampaignBlock, col(CampaignBlock.campaign_id) == Campaign.id)
        .where(
            CampaignBlock.item_id == item_id,
            Campaign.kind == CampaignKind.STATEMENT,
            Campaign.status == CampaignStatus.DRAFT,
            Campaign.author == actor.name,
            col(Campaign.copied_from_id).is_(None),
            col(Campaign.created_at) > now - SAME_AGAIN,
        )
        .order_by(col(Campaign.id).desc())
        .limit(1)
    )
    drafted = session.exec(statement).first()
    return drafted if drafted is not None and _is_as_drafted(session, drafted) else None


def _is_as_drafted(session: Session, campaign: Campaign) -> bool:
    """Whether nobody has had a hand in it since."""
    later = select(ContentChange.id).where(
        ContentChange.subject == f"campaign:{campaign.id}", ContentChange.part != DRAFTED
    )
    return session.exec(later.limit(1)).first() is None
