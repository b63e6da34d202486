"""Points that Markdown has no list for (•, –, a), a., II., ۱.): lines of their own, with their sign as written.

To CommonMark they are lines of one paragraph, which mails show run together.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_TYPED_POINT = re.compile(
    r"(?:[\u2022\u2023\u2043\u2192\u25a0-\u25ff\u2610-\u2612\u2700-\u27bf–—]"
    r"|[٠-٩۰-۹]{1,3}[.)–-]|[a-zčšžA-ZČŠŽ]\)|\([0-9a-zčšž]{1,3}\)|[IVXLC]{1,6}[.)])[ \t\u00a0]+\S"
)
_LETTER = re.compile(r"([^\W\d_])[.-][ \t\u00a0]+\S")
_ORDER = (
    "abcčdefghijklmnoprsštuvzž",
    "abcdefghijklmnopqrstuvwxyz",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "ابجدهوزحطيكلمنسعفصقر",
)
"""The alphabets by which points are counted, and the Arabic letters as numbers (abjad)."""
_BARE = str.maketrans("أإآ", "ااا")

_ONE_PARAGRAPH = 2
"""Tokens: where it begins and where it ends."""


def add_typed_points(parser: MarkdownIt) -> None:
    parser.block.ruler.before("paragraph", "typed_point", _typed_point, {"alt": ["paragraph", "blockquote"]})
    parser.core.ruler.after("block", "typed_points_in_lists", _show_paragraphs)


def _typed_point(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Lines that begin with a sign that is no list's to Markdown (•, –, a), II., ۱.) are paragraphs of their own,
    with it as it was written, instead of all running together in one."""
    beside = [line for line in (start_line - 1, start_line + 1) if 0 <= line < end_line]
    if not silent:
        return False
    if _is_typed_point(state, start_line):
        return any(_is_typed_point(state, line) for line in beside)
    pairs = ((min(start_line, line), max(start_line, line)) for line in beside)
    return any(_follow(_letter(state, first), _letter(state, second)) for first, second in pairs)


def _is_typed_point(state: StateBlock, line: int) -> bool:
    begin = state.bMarks[line] + state.tShift[line]
    return _TYPED_POINT.match(state.src, begin, state.eMarks[line]) is not None


def _letter(state: StateBlock, line: int) -> str:
    match = _LETTER.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    return match[1].lower().translate(_BARE) if match else ""


def _follow(letter: str, after: str) -> bool:
    """`a.` and `b.`, which count, and not `v. d.` and `d. o. o.`, which begin lines, too."""
    return bool(letter and after) and any(f"{letter}{after}" in order for order in _ORDER)


def _show_paragraphs(state: StateCore) -> None:
    """A point of a list without empty lines hides its paragraph; two of them would be one word."""
    in_point: list[list[Token]] = []
    for token in state.tokens:
        if token.type == "list_item_open":
            in_point.append([])
        elif token.type in ("paragraph_open", "paragraph_close") and in_point:
            in_point[-1].append(token)
        elif token.type == "list_item_close":
            paragraphs = in_point.pop()
            if len(paragraphs) > _ONE_PARAGRAPH:
                for paragraph in paragraphs:
                    paragraph.hidden = False
