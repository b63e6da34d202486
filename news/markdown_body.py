"""Markdown (CommonMark, with tables, footnotes, strike-through, task and definition lists) of a news text, as
sanitised HTML.

Every word of it arrives, once and in order; what cannot be shown in a mail is refused with its line, and a comment
(`<!-- … -->`) reaches nobody. Code is off: a news text has none, and a stray backtick or an indented paragraph
should not turn into it; what a pair of backticks encloses is refused.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import islice
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from core.errors import InputRefused
from news.markdown_addresses import add_addresses
from news.markdown_dialects import add_dialects
from news.markdown_refusals import check_definitions, check_tokens
from news.markdown_rules import add_rules
from news.sanitise import LINE_ENDS, sanitise

_NOT_IN_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
MOST_BRACKETS = 5_000
"""Each `[` may begin a link, a footnote or a merge field, and is tried as all of them: work that grows with their
number alone, but a hundred times that of a letter. No text that somebody wrote comes near."""
_LEVELS = {"h1": "h2", "h5": "h4", "h6": "h4"}
"""The title is the only first-level heading of a bulletin's text; readers of e-mail need no fifth."""


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002  # the library calls it with one
        """A link that leads nowhere is refused with its line later, instead of being left as it was typed."""
        return True


@lru_cache
def _markdown() -> MarkdownIt:
    # Raw HTML is read so that it can be refused: what is not read is shown to readers as it was typed.
    parser = _Parser("commonmark", {"html": True, "store_labels": True})
    parser.enable(["table", "strikethrough"]).disable(["code", "backticks", "html_block"])
    footnote_plugin(parser)
    add_rules(parser)
    add_dialects(parser)
    add_addresses(parser)
    parser.core.ruler.after("inline", "refusals", check_tokens)
    return parser


def body_html(body: str, *, file: str, first_line: int, merge_fields: Collection[str] = ()) -> str:
    """Raises InputRefused. `first_line`: where the body begins in its file, for the line in an error.
    `merge_fields`: what may stand in [[two brackets]]; other words there are a wiki's link."""
    parser = _markdown()
    text = LINE_ENDS.sub("\n", body)
    foreign = _NOT_IN_TEXT.search(text)
    if foreign:
        line = first_line + body.count("\n", 0, foreign.start())
        raise InputRefused("news-character-not-allowed", file=file, line=line)
    over = next(islice(re.finditer(r"\[", text), MOST_BRACKETS, None), None)
    if over:
        line = first_line + body.count("\n", 0, over.start())
        raise InputRefused("news-too-many-brackets", file=file, line=line, limit=MOST_BRACKETS)
    env: dict[str, Any] = {"merge_fields": frozenset(merge_fields)}
    try:
        tokens = parser.parse(text, env)
        check_definitions(tokens, env)
    except InputRefused as refused:
        line = first_line + _line_of_file(body, text, int(refused.params["line"]))
        params = {**refused.params, "file": file, "line": line}
        raise InputRefused(refused.code, **params) from refused
    for token in tokens:
        token.tag = _LEVELS.get(token.tag, token.tag)
    return sanitise(parser.renderer.render(tokens, parser.options, env)).strip()


def _line_of_file(body: str, text: str, line: int) -> int:
    """Which line of `body` that one of `text` is, where some end as no editor ends them. Both count from zero."""
    begin = sum(len(before) + 1 for before in text.split("\n")[:line])
    return body.count("\n", 0, begin)
