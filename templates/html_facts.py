"""What a mail's html says, read as a mail program would: its words, links, images, language."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_UNSEEN = frozenset({"style", "script", "title", "head"})


@dataclass(slots=True)
class HtmlFacts:
    language: str = ""
    direction: str = ""
    words: str = ""
    links: list[str] = field(default_factory=list)
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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "html":
            self.facts.language, self.facts.direction = values.get("lang", ""), values.get("dir", "")
        elif tag == "a" and "href" in values:
            self.facts.links.append(values["href"])
        elif tag == "img":
            self._image(values)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.facts.words += data

    def _image(self, values: dict[str, str]) -> None:
        source = values.get("src", "")
        self.facts.images.append(source)
        # An empty alt says "decoration", and nothing in a news item is decoration.
        if not values.get("alt", "").strip():
            self.facts.images_without_alt.append(source)
