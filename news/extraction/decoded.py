"""What the decode process facts, typed and validated: a decoder that was taken over must not get further."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pydantic import TypeAdapter

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from core.i18n import is_language
from news.extraction.extracted_text import ExtractedText

_FACTS = TypeAdapter(ExtractedText)


def extract_page(process: DecodeProcess, data: bytes, *, address: str, charset: str, today: date) -> ExtractedText:
    """Raises InputRefused."""
    options = {"address": address, "charset": charset, "today": today.isoformat()}
    return _extract(process, "page", data, options)


def extract_word(process: DecodeProcess, data: bytes) -> ExtractedText:
    """Raises InputRefused."""
    return _extract(process, "word", data, {})


def extract_pdf(process: DecodeProcess, data: bytes) -> ExtractedText:
    """Raises InputRefused."""
    return _extract(process, "pdf-text", data, {})


def _extract(process: DecodeProcess, kind: str, data: bytes, options: Mapping[str, str]) -> ExtractedText:
    try:
        frame = process.decode(kind, data, options)
    except DecodeFailed as failed:
        raise InputRefused("news-extract-undecoded", cause=failed.reason) from failed
    text, *pictures = frame.parts
    facts = _FACTS.validate_python(frame.facts)
    return replace(
        facts,
        language=facts.language if is_language(facts.language) else "",
        languages={code: address for code, address in facts.languages.items() if is_language(code)},
        body_html=text.decode("utf-8", "replace"),
        picture_bytes=pictures[0] if pictures else None,
    )
