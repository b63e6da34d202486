"""Metadata removal from a PDF's drawing instructions (content streams, ISO 32000-2, 7.8.2): they are written anew
with the operators of its table A.1 alone, each with its own operands.

So comments, what stands between BX and EX for other programs, marked points, operands that nothing takes and
private entries of property lists go. What readers of the text need (MCID, Lang, Alt, ActualText, E) stays.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from core.errors import InputRefused
from news.pdf_inline_pictures import inline_picture

if TYPE_CHECKING:
    import pikepdf

_NUMBERS = {
    0: "q Q h S s f F f* B B* b b* n W W* BT ET T* EMC",
    1: "w J j M i Tc Tw Tz TL Tr Ts G g",
    2: "m l Td TD d0",
    3: "RG rg",
    4: "v y re K k",
    6: "cm c Tm d1",
}
_TAKES_NUMBERS = {name: count for count, names in _NUMBERS.items() for name in names.split()}
_PROPERTIES = {"/MCID": (int,), "/Lang": (), "/Alt": (), "/ActualText": (), "/E": ()}
"""Of marked content (ISO 32000-2, 14.6.2, 14.9); those that are no number are strings."""
_NUMBER = frozenset([int, float, Decimal])
_MOST_COLOURS = 33
"""Components of a colour, and a pattern's name (ISO 32000-2, 8.6.6.5)."""


def clean_instructions(pdf: "pikepdf.Pdf", thing: "pikepdf.Object") -> None:
    """Those of a form, tile or appearance, of a page, or of the glyphs of a font that is drawn (Type 3). Raises
    InputRefused for what cannot be read at all."""
    import pikepdf

    if isinstance(thing, pikepdf.Stream):
        if "/BBox" in thing:
            _write(thing, thing)
        return
    contents: Any = thing.get("/Contents") if thing.get("/Type") == pikepdf.Name.Page else None
    if isinstance(contents, pikepdf.Stream):
        _write(contents, contents)
    elif isinstance(contents, pikepdf.Array):  # an instruction may begin in one part and end in the next
        whole = pdf.make_stream(b"")
        _write(whole, thing)
        thing["/Contents"] = whole
    glyphs: Any = thing.get("/CharProcs")
    if isinstance(glyphs, pikepdf.Dictionary):
        for name in glyphs.keys():  # noqa: SIM118  # a dictionary of pikepdf's is not iterated by its keys
            if isinstance(glyphs[name], pikepdf.Stream):
                _write(glyphs[name], glyphs[name])


def _write(stream: "pikepdf.Object", source: "pikepdf.Object") -> None:
    import pikepdf

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is broken at its end is read as far as it goes
            read = pikepdf.parse_content_stream(source)
    except pikepdf.PdfError as error:
        raise InputRefused("news-pdf-unreadable") from error
    stream.write(_written(read))


def _written(read: "Iterable[Any]") -> bytes:
    import pikepdf

    parts: list[bytes] = []
    run: list[Any] = []
    for instruction in read:
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            parts += [pikepdf.unparse_content_stream(run), inline_picture(instruction.iimage)]
            run = []
        else:
            run += _kept(str(instruction.operator), instruction)
    return b"\n".join(part for part in [*parts, pikepdf.unparse_content_stream(run)] if part)


def _kept(name: str, instruction: Any) -> Iterator[Any]:
    """The instruction with its own operands; none where there is no such operator, or it draws nothing."""
    import pikepdf

    given = list(instruction.operands)
    if _TAKES_NUMBERS.get(name) == len(given) and all(map(_is_number, given)):
        yield instruction  # nearly all of a drawing: a file may have millions
        return
    operands = _operands(name, given)
    if operands is None:
        return
    if operands == given and name != "BDC":
        yield instruction
    else:
        yield pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(name))


def _operands(name: str, given: list[Any]) -> list[Any] | None:
    count = _TAKES_NUMBERS.get(name)
    if count is not None:
        return _numbers(given)[-count:] if count else []
    return _TAKES[name](given) if name in _TAKES else None


def _numbers(given: Iterable[Any]) -> list[Any]:
    return [operand for operand in given if _is_number(operand)]


def _name(given: list[Any]) -> list[Any]:
    import pikepdf

    return _last(given, pikepdf.Name)


def _string(given: list[Any]) -> list[Any]:
    import pikepdf

    return _last(given, pikepdf.String)


def _dashes(given: list[Any]) -> list[Any]:
    import pikepdf

    arrays = [pikepdf.Array(_numbers(array)) for array in _last(given, pikepdf.Array)]
    return [*arrays, *_numbers(given)[-1:]]


def _shown(given: list[Any]) -> list[Any]:
    import pikepdf

    return [
        pikepdf.Array([part for part in array if _is_number(part) or isinstance(part, pikepdf.String)])
        for array in _last(given, pikepdf.Array)
    ]


def _colour(given: list[Any]) -> list[Any]:
    return [*_numbers(given), *_name(given[-1:])][-_MOST_COLOURS:]


def _marked(given: list[Any]) -> list[Any]:
    return [*_name(given[:-1]), *map(_properties, given[-1:])]


def _last(given: list[Any], kind: type) -> list[Any]:
    return [operand for operand in given if isinstance(operand, kind)][-1:]


def _properties(given: Any) -> Any:
    """A name leads to a list among the resources, which is cleaned there."""
    import pikepdf

    if isinstance(given, pikepdf.Name):
        return given
    if not isinstance(given, pikepdf.Dictionary):
        return pikepdf.Dictionary()
    kept = {
        key: given[key]
        for key, kinds in _PROPERTIES.items()
        if key in given and isinstance(given[key], kinds or pikepdf.String)
    }
    return pikepdf.Dictionary(kept)


def _is_number(given: Any) -> bool:
    return type(given) in _NUMBER


_TAKES: dict[str, Callable[[list[Any]], list[Any]]] = {
    **dict.fromkeys(["ri", "gs", "CS", "cs", "sh", "Do", "BMC"], _name),
    **dict.fromkeys(["Tj", "'"], _string),
    '"': lambda given: [*_numbers(given)[-2:], *_string(given)],
    "TJ": _shown,
    "Tf": lambda given: [*_name(given), *_numbers(given)[-1:]],
    "d": _dashes,
    **dict.fromkeys(["SC", "sc"], _numbers),
    **dict.fromkeys(["SCN", "scn"], _colour),
    "BDC": _marked,
}
