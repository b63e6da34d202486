"""A block of a campaign as written in a form: every field read, every problem named with its field. Pure.

Fields are named as in the form of news: `sl-quote` is the quotation in Slovenian, `deadline` is asked once.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from campaigns.block_content import TEXTS, BlockKind, BlockSettings, BlockText, ItemSettings, settings_type
from core.errors import InputRefused
from core.typed_address import with_scheme
from kinds.details import Details, Key, ValueType
from news.details import read_value
from news.front_matter import BETWEEN_WORDS, NOT_IN_TEXT
from news.markdown_file import MAX_FILE_BYTES
from news.news_form import BODY, BODY_FORMAT, WITHOUT, field_name, matter_of, of_a_form
from templates.content import ItemMode

MODE, HAS_PICTURE = "mode", "has_picture"


@dataclass(slots=True)
class BlockForm:
    kind: BlockKind
    languages: Sequence[str]
    """Those that the form has a section for."""
    fields: Mapping[str, str]
    uploads: Collection[str] = ()
    """Names of the fields in which files came."""
    problems: dict[str, InputRefused] = field(default_factory=dict)
    """By the name of the field."""
    kept: dict[str, str] = field(default_factory=dict)
    """By the name of its field: the hash and the name of a file that was good."""
    rendered: dict[str, str] = field(default_factory=dict)
    """By language: what readers will see of a rich text, as far as it could be rendered."""

    def read_settings(self) -> BlockSettings:
        """Fills `problems`."""
        if self.kind is BlockKind.ITEM:
            mode = self.fields.get(MODE, "")
            chosen = ItemMode(mode) if mode in tuple(ItemMode) else ItemMode.AUTO
            return ItemSettings(mode=chosen, has_picture=HAS_PICTURE in self.fields)
        schema = settings_type(self.kind)
        return schema.model_validate(self._values(schema, ""))

    def read_texts(self) -> dict[str, BlockText]:
        """Without what is decoded: files and rich text (`campaigns.editorial.written_block`). Fills `problems`."""
        schema = TEXTS.get(self.kind)
        if schema is None:
            return {}
        return {code: schema.model_validate(self._values(schema, code)) for code in self.languages}

    @property
    def has_files(self) -> bool:
        """Whether a file came with it, or went."""
        return bool(self.uploads or self.kept) or any(name.endswith(f"_{WITHOUT}") for name in self.fields)

    def body(self, language: str) -> str:
        """The rich text as it was typed. Fills `problems`."""
        name = field_name(language, BODY)
        body = self.fields.get(name, "").replace("\r\n", "\n")
        if len(body.encode("utf-8", "replace")) > MAX_FILE_BYTES:
            self._problem(name, InputRefused("news-form-text-too-long", limit=MAX_FILE_BYTES // 1000))
        return body

    def is_html(self, language: str) -> bool:
        return self.fields.get(field_name(language, BODY_FORMAT)) == "html"

    def plain(self, place: str, name: str) -> str:
        """One paragraph, as a news file has it."""
        text = BETWEEN_WORDS.sub(" ", self.fields.get(place, "")).strip(" ")
        limit = self._key(name).longest
        if len(text) > limit:
            self._problem(place, InputRefused("news-form-too-long", limit=limit, count=len(text)))
        elif NOT_IN_TEXT.search(text):
            self._problem(place, InputRefused("news-form-character"))
        return text

    def _values(self, schema: type[Details], language: str) -> dict[str, object]:
        keys = _keys(schema)
        written = {name: self.plain(self._place(language, name), name) for name in keys}
        values: dict[str, object] = {}
        for name, key in keys.items():
            if key.type is ValueType.WEB_ADDRESS:
                written[name] = with_scheme(written[name])
            place = self._place(language, name)
            try:
                value = read_value(matter_of({name: written[name]}), name, key, slug="")
            except InputRefused as refused:
                self._problem(place, of_a_form(refused))
                continue
            if value not in (None, ""):
                values[name] = value
            if written[name] and key.needs and not written[key.needs]:
                self._problem(self._place(language, key.needs), InputRefused("news-form-missing"))
        return values

    def _key(self, name: str) -> Key:
        return {**_keys(settings_type(self.kind)), **_keys(TEXTS[self.kind])}[name]

    @staticmethod
    def _place(language: str, name: str) -> str:
        return field_name(language, name) if language else name

    def _problem(self, place: str, refused: InputRefused) -> None:
        """The first of a field is said."""
        self.problems.setdefault(place, refused)


def field_keys(kind: BlockKind) -> tuple[dict[str, Key], dict[str, Key]]:
    """The fields that are asked once, and those of each language, by name."""
    return _keys(settings_type(kind)), _keys(TEXTS[kind]) if kind in TEXTS else {}


def _keys(schema: type[Details]) -> dict[str, Key]:
    """Those of its fields that are typed."""
    marks: dict[str, Any] = {
        name: next((mark for mark in model.metadata if isinstance(mark, Key)), None)
        for name, model in schema.model_fields.items()
    }
    return {name: key for name, key in marks.items() if key is not None}
