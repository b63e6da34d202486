"""Files of news, decoded in a child process (`core.decode_process`): what goes in and what comes out, typed."""

from collections.abc import Collection
from dataclasses import dataclass

from pydantic import TypeAdapter

from core.decode_frames import Frame
from core.decode_process import DecodeProcess
from news.inspect_asset import InspectionResult
from news.mail_picture import PictureLimit

_INSPECTED = TypeAdapter(InspectionResult)
_WORDS = TypeAdapter(str)


@dataclass(frozen=True, slots=True)
class PdfContent:
    cover: bytes | None
    """Its first page as PNG; None of a page that cannot be drawn."""
    text: str


def decode_process() -> DecodeProcess:
    """For one reading, however many files it has. Costs nothing until the first of them is decoded."""
    return DecodeProcess("news.decoders")


def clean(process: DecodeProcess, data: bytes) -> tuple[InspectionResult, bytes]:
    """What the file is, and its bytes as they may be kept. Raises InputRefused, DecodeFailed."""
    frame = process.decode("clean", data)
    return _INSPECTED.validate_python(frame.facts), _only_part(frame) or data


def picture(process: DecodeProcess, data: bytes, box: PictureLimit) -> bytes:
    """A kept image in the size of mails. Raises DecodeFailed."""
    return _only_part(process.decode("picture", data, {"width": box.width, "height": box.height})) or data


def pdf_content(process: DecodeProcess, data: bytes) -> PdfContent:
    """Raises DecodeFailed."""
    frame = process.decode("pdf", data)
    return PdfContent(_only_part(frame), _WORDS.validate_python(frame.facts.get("words")))


def markdown_html(
    process: DecodeProcess, body: str, *, place: str, first_line: int, merge_fields: Collection[str] = ()
) -> str:
    """The sanitised HTML of Markdown. Raises InputRefused, with `place` and its line there; DecodeFailed."""
    options = {"file": place, "first_line": first_line, "merge_fields": sorted(merge_fields)}
    frame = process.decode("markdown", body.encode("utf-8", "replace"), options)
    return _WORDS.validate_python(frame.facts.get("html"))


def sanitised_html(process: DecodeProcess, html: str, *, language: str) -> str:
    """HTML that somebody wrote or pasted in `language`, harmless and well-formed. Raises DecodeFailed."""
    frame = process.decode("html", html.encode("utf-8", "replace"), {"language": language})
    return _WORDS.validate_python(frame.facts.get("html"))


def _only_part(frame: Frame) -> bytes | None:
    return frame.parts[0] if frame.parts else None
