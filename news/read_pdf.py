"""What a PDF shows and says: its first page as a picture, and its words. Runs in the decode process."""

import io

COVER_WIDTH = 800
"""Pixels: more than any mail shows of it, so that what is made smaller of it is sharp."""
COVER_HEIGHT = 3_200
"""As many as a page in portrait needs, twice; a strip is drawn narrower. What is drawn is bounded by both."""
MAX_PAGES = 200
MOST_TEXT = 200_000
"""Characters."""
_POINTS = 4_000
"""A page larger than this, in points, is no page of a publication; nor is one smaller than a point."""


def cover_of(data: bytes) -> bytes | None:
    """The first page, as PNG; None of a PDF whose first page cannot be drawn."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None
    try:
        page = document[0]
        scale = cover_scale(*page.get_size())
        if scale is None:
            return None
        image = page.render(scale=scale).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, ValueError):
        return None
    finally:
        document.close()
    drawn = io.BytesIO()
    image.save(drawn, format="PNG")
    return drawn.getvalue()


def cover_scale(width: float, height: float) -> float | None:
    """Pixels for each point of a page; None of one that cannot be seen when it is drawn within its bounds.

    By the width alone, a page of 0.1 points by 4,000 would be a picture of 32 million pixels in height.
    """
    if not (1 <= width <= _POINTS and 1 <= height <= _POINTS):
        return None
    scale = min(COVER_WIDTH / width, COVER_HEIGHT / height)
    return scale if min(width, height) * scale >= 1 else None


def words_of(data: bytes) -> str:
    """The text of the first MOST_PAGES pages, a blank line between pages; empty of a PDF that is only pictures."""
    import pypdfium2

    pages: list[str] = []
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ""
    try:
        for number in range(min(len(document), MAX_PAGES)):
            pages.append(document[number].get_textpage().get_text_bounded())
            if sum(map(len, pages)) > MOST_TEXT:
                break
    except pypdfium2.PdfiumError:  # what was read until here is kept
        pass
    finally:
        document.close()
    return _plain("\n\n".join(page.strip() for page in pages if page.strip()))[:MOST_TEXT]


def _plain(text: str) -> str:
    """As a database can hold it and a page can show it: lines, and nothing that steers a printer."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "ignore").decode()
    return "".join(char for char in kept if char == "\n" or char.isprintable())
