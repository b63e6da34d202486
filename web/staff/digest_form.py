"""The form of a digest: what stands in its fields, and what was typed into them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from sqlmodel import Session, col, select

from campaigns.automation.brake import MAX_AT_ONCE, MAX_DAYS, send_time
from campaigns.digest_tables import Pattern
from campaigns.digests.calendar_rule import CalendarRule
from campaigns.digests.digest_request import DIGEST_KINDS, DigestRequest, read_digest_name
from campaigns.editorial.draft import MAX_ITEMS
from campaigns.editorial.follow_up_segments import segments_to_choose
from campaigns.news_filter import BY_HAND, NewsFilter
from campaigns.tables import AutomationMode, CampaignKind
from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from core.western_digits import western_digits
from delivery.senders.senders import list_campaign_senders
from kinds.registry import NewsKind
from news.tables import Source
from subscribers.list_state import ListPurpose, lists_that_take
from subscribers.topics import topics_in_use
from web.http.form_data import SEEN
from web.staff.path_params import number_or_none

DAY, LIST, SEGMENT, KIND, SOURCE = "day-", "list-", "segment-", "only-kind-", "only-source-"
TOPIC, ONLY_LANGUAGE, LANGUAGE, INTRODUCTION = "only-topic-", "only-language-", "in-language-", "introduction-"
SUBJECT = "subject-"
"""Begin the names of fields; a number, a short name or a language follows."""
_YES = "yes"
ChoiceT = TypeVar("ChoiceT", bound=StrEnum)


def new_fields(zone: str, today: date, lists: Sequence[str], source_id: int | None = None) -> dict[str, str]:
    """Mondays at eight; what comes from `source_id`, where there is one, as soon as it does. To the list, where
    there is only that one."""
    if source_id is not None:
        of_source = {f"{SOURCE}{source_id}": _YES, "pattern": Pattern.ON_PUBLICATION.value}
        return new_fields(zone, today, lists) | of_source
    return {
        f"{DAY}0": _YES,
        **({f"{LIST}{lists[0]}": _YES} if len(lists) == 1 else {}),
        "pattern": Pattern.WEEKLY.value,
        "at": "08:00",
        "zone": zone,
        "starts_on": today.isoformat(),
        "moves": _YES,
        "mode": AutomationMode.DRAFT.value,
        "least": "1",
        "most": "10",
        "most_at_once": "3",
        "oldest_days": "30",
        "order": "newest",
        "design": CampaignKind.DIGEST.value,
    }


def fields_of(request: DigestRequest) -> dict[str, str]:
    rule, chosen = request.rule, request.chosen
    ticked = [
        *(f"{DAY}{day}" for day in rule.weekdays),
        *(f"{LIST}{slug}" for slug in request.list_slugs),
        *(f"{SEGMENT}{number}" for number in request.segments),
        *(f"{KIND}{kind}" for kind in chosen.kinds),
        *(f"{SOURCE}{number}" for number in chosen.sources),
        *(f"{TOPIC}{number}" for number in chosen.topics),
        *(f"{ONLY_LANGUAGE}{language}" for language in chosen.languages),
        *(f"{LANGUAGE}{language}" for language in request.languages),
        *(["moves"] if rule.moves_for_holidays else []),
        *(["takes_sent"] if request.takes_sent else []),
    ]
    return dict.fromkeys(ticked, _YES) | {
        "name": request.name,
        "pattern": rule.pattern.value,
        "at": rule.at.strftime("%H:%M"),
        "zone": rule.zone,
        "starts_on": rule.starts_on.isoformat(),
        "mode": request.mode.value,
        "sender": request.sender_name,
        "second_sender": request.second_sender_name,
        "phrases": ", ".join(chosen.phrases),
        "least": str(request.least),
        "most": str(request.most),
        "most_at_once": str(request.most_at_once),
        "oldest_days": str(request.oldest_days),
        "order": "newest" if request.newest_first else "oldest",
        "lead": request.lead_kind,
        "design": request.kind.value,
        **{f"{INTRODUCTION}{language}": text for language, text in request.introductions.items()},
        **{f"{SUBJECT}{language}": text for language, text in request.subjects.items()},
    }


def read_digest(form: Mapping[str, str], *, name: str | None = None) -> DigestRequest:
    """`name`: of one that there is. Raises InputRefused."""
    return DigestRequest(
        name=read_digest_name(form.get("name", "")) if name is None else name,
        rule=_rule(form),
        mode=_one_of(AutomationMode, form.get("mode", "")),
        list_slugs=list(_after(LIST, form)),
        sender_name=form.get("sender", ""),
        second_sender_name=form.get("second_sender", ""),
        segments=_numbers(SEGMENT, form),
        chosen=NewsFilter(
            list(_after(KIND, form)),
            _numbers(SOURCE, form),
            _numbers(TOPIC, form),
            list(_after(ONLY_LANGUAGE, form)),
            form.get("phrases", "").split(","),
        ),
        takes_sent="takes_sent" in form,
        least=_count(form, "least"),
        most=_count(form, "most"),
        oldest_days=_days(form),
        newest_first=form.get("order") != "oldest",
        lead_kind=form.get("lead", ""),
        kind=_one_of(CampaignKind, form.get("design", "")),
        languages=list(_after(LANGUAGE, form)),
        introductions=_by_language(INTRODUCTION, form),
        most_at_once=_count(form, "most_at_once"),
        subjects=_by_language(SUBJECT, form),
        seen=form.get(SEEN),
    )


def choices(session: Session, values: Mapping[str, str]) -> dict[str, object]:
    """What the form offers. A source that is read no longer is offered where it is ticked."""
    sources = session.exec(select(Source).order_by(col(Source.name))).all()
    named = (ONLY_LANGUAGE, LANGUAGE, INTRODUCTION, SUBJECT)
    languages = [language for prefix in named for language in _after(prefix, values)]
    return {
        "patterns": list(Pattern),
        "modes": list(AutomationMode),
        "lists": lists_that_take(session, ListPurpose.AUTOMATION),
        "segments": segments_to_choose(session, chosen=_numbers(SEGMENT, values)),
        "senders": [sender.name for sender in list_campaign_senders(session)],
        "sources": [row for row in sources if row.stopped_at is None or f"{SOURCE}{row.id}" in values],
        "by_hand": BY_HAND,
        "topics": topics_in_use(session),
        "kinds": list(NewsKind),
        "designs": DIGEST_KINDS,
        "languages": list(dict.fromkeys([*READER_LANGUAGES, *languages])),
        "most_items": MAX_ITEMS,
        "most_at_once": MAX_AT_ONCE,
        "most_days": MAX_DAYS,
    }


def _rule(form: Mapping[str, str]) -> CalendarRule:
    return CalendarRule(
        _one_of(Pattern, form.get("pattern", "")),
        tuple(sorted(_numbers(DAY, form))),
        _day(form.get("starts_on", "")),
        send_time(form.get("at", "").strip()),
        form.get("zone", "").strip()[:60],
        "moves" in form,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(western_digits(text.strip()))
    except ValueError:
        raise InputRefused("campaigns-digest-date", value=text[:20]) from None


def _one_of(known: type[ChoiceT], text: str) -> ChoiceT:
    try:
        return known(text)
    except ValueError:
        raise InputRefused("campaigns-digest-choice") from None


def _after(prefix: str, form: Mapping[str, str]) -> Iterator[str]:
    """What follows the prefix in the names of fields."""
    return (field.removeprefix(prefix) for field in form if field.startswith(prefix))


def _by_language(prefix: str, form: Mapping[str, str]) -> dict[str, str]:
    return {language: form[f"{prefix}{language}"] for language in _after(prefix, form)}


def _numbers(prefix: str, form: Mapping[str, str]) -> list[int]:
    """Rubbish is passed over."""
    numbers = (number_or_none(text) for text in _after(prefix, form))
    return [number for number in numbers if number is not None]


def _count(form: Mapping[str, str], field: str) -> int:
    number = number_or_none(form.get(field, "").strip())
    if number is None:
        raise InputRefused("campaigns-digest-numbers", limit=MAX_ITEMS)
    return number


def _days(form: Mapping[str, str]) -> int:
    number = number_or_none(form.get("oldest_days", "").strip())
    if number is None:
        raise InputRefused("campaigns-digest-days", limit=MAX_DAYS)
    return number
