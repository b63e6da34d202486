"""One news file: UTF-8 Markdown with front matter, one language of one item. Read strictly, told by the line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.errors import InputRefused
from core.i18n import is_language
from core.write_guard import refuse_in_write
from kinds.details import Details
from kinds.registry import NewsKind, all_keys
from news.details import read_details
from news.front_matter import FrontMatter, read_front_matter
from news.read_values import day, web_address
from news.slug import slug_of, slugified
from news.tables import AssetRole

MAX_FILE_BYTES = 200_000
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NEEDS = {
    **{"quote_source": "quote", "quote_language": "quote"},
    **{"image_alt": "image", "image_caption": "image", "logo_alt": "logo"},
    **{"funder_logo": "funding", "funder_logo_alt": "funder_logo"},
    **{name: key.needs for name, (_, key) in all_keys().items() if key.needs},
}


@dataclass(frozen=True, slots=True)
class NamedAsset:
    """A file that the front matter names, as it is named there."""

    role: AssetRole
    name: str
    alt: str
    caption: str
    line: int


@dataclass(frozen=True, slots=True)
class NewsFile:
    path: Path
    source: bytes
    """The file as it was read."""
    slug: str
    slug_before: str
    """What it was called before letters of its name had a place in the slug; the same where nothing changed."""
    kind: NewsKind
    language: str
    title: str
    summary: str
    quote: str
    quote_source: str
    quote_language: str
    """Empty where it is the text's own."""
    url: str | None
    topic: str
    partners: str
    funding: str
    published_on: date | None
    assets: tuple[NamedAsset, ...]
    body: str
    """Markdown as it came. Rendering it can take a hostile text's time: that is the decode process's work."""
    body_line: int
    details: Details
    lines: Mapping[str, int]
    """Of each key of the front matter."""


def read_news_file(path: Path) -> NewsFile:
    """Raises InputRefused, with file and line; FileNotFoundError when the file is not there (any more)."""
    return parse_news_file(path, read_source_of(path))


def parse_news_file(path: Path, source: bytes) -> NewsFile:
    """The same for a file whose bytes are at hand."""
    matter = read_front_matter(_decoded(source, path.name), file=path.name)
    _refuse_lonely_keys(matter)
    name, language = _language(path, matter)
    quote_language = _checked_language(matter, "quote_language") if matter.text("quote_language") else ""
    slug, kind = slug_of(name, matter), _kind(matter)
    return NewsFile(
        path=path,
        source=source,
        slug=slug,
        slug_before=matter.text("slug") or slugified(name),
        kind=kind,
        language=language,
        title=matter.required("title"),
        summary=matter.text("summary"),
        quote=matter.text("quote"),
        quote_source=matter.text("quote_source"),
        quote_language="" if quote_language == language else quote_language,
        url=web_address(matter, "url"),
        topic=matter.text("topic"),
        partners=matter.text("partners"),
        funding=matter.text("funding"),
        published_on=day(matter, "date"),
        assets=_named_assets(matter),
        body=matter.body,
        body_line=matter.body_line,
        details=read_details(matter, kind, slug=slug),
        lines={key: value.line for key, value in matter.values.items()},
    )


def read_source_of(path: Path) -> bytes:
    """The file as it is. Raises InputRefused where it cannot be read or is too large, FileNotFoundError."""
    refuse_in_write("reading a file")
    try:
        if path.exists() and not path.is_file():
            raise InputRefused("news-file-unreadable", file=path.name, line=1)
        with path.open("rb") as file:
            source = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise InputRefused("news-file-unreadable", file=path.name, line=1) from error
    if len(source) > MAX_FILE_BYTES:
        raise InputRefused("news-file-too-large", file=path.name, line=1, limit=MAX_FILE_BYTES // 1000)
    return source


def _decoded(source: bytes, file: str) -> str:
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise InputRefused("news-file-not-utf8", file=file, line=line) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_lonely_keys(matter: FrontMatter) -> None:
    for key, needed in _NEEDS.items():
        if key in matter.values and needed not in matter.values:
            raise InputRefused("news-key-alone", file=matter.file, line=matter.line(key), key=key, needed=needed)


def _language(path: Path, matter: FrontMatter) -> tuple[str, str]:
    """The file's name without its language, and the language: o-nas.sl.md is `o-nas` in `sl`."""
    name, _, suffix = path.stem.rpartition(".")
    from_name = suffix if name and _is_language(suffix) else ""
    name = name if from_name else path.stem
    if not matter.text("language"):
        if not from_name:
            raise InputRefused("news-language-missing", file=matter.file, line=1)
        return name, from_name
    language = _checked_language(matter, "language")
    if from_name and from_name != language:
        line = matter.line("language")
        raise InputRefused(
            "news-language-differs", file=matter.file, line=line, language=language, suffix=from_name
        )
    return name, language


def _checked_language(matter: FrontMatter, key: str) -> str:
    language = matter.text(key).lower() if "-" not in matter.text(key) else matter.text(key)
    if not _is_language(language):
        raise InputRefused("news-language-unknown", file=matter.file, line=matter.line(key), value=language)
    return language


def _is_language(code: str) -> bool:
    return _LANGUAGE.fullmatch(code) is not None and len(code) <= 20 and is_language(code)


def _kind(matter: FrontMatter) -> NewsKind:
    value = matter.required("kind")
    try:
        return NewsKind(re.sub(r"[ -]+", "_", value.lower()))
    except ValueError:
        line, kinds = matter.line("kind"), ", ".join(NewsKind)
        raise InputRefused("news-kind-unknown", file=matter.file, line=line, value=value, kinds=kinds) from None


def _named_assets(matter: FrontMatter) -> tuple[NamedAsset, ...]:
    return tuple(
        NamedAsset(
            role=role,
            name=matter.text(role),
            alt=matter.text(f"{role}_alt"),
            caption=matter.text(f"{role}_caption"),
            line=matter.line(role),
        )
        for role in AssetRole
        if role in matter.values
    )
