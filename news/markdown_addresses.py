"""Bare addresses of a text, as a rule of Bilten's Markdown: an address arrives with each of its characters.

As GitHub Flavored Markdown has it (https://github.github.com/gfm/#autolinks-extension-), an address of http or
https is a link, without the punctuation and brackets of the sentence around it. It differs where a character would
be lost: `_`, `*` and `~` at its end are its own unless they close what began before. What can stand in no link (a
merge field after it, letters in its host's name that are not ASCII), `www.` and people's addresses stay text.

The library's own rule (linkify) is not in use: it shows an address otherwise than it was typed, and leaves what it
doesn't take for one to the rules that lose its signs.
"""

import re
import unicodedata
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline import StateInline

from core.rich_text import is_usable_link

ADDRESS = "address"
"""What the tokens of one have as their `info`."""
_START = re.compile(r"(?<![^\W_])(?:https?://|www\.)(?=[^\s<>])", re.IGNORECASE)
_LONGEST_START = len("https://x")
_RUN = re.compile(r"(?:[^\s<>\[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\[(?![\[^]))+")
"""Up to a space, a tag, a footnote's or a merge field's beginning, or a sign that only turns the writing."""
_SENTENCE = frozenset("?!.,:;'\"\\")
_MARKS = frozenset("*_~")
_NEAR = 50
"""So many marks before an address may be closed after it: to look at all, again and again, takes too long."""
_OPENING = {")": "(", "]": "[", "}": "{"}
_REFERENCE_AT_END = re.compile(r"&#?[A-Za-z0-9]{1,32};\Z")
_LINKED = re.compile(
    r"https?://(?:[A-Za-z0-9_-]+\.)*[A-Za-z0-9-]+\.[A-Za-z0-9-]+(?::[0-9]+)?(?:[/?#].*)?", re.IGNORECASE
)
_OF_A_PERSON = re.compile(
    r"(?<![\w.+-])(?=[\w.+-]*?(?:_[.+@-]|[.+-]_))(?P<local>[\w.+-]{1,64})@(?=[a-z0-9])", re.IGNORECASE
)
"""One whose `_` Markdown could take for the beginning or the end of italics."""
_LONGEST_OF_A_PERSON = 66


def add_addresses(parser: MarkdownIt) -> None:
    parser.inline.ruler.at("text", _text)


def _text(state: StateInline, silent: bool) -> bool:
    """The parser's rule for what has no meaning to it, which ends where an address begins, too."""
    sign = state.md.inline.terminator_re.search(state.src, state.pos, state.posMax)
    end = sign.start() if sign else state.posMax
    address = _START.search(state.src, state.pos, min(end + _LONGEST_START, state.posMax))
    if address and address.start() < end:
        if address.start() == state.pos:
            return _address(state, silent)
        end = address.start()
    person = _OF_A_PERSON.search(state.src, state.pos, min(end + _LONGEST_OF_A_PERSON, state.posMax))
    if person and person.start() in range(state.pos, max(end, state.pos + 1)):
        end = person.end("local")
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _address(state: StateInline, silent: bool) -> bool:
    written = _written(state)
    if not silent:
        shown = unescapeAll(written)
        href = state.md.normalizeLink(shown)
        is_link = (
            not state.linkLevel
            and not state.src.startswith("[[", state.pos + len(written))
            and _LINKED.fullmatch(shown) is not None
            and is_usable_link(href)
            and unquote(href) == unquote(shown)
        )
        if is_link:
            opening = state.push("link_open", "a", 1)
            opening.attrs, opening.info = {"href": href}, ADDRESS
        text = state.push("text_special", "", 0)
        text.content, text.info = shown, ADDRESS
        if is_link:
            state.push("link_close", "a", -1).info = ADDRESS
    state.pos += len(written)
    return True


def _written(state: StateInline) -> str:
    """The address that begins here, without what belongs to the sentence. Takes linear time."""
    run = _RUN.match(state.src, state.pos, state.posMax)
    text = _before_foreign_bracket(run[0]) if run else ""
    open_marks = {chr(delimiter.marker) for delimiter in state.delimiters[-_NEAR:] if delimiter.open}
    count = {sign: text.count(sign) for sign in "()[]{}"}
    end = len(text)
    while end:
        last = text[end - 1]
        reference = _REFERENCE_AT_END.search(text, max(0, end - 35), end) if last == ";" else None
        if reference:
            end = reference.start()
        elif (
            last in _SENTENCE
            or (last in _MARKS and last in open_marks)
            or (last in _OPENING and count[last] > count[_OPENING[last]])
            or (not last.isascii() and unicodedata.category(last).startswith("P"))
        ):
            end -= 1
            if last in count:
                count[last] -= 1
        else:
            break
    return text[: max(end, len("www."))]


def _before_foreign_bracket(text: str) -> str:
    """Up to a `]` that closes what did not begin in the address: a link's words."""
    depth = 0
    for sign in re.finditer(r"[\[\]]", text):
        depth += 1 if sign[0] == "[" else -1
        if depth < 0:
            return text[: sign.start()]
    return text
