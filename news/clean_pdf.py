"""Metadata removal and content disarm (CDR): a PDF written anew, without its maker's traces or scripts.

Only the keys that are named in `pdf_keys` stay, in each kind of dictionary. Information dictionary, XMP, scripts,
actions, attachments, notes, what drawing instructions do not draw, private data of programs (pdfTeX's of each
figure), earlier revisions and whatever no page uses go. Text, look, tags, language, outline, links and fields stay
(ISO 32000-2). The same PDF always gives the same bytes. Runs in the decode process.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from core.errors import InputRefused
from news import pdf_keys as keys
from news.clean_icc import clean_profile
from news.pdf_instructions import clean_instructions
from news.pdf_refusals import expect_pages_that_say_it
from news.pdf_streams import clean_stream
from news.pdf_tags import TagStore

if TYPE_CHECKING:
    import pikepdf


def pdf_without_metadata(data: bytes) -> bytes:
    """Raises InputRefused for one that is signed, encrypted, damaged, or whose pages do not say what it says.

    `data`: a PDF that pdfium can open."""
    import pikepdf

    try:
        with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise InputRefused("news-pdf-encrypted")
            _clean(pdf)
            clean = _saved(pdf)
        with pikepdf.Pdf.open(io.BytesIO(clean)) as again:
            # The order of keys that were added depends on who added them; what was written once has one order.
            del again.trailer["/ID"]
            return _saved(again)
    except pikepdf.PasswordError as error:
        raise InputRefused("news-pdf-encrypted") from error
    except pikepdf.PdfError as error:
        raise InputRefused("news-pdf-unreadable") from error


def _saved(pdf: "pikepdf.Pdf") -> bytes:
    import pikepdf

    out = io.BytesIO()
    pdf.save(
        out,
        preserve_pdfa=False,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return out.getvalue()


def _clean(pdf: "pikepdf.Pdf") -> None:
    for name in set(pdf.trailer.keys()) - {"/Root", "/Size"}:
        del pdf.trailer[name]
    len(pdf.pages)  # qpdf gives pages the type that they should have
    root = pdf.Root
    expect_pages_that_say_it(root)
    _keep(root, keys.CATALOG)
    _keep_open_action(root)
    for name, kept in (("/Names", keys.NAMES), ("/AcroForm", keys.FORM), ("/ViewerPreferences", keys.VIEWER)):
        if _is_dictionary(root.get(name)):
            if int(root[name].get("/SigFlags", 0)) & 1:
                raise InputRefused("news-pdf-signed")
            _keep(root[name], kept)
    tags = TagStore()
    for thing, place, holds_names in _everything(root):
        _clean_one(thing, place, holds_names=holds_names)
        tags.collect(thing)
        if not _is_array(thing) and not holds_names:
            clean_instructions(pdf, thing)
    tags.rename(pdf)


def _everything(root: "pikepdf.Object") -> "Iterator[tuple[pikepdf.Object, str, bool]]":
    """Each dictionary, stream and array that can be reached; what is inside is looked for after it was cleaned.

    With it, the key under which it stands, and whether its own keys are names that somebody chose (of fonts,
    pictures), not keys of the format. What stands under such a name, or in an array, has the place of these.
    """
    waiting: list[tuple[Any, str, str]] = [(root, "", "")]
    seen: set[tuple[int, int]] = set()
    while waiting:
        thing, place, names_of = waiting.pop()
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        yield thing, place, bool(names_of)
        if _is_array(thing):
            waiting += [(inner, place, "") for inner in thing if _holds_more(inner)]
        else:
            for name in thing.keys():  # noqa: SIM118  # a dictionary of pikepdf's is not iterated by its keys
                if _holds_more(inner := thing[name]):
                    inside = name if _names_inside(name, names_of, inner) else ""
                    waiting.append((inner, names_of or name, inside))


def _names_inside(key: str, names_of: str, inner: "pikepdf.Object") -> bool:
    if names_of == "/AP":
        return key in keys.STATES and _is_dictionary(inner)
    if names_of or key not in keys.HOLD_NAMES or not _is_dictionary(inner):
        return False
    return key != "/Dests" or not {"/Names", "/Kids"} & set(inner.keys())  # there are two kinds of these


def _clean_one(thing: "pikepdf.Object", place: str, *, holds_names: bool) -> None:
    if _is_array(thing):
        _clean_colours(thing)
        return
    if holds_names:
        _keep_no_words(thing)
        return
    if _is_signature(thing):
        raise InputRefused("news-pdf-signed")
    if _is_stream(thing):
        clean_stream(thing)
    elif place:  # the catalogue itself is clean
        _clean_dictionary(thing, place)
    if _is_array(thing.get("/Annots")):
        _keep_annotations(thing)
    if _is_dictionary(thing.get("/A")) and "/S" in thing["/A"]:
        _keep_action(thing)


def _clean_dictionary(thing: "pikepdf.Object", place: str) -> None:
    kind = _name(thing, "/Type")
    if kind in keys.OF_TYPE:
        _keep(thing, keys.OF_TYPE[kind])
    elif "/Subtype" in thing and "/Rect" in thing:
        _clean_annotation(thing)
    elif place in keys.OF_PLACE:
        _keep(thing, keys.OF_PLACE[place])
    elif "/S" in thing and "/P" in thing:  # a tag that a tree of numbers or names leads to
        _keep(thing, keys.TAG)
    elif place not in keys.CLEANED_BEFORE:
        _keep(thing, keys.OTHER)


def _keep_no_words(names: "pikepdf.Object") -> None:
    import pikepdf

    for name in set(names.keys()):
        if isinstance(names[name], pikepdf.String):
            del names[name]


def _keep_annotations(page: "pikepdf.Object") -> None:
    import pikepdf

    kept = []
    for annotation in page["/Annots"]:
        if _is_dictionary(annotation) and _name(annotation, "/Subtype") in keys.ANNOTATIONS:
            kept.append(annotation)
        elif _is_dictionary(annotation):
            _keep(annotation, frozenset())  # tags may still point to it
    page["/Annots"] = pikepdf.Array(kept)


def _clean_annotation(annotation: "pikepdf.Object") -> None:
    kind = _name(annotation, "/Subtype")
    if kind not in keys.ANNOTATIONS:
        _keep(annotation, frozenset())
        return
    _keep(annotation, keys.ANNOTATION | keys.ANNOTATIONS[kind])


def _keep_action(thing: "pikepdf.Object") -> None:
    """A link's, a bookmark's or a button's: only where it leads to, and only to what a reader may follow."""
    import pikepdf

    action = thing["/A"]
    kind = _name(action, "/S")
    if kind == "/URI" and str(action.get("/URI", "")).lower().startswith(keys.SCHEMES):
        thing["/A"] = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=action["/URI"])
    elif kind == "/GoTo" and "/D" in action:
        thing["/A"] = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=action["/D"])
    elif kind == "/Named" and _name(action, "/N") in keys.NAMED_ACTIONS:
        thing["/A"] = pikepdf.Dictionary(S=pikepdf.Name.Named, N=action["/N"])
    else:
        del thing["/A"]


