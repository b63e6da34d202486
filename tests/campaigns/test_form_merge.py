"""Three-way merge of a form: nobody's change is lost, and only what both have changed is a conflict."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as some

from campaigns.editorial.form_merge import SavedForm, merge_form

NAMES = ("en-title", "sl-title", "deadline")
CONTENTS = some.dictionaries(some.sampled_from(NAMES), some.sampled_from(["a", "b", "c d"]))


@dataclass
class Typed:
    fields: Mapping[str, str]
    uploads: Collection[str] = ()
    rendered: Mapping[str, str] = field(default_factory=dict)


def saved(fields: Mapping[str, str]) -> SavedForm:
    return SavedForm(fields, {}, {})


@given(CONTENTS, CONTENTS, CONTENTS)
def test_each_field_is_what_the_one_who_changed_it_made_it(
    opened: dict[str, str], typed: dict[str, str], now: dict[str, str]
) -> None:
    merge = merge_form(Typed(typed), saved(opened).version, saved(now))
    for name in NAMES:
        was, mine, theirs = (texts.get(name, "") for texts in (opened, typed, now))
        assert (name in merge.conflicts) == (mine != was and theirs not in (was, mine))
        assert merge.fields.get(name, "") == (theirs if mine == was else mine)


@given(CONTENTS, CONTENTS, CONTENTS, CONTENTS)
def test_a_form_that_goes_on_being_written_is_in_no_conflict_with_what_it_has_saved(
    opened: dict[str, str], typed: dict[str, str], now: dict[str, str], more: dict[str, str]
) -> None:
    """It still shows what was given in the fields that were left alone."""
    merge = merge_form(Typed(typed), saved(opened).version, saved(now))
    after = saved({name: text for name, text in merge.fields.items() if text})
    again = merge_form(Typed(typed), merge.seen_after(after), after)
    assert again.conflicts == []
    assert again.fields == merge.fields
    own = merge_form(Typed({**typed, **more}), merge.seen_after(after), after).conflicts
    assert all(opened.get(name, "") == typed.get(name, "") != now.get(name, "") for name in own)


def test_a_text_is_compared_by_what_readers_see_of_it_and_a_file_by_what_it_is() -> None:
    opened = SavedForm(
        {"en-body": "One", "en-body_format": "markdown"}, {"en": "<p>One</p>"}, {"en-image": "1" * 64}
    )
    now = SavedForm({"en-body": "Two", "en-body_format": "markdown"}, {"en": "<p>Two</p>"}, {"en-image": "2" * 64})
    same = {"en-body": "<p>One</p>", "en-body_format": "html"}
    left_alone = merge_form(Typed(same, rendered={"en": "<p>One</p>"}), opened.version, now)
    assert left_alone.conflicts == []
    assert left_alone.fields == now.fields
    assert left_alone.bodies(now) == {"en": "<p>Two</p>"}
    both = merge_form(Typed(same, ["en-image"], {"en": "<p>Mine</p>"}), opened.version, now)
    assert set(both.conflicts) == {"en-body", "en-image"}
    taken_away = merge_form(
        Typed({**same, "en-image_without": "on"}, rendered={"en": "<p>One</p>"}), opened.version, now
    )
    assert taken_away.conflicts == ["en-image"]
