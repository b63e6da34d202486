"""What was written in a form, as incoming items: rendered or sanitised, its files decoded and kept.

No transaction may be open meanwhile. A file that was good is kept also where something else is refused: whoever
sends the form again need not choose it again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused, NotFound
from core.json_digest import json_digest
from news.decoding import decode_process, markdown_html, sanitised_html
from news.front_matter import LONGEST
from news.incoming_item import IncomingAsset, IncomingItem
from news.news_form import ALT, BODY, CAPTION, KEPT, WITHOUT, NewsForm, WrittenText, field_name
from news.put_asset import AssetText, fits_role, put_asset
from news.store import AssetStore
from news.tables import Asset, AssetRole
from news.versions import asset_of, content_of


@dataclass(frozen=True, slots=True)
class UploadedFile:
    name: str
    read: Callable[[], bytes]
    """All of it; no more than the store would take, and a byte."""


class AssetForm(Protocol):
    """A form that takes files."""

    @property
    def fields(self) -> Mapping[str, str]: ...
    @property
    def problems(self) -> dict[str, InputRefused]: ...
    @property
    def kept(self) -> dict[str, str]: ...
    def plain(self, place: str, name: str) -> str: ...


@dataclass(slots=True)
class FormAssets:
    """The files of a form: those that came with it, those of an earlier try, and those that the item has."""

    store: AssetStore
    uploads: Mapping[str, UploadedFile]
    """By the name of their field."""
    present: Sequence[Asset] = ()


def incoming_items(
    form: NewsForm, files: FormAssets, *, slug: str, body_name: str, undated_on: date
) -> list[IncomingItem]:
    """One for each language; none where the form has problems, which are then in `form.problems`.

    `body_name`: what the field of the text is called to whoever writes, for the lines that are refused.
    """
    assets: dict[str, tuple[IncomingAsset, ...]] = {}
    with decode_process() as process:
        for text in form.texts:
            _render(form, text, process, body_name)
            assets[text.language] = tuple(_assets(form, files, text.language, process))
    if form.problems:
        return []
    return [
        _incoming(
            form, text, form.rendered[text.language], assets[text.language], slug=slug, undated_on=undated_on
        )
        for text in form.texts
    ]


def _incoming(
    form: NewsForm,
    text: WrittenText,
    body_html: str,
    assets: tuple[IncomingAsset, ...],
    *,
    slug: str,
    undated_on: date,
) -> IncomingItem:
    incoming = IncomingItem(
        place=slug,
        digest="",
        slug=slug,
        kind=form.kind,
        language=text.language,
        body_html=body_html,
        details=text.details,
        published_on=form.published_on,
        undated_on=undated_on,
        assets=assets,
        **{name: value for name, value in text.values.items() if name != "url"},
        url=text.values["url"] or None,
    )
    return replace(incoming, digest=json_digest(content_of(incoming)))


def _render(form: NewsForm, text: WrittenText, process: DecodeProcess, body_name: str) -> None:
    name = field_name(text.language, BODY)
    if name in form.problems:
        return
    try:
        if text.is_html:
            form.rendered[text.language] = sanitised_html(process, text.body, language=text.language)
        else:
            form.rendered[text.language] = markdown_html(process, text.body, place=body_name, first_line=1)
    except DecodeFailed as failed:
        form.problems[name] = InputRefused("news-text-undecoded", file=body_name, line=1, cause=failed.reason)
    except InputRefused as refused:
        form.problems[name] = refused


def _assets(form: NewsForm, files: FormAssets, language: str, process: DecodeProcess) -> list[IncomingAsset]:
    assets = (form_asset(form, files, language, role, process) for role in AssetRole)
    return [asset for asset in assets if asset is not None]


def form_asset(
    form: AssetForm, files: FormAssets, language: str, role: AssetRole, process: DecodeProcess
) -> IncomingAsset | None:
    """The picture or PDF of one language: the one that came, that of an earlier try, or the one that is there. A
    problem with it is in `form.problems`."""
    name = field_name(language, role)
    present = next((asset for asset in files.present if (asset.language, asset.role) == (language, role)), None)
    text = AssetText(
        role,
        "",
        _text(form, f"{name}_{ALT}", f"{role}_{ALT}"),
        _text(form, f"{name}_{CAPTION}", f"{role}_{CAPTION}"),
    )
    try:
        if name in files.uploads:
            upload = files.uploads[name]
            asset = _put(files.store, upload.read(), replace(text, file_name=_plain_name(upload.name)), process)
            form.kept[name] = f"{asset.stored.sha256} {asset.file_name}"
            return asset
        if f"{name}_{WITHOUT}" in form.fields:
            return None
        if kept := form.fields.get(f"{name}_{KEPT}"):
            sha256, _, file_name = kept.partition(" ")
            named = replace(text, file_name=_plain_name(file_name))
            asset = _put(files.store, files.store.read(sha256), named, process)
            form.kept[name] = kept
            return asset
    except InputRefused as refused:
        form.problems[name] = refused
        return None
    except NotFound:
        form.problems[name] = InputRefused("news-form-file-again")
        return None
    return replace(asset_of(present), alt=text.alt, caption=text.caption) if present else None


def _put(store: AssetStore, data: bytes, text: AssetText, process: DecodeProcess) -> IncomingAsset:
    if not fits_role(data, text.role):
        raise InputRefused("news-form-not-a-pdf" if text.role is AssetRole.PDF else "news-form-not-an-image")
    return put_asset(store, process, data, text)


def _text(form: AssetForm, place: str, key: str) -> str:
    return form.plain(place, key) if key in LONGEST else ""


def _plain_name(name: str) -> str:
    """As browsers name it, without folders; a name is shown, and never opened."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in last if char.isprintable())[: LONGEST["image"]] or "file"
