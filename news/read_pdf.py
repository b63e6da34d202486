"""What a PDF shows and says: its first page as a picture, and its words. Of any other file, nothing."""

import io

from core.logging import get_logger
from news.inspect_asset import PDFIUM

COVER_WIDTH = 800
"""Pixels: more than any mail shows of it, so that what is made smaller of it is sharp."""
MOST_PAGES = 200
MOST_TEXT = 200_000
"""Characters."""
_POINTS = 4_000
"""A page larger than this, in points, is no page of a publication, and would be a picture without end."""

log = get_logger(__name__)


def cover_of(data: bytes) -> bytes | None:
    """The first page, as PNG; None of a PDF whose first page cannot be drawn."""
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return None
        try:
            page = document[0]
            width, height = page.get_size()
            if not (0 < width <= _POINTS and 0 < height <= _POINTS):
                return None
            image = page.render(scale=COVER_WIDTH / width).to_pil().convert("RGB")
        except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
            log.warning("pdf.cover_not_drawn", error=type(error).__name__)
            return None
        finally:
            document.close()
    drawn = io.BytesIO()
    image.save(drawn, format="PNG")
    return drawn.getvalue()


def words_of(data: bytes) -> str:
    """The text of the first MOST_PAGES pages, a blank line between pages; empty of a PDF that is only pictures."""
    import pypdfium2

    pages: list[str] = []
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return ""
        try:
            for number in range(min(len(document), MOST_PAGES)):
                pages.append(document[number].get_textpage().get_text_bounded())
                if sum(map(len, pages)) > MOST_TEXT:
                    break
        except pypdfium2.PdfiumError as error:
            log.warning("pdf.text_not_read", error=type(error).__name__)
        finally:
            document.close()
    return _plain("\n\n".join(page.strip() for page in pages if page.strip()))[:MOST_TEXT]


def _plain(text: str) -> str:
    """As a database can hold it and a page can show it: lines, and nothing that steers a printer."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "ignore").decode()
    return "".join(char for char in kept if char == "\n" or char.isprintable())
