"""Rules of Bilten's Markdown, added where the parser (markdown-it) lets them be added.

CommonMark takes `10. decembra` for the tenth point of a list, and numbers what follows by itself. Here a number
that was written is the number that is shown: as a list where the numbers follow one another, else as text.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.list import list_block, skipOrderedListMarker
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize as emphasis
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from core.errors import InputRefused
from news.markdown_points import add_typed_points

_ESCAPED_OR_COMMENT = re.compile(r"\\.|<!--(?:-?>|.*?-->|(?P<open>))", re.DOTALL)
_DIALLED = re.compile(r"[1-9][0-9]{0,2}[ \t\u00a0()/.-]+[0-9](?:[ \t\u00a0()/.-]*[0-9]){5,}")
"""A telephone number after its `+ `: a country's code and at least six digits."""
_TASK = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}


def add_rules(parser: MarkdownIt) -> None:
    parser.core.ruler.after("normalize", "comments", _without_comments)
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    add_typed_points(parser)
    parser.core.ruler.after("block", "written_numbers", _written_numbers)
    parser.core.ruler.after("block", "footnote_lines", _keep_footnote_lines)
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.core.ruler.after("footnote_tail", "footnote_numbers", _number_footnotes)
    parser.core.ruler.push("task_lists", _task_lists)
    parser.add_render_rule("html_inline", _line_break)
    parser.add_render_rule("footnote_ref", _footnote_ref)
    parser.add_render_rule("footnote_block_open", lambda *_: "<hr />\n")
    for name in ("footnote_block_close", "footnote_open", "footnote_close", "footnote_anchor"):
        parser.add_render_rule(name, lambda *_: "")


def _without_comments(state: StateCore) -> None:
    """What stands in a comment is a note among staff. Its line ends stay: an error later on names its own line."""

    def replaced(match: re.Match[str]) -> str:
        if match["open"] is not None:
            raise InputRefused("news-comment-open", line=state.src.count("\n", 0, match.start()))
        return match[0] if match[0].startswith("\\") else "\n" * match[0].count("\n")

    state.src = _ESCAPED_OR_COMMENT.sub(replaced, state.src)


def _list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """What begins with `1.` inside a paragraph, or right after another mark (`31. 12. 2026`, `- 12. april`), is a
    list only where a second point follows: else it is a day or a month."""
    is_in_paragraph = silent and state.parentType == "paragraph" and state.sCount[start_line] >= state.blkIndent
    after_mark = skipOrderedListMarker(state, start_line)
    is_ordered = after_mark >= 0
    is_alone = is_ordered and not state.src[after_mark : state.eMarks[start_line]].strip()
    if (is_alone or (is_ordered and is_in_paragraph)) and not _has_second_point(state, start_line, end_line):
        return False
    if is_ordered and _stands_after_a_mark(state, start_line):
        own = range(start_line + 1, end_line)
        end_of_own = next((line for line in own if state.sCount[line] < state.blkIndent), end_line)
        if not _has_second_point(state, start_line, end_of_own):
            return False
    return list_block(state, start_line, end_line, silent)


def _has_second_point(state: StateBlock, start_line: int, end_line: int) -> bool:
    following = range(start_line + 1, end_line)
    lines = iter(line for line in following if state.isEmpty(line) or skipOrderedListMarker(state, line) >= 0)
    second = next(lines, None)
    return second is not None and not state.isEmpty(second)


def _stands_after_a_mark(state: StateBlock, line: int) -> bool:
    """Whether the point of another list begins on that line, too."""
    begin = state.bMarks[line]
    return bool(state.src[begin : begin + state.tShift[line]].strip())


def _written_numbers(state: StateCore) -> None:
    """Lists whose numbers do not follow one another, and those of one point, become paragraphs with them. So do
    those whose `+` stands before a telephone number (`+ 386 1 234 56 78`) or a lone number."""
    at = 0
    while at < len(state.tokens):
        opening = state.tokens[at]
        if opening.type == "ordered_list_open" or (opening.type == "bullet_list_open" and opening.markup == "+"):
            end = _closing(state.tokens, at)
            points = _points(state.tokens, at, end)
            if not (_is_counted(points) if opening.tag == "ol" else _is_listed(state.tokens[at:end], points)):
                state.tokens[at : end + 1] = _as_text(state.tokens, at, end)
                continue
        at += 1


def _closing(tokens: Sequence[Token], at: int) -> int:
    level = tokens[at].level
    return next(i for i in range(at + 1, len(tokens)) if tokens[i].level == level and tokens[i].nesting == -1)


