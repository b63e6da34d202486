"""The form of a news item as a page shows it: its sections, what stands in its fields, what its kind asks for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from campaigns.editorial.choose_sent_item import sent_items
from campaigns.editorial.form_merge import SavedForm
from core.errors import BiltenError
from core.languages import READER_LANGUAGES, writing_order
from kinds.details import Key, ValueType
from kinds.registry import NewsKind
from news.markdown_from_html import html_to_markdown_if_exact
from news.news_form import ALT, BODY, BODY_FORMAT, CAPTION, PLAIN, TIME, NewsForm, field_name
from news.tables import Asset, AssetRole, NewsItem, NewsText
from web.http.app_context import AppContext
from web.staff.media_choice import library_choices

LONG_TEXT = 300
"""Characters: what may be longer gets a field of several lines."""
LOGOS = (AssetRole.LOGO.value, AssetRole.FUNDER_LOGO.value)
BESIDE = ("topic", "url", "partners", "funding")
"""What few items have: behind a summary, with the logos."""


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of the kind's own."""

    name: str
    """In the form."""
    key: str
    """Ends its text's key."""
    type: ValueType
    longest: int
    is_required: bool

    @property
    def is_long(self) -> bool:
        return self.type is ValueType.TEXT and self.longest > LONG_TEXT


@dataclass(frozen=True, slots=True)
class SectionView:
    """The fields of one language."""

    language: str
    is_open: bool
    details: Sequence[FieldView]
    assets: Mapping[str, Asset]
    """What the text has, by role."""
    stored_html: str | None
    """For the editor; None where what stands in the field cannot be rendered, so that it stays a plain field."""

    def has_more(self, fields: Mapping[str, str], problems: Mapping[str, object]) -> bool:
        """Whether anything stands in the fields that few items have, or is wrong with them."""
        names = [f"{self.language}-{name}" for name in BESIDE]
        logos = [role for role in LOGOS if role in self.assets or f"{self.language}-{role}" in problems]
        return bool(logos) or any(fields.get(name) or name in problems for name in names)


def shared_fields(kind: NewsKind) -> list[FieldView]:
    """What is the same in all languages, and asked once."""
    keys = kind.definition.details.keys().items()
    return [_view(name, name, key) for name, key in keys if key.is_same_in_all_languages]


def sections(
    kind: NewsKind,
    languages: Sequence[str],
    *,
    opened: Iterable[str],
    assets: Sequence[Asset] = (),
    html: Mapping[str, str | None] | None = None,
) -> list[SectionView]:
    keys = kind.definition.details.keys().items()
    html = html or {}
    return [
        SectionView(
            language=language,
            is_open=language in opened,
            details=[
                _view(field_name(language, name), name, key)
                for name, key in keys
                if not key.is_same_in_all_languages
            ],
            assets={asset.role.value: asset for asset in assets if asset.language == language},
            stored_html=html.get(language, ""),
        )
        for language in languages
    ]


def languages_of_form(mine: str, written: Iterable[str]) -> list[str]:
    """Those with a text, the writer's own, and the others that readers have."""
    return writing_order([*written, mine, *READER_LANGUAGES], mine=mine)


def _stored_fields(item: NewsItem, texts: Mapping[str, NewsText], assets: Sequence[Asset]) -> dict[str, str]:
    """What stands in the fields before anybody has typed."""
    fields = {"date": item.published_on.isoformat()}
    keys = item.kind.definition.details.keys()
    for language, text in texts.items():
        for name in PLAIN:
            fields[field_name(language, name)] = getattr(text, name) or ""
        markdown = html_to_markdown_if_exact(text.body_html)
        fields[field_name(language, BODY)] = text.body_html if markdown is None else markdown
        fields[field_name(language, BODY_FORMAT)] = "html" if markdown is None else "markdown"
        for name, key in keys.items():
            place = name if key.is_same_in_all_languages else field_name(language, name)
            fields |= _detail(place, key, text.details.get(name))
    for asset in assets:
        place = field_name(asset.language, asset.role)
        fields[f"{place}_{ALT}"], fields[f"{place}_{CAPTION}"] = asset.alt, asset.caption
    return fields


def saved_form(item: NewsItem, texts: Mapping[str, NewsText], assets: Sequence[Asset]) -> SavedForm:
    """No transaction should be open: it renders."""
    return SavedForm(
        fields=_stored_fields(item, texts, assets),
        bodies={language: text.body_html for language, text in texts.items()},
        files={field_name(asset.language, asset.role): asset.sha256 for asset in assets},
    )


def form_values(
    context: AppContext,
    form: NewsForm,
    *,
    stale: BiltenError | None = None,
    theirs: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What every such form shows. `theirs`: what a colleague has saved meanwhile, by field."""
    with context.database.read() as session:
        sent = {
            name: sent_items(session, chosen=slug, languages=form.languages) for name, slug in form.slugs().items()
        }
    return {
        "sent_items": sent,
        "kind": form.kind,
        "shared": shared_fields(form.kind),
        "fields": defaultdict(str, form.fields),
        "problems": form.problems,
        "kept": form.kept,
        "stale": stale,
        "theirs": theirs or {},
        "asset_path": context.assets.url_path,
        "kept_path": context.assets.kept_path,
        "library": library_choices(context, form.languages, form.fields),
    }


def _view(place: str, name: str, key: Key) -> FieldView:
    return FieldView(place, name, key.type, key.longest, key.is_required)


def _detail(place: str, key: Key, value: Any) -> dict[str, str]:
    text = "" if value is None else str(value)
    if key.type is not ValueType.MOMENT:
        return {place: text}
    day, _, hour = text.partition("T")
    return {place: day, f"{place}_{TIME}": hour}
