"""Comments in a PDF's drawing instructions (ISO 32000-2, 7.2.4): programs and people write names there that no
page shows. They go; every other byte of the instructions stays."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_STRING = rb"\((?:[^()\\]|\\.)*\)"
_INLINE_PICTURE = rb"\bBI\b[^%()]{0,500}?\bID\s.*?\sEI\b"
_NO_COMMENTS = re.compile(_STRING + b"|" + _INLINE_PICTURE, re.DOTALL)
_PLAIN = re.compile(rb"[\t\n\f\r -$&-~]*")
"""Without a percent sign, and without bytes that could be the rest of a picture."""


def drop_comments(pdf: "pikepdf.Pdf", stream: "pikepdf.Object") -> None:
    """`stream`: instructions, or a part of a page's. One that cannot be unpacked is left as it is: nobody draws
    it, either. So is one without comments, byte for byte."""
    import pikepdf

    try:
        data = stream.read_bytes()
    except (pikepdf.PdfError, NotImplementedError):  # broken, or of a filter that qpdf does not know
        return
    if not _may_have_comments(data):
        return
    drawn = _without_comments(pdf, data)
    if drawn != data:
        stream.write(drawn)


def instructions_of(thing: "pikepdf.Object") -> "Iterator[pikepdf.Object]":
    """A page's, and those of the glyphs of a font that is drawn (Type 3)."""
    import pikepdf

    contents: Any = thing.get("/Contents") if thing.get("/Type") == pikepdf.Name.Page else None
    if isinstance(contents, pikepdf.Array):
        yield from (part for part in contents if isinstance(part, pikepdf.Stream))
    elif isinstance(contents, pikepdf.Stream):
        yield contents
    glyphs: Any = thing.get("/CharProcs")
    if isinstance(glyphs, pikepdf.Dictionary):
        names = glyphs.keys()  # a dictionary of pikepdf's is not iterated by its keys
        yield from (glyphs[name] for name in names if isinstance(glyphs[name], pikepdf.Stream))


def _may_have_comments(data: bytes) -> bool:
    """Cheap: reading tokens takes a second for each megabyte, and nearly no file has comments. In doubt, yes."""
    return b"%" in data and _PLAIN.fullmatch(_NO_COMMENTS.sub(b" ", data)) is None


def _without_comments(pdf: "pikepdf.Pdf", data: bytes) -> bytes:
    """By qpdf's reader of tokens, which knows strings and inline pictures."""
    import pikepdf

    class _NoComments(pikepdf.TokenFilter):
        def handle_token(self, token: pikepdf.Token = None) -> Any:  # type: ignore[assignment]  # as pikepdf has it
            return None if token.type_ == pikepdf.TokenType.comment else token

    page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 1, 1], Contents=pdf.make_stream(data))
    return pikepdf.Page(pdf.make_indirect(page)).get_filtered_contents(_NoComments())
