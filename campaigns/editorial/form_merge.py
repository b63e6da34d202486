"""Three-way merge of a form of many fields: what its writer changed, with what somebody else has saved meanwhile.

The form carries what each field held when it was opened (`campaigns.editorial.stale_edit`). Whatever stands as it
was given takes what is saved now; only a field that both have changed is a conflict. A rich text is compared by
what readers see of it, and a file by what it is.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from campaigns.editorial.stale_edit import conflicts, text_version, untouched
from news.news_form import BODY, BODY_FORMAT, KEPT, WITHOUT, field_name

_FORMAT = BODY_FORMAT.removeprefix(BODY)
_CHOSEN = "chosen"
"""Of a file that came with the form, or is to go: it is no longer what it was."""


class WrittenForm(Protocol):
    """A form that was read, its rich texts rendered."""

    @property
    def fields(self) -> Mapping[str, str]: ...
    @property
    def uploads(self) -> Collection[str]: ...
    @property
    def rendered(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class SavedForm:
    """What is saved now, as its form would show it."""

    fields: Mapping[str, str]
    bodies: Mapping[str, str]
    """By language: the html of its rich text."""
    files: Mapping[str, str]
    """By the name of its field: the hash of a file."""

    @property
    def compared(self) -> dict[str, str]:
        plain = {name: text for name, text in self.fields.items() if not name.endswith(BODY_FORMAT)}
        return plain | {field_name(code, BODY): html for code, html in self.bodies.items()} | dict(self.files)

    @property
    def version(self) -> str:
        """For the form, when it is opened."""
        return text_version(self.compared)


@dataclass(frozen=True, slots=True)
class MergedForm:
    fields: Mapping[str, str]
    """As they were typed; those that were left alone as they are saved now."""
    conflicts: Collection[str]
    """Names of fields."""
    given: Mapping[str, str]
    """What was left alone, as it stands in the form that was sent."""

    def bodies(self, saved: SavedForm) -> dict[str, str]:
        """The rich texts, by language, that were left alone."""
        return {code: html for code, html in saved.bodies.items() if field_name(code, BODY) in self.given}

    def seen_after(self, saved: SavedForm) -> str:
        """For the form that goes on being written, and does not show what others have saved."""
        return text_version({**saved.compared, **self.given})


def merge_form(form: WrittenForm, seen: str, saved: SavedForm) -> MergedForm:
    """`seen`: the version with which the form was opened."""
    typed = _typed(form, saved)
    given = untouched(seen, typed)
    fields = dict(form.fields)
    for name in given:
        for place in (name, f"{name}{_FORMAT}"):
            fields.pop(place, None)
            if place in saved.fields:
                fields[place] = saved.fields[place]
    return MergedForm(fields, conflicts(seen, typed, saved.compared), given)


def _typed(form: WrittenForm, saved: SavedForm) -> dict[str, str]:
    """As `SavedForm.compared` has it."""
    typed = {name: _plain(form.fields.get(name, "")) for name in (*saved.fields, *form.fields)}
    typed |= {field_name(code, BODY): html for code, html in form.rendered.items()}
    chosen = {*form.uploads}
    for ending in (f"_{KEPT}", f"_{WITHOUT}"):
        chosen |= {name.removesuffix(ending) for name in form.fields if name.endswith(ending)}
    return typed | {name: _CHOSEN if name in chosen else sha256 for name, sha256 in saved.files.items()}


def _plain(text: str) -> str:
    # Browsers send line breaks as CR LF (HTML, "constructing the entry list").
    return text.replace("\r\n", "\n").strip()
