"""How a digest is to be made, as options say it: what is not given stays, and '' is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from core.errors import InputRefused

if TYPE_CHECKING:
    from sqlmodel import Session

    from campaigns.digests.calendar_rule import CalendarRule
    from campaigns.digests.digest_request import DigestRequest
    from campaigns.news_filter import NewsFilter
    from campaigns.tables import AutomationMode
    from cli.context import CliContext

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BY_HAND_NAME = "by-hand"
NEWEST, OLDEST = "newest", "oldest"

Every = Annotated[
    str | None, typer.Option(help="weekly, fortnightly, first_of_month, last_working_day or on_publication.")
]
Days = Annotated[str | None, typer.Option(help="Days of the week, with commas: mon,thu.")]
At = Annotated[str | None, typer.Option(help="The time of day, such as 08:00.")]
Zone = Annotated[str | None, typer.Option(help="The time zone; the organisation's if not given.")]
Mode = Annotated[
    str | None,
    typer.Option(help="draft, ask (submit it to approvers) or send (in the name of a person, --as)."),
]
Lists = Annotated[list[str], typer.Option("--list", help="A mailing list; can be repeated.")]
Segments = Annotated[
    list[str] | None, typer.Option("--segment", help="Only those in this segment; can be repeated; '' is none.")
]
Kinds = Annotated[
    list[str] | None, typer.Option("--only-kind", help="Only news of this kind; can be repeated; '' is any.")
]
Sources = Annotated[
    list[str] | None,
    typer.Option("--only-source", help="Only from this source (or by-hand); can be repeated; '' is any."),
]
Topics = Annotated[
    list[str] | None, typer.Option("--only-topic", help="Only about this topic; can be repeated; '' is any.")
]
Languages = Annotated[
    list[str] | None, typer.Option("--only-language", help="Only with a text in it; can be repeated; '' is any.")
]
Phrases = Annotated[
    str | None, typer.Option("--words", help="Only with one of these words, with commas between them; '' is any.")
]
Order = Annotated[str | None, typer.Option(help="newest or oldest: which come first.")]
Lead = Annotated[str | None, typer.Option(help="News of this kind come first; '' is none.")]
Introductions = Annotated[
    list[str] | None,
    typer.Option("--introduction", help="'sl=Text': above the news in that language; can be repeated."),
]
Subjects = Annotated[
    list[str] | None,
    typer.Option("--subject", help="'sl=Ta teden: {titles}': around the titles; can be repeated; '' is none."),
]
Least = Annotated[int | None, typer.Option(help="Fewer items than this wait for the next one.")]
Most = Annotated[int | None, typer.Option(help="What exceeds this number waits for the next one.")]
MostAtOnce = Annotated[
    int | None,
    typer.Option(help="On publication: if more come at about the same time, they are drafted and not sent."),
]
OldestDays = Annotated[
    int | None, typer.Option(help="Items that are older than this number of days are not taken.")
]


@dataclass(frozen=True, slots=True)
class DigestChoice:
    """What was given of each; None where nothing was."""

    every: str | None = None
    days: str | None = None
    at: str | None = None
    zone: str | None = None
    mode: str | None = None
    segments: Sequence[str] | None = None
    kinds: Sequence[str] | None = None
    sources: Sequence[str] | None = None
    topics: Sequence[str] | None = None
    languages: Sequence[str] | None = None
    phrases: str | None = None
    order: str | None = None
    lead: str | None = None
    introductions: Sequence[str] | None = None
    subjects: Sequence[str] | None = None
    least: int | None = None
    most: int | None = None
    most_at_once: int | None = None
    oldest_days: int | None = None


def monday_rule(context: "CliContext") -> "CalendarRule":
    """Mondays at eight by the organisation's clock, from today on."""
    from datetime import time
    from zoneinfo import ZoneInfo

    from campaigns.digest_tables import Pattern
    from campaigns.digests.calendar_rule import CalendarRule

    zone = context.settings.time_zone
    today = context.clock.now().astimezone(ZoneInfo(zone)).date()
    return CalendarRule(Pattern.WEEKLY, (0,), today, time(8), zone)


def with_options(session: "Session", request: "DigestRequest", options: DigestChoice) -> "DigestRequest":
    """The request with what was given. Raises InputRefused; NotFound for a source, topic or segment."""
    from dataclasses import replace

    from subscribers.segments import segment_by_name

    given: dict[str, Any] = {
        name: value
        for name, value in (
            ("least", options.least),
            ("most", options.most),
            ("most_at_once", options.most_at_once),
            ("oldest_days", options.oldest_days),
            ("lead_kind", options.lead),
            ("mode", None if options.mode is None else _mode(options.mode)),
            ("newest_first", None if options.order is None else _is_newest_first(options.order)),
            ("introductions", None if options.introductions is None else _by_language(options.introductions)),
            ("subjects", None if options.subjects is None else _by_language(options.subjects)),
        )
        if value is not None
    }
    if options.segments is not None:
        given["segments"] = [segment_by_name(session, name).id for name in options.segments if name]
    changed = replace(request, **given)
    return replace(changed, rule=_rule(request.rule, options), chosen=_filter(session, request.chosen, options))


def _rule(rule: "CalendarRule", options: DigestChoice) -> "CalendarRule":
    from campaigns.automation.brake import send_time
    from campaigns.digest_tables import Pattern
    from campaigns.digests.calendar_rule import CalendarRule

    every = rule.pattern if options.every is None else options.every
    if every not in tuple(Pattern):
        raise InputRefused("campaigns-digest-choice")
    return CalendarRule(
        Pattern(every),
        rule.weekdays if options.days is None else _weekdays(options.days),
        rule.starts_on,
        rule.at if options.at is None else send_time(options.at),
        options.zone or rule.zone,
        rule.moves_for_holidays,
    )


def _filter(session: "Session", chosen: "NewsFilter", options: DigestChoice) -> "NewsFilter":
    from campaigns.news_filter import BY_HAND, NewsFilter
    from news.sources import source_by_name
    from subscribers.topics import topic_by_slug

    def source(name: str) -> int:
        return BY_HAND if name == BY_HAND_NAME else source_by_name(session, name).id

    return NewsFilter(
        _named(options.kinds, chosen.kinds),
        chosen.sources if options.sources is None else [source(name) for name in options.sources if name],
        chosen.topics
        if options.topics is None
        else [topic_by_slug(session, slug).id for slug in options.topics if slug],
        _named(options.languages, chosen.languages),
        chosen.phrases if options.phrases is None else options.phrases.split(","),
    )


def _named(given: Sequence[str] | None, before: Sequence[str]) -> Sequence[str]:
    return before if given is None else [name for name in given if name]


def _weekdays(text: str) -> tuple[int, ...]:
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not set(names) <= set(DAYS):
        raise InputRefused("campaigns-digest-choice")
    return tuple(sorted({DAYS.index(name) for name in names}))


def _is_newest_first(order: str) -> bool:
    if order not in (NEWEST, OLDEST):
        raise InputRefused("campaigns-digest-choice")
    return order == NEWEST


def _by_language(texts: Sequence[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in texts if text]
    if not all(equals for _, equals, _ in pairs):
        raise InputRefused("campaigns-digest-choice")
    return {language.strip(): text.strip() for language, _, text in pairs}


def _mode(text: str) -> "AutomationMode":
    from campaigns.tables import AutomationMode

    if text not in tuple(AutomationMode):
        raise InputRefused("cli-automation-mode-unknown", mode=text, known=", ".join(AutomationMode))
    return AutomationMode(text)
