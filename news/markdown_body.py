"""The Markdown of a news text, as sanitised HTML.

Raw HTML in it stays text that readers see. Code spans are off: a news text has none, and a stray backtick or an
indented paragraph should not turn into one.
"""

from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from core.errors import InputRefused
from news.sanitise import sanitise

_LEVELS = {"h1": "h2", "h5": "h4", "h6": "h4"}
"""The title is the only first-level heading of a bulletin's text; readers of e-mail need no fifth."""


@lru_cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return parser.disable(["code", "fence", "backticks"])


def body_html(body: str, *, file: str, first_line: int) -> str:
    """Raises InputRefused. `first_line`: where the body begins in its file, for the line in an error."""
    tokens = _markdown().parse(body)
    _refuse_images(tokens, file=file, first_line=first_line)
    for token in tokens:
        token.tag = _LEVELS.get(token.tag, token.tag)
    return sanitise(_markdown().renderer.render(tokens, _markdown().options, {})).strip()


def _refuse_images(tokens: Sequence[Token], *, file: str, first_line: int) -> None:
    for token in tokens:
        if any(child.type == "image" for child in token.children or ()):
            line = first_line + (token.map[0] if token.map else 0)
            raise InputRefused("news-image-in-body", file=file, line=line)
