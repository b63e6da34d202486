"""Conditions of segments for tests: any that the form and the filter language can say."""

from datetime import date

from hypothesis import strategies as st
from sqlalchemy import ColumnElement, false

from subscribers.segment_condition import (
    Condition,
    FieldContainsCondition,
    FieldEmptyCondition,
    FieldIsCondition,
    FieldOrderCondition,
    GotCampaignCondition,
    LanguageCondition,
    OnListCondition,
    OrderKind,
    SignedUpBeforeCondition,
    SignedUpSinceCondition,
    TagCondition,
    TopicCondition,
    all_of,
    any_of,
    negated,
    values_of,
)

LISTS = ("bulletin", "reports")
LANGUAGES = ("sl", "en", "ar")
TAGS = ("press", "Maribor – center", "and")
TOPICS = ("at-sea", "housing")
DAYS = tuple(date(2026, 1, day) for day in (1, 2, 3))
CAMPAIGNS = (1, 2)
FIELDS = ("town", "age", "born")
VALUES = ("Šentjur", "stari trg", "12", "-0.5", "2026-01-02", "yes", "%_/", "TEL")
"""Each stands for whatever a field of that type may take it for: a text may look like a number, or a day."""


def tests_of_people() -> st.SearchStrategy[Condition]:
    days = st.sampled_from(DAYS)
    return st.one_of(
        st.builds(OnListCondition, _some(LISTS)),
        st.builds(LanguageCondition, _some(LANGUAGES)),
        st.builds(TagCondition, _some(TAGS)),
        st.builds(TopicCondition, _some(TOPICS)),
        st.builds(SignedUpSinceCondition, days),
        st.builds(SignedUpBeforeCondition, days),
        st.builds(GotCampaignCondition, st.sampled_from(CAMPAIGNS)),
        tests_of_fields(),
    )


def tests_of_fields() -> st.SearchStrategy[Condition]:
    field = st.sampled_from([*FIELDS, "unknown"])
    return st.one_of(
        st.builds(FieldIsCondition, field, _some(VALUES)),
        st.builds(FieldContainsCondition, field, st.sampled_from(["trg", "stari sent", "12", "_", "t"])),
        st.builds(
            FieldOrderCondition, field, st.sampled_from(OrderKind), st.sampled_from(["12", "-0.5", "2026-01-02"])
        ),
        st.builds(FieldEmptyCondition, field),
    )


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(values), min_size=1).map(values_of)


def conditions(*, most_tests: int = 8) -> st.SearchStrategy[Condition]:
    return st.recursive(
        tests_of_people(),
        lambda parts: st.one_of(
            parts.map(negated),
            st.lists(parts, min_size=1, max_size=3).map(all_of),
            st.lists(parts, min_size=1, max_size=3).map(any_of),
        ),
        max_leaves=most_tests,
    )


def nobody_got(campaign_id: int) -> ColumnElement[bool]:
    """Where nothing was ever sent."""
    return false()
