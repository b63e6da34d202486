"""Draft a campaign from news items, or empty in a design, with a variant for each language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from campaigns.audience_lists import audience_lists, audience_topics
from campaigns.block_content import BlockContent, item_content
from campaigns.editorial.blocks import insert_blocks
from campaigns.editorial.content_changes import DRAFTED, mark
from campaigns.editorial.item_topics import topics_of_items
from campaigns.editorial.preheader import MIN_PREHEADER, as_preheader, first_words
from campaigns.language_choice import best_text
from campaigns.tables import Campaign, CampaignKind, Variant
from core.errors import InputRefused
from core.i18n import comma, is_language, month_and_year
from core.ids import new_public_id
from delivery.senders.senders import campaign_sender_by_name
from delivery.tables import Sender
from kinds.registry import NewsKind
from news.queries import item_by_slug, texts_of
from news.tables import NewsItem, NewsText
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience import Audience, check_unmixed
from subscribers.list_state import ListPurpose, check_takes
from subscribers.lists import list_by_slug
from subscribers.tables import MailingList
from templates.designs import check_fits
from templates.merge import escape_literal
from templates.versions import in_use

MAX_ITEMS = 40
MAX_NAME_LENGTH = 200
SUBJECT_LENGTH = 75
"""Characters: about what mail programs show of a subject on a wide screen."""


@dataclass(frozen=True, slots=True)
class DraftRequest:
    kind: CampaignKind | None
    """None: as the items suggest."""
    name: str
    """For staff; readers see the variants' subjects. Empty: the first item's title, or the issue's."""
    item_slugs: Sequence[str]
    """May be empty: what it says comes later."""
    list_slug: str
    sender_name: str
    main_language: str
    languages: Sequence[str] = ()
    """Empty: every language that the first item has a text in, and the main language; without items that alone."""
    more_list_slugs: Sequence[str] = ()
    """Other lists that it goes to."""
    second_sender_name: str = ""
    """Carries the campaign while the first must not be used; empty for none."""


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A draft that is in no database yet."""

    campaign: Campaign
    items: list[NewsItem]
    variants: list[Variant]

    @property
    def blocks(self) -> list[BlockContent]:
        return [item_content(item.id) for item in self.items]


def kind_for(items: Sequence[NewsKind]) -> CampaignKind:
    """Where nobody has chosen: one item goes out in the design of its kind, others as a bulletin. Pure."""
    return CampaignKind(items[0].definition.design) if len(items) == 1 else CampaignKind.BULLETIN


def draft_campaign(session: Session, request: DraftRequest, *, actor: Principal, now: datetime) -> Campaign:
    """A draft with a variant for each language, its first subject, preheader and topics taken from the items.

    Raises NotFound for a list, sender or item that is not there, Conflict for a list that is archived,
    InputRefused for an impossible request.
    """
    require(actor, Permission.DRAFT)
    plan = plan_draft(session, request, author=actor.name, now=now)
    refuse_withdrawn(plan.items)
    return save_draft(session, plan, now=now)


def plan_draft(
    session: Session, request: DraftRequest, *, author: str, now: datetime, public_id: str | None = None
) -> DraftPlan:
    """The same, not saved. With the same `public_id`, the same plan comes of the same rows."""
    items = _items(session, request)
    kind = request.kind or kind_for([item.kind for item in items])
    if items:
        check_fits(kind.value, [item.kind.value for item in items])
    texts = texts_of(session, [item.id for item in items])
    first_texts = texts[items[0].id] if items else {}
    languages = _languages(request, first_texts)
    lists = [list_by_slug(session, slug) for slug in (request.list_slug, *request.more_list_slugs)]
    sender, second = campaign_senders(session, request.sender_name, request.second_sender_name)
    list_ids = tuple(check_takes(row, ListPurpose.CAMPAIGN).id for row in lists)
    audience = Audience(list_ids, topics=topics_of_items(session, texts))
    check_unmixed(session, audience)
    campaign = Campaign(
        public_id=public_id or new_public_id(),
        name=_name(request, first_texts, lists[0].name, now.date()),
        kind=kind,
        main_language=request.main_language,
        audience_lists=audience_lists(audience),
        audience_topics=audience_topics(audience),
        sender_id=sender.id,
        second_sender_id=second.id if second else None,
        template_version_id=in_use(session, kind.value),
        author=author,
        created_at=now,
        changed_at=now,
    )
    item_texts = [texts[item.id] for item in items]
    variants = [
        first_variant(campaign, language, item_texts, mailing_list=lists[0], now=now) for language in languages
    ]
    return DraftPlan(campaign, items, sorted(variants, key=lambda variant: variant.language))


def save_draft(session: Session, plan: DraftPlan, *, now: datetime) -> Campaign:
    campaign = plan.campaign
    session.add(campaign)
    session.flush()
    insert_blocks(session, campaign.id, plan.blocks)
    for variant in plan.variants:
        variant.campaign_id = campaign.id
    session.add_all(plan.variants)
    mark(session, campaign, DRAFTED, actor=campaign.author, now=now)
    subject = f"campaign:{campaign.id}"
    audit.record(session, actor=campaign.author, action="campaign.drafted", subject=subject, now=now)
    session.flush()
    return campaign


def _items(session: Session, request: DraftRequest) -> list[NewsItem]:
    if len(request.item_slugs) > MAX_ITEMS:
        raise InputRefused("campaigns-too-many-items", count=len(request.item_slugs), limit=MAX_ITEMS)
    if len(set(request.item_slugs)) != len(request.item_slugs):
        raise InputRefused("campaigns-item-twice")
    return [item_by_slug(session, slug) for slug in request.item_slugs]


def refuse_withdrawn(items: Sequence[NewsItem]) -> None:
    """For new campaigns. One that there is keeps its items: it is held or called off with them."""
    for item in items:
        if item.withdrawn_at is not None:
            raise InputRefused("campaigns-item-withdrawn", slug=item.slug)


def _languages(request: DraftRequest, first_texts: dict[str, NewsText]) -> list[str]:
    chosen = list(dict.fromkeys([request.main_language, *(request.languages or sorted(first_texts))]))
    return [known_language(language) for language in chosen]


def campaign_senders(session: Session, first: str, second: str) -> tuple[Sender, Sender | None]:
    """The senders that a person named; `second` may be empty. Raises NotFound, InputRefused for one that cannot
    carry campaigns or is named twice."""
    if second and first == second:
        raise InputRefused("campaigns-second-sender-same", name=first)
    return campaign_sender_by_name(session, first), campaign_sender_by_name(session, second) if second else None


def known_language(language: str) -> str:
    """Raises InputRefused."""
    if not is_language(language):
        raise InputRefused("campaigns-unknown-language", language=language)
    return language


def _name(request: DraftRequest, first_texts: dict[str, NewsText], list_name: str, day: date) -> str:
    main = request.main_language
    name = request.name.strip()
    if not name and first_texts:
        name = best_text(first_texts, main, chain=(), main=main).title
    return (name or issue_name(list_name, day, main))[:MAX_NAME_LENGTH]


def issue_name(list_name: str, day: date, language: str) -> str:
    """Bilten, november 2026"""
    return f"{list_name}{comma(language)}{month_and_year(day, language)}"


def issue_subject(first_title: str, list_name: str, day: date, language: str) -> str:
    """What an issue with several items says in an inbox: what is in it, and where a line has room for it, whose
    issue it is (Ladja je potonila · Bilten, november 2026)."""
    issue = issue_name(list_name, day, language)
    whole = f"{first_title} · {issue}"
    return whole if len(whole) <= SUBJECT_LENGTH else first_title


def first_variant(
    campaign: Campaign,
    language: str,
    items: list[dict[str, NewsText]],
    *,
    mailing_list: MailingList,
    now: datetime,
) -> Variant:
    """One item speaks for itself; of several, the first is the subject, the titles of the others the preheader.
    Without any, the issue has its name, and no preheader yet.

    `items`: the texts of each, by language.
    """
    if not items:
        subject = escape_literal(issue_name(mailing_list.name_in(language), now.date(), language))
        return Variant(campaign_id=campaign.id, language=language, subject=subject)
    chain, main = mailing_list.language_chain, campaign.main_language
    texts = [best_text(of_item, language, chain=chain, main=main) for of_item in items]
    first, *others = texts
    subject = (
        issue_subject(first.title, mailing_list.name_in(language), now.date(), language) if others else first.title
    )
    preheader = " · ".join(text.title for text in others)
    if len(preheader) < MIN_PREHEADER:
        preheader = " · ".join(filter(None, (preheader, first_words(first))))
    return Variant(
        campaign_id=campaign.id,
        language=language,
        # Titles are outside text: what looks like a merge field in one must arrive as those characters. The line
        # beside them only tells of the text, so it shows no such signs at all.
        subject=escape_literal(subject),
        preheader=as_preheader(preheader),
    )
