"""What a page says by its elements and trafilatura loses: emoji drawn as pictures, words after a picture, the
marks of a quotation in a line, how a list is numbered. Written into the text before, read out of it after.
"""

import re
from typing import TYPE_CHECKING, Any

from core.rich_text import emoji_of_picture, quotation_marks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIGN = "\ue000"
"""Of the private use area. What of it a page holds itself (icons of a font) is taken out first."""
_NUMBERED = re.compile(f"^\\s*{_SIGN}(-?[0-9]+)([aAiI]?){_SIGN}")
_WRITTEN = re.compile(f"{_SIGN}[^{_SIGN}]*{_SIGN}")
_NUMBER = re.compile("-?[0-9]{1,9}", re.ASCII)


def write_signs(tree: "HtmlElement") -> None:
    from trafilatura.utils import is_image_file

    for element in tree.iter():
        element.text = element.text.replace(_SIGN, "") if element.text else element.text
        element.tail = element.tail.replace(_SIGN, "") if element.tail else element.tail
    for image in list(tree.iter("img")):
        emoji = emoji_of_picture(image.get("alt", ""), image.get("class", ""))
        # With a picture that it does not know by its address, trafilatura loses the rest of the paragraph.
        if emoji or not any(is_image_file(value) for name, value in image.items() if "src" in name):
            image.tail = emoji + (image.tail or "")
            image.drop_tree()
    for quotation in list(tree.iter("q")):
        around = sum(1 for _ in quotation.iterancestors("q"))
        opening, closing = quotation_marks(_language(quotation))[2 if around else 0 :][:2]
        quotation.text = opening + (quotation.text or "")
        quotation.tail = closing + (quotation.tail or "")
    for quotation in list(tree.iter("q")):
        quotation.drop_tag()
    for listed in tree.iter("ol"):
        _write_numbers(listed)


def read_numbers(body: Any) -> None:
    """Of trafilatura's own elements: `value` of each point that was numbered, `type` of its list."""
    for item in body.iter("item"):
        # What begins with a paragraph has it there.
        holder = item if (item.text or "").strip() or not len(item) else item[0]
        match = _NUMBERED.match(holder.text or "")
        if match and item.getparent() is not None:
            item.set("value", match[1])
            item.getparent().set("numbering", match[2])
    for element in body.iter():
        element.text = _WRITTEN.sub("", element.text) if element.text else element.text
        element.tail = _WRITTEN.sub("", element.tail) if element.tail else element.tail


def _write_numbers(listed: "HtmlElement") -> None:
    points = listed.findall("li")
    names = {"start", "type", "reversed"}
    if not names & set(listed.attrib) and not any("value" in point.attrib for point in points):
        return
    step = -1 if "reversed" in listed.attrib else 1
    number = _number(listed.get("start")) or (len(points) if step < 0 else 1)
    numbering = listed.get("type", "")
    for point in points:
        given = _number(point.get("value"))
        number = number if given is None else given
        kept = numbering if numbering in ("a", "A", "i", "I") else ""
        point.text = f"{_SIGN}{number}{kept}{_SIGN}" + (point.text or "")
        number += step


def _number(written: str | None) -> int | None:
    return int(written) if written and _NUMBER.fullmatch(written) else None


def _language(element: "HtmlElement") -> str:
    for around in (element, *element.iterancestors()):
        if language := around.get("lang"):
            return str(language)
    return ""
