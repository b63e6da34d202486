"""What a file really is: told by its bytes, proven by decoding it. Its name and its claims count for nothing.

All but `media_type_of` decodes, and belongs into the decode process (`news.decoders`); pdfium may be entered by
one thread of a process at a time, and there is one in that.
"""

import io
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from core.errors import InputRefused

if TYPE_CHECKING:
    from PIL import Image

MAX_IMAGE_BYTES = 25_000_000
MAX_PDF_BYTES = 25_000_000
MAX_PIXELS = 40_000_000
"""Of all frames together: what a decoder may be made to hold or to do."""
MAX_FRAMES = 2_000
MAX_PAGES = 2_000

JPEG, PNG, GIF, WEBP, PDF = "image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf"
_HEADER_WITHIN = 1024
"""Bytes: as far as Acrobat looks for the header (ISO 32000, annex H)."""
_PILLOW_NAMES = {JPEG: "JPEG", PNG: "PNG", GIF: "GIF", WEBP: "WEBP"}


@dataclass(frozen=True, slots=True)
class InspectionResult:
    media_type: str
    width: int | None = None
    height: int | None = None
    page_count: int | None = None


def inspect_asset(data: bytes) -> InspectionResult:
    """Raises InputRefused for anything but a sound JPEG, PNG, GIF, WebP or PDF of bearable size."""
    if not data:
        raise InputRefused("news-asset-empty")
    media_type = media_type_of(data)
    limit = MAX_PDF_BYTES if media_type == PDF else MAX_IMAGE_BYTES
    if len(data) > limit:
        raise InputRefused("news-asset-too-large", limit=limit // 1_000_000)
    return _inspect_pdf(data) if media_type == PDF else _inspect_image(data, media_type)


def media_type_of(data: bytes) -> str:
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if b"%PDF-" in data[:_HEADER_WITHIN]:
        return PDF
    # SVG is a document that can carry scripts, and most mail programs do not show it.
    code = "news-asset-svg" if b"<svg" in data[:4096].lower() else "news-asset-type-unknown"
    raise InputRefused(code)


def open_image(data: bytes) -> "Image.Image":
    """By the decoder of its kind and no other: Pillow has forty, of which four are needed."""
    from PIL import Image

    # Pillow itself would find it by loading all forty.
    import_module("PIL.WebPImagePlugin")
    return Image.open(io.BytesIO(data), formats=[_PILLOW_NAMES[media_type_of(data)]])


def _inspect_image(data: bytes, media_type: str) -> InspectionResult:
    from PIL import Image

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with open_image(data) as image:
            width, height = image.size
            _decode_frames(image)
    except InputRefused:
        raise
    except bombs as error:
        raise _too_many_pixels() from error
    except Exception as error:  # decoders answer damaged data with whatever they stumble over
        raise InputRefused("news-image-unreadable") from error
    return InspectionResult(media_type, width=width, height=height)


def _decode_frames(image: "Image.Image") -> None:
    """Each frame in full, the pixels counted before they are made."""
    pixels = 0
    for frame in range(MAX_FRAMES + 1):
        # Not `n_frames`: to count them, Pillow would go through them all.
        try:
            image.seek(frame)
        except EOFError:
            return
        pixels += image.width * image.height
        if pixels > MAX_PIXELS:
            raise _too_many_pixels()
        image.load()
    raise InputRefused("news-image-too-many-frames", limit=MAX_FRAMES)


def _too_many_pixels() -> InputRefused:
    return InputRefused("news-image-too-many-pixels", limit=MAX_PIXELS // 1_000_000)


def _has_its_end(data: bytes) -> bool:
    """Whether nothing of the document stands behind its last end mark: servers and mail programs add bytes of
    theirs. One that can be shown while it comes has an end mark near its beginning, too."""
    _, mark, behind = data.rpartition(b"%%EOF")
    return bool(mark) and b" obj" not in behind and b"stream" not in behind


def _inspect_pdf(data: bytes) -> InspectionResult:
    import pypdfium2

    # pdfium repairs what was cut off; a PDF that is still being copied must not pass for a whole one.
    if not _has_its_end(data):
        raise InputRefused("news-pdf-unreadable")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise InputRefused("news-pdf-encrypted" if is_locked else "news-pdf-unreadable") from error
    try:
        page_count = len(document)
    finally:
        document.close()
    if not page_count:
        raise InputRefused("news-pdf-unreadable")
    if page_count > MAX_PAGES:
        raise InputRefused("news-pdf-too-long", limit=MAX_PAGES)
    return InspectionResult(PDF, page_count=page_count)
