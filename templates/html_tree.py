"""A mail's html as a tree, the way programs that are browsers read it.

What stands in comments is not in it: the html that only Outlook for Windows reads.
"""

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


def read_tree(html: str) -> Element:
    """The element `html` with all that is in it; never an error, whatever is left open or closed twice."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("html")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.root.attrib.update(values)
            return
        element = SubElement(self._open[-1], tag, values)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        deepest = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), None)
        if deepest is not None:
            del self._open[deepest:]

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data
