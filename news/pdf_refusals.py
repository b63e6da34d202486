"""PDFs that would not be the same without what goes: by their catalogue (ISO 32000-2, 7.7.2)."""

from typing import TYPE_CHECKING, Any

from core.errors import InputRefused

if TYPE_CHECKING:
    import pikepdf


def expect_pages_that_say_it(root: "pikepdf.Object") -> None:
    """Raises InputRefused for one that is certified, a portfolio (12.3.5), or a form that Acrobat draws (XFA).

    The pages of the last two only say: open this in another program. What they stand for is attached, or a
    script."""
    draws_itself: Any = root.get("/NeedsRendering")
    if "/Perms" in root:
        raise InputRefused("news-pdf-signed")
    if "/Collection" in root:
        raise InputRefused("news-pdf-portfolio")
    if draws_itself is True:
        raise InputRefused("news-pdf-dynamic-form")
