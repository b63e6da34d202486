"""Defaults of a new draft: what the last campaign of its kind had, as far as it is still there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sqlmodel import Session, col, select

from campaigns.queries import variants_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, CampaignKind
from delivery.senders.senders import list_campaign_senders
from delivery.tables import Sender
from subscribers.list_state import ListPurpose, lists_that_take
from subscribers.tables import MailingList


@dataclass(frozen=True, slots=True)
class DraftDefaults:
    lists: list[MailingList]
    """Those to choose from; the default is one of them."""
    senders: list[Sender]
    list_slug: str
    """Empty where there is none; so with the senders."""
    sender_name: str
    second_sender_name: str
    main_language: str
    languages: tuple[str, ...]


def draft_defaults(
    session: Session,
    kind: CampaignKind,
    *,
    item_languages: Collection[str],
    staff_language: str,
    readers: Mapping[int, Mapping[str, int]] = MappingProxyType({}),
) -> DraftDefaults:
    """`item_languages`: those that the chosen news has texts in, empty without news. `staff_language`: of whoever
    drafts. `readers`: how many of each list have which language, as far as it is known.

    The main language is that of the last campaign of the same kind; for the first one of its kind, the language of
    most readers of the list."""
    lists, senders = lists_that_take(session, ListPurpose.CAMPAIGN), list_campaign_senders(session)
    last = _last_of(session, kind)
    slugs = {row.id: row.slug for row in lists}
    names = {sender.id: sender.name for sender in senders}
    first = names.get(last.sender_id if last else 0) or (senders[0].name if senders else "")
    second = names.get(last.second_sender_id or 0, "") if last else ""
    remembered = tuple(variant.language for variant in variants_of(session, last.id)) if last else ()
    languages = choose_languages(remembered, item_languages, staff_language=staff_language)
    list_id = last.audience.lists[0] if last else 0
    if list_id not in slugs and lists:
        list_id = lists[0].id
    if last and last.kind is kind:
        main = last.main_language
    else:
        main = _most_read(readers.get(list_id, {}), languages, otherwise=staff_language)
    return DraftDefaults(
        lists=lists,
        senders=senders,
        list_slug=slugs.get(list_id, ""),
        sender_name=first,
        second_sender_name=second if second != first else "",
        main_language=main if main in languages else languages[0],
        languages=languages,
    )


def _most_read(audience: Mapping[str, int], languages: Collection[str], *, otherwise: str) -> str:
    """Of `languages`; where two have as many readers, `otherwise` before others."""
    read = [code for code in languages if audience.get(code)]
    return max(read, key=lambda code: (audience[code], code == otherwise, code), default=otherwise)


def choose_languages(
    remembered: Sequence[str], item_languages: Collection[str], *, staff_language: str
) -> tuple[str, ...]:
    """Those of the last time that the news has texts in; else those of the news; else those of the last time.
    Pure, and never empty."""
    both = tuple(language for language in remembered if language in item_languages)
    return both or tuple(sorted(item_languages)) or tuple(remembered) or (staff_language,)


def _last_of(session: Session, kind: CampaignKind) -> Campaign | None:
    """Of that kind, or else of any; what was called off is no example."""
    latest = (
        select(Campaign)
        .where(
            Campaign.status != CampaignStatus.CANCELLED,
            col(Campaign.automation_id).is_(None),
            col(Campaign.series_email_id).is_(None),
        )
        .order_by(col(Campaign.id).desc())
        .limit(1)
    )
    return session.exec(latest.where(Campaign.kind == kind)).first() or session.exec(latest).first()
