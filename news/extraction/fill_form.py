"""What was found in pages and documents as the fields of a news form: unsaved, with what was not found, and with
files kept as those of an earlier try are.

No transaction may be open: pictures and PDFs are decoded, cleaned and kept as uploads are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from core.decode_process import DecodeProcess
from core.errors import InputRefused
from news.extraction.extracted_text import ExtractedText, Part
from news.front_matter import LONGEST
from news.news_form import ALT, BODY, BODY_FORMAT, CAPTION, NewsForm, field_name
from news.put_asset import AssetText, fits_role, put_asset
from news.store import AssetStore
from news.tables import AssetRole


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A picture or PDF that came with a text; `refused` where it could not be had."""

    role: AssetRole
    name: str
    data: bytes = b""
    refused: InputRefused | None = None


@dataclass(frozen=True, slots=True)
class SourceText:
    """One language of what was found, and where."""

    extract: ExtractedText
    place: str
    """An address, or the name of a file."""
    files: Sequence[SourceFile] = ()


@dataclass(slots=True)
class ExtractionReport:
    """What is said of it above the form."""

    source: SourceText
    missing: Sequence[Part]
    refused: dict[AssetRole, InputRefused] = field(default_factory=dict)


def fill_form(
    form: NewsForm, sources: Mapping[str, SourceText], store: AssetStore, process: DecodeProcess
) -> dict[str, ExtractionReport]:
    """`form`: one whose fields are still as they were made. By language; what was found is in the form."""
    fields = dict(form.fields)
    day = next((each.extract.published_on for each in sources.values() if each.extract.published_on), "")
    if day:
        fields["date"] = day
    reports: dict[str, ExtractionReport] = {}
    for language, each in sources.items():
        fields |= _fields(language, each.extract)
        form.rendered[language] = each.extract.body_html
        missing = [part for part in each.extract.missing() if part is not Part.LANGUAGE]
        reports[language] = ExtractionReport(each, missing)
        for file in each.files:
            kept = _kept(file, store, process)
            if isinstance(kept, InputRefused):
                reports[language].refused[file.role] = kept
            else:
                form.kept[field_name(language, file.role)] = kept
    form.fields = fields
    return reports


def file_name_of(address: str) -> str:
    last = unquote(urlsplit(address).path).rpartition("/")[2]
    return "".join(char for char in last if char.isprintable() and char != "\\")[: LONGEST["image"]] or "file"


def _fields(language: str, extract: ExtractedText) -> dict[str, str]:
    is_html = extract.body_markdown is None
    values = {
        "title": extract.title,
        "summary": extract.summary,
        "url": extract.address,
        BODY: extract.body_html if extract.body_markdown is None else extract.body_markdown,
        BODY_FORMAT: "html" if is_html else "markdown",
    }
    if extract.picture:
        values[f"{AssetRole.IMAGE}_{ALT}"] = extract.picture.alt
        values[f"{AssetRole.IMAGE}_{CAPTION}"] = extract.picture.caption
    return {field_name(language, name): value for name, value in values.items()}


def _kept(file: SourceFile, store: AssetStore, process: DecodeProcess) -> str | InputRefused:
    """As the form names a file of an earlier try; or why there is none."""
    try:
        if file.refused:
            raise file.refused
        if not fits_role(file.data, file.role):
            raise InputRefused("news-asset-type-unknown")
        asset = put_asset(store, process, file.data, AssetText(file.role, file.name, "", ""))
    except InputRefused as refused:
        return refused
    return f"{asset.stored.sha256} {asset.file_name}"
