"""Decoders of the news room, as its decode process runs them: kind → function. In the child, nothing else is known
of Bilten: no settings, no database, no store."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from core.decode_child import Decoder
from core.decode_frames import Frame
from news.clean_image import without_metadata
from news.clean_pdf import pdf_without_metadata
from news.inspect_asset import PDF, inspect_asset
from news.mail_picture import PictureLimit, mail_picture
from news.markdown_body import body_html
from news.read_pdf import cover_of, words_of
from news.sanitise import sanitise

VERSION = 5
"""Raised whenever a decoder reads what an earlier one did not: what was set aside is then tried again."""


def _clean(data: bytes, _: Mapping[str, Any]) -> Frame:
    """What the file is, proven; and its bytes as they may be kept, if they are others than those that came."""
    facts = inspect_asset(data)
    clean = pdf_without_metadata(data) if facts.media_type == PDF else without_metadata(data)
    return Frame(asdict(inspect_asset(clean)), () if clean == data else (clean,))


def _picture(data: bytes, options: Mapping[str, Any]) -> Frame:
    return Frame({}, (mail_picture(data, PictureLimit(options["width"], options["height"])),))


def _pdf(data: bytes, _: Mapping[str, Any]) -> Frame:
    cover = cover_of(data)
    return Frame({"words": words_of(data)}, (cover,) if cover else ())


def _markdown(data: bytes, options: Mapping[str, Any]) -> Frame:
    place = {name: options[name] for name in ("file", "first_line", "merge_fields")}
    return Frame({"html": body_html(data.decode(), **place)})


def _html(data: bytes, _: Mapping[str, Any]) -> Frame:
    return Frame({"html": sanitise(data.decode()).strip()})


DECODERS: Mapping[str, Decoder] = {
    "clean": _clean,
    "picture": _picture,
    "pdf": _pdf,
    "markdown": _markdown,
    "html": _html,
}
