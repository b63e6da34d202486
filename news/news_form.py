"""A news item as somebody wrote it in a form: every field read, every problem named with its field. Pure.

The same keys, lengths and readings as a news file has (`news.front_matter`, `news.read_values`, the kind's own
keys), so that what one accepts the other does, too.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from core.errors import InputRefused
from core.i18n import is_language
from core.typed_address import with_scheme
from kinds.details import Details, Key, ValueType
from kinds.registry import NewsKind
from news.details import read_value
from news.event_times import skipped_times
from news.front_matter import BETWEEN_WORDS, LONGEST, NOT_IN_TEXT, FrontMatter, Value
from news.markdown_file import MAX_FILE_BYTES
from news.read_values import day, web_address
from news.slug import slugified
from news.tables import AssetRole

PLAIN = ("title", "summary", "quote", "quote_source", "quote_language", "url", "topic", "partners", "funding")
BODY = "body"
BODY_FORMAT = "body_format"
ALT, CAPTION = "alt", "caption"
WITHOUT = "without"
"""After the name of an asset: take it away."""
KEPT = "kept"
"""After the name of an asset: the file of an earlier try, which was good, by its hash and name."""
TIME = "time"
"""After the name of a moment: the hour, which may stay empty."""
T = TypeVar("T")
_NEEDS = {"quote_source": "quote", "quote_language": "quote"}
_OF_A_FORM = {
    "news-date-unreadable": "news-form-date",
    "news-moment-unreadable": "news-form-date",
    "news-number-unreadable": "news-form-number",
    "news-url-unusable": "news-form-url",
    "news-slug-unusable": "news-form-slug",
    "news-corrects-itself": "news-form-itself",
    "news-ends-early": "news-form-ends-early",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenText:
    """One language of what was written, read as far as it needs no decoding."""

    language: str
    values: Mapping[str, str]
    """Those of `PLAIN`."""
    body: str
    is_html: bool
    details: Details


@dataclass(slots=True)
class NewsForm:
    kind: NewsKind
    languages: Sequence[str]
    """Those that the form has a section for."""
    fields: Mapping[str, str]
    slug: str = ""
    """The item's own, once it has one."""
    uploads: Collection[str] = ()
    """Names of the fields in which files came."""
    problems: dict[str, InputRefused] = field(default_factory=dict)
    """By the name of the field."""
    published_on: date | None = None
    texts: list[WrittenText] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    """By the name of its field: the hash and the name of a file that was good."""
    rendered: dict[str, str] = field(default_factory=dict)
    """By language: what readers will see of the text, as far as it could be rendered."""

    def is_written(self, language: str) -> bool:
        """Whether anything stands in the language's section: an untouched one is no text."""
        names = (*PLAIN, BODY, *(name for name, key in self._keys() if not key.is_same_in_all_languages))
        kept = [f"{role}_{KEPT}" for role in AssetRole]
        return any(self.fields.get(field_name(language, name), "").strip() for name in (*names, *kept)) or any(
            field_name(language, role) in self.uploads for role in AssetRole
        )

    def read(self, required: Sequence[str]) -> None:
        """`required`: languages that must have a text, because there is one. Fills `texts` and `problems`."""
        self.published_on = self._date()
        shared = {name for name, key in self._keys() if key.is_same_in_all_languages}
        for name in shared:
            self._shared_value(name)
        written = [code for code in self.languages if code in required or self.is_written(code)]
        if not written:
            self.problems[field_name(self.languages[0], "title")] = InputRefused("news-form-nothing")
        for language in written:
            self._read_text(language)

    def refuse_skipped_times(self, zone: str) -> None:
        """Names those among the problems that clocks in `zone` never show; after `read`."""
        for text in self.texts:
            for name in skipped_times(text.details, zone):
                self._problem(self._place(text.language, name), InputRefused("news-form-time-skipped", zone=zone))

    def slugs(self) -> dict[str, str]:
        """Which items are named, by the field; empty where it is no short name."""
        keys = [name for name, key in self._keys() if key.type is ValueType.SLUG]
        written = {name: self.fields.get(name, "").strip() for name in keys}
        return {name: slug if slug == slugified(slug) else "" for name, slug in written.items()}

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Names of items that there are not, among the problems; after `read`."""
        for name, slug in self.slugs().items():
            if slug and slug not in known:
                self._problem(name, InputRefused("news-form-item-unknown"))

    def _keys(self) -> Sequence[tuple[str, Key]]:
        return tuple(self.kind.definition.details.keys().items())

    def _date(self) -> date | None:
        return self._reading("date", lambda: day(matter_of({"date": self.plain("date", "date")}), "date"))

    def _read_text(self, language: str) -> None:
        values = {name: self.plain(field_name(language, name), name) for name in PLAIN}
        values["url"] = with_scheme(values["url"])
        values["quote_language"] = self._quote_language(language, values["quote_language"])
        url = field_name(language, "url")
        self._reading(url, lambda: web_address(matter_of({"url": values["url"]}), "url"))
        if not values["title"]:
            self._problem(field_name(language, "title"), InputRefused("news-form-missing"))
        for name, needed in _NEEDS.items():
            if values[name] and not values[needed]:
                self._problem(field_name(language, needed), InputRefused("news-form-missing"))
        body = self.fields.get(field_name(language, BODY), "").replace("\r\n", "\n")
        if len(body.encode("utf-8", "replace")) > MAX_FILE_BYTES:
            limit = MAX_FILE_BYTES // 1000
            self._problem(field_name(language, BODY), InputRefused("news-form-text-too-long", limit=limit))
        is_html = self.fields.get(field_name(language, BODY_FORMAT)) == "html"
        details = self._details(language)
        text = WrittenText(language=language, values=values, body=body, is_html=is_html, details=details)
        self.texts.append(text)

    def _quote_language(self, language: str, written: str) -> str:
        if written and not is_language(written):
            self._problem(field_name(language, "quote_language"), InputRefused("news-form-language"))
        return "" if written == language else written

    def _details(self, language: str) -> Details:
        values: dict[str, object] = {}
        for name, key in self._keys():
            place = name if key.is_same_in_all_languages else field_name(language, name)
            matter = matter_of({name: self._written(place, name, key)})
            values[name] = self._reading(place, lambda: read_value(matter, name, key, slug=self.slug))  # noqa: B023  # called at once
            if key.is_required and name not in matter.values:
                self._problem(place, InputRefused("news-form-missing"))
            if key.needs and name in matter.values and not self._is_there(language, key.needs):
                self._problem(self._place(language, key.needs), InputRefused("news-form-missing"))
        schema = self.kind.definition.details
        details = schema.model_validate({name: value for name, value in values.items() if value is not None})
        fault = details.fault()
        if fault:
            self._problem(self._place(language, fault.key), of_a_form(InputRefused(f"news-{fault.problem}")))
        return details

    def _shared_value(self, name: str) -> None:
        key = self.kind.definition.details.keys()[name]
        if key.is_required and not self._written(name, name, key):
            self._problem(name, InputRefused("news-form-missing"))

    def _place(self, language: str, name: str) -> str:
        key = self.kind.definition.details.keys()[name]
        return name if key.is_same_in_all_languages else field_name(language, name)

    def _is_there(self, language: str, name: str) -> bool:
        key = self.kind.definition.details.keys()[name]
        return bool(self._written(self._place(language, name), name, key))

    def _written(self, place: str, name: str, key: Key) -> str:
        written = self.plain(place, name)
        if key.type is ValueType.WEB_ADDRESS:
            return with_scheme(written)
        if key.type is not ValueType.MOMENT:
            return written
        hour = self.plain(f"{place}_{TIME}", name)
        return f"{written}T{hour}" if hour else written

    def plain(self, place: str, name: str) -> str:
        """One paragraph, as a news file has it."""
        text = BETWEEN_WORDS.sub(" ", self.fields.get(place, "")).strip(" ")
        if len(text) > LONGEST[name]:
            self._problem(place, InputRefused("news-form-too-long", limit=LONGEST[name], count=len(text)))
        elif NOT_IN_TEXT.search(text):
            self._problem(place, InputRefused("news-form-character"))
        return text

    def _reading(self, place: str, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except InputRefused as refused:
            self._problem(place, of_a_form(refused))
            return None

    def _problem(self, place: str, refused: InputRefused) -> None:
        """The first of a field is said."""
        self.problems.setdefault(place, refused)


def field_name(language: str, name: str) -> str:
    return f"{language}-{name}"


def matter_of(values: Mapping[str, str]) -> FrontMatter:
    """What was typed into fields, to be read as the values of a news file are."""
    return FrontMatter("", {name: Value(text, 1) for name, text in values.items() if text}, "", 1)


def of_a_form(refused: InputRefused) -> InputRefused:
    """The same refusal, said of a field and not of a line."""
    params = {name: value for name, value in refused.params.items() if name not in ("file", "line")}
    return InputRefused(_OF_A_FORM[refused.code], **params)
