"""Hidden text of a Word document (w:vanish: ECMA-376, part 1, 17.3.2.41) is taken out before it is read.

Word shows and prints nothing of it: notes of a draft, fields of a mail merge. It is hidden by its own run, by the
style of the run or of its paragraph, or by what that style is based on. Runs in the decode process.
"""

import io
import re
import zipfile
from typing import TYPE_CHECKING

from news.extraction.zip_bounds import open_document

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXTS = re.compile(r"word/(?:document|footnotes|endnotes)[0-9]*\.xml")
_STYLES = "word/styles.xml"
_MOST_BASED = 12
"""So many styles, each based on the next: more is no style of anybody's."""
_NOT = frozenset({"0", "false", "off"})


def without_hidden_text(data: bytes) -> bytes:
    """The same document, where nothing in it is hidden. Raises InputRefused as `open_document` does."""
    from lxml import etree

    with open_document(data) as document:
        names = [name for name in document.namelist() if _TEXTS.fullmatch(name)]
        if not any(b"vanish" in document.read(name) for name in {*names, _STYLES} & {*document.namelist()}):
            return data
        try:
            styles = etree.fromstring(document.read(_STYLES)) if _STYLES in document.NameToInfo else None
            hidden = {} if styles is None else _hidden_styles(styles)
            shown = {name: _shown(etree.fromstring(document.read(name)), hidden) for name in names}
        except etree.XMLSyntaxError:
            return data  # for whoever reads it next, and says so
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
            for part in document.infolist():
                into.writestr(part.filename, shown.get(part.filename) or document.read(part))
    return made.getvalue()


def _shown(root: "Element", hidden: dict[str, bool]) -> bytes:
    from lxml import etree

    for run in list(root.iter("{*}r")):
        paragraph = next(run.iterancestors("{*}p"), None)
        is_hidden = _vanishes(run.find("{*}rPr"))
        is_hidden = hidden.get(style_of(run.find("{*}rPr"), "rStyle")) if is_hidden is None else is_hidden
        if is_hidden is None and paragraph is not None:
            is_hidden = hidden.get(style_of(paragraph.find("{*}pPr"), "pStyle"))
        parent = run.getparent()
        if is_hidden and parent is not None:
            parent.remove(run)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _hidden_styles(root: "Element") -> dict[str, bool]:
    """By its name: whether its text is hidden, as far as it says."""
    own, based = {}, {}
    for style in root.iter("{*}style"):
        name = value_of(style, "styleId")
        own[name], based[name] = _vanishes(style.find("{*}rPr")), style_of(style, "basedOn")
    resolved = {}
    for name in own:
        asked = name
        for _ in range(_MOST_BASED):
            if own.get(asked) is not None or asked not in based:
                break
            asked = based[asked]
        if (answer := own.get(asked)) is not None:
            resolved[name] = answer
    return resolved


def _vanishes(properties: "Element | None") -> bool | None:
    """None: nothing of it."""
    vanish = None if properties is None else properties.find("{*}vanish")
    return None if vanish is None else value_of(vanish, "val") not in _NOT


def style_of(properties: "Element | None", tag: str) -> str:
    """What the element of that name in `properties` says; empty where there is none."""
    style = None if properties is None else properties.find(f"{{*}}{tag}")
    return "" if style is None else value_of(style, "val")


def value_of(element: "Element", name: str) -> str:
    """Of an attribute in Word's namespace, whichever of the two it is."""
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(f"}}{name}")), "")