def _points(tokens: Sequence[Token], at: int, end: int) -> list[Token]:
    level = tokens[at].level + 1
    return [token for token in tokens[at:end] if token.type == "list_item_open" and token.level == level]


def _is_counted(points: Sequence[Token]) -> bool:
    first = int(points[0].info)
    return len(points) > 1 and [point.info for point in points] == [str(first + i) for i in range(len(points))]


def _is_listed(tokens: Sequence[Token], points: Sequence[Token]) -> bool:
    """Whether `+` marks the points of a list, none of which is a telephone number."""
    firsts = [
        inline.content
        for point, inline in zip(tokens, tokens[2:], strict=False)
        if point.type == "list_item_open" and point.level == points[0].level and inline.type == "inline"
    ]
    is_lone_number = len(points) == 1 and any(first[:1].isdecimal() for first in firsts)
    return not is_lone_number and not any(_DIALLED.match(first) for first in firsts)


def _as_text(tokens: Sequence[Token], at: int, end: int) -> list[Token]:
    """The blocks of the list's points, each point's first with the number before it."""
    level, made = tokens[at].level, list[Token]()
    for i, token in enumerate(tokens[at + 1 : end], start=at + 1):
        is_point = token.level == level + 1 and token.type in ("list_item_open", "list_item_close")
        if is_point and token.nesting == 1:
            number, first = f"{token.info}{token.markup}", tokens[i + 1]
            if first.type == "paragraph_open":
                tokens[i + 2].content = f"{number} {tokens[i + 2].content}"
            else:  # an empty point, or one that begins with another list
                made += _paragraph(number, token.map, level)
        if not is_point:
            if token.level == level + 2 and token.type.startswith("paragraph_"):
                token.hidden = False
            token.level -= 2
            made.append(token)
    return made


def _paragraph(text: str, lines: list[int] | None, level: int) -> list[Token]:
    return [
        Token("paragraph_open", "p", 1, map=lines, level=level, block=True),
        Token("inline", "", 0, content=text, children=[], map=lines, level=level + 1, block=True),
        Token("paragraph_close", "p", -1, level=level, block=True),
    ]


def _emphasis(state: StateInline, silent: bool) -> bool:
    """As CommonMark has it, but that no single `*` inside a word begins anything: bralci*ke, Leser*innen, 2*3."""
    is_inside = state.pos > 0 and state.src[state.pos - 1].isalnum()
    is_star = state.src[state.pos] == "*"
    if not emphasis(state, silent):
        return False
    if is_star and is_inside and state.delimiters[-1].length == 1:
        state.delimiters[-1].open = False
    return True


def _keep_footnote_lines(state: StateCore) -> None:
    """Where each footnote is defined: what the plugin does with the definitions loses it."""
    lines: list[tuple[str, int]] = state.env.setdefault("footnote_lines", [])
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            lines.append((token.meta["label"], token.map[0] if token.map else 0))


def _footnote_number(number: int, env: EnvType) -> str:
    """As it was written where all of them are numbers, else in the order in which they are referred to."""
    labels = [str(note.get("label", "")) for note in env["footnotes"]["list"].values()]
    return f"[{labels[number] if all(label.isdecimal() for label in labels) else number + 1}]"


def _number_footnotes(state: StateCore) -> None:
    at = 0
    while at < len(state.tokens):
        token = state.tokens[at]
        if token.type == "footnote_open":
            number = _footnote_number(token.meta["id"], state.env)
            following = state.tokens[at + 1]
            if following.type == "paragraph_open":
                text = Token("text", "", 0, content=f"{number} ")
                inline = state.tokens[at + 2]
                inline.children = [text, *(inline.children or [])]
            else:
                made = _paragraph(number, following.map, token.level)
                made[1].children = [Token("text", "", 0, content=number)]
                state.tokens[at + 1 : at + 1] = made
        at += 1


def _task_lists(state: StateCore) -> None:
    for opening, inline in zip(state.tokens, state.tokens[2:], strict=False):
        if opening.type != "list_item_open" or inline.type != "inline" or not inline.children:
            continue
        first = inline.children[0]
        if first.type == "text" and first.content[:4] in _TASK:
            first.content = _TASK[first.content[:4]] + first.content[4:]


def _line_break(
    _renderer: RendererProtocol, _tokens: Sequence[Token], _at: int, _options: OptionsDict, _env: EnvType
) -> str:
    """The only tag that is not refused."""
    return "<br />\n"


def _footnote_ref(
    _renderer: RendererProtocol, tokens: Sequence[Token], at: int, _options: OptionsDict, env: EnvType
) -> str:
    return f"<sup>{_footnote_number(tokens[at].meta['id'], env)}</sup>"