def _keep_open_action(root: "pikepdf.Object") -> None:
    """Where it opens may stay; what it does may not."""
    opens: Any = root.get("/OpenAction")
    if _is_dictionary(opens):
        opens = opens.get("/D") if _name(opens, "/S") == "/GoTo" else None
    if _is_array(opens):
        root["/OpenAction"] = opens
    elif "/OpenAction" in root:
        del root["/OpenAction"]


def _clean_colours(array: "pikepdf.Object") -> None:
    """The profile of an ICCBased colour space (ISO 32000-2, 8.6.5.5); it has an alternate if it is none."""
    if len(array) != 2 or not _is_stream(array[1]) or str(array[0]) != "/ICCBased":
        return
    clean = clean_profile(array[1].read_bytes())
    if clean is not None:
        array[1].write(clean)


def _is_signature(thing: "pikepdf.Object") -> bool:
    is_field = _name(thing, "/FT") == "/Sig"
    return is_field or "/ByteRange" in thing or _name(thing, "/Type") in ("/Sig", "/DocTimeStamp")


def _keep(thing: "pikepdf.Object", kept: frozenset[str]) -> None:
    for name in set(thing.keys()) - kept:
        del thing[name]


def _name(thing: "pikepdf.Object", key: str) -> str:
    import pikepdf

    value = thing.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _holds_more(value: Any) -> bool:
    return _is_array(value) or _is_dictionary(value) or _is_stream(value)


def _is_array(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)


def _is_dictionary(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Dictionary) and not isinstance(value, pikepdf.Stream)


def _is_stream(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Stream)
