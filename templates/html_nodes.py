"""A mail's html as nodes that are written again as they were read: comments, quotes and order included. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from templates.minify_css import declarations

_PIECE = re.compile(
    r"""<!--.*?(?:-->|\Z)|<!doctype[^>]*>|<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?P<attributes>(?:"[^"]*"|'[^']*'|[^'"<>])*)>"""
    r"|[^<]+|<",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""(?<=\s)([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_RAW = re.compile(r"</(?:style|script|title)\s*>", re.IGNORECASE)
DEEPEST = 200
"""Elements in each other. Python ends the program long after it; a mail has some thirty."""


@dataclass(eq=False)
class HtmlElement:
    """An element. `attributes` hold values as written, with their character references; None: no value."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["HtmlElement | str"] = field(default_factory=list)
    """Texts and comments are strings."""
    parent: "HtmlElement | None" = None
    end: str = ""
    """What stands before the `>` of its start tag."""
    has_end: bool = True

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    @property
    def style(self) -> dict[str, str]:
        """Its inline declarations, with the references that are in them; of several of a name, the last."""
        return dict(declarations(self.get("style")))

    @style.setter
    def style(self, style: Mapping[str, str]) -> None:
        # What stands there twice is meant for programs that do not know the second, and stays.
        stated, before = declarations(self.get("style")), self.style
        pairs = [(name, value) for name, value in stated if name in style and style[name] == before[name]]
        pairs += [(name, value) for name, value in style.items() if before.get(name) != value]
        names = list(style)
        self.attributes["style"] = ";".join(
            f"{name}:{value}" for name, value in sorted(pairs, key=lambda pair: names.index(pair[0]))
        )
        if not style:
            del self.attributes["style"]

    @property
    def is_styled(self) -> bool:
        return bool(self.attributes.get("style"))

    @property
    def has_text(self) -> bool:
        """Whether words stand right in it."""
        return any(isinstance(child, str) and child.strip() and child[:4] != "<!--" for child in self.children)

    def only_child(self, name: str) -> "HtmlElement | None":
        """The one thing in it beside comments and spaces, if it is that element."""
        elements = [child for child in self.children if isinstance(child, HtmlElement)]
        is_alone = len(elements) == 1 and not self.has_text and elements[0].name == name
        return elements[0] if is_alone else None

    def unwrap(self) -> None:
        """What is in it takes its place."""
        if self.parent is not None:
            place = self.parent.children.index(self)
            self.parent.children[place : place + 1] = self.children
            for child in self.children:
                if isinstance(child, HtmlElement):
                    child.parent = self.parent

    def all(self, *names: str) -> "list[HtmlElement]":
        return [node for node in self.walk() if node.name in names]

    def above(self) -> "Iterator[HtmlElement]":
        """Its ancestors, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> "Iterator[HtmlElement]":
        """Itself and every element in it, parents first."""
        yield self
        for child in list(self.children):
            if isinstance(child, HtmlElement):
                yield from child.walk()


def read_nodes(html: str) -> HtmlElement | None:
    """A node without a name around everything; None where an element is not closed in its place, or where elements
    stand in each other more deeply than in any mail."""
    root = current = HtmlElement("")
    at = depth = 0
    while at < len(html):
        piece = _PIECE.match(html, at)
        if piece is None:
            return None
        at = piece.end()
        if not piece["name"]:
            current.children.append(piece[0])
        elif piece["end"]:
            if piece["name"].lower() != current.name or current.parent is None:
                return None
            current, depth = current.parent, depth - 1
        else:
            node = _node(piece, current)
            current.children.append(node)
            if node.name in ("style", "script", "title"):
                ends = _RAW.search(html, at)
                if ends is None:
                    return None
                node.children.append(html[at : ends.start()])
                at = ends.end()
            elif node.has_end:
                current, depth = node, depth + 1
                if depth > DEEPEST:
                    return None
    return root if current is root else None


def write_nodes(node: HtmlElement) -> str:
    pieces: list[str] = []
    _write(node, pieces)
    return "".join(pieces)


def _node(piece: re.Match[str], parent: HtmlElement) -> HtmlElement:
    written = piece["attributes"]
    end = " /" if written.rstrip().endswith("/") else ""
    name = piece["name"].lower()
    attributes = {
        match[1]: next((value for value in match.groups()[1:] if value is not None), None)
        for match in _ATTRIBUTE.finditer(written)
    }
    return HtmlElement(name, attributes, [], parent, end, not end and name not in _VOID)


def _write(node: HtmlElement, pieces: list[str]) -> None:
    if node.name:
        pieces.append(f"<{node.name}")
        pieces += [
            f" {name}" if value is None else f" {name}={_quoted(value)}" for name, value in node.attributes.items()
        ]
        pieces.append(f"{node.end}>")
    for child in node.children:
        if isinstance(child, HtmlElement):
            _write(child, pieces)
        else:
            pieces.append(child)
    if node.name and node.has_end:
        pieces.append(f"</{node.name}>")


def _quoted(value: str) -> str:
    return f"'{value}'" if '"' in value else f'"{value}"'
