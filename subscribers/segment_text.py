"""Recursive descent parser (round trip) of the filter language of segments: text → condition → the same text.

    any    = all { "or" all }
    all    = term { "and" term }
    term   = "not" term | "(" any ")" | test
    test   = choice ( "=" | "!=" ) value
           | choice [ "not" ] "in" "(" value { "," value } ")"
           | "signed_up" ( ">=" | "<" ) YYYY-MM-DD
           | "got" "campaign" number
           | "field" word field
    choice = "list" | "language" | "tag" | "topic"
    field  = ( "=" | "!=" ) value | [ "not" ] "in" "(" value { "," value } ")"
           | ( "<" | "<=" | ">" | ">=" ) ( number | YYYY-MM-DD ) | "contains" value | "is" [ "not" ] "empty"
    value  = word | '"' anything but '"' '"'

Whatever is refused says at which character, what stands there, and what was expected.
"""

from core.errors import InputRefused
from subscribers.segment_condition import (
    AllCondition,
    AnyCondition,
    Condition,
    FieldContainsCondition,
    FieldEmptyCondition,
    FieldIsCondition,
    FieldOrderCondition,
    GotCampaignCondition,
    LanguageCondition,
    NotCondition,
    OnListCondition,
    SignedUpBeforeCondition,
    SignedUpSinceCondition,
    TagCondition,
    TopicCondition,
    tests_of,
)
from subscribers.segment_parser import ConditionParser
from subscribers.segment_tokens import is_plain

MAX_LENGTH = 2_000
"""Of a text, in characters."""
MAX_TESTS = 30


def parse_condition(text: str) -> Condition:
    """Raises InputRefused."""
    if len(text) > MAX_LENGTH:
        raise InputRefused("subscribers-segment-too-long", limit=MAX_LENGTH)
    if not text.strip():
        raise InputRefused("subscribers-segment-empty")
    condition = ConditionParser(text).parse()
    if sum(1 for _ in tests_of(condition)) > MAX_TESTS:
        raise InputRefused("subscribers-segment-too-many", limit=MAX_TESTS)
    # What is kept is its own text, and that must be readable, too: "!=" becomes "not", which is longer and deeper.
    written = condition_text(condition)
    if len(written) > MAX_LENGTH:
        raise InputRefused("subscribers-segment-too-long", limit=MAX_LENGTH)
    ConditionParser(written).parse()
    return condition


def condition_text(condition: Condition) -> str:  # noqa: PLR0911, PLR0912  one for each kind of condition
    """As `parse_condition` reads it. Of equal conditions, the same text."""
    match condition:
        case OnListCondition(lists):
            return f"list {_listed(lists)}"
        case LanguageCondition(languages):
            return f"language {_listed(languages)}"
        case TagCondition(tags):
            return f"tag {_listed(tags)}"
        case TopicCondition(topics):
            return f"topic {_listed(topics)}"
        case SignedUpSinceCondition(day):
            return f"signed_up >= {day.isoformat()}"
        case SignedUpBeforeCondition(day):
            return f"signed_up < {day.isoformat()}"
        case GotCampaignCondition(campaign_id):
            return f"got campaign {campaign_id}"
        case FieldIsCondition(field, values):
            return f"field {field} {_listed(values)}"
        case FieldContainsCondition(field, phrase):
            return f"field {field} contains {_quoted(phrase)}"
        case FieldOrderCondition(field, order, value):
            return f"field {field} {order} {value}"
        case FieldEmptyCondition(field):
            return f"field {field} is empty"
        case NotCondition(part):
            return f"not {_enclosed(part, AllCondition, AnyCondition)}"
        case AllCondition(parts):
            return " and ".join(_enclosed(part, AnyCondition) for part in parts)
        case AnyCondition(parts):
            return " or ".join(_enclosed(part, AllCondition) for part in parts)


def _enclosed(part: Condition, *kinds: type[AllCondition] | type[AnyCondition]) -> str:
    text = condition_text(part)
    return f"({text})" if isinstance(part, kinds) else text


def _listed(values: tuple[str, ...]) -> str:
    written = [_quoted(value) for value in values]
    return f"= {written[0]}" if len(written) == 1 else f"in ({', '.join(written)})"


def _quoted(value: str) -> str:
    return value if is_plain(value) else f'"{value}"'
