"""What a mail's html says, read as a mail program would: its words, links, images, language."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WITHIN_A_LINE = frozenset(
    {"a", "abbr", "b", "bdi", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"}
)
"""Not what is struck out: the word after it is another one, and the text part has a mark between."""
_UNSEEN = frozenset({"style", "script", "title", "head"})


@dataclass(slots=True)
class LinkFact:
    url: str
    text: str = ""
    """What the reader sees or hears of it: its text, and what stands for its pictures."""


@dataclass(slots=True)
class HtmlFacts:
    language: str = ""
    direction: str = ""
    title: str = ""
    text: str = ""
    links: list[str] = field(default_factory=list)
    named_links: list[LinkFact] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)
    """Places in it that a link can lead to."""
    headings: list[int] = field(default_factory=list)
    """Their levels, in the order in which they are read."""
    tables_without_role: int = 0
    """Tables that hold no data and do not say so: a screen reader counts their rows aloud."""
    images: list[str] = field(default_factory=list)
    images_without_alt: list[str] = field(default_factory=list)


def read_html(html: str) -> HtmlFacts:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.facts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = HtmlFacts()
        self._unseen = 0
        self._is_in_title = False
        self._open_link: LinkFact | None = None
        self._tables: list[bool] = []
        """Of the tables that are open, whether each may be one of layout that does not say so."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._part(tag)
        self.facts.targets |= {values.get("id", ""), values.get("name", "") if tag == "a" else ""} - {""}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "html":
            self.facts.language, self.facts.direction = values.get("lang", ""), values.get("dir", "")
        elif tag == "a" and "href" in values:
            self.facts.links.append(values["href"])
            self._open_link = LinkFact(values["href"])
            self.facts.named_links.append(self._open_link)
        elif tag == "img":
            self._image(values)
        elif tag in _HEADINGS:
            self.facts.headings.append(int(tag[1]))
        elif tag == "table":
            self._tables.append(values.get("role") not in ("presentation", "none", "table"))
        elif tag == "th" and self._tables:
            self._tables[-1] = False
        if tag == "title":
            self._is_in_title = True

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if tag in _UNSEEN:
            self._unseen -= 1
        if tag == "title":
            self._is_in_title = False
        elif tag == "a":
            self._open_link = None
        elif tag == "table" and self._tables:
            self.facts.tables_without_role += self._tables.pop()

    def handle_data(self, data: str) -> None:
        if self._is_in_title:
            self.facts.title += data
        if not self._unseen:
            self.facts.text += data
            self._name_link(data)

    def _part(self, tag: str) -> None:
        """Words before and after it are not one word."""
        if tag not in _WITHIN_A_LINE and not self.facts.text.endswith(" "):
            self.facts.text += " "

    def _name_link(self, text: str) -> None:
        if self._open_link is not None:
            self._open_link.text += text

    def _image(self, values: dict[str, str]) -> None:
        source = values.get("src", "")
        self.facts.images.append(source)
        self._name_link(values.get("alt", ""))
        # An empty alt says "decoration", and nothing in a news item is decoration.
        if not values.get("alt", "").strip():
            self.facts.images_without_alt.append(source)
