"""The form that says how a website's feed is read: its fields, and what was chosen in them."""

from collections.abc import Iterator, Mapping
from typing import Any

from campaigns.feeds.connect_feed import INTERVALS, MAX_NAME, USUAL_INTERVAL, FeedRequest
from campaigns.feeds.preview_feed import KindChoice
from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from kinds.registry import NewsKind
from news.feeds.kind_rules import KINDS_OF_FEEDS, MAX_RULES, MAX_WORD, KindRule, rules_from_json
from news.feeds.tables import Feed, ReaderKind
from news.tables import Source
from web.staff.path_params import number_or_none

WORD, KIND_OF_WORD = "word", "word_kind"
"""Begin the names of the fields of a rule; its number follows."""


def read_feed_form(form: Mapping[str, str]) -> FeedRequest:
    """Raises InputRefused for what the form does not offer."""
    kind = form.get("kind", NewsKind.STATEMENT.value)
    if kind not in tuple(KINDS_OF_FEEDS):
        raise InputRefused("campaigns-feed-choice")
    return FeedRequest(
        name=form.get("name", ""),
        kind=NewsKind(kind),
        language=form.get("language", ""),
        every_minutes=number_or_none(form.get("every", str(USUAL_INTERVAL))) or 0,
        rules=list(_rules(form)),
        reader=_reader(form) or ReaderKind.FEED,
    )


def kind_choice(form: Mapping[str, str]) -> KindChoice:
    """Raises InputRefused for what the form does not offer."""
    request = read_feed_form(form)
    return KindChoice(request.kind, request.rules, request.language, _reader(form))


def _reader(form: Mapping[str, str]) -> ReaderKind | None:
    """As an earlier preview has found it out."""
    named = form.get("reader", "")
    return ReaderKind(named) if named in tuple(ReaderKind) and named != ReaderKind.WEBHOOK else None


def _rules(form: Mapping[str, str]) -> Iterator[KindRule]:
    for number in range(1, MAX_RULES + 1):
        word, kind = form.get(f"{WORD}{number}", "").strip(), form.get(f"{KIND_OF_WORD}{number}", "")
        if word and kind in tuple(KINDS_OF_FEEDS):
            yield KindRule(word, NewsKind(kind))


def stored_feed_form(source: Source, feed: Feed) -> dict[str, str]:
    """The fields as they are now."""
    fields = {
        "name": source.name,
        "kind": feed.kind.value,
        "language": feed.language,
        "every": str(feed.every_minutes),
    }
    for number, rule in enumerate(rules_from_json(feed.kind_rules), 1):
        fields |= {f"{WORD}{number}": rule.word, f"{KIND_OF_WORD}{number}": rule.kind.value}
    return fields


def feed_form_values(typed: Mapping[str, str]) -> dict[str, Any]:
    """What the form is drawn with. There are always two empty lines for rules, as long as more are taken."""
    written = sum(bool(typed.get(f"{WORD}{number}", "").strip()) for number in range(1, MAX_RULES + 1))
    return {
        "typed": {"kind": NewsKind.STATEMENT.value, "every": str(USUAL_INTERVAL)} | dict(typed),
        "kinds": KINDS_OF_FEEDS,
        "languages": READER_LANGUAGES,
        "intervals": INTERVALS,
        "rule_numbers": range(1, min(written + 2, MAX_RULES) + 1),
        "max_word": MAX_WORD,
        "max_name": MAX_NAME,
    }
