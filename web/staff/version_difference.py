"""Two versions of a campaign compared, as people read them: field by field, in a person's own language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from campaigns.block_content import BlockContent, BlockFile, BlockKind
from campaigns.editorial.versions import CampaignVersionContent
from core.i18n import Texts, language_name
from news.word_difference import WordChange, readable, word_difference
from web.staff.compose_view import summary

_OF_A_VARIANT = {
    "subject": "web-preview-subject",
    "preheader": "web-preview-preheader",
    "intro_html": "web-variant-intro",
}
_OF_A_BLOCK = {
    "mode": "web-block-mode",
    "has_picture": "web-block-picture-shown",
    "body_html": "news-field-body",
}
Place = tuple[int, str, str]
"""Which block (0: none), in which language, which field."""


@dataclass(frozen=True, slots=True)
class ContentDifference:
    """A field that differs."""

    label: str
    language: str
    """In which it is written; empty of what is no text."""
    changes: list[WordChange]


@dataclass(frozen=True, slots=True)
class VersionReader:
    texts: Texts
    language: str
    """Of whoever reads."""
    titles: Mapping[int, str]
    """Of news items."""
    main_language: str

    def differences(
        self, before: CampaignVersionContent, after: CampaignVersionContent
    ) -> list[ContentDifference]:
        """In the order of the composer; of what is only formatted otherwise, a change without words."""
        old, new = self._fields(before), self._fields(after)
        differences = [self._order(before, after)] if _order(before) != _order(after) else []
        for place in dict.fromkeys([*new, *old]):
            was, now = old.get(place, ""), new.get(place, "")
            if was != now:
                shown = (readable(was), readable(now)) if place[2].endswith("_html") else (was, now)
                changes = word_difference(*shown) if shown[0] != shown[1] else []
                differences.append(ContentDifference(self._label(place, before, after), place[1], changes))
        return differences

    def _fields(self, content: CampaignVersionContent) -> dict[Place, str]:
        fields: dict[Place, str] = {}
        for language, texts in sorted(content.variants.items()):
            fields |= {(0, language, name): texts[name] for name in _OF_A_VARIANT}
        for block in content.blocks:
            fields |= {(block.id, "", name): value for name, value in self._values(block.settings).items()}
            for language, text in sorted(block.texts.items()):
                fields |= {(block.id, language, name): value for name, value in self._values(text).items()}
        return {place: value for place, value in fields.items() if value}

    def _values(self, model: Any) -> dict[str, str]:
        return {name: self._value(name, getattr(model, name)) for name in type(model).model_fields}

    def _value(self, name: str, value: object) -> str:
        if name == "mode":
            return self._text(f"web-block-mode-{value}")
        if isinstance(value, BlockFile):
            return value.file_name
        if isinstance(value, bool):
            return "✓" if value else "–"
        return "" if value is None else str(value)

    def _order(self, before: CampaignVersionContent, after: CampaignVersionContent) -> ContentDifference:
        lines = ["\n".join(map(self._line, content.blocks)) for content in (before, after)]
        return ContentDifference(self._text("web-compose-version-order"), "", word_difference(*lines))

    def _line(self, block: BlockContent) -> str:
        if block.item_id is not None:
            label = self.titles.get(block.item_id, "")
        else:
            label = summary(block.texts.get(self.main_language) or next(iter(block.texts.values()), None))
        kind = self._text(f"web-block-{block.kind.value}")
        return f"{kind}: {label}" if label else kind

    def _label(self, place: Place, *contents: CampaignVersionContent) -> str:
        block_id, language, name = place
        parts = [language_name(language, in_language=self.language)] if language else []
        if not block_id:
            return " · ".join([*parts, self._text(_OF_A_VARIANT[name])])
        kind = next(block.kind for content in contents for block in content.blocks if block.id == block_id)
        field = "pdf" if name == "file" and kind is BlockKind.PDF else "image" if name == "file" else name
        label = self._text(_OF_A_BLOCK.get(field, f"news-field-{field}"))
        return " · ".join(dict.fromkeys([self._text(f"web-block-{kind.value}"), *parts, label]))

    def _text(self, key: str) -> str:
        return self.texts.text(self.language, key)


def _order(content: CampaignVersionContent) -> list[int]:
    return [block.id for block in content.blocks]
