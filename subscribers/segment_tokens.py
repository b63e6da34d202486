"""Words and signs of the filter language of segments, each with its place in the text. Pure."""

import re
from dataclasses import dataclass

END = ""
_TOKEN = re.compile(
    r'\s*(?:(?P<sign><=|>=|!=|[=<>(),])|(?P<quoted>"[^"]*")|(?P<word>[^\s=<>!(),"]+)|(?P<other>\S))'
)
_PLAIN = re.compile(r"[\w.:-]+")
_KEYWORDS = frozenset({"and", "or", "not", "in"})


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    """As it stands there; `END` at the end."""
    at: int
    """Counted from 1."""

    @property
    def is_quoted(self) -> bool:
        return len(self.text) > 1 and self.text[0] == '"'

    @property
    def value(self) -> str:
        return self.text[1:-1] if self.is_quoted else self.text


def read_tokens(text: str) -> list[Token]:
    """The last one is the end. A sign that belongs to nothing is one of its own."""
    stripped = text.rstrip()
    matches = _TOKEN.finditer(stripped)
    tokens = [Token(match[kind], match.start(kind) + 1) for match in matches if (kind := match.lastgroup)]
    return [*tokens, Token(END, len(stripped) + 1)]


def is_plain(value: str) -> bool:
    """Whether it can stand without quotation marks."""
    return _PLAIN.fullmatch(value) is not None and value not in _KEYWORDS
