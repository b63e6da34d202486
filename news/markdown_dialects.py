"""Markdown dialects (extension syntax): what other programs add to Markdown, rendered or refused with its line.

Sub- and superscripts become Unicode's own, which both parts of a mail can show, and definition lists paragraphs.
The rest would arrive with its marks, as it was typed. Here lines count from zero, in the body.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NoReturn

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from core.errors import InputRefused
from news.markdown_addresses import ADDRESS

_SUPERSCRIPT = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
)
_SUBSCRIPT = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_SHORT = re.compile(r"[0-9+\-−=()]{1,6}|[0-9a-z+\-−=()]{1,3}")
"""Not a word: it would not be found any more, nor read aloud."""
_SHOWN_AS_TYPED = re.compile(
    r"""
      (?<![=\w])==(?=[^\s=])[^=\n]*[^\s=]==(?!=)                  # ==marked==
    | (?<![+\w])\+\+(?=[^\s+])[^+\n]*[^\s+]\+\+(?![+\w])          # ++inserted++
    | \{(?:\+\+|--|~~|>>|==)[^{}\n]*\}                            # {--critic markup--}
    | ^\*\[[^\]\n]+\]:                                            # *[HTML]: an abbreviation
    | ^(?:\[\[?_?TOC_?\]\]?|\{:toc\})$                            # [TOC]
    | (?<![\w:]):(?=[a-z0-9_+-]*[a-z])[a-z0-9_+-]{2,40}:(?![\w:]|//) # :tada:, but not Prijava:https://…
    | \{(?:[:.#]\s*[\w.#-]|[a-zA-Z][\w-]*=)[^{}\n]*\}             # {.class} {#id} {width=50%}
    | !\[\[[^\[\]\n]+\]\]                                         # ![[picture.png]]
    | \[@[\w:-]+[^\[\]\n]*\]                                      # [@citation]
    | ^(?:!!!|\?\?\?)\+?[ ]\w+                                    # !!! note
    | ^:{3,}[ ]?\w*                                               # ::: warning
    | ^\[!\w+\][+-]?                                             # > [!NOTE], > [!faq]- Title
    | (?<=\s)\^[a-z0-9]{6}$                                      # ^3f2a9c: what another note points to
    | ^[^\W\d][\w -]{0,30}::[ ]\S                               # key:: value
    | ^\#\.[ ]                                                  # #. a number by itself
    | \[/?[a-z][\w-]*[ ][\w-]+=["'][^\]\n]*\] | \[/[a-z][\w-]{0,20}\] # [gallery ids="1,2"], [b]…[/b]
    | ^h[1-6]\.[ ] | \{(?:color|code|quote|panel|noformat)(?::[^{}\n]*)?\} # h1. Title, {color:red}
    | (?<![\w~])~(?=[^\s~\d])[^~\n]*[^\s~]~(?![\w~])           # ~struck through~
    | (?<!\|)\|\|(?=[^\s|])[^|\n]*[^\s|]\|\|(?!\|)                # ||spoiler||
    | %%[^%\n]+%%                                                 # %%comment%%
    | \^\^(?=[^\s^])[^^\n]*[^\s^]\^ | \^\^[^\s^]\^              # ^^inserted^^
    | (?<![\w`])(`+)(?=[^\s`])[^`\n]*(?<=[^\s`])\1(?![\w`])      # `code`; but d`Artagnan
    | ^\[[-/<>?!*~+=]\][ ]                                       # [-] a cancelled task
    | \{\{[^{}\n]+\}\} | \{%[^%\n]+%\} | <%[^%\n]+%>            # {{< figure >}}, {% tag %}
    | \\[a-zA-Z]+\{                                             # \frac{a}{b}
    | \$\$[^$\n]+\$\$ | (?<![\w$])\$(?=[^\s$\d])[^$\n]*[^\s$]\$(?![\w$])  # $x = y$
    """,
    re.VERBOSE | re.MULTILINE,
)
_IN_TWO_BRACKETS = re.compile(r"(?<!\[)\[\[(?P<name>[^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]")
"""[[Page]], [[Page|words]]: a wiki's link, unless it is a merge field of where the text goes."""
_REFERENCE = re.compile(r"\[(?!\d+\]\[\d+\])[^\[\]\n]+\]\[[^\[\]\n]*\]")
"""Not `[1][2]`, which are two sources."""
_APART_FROM_ITS_ADDRESS = re.compile(r"\[[^\[\]\n]+\] \((?:https?:|mailto:|www\.)")
_REFUSED = (
    ("news-dialect", _SHOWN_AS_TYPED),
    ("news-dialect", _IN_TWO_BRACKETS),
    ("news-reference-missing", _REFERENCE),
    ("news-link-unreadable", _APART_FROM_ITS_ADDRESS),
)
_BETWEEN = "\ufffc"
"""Stands for whatever is no typed text: an escaped sign, a footnote's number."""
_LEGAL_IN_ADDRESS = re.compile(r"(?<!https)(?<!http)[=:$+%~\[\]]")
"""Signs of an address that are no dialect's marks there; `{{ }}` would be one's."""
_LINE_ENDS = ("softbreak", "hardbreak")


def add_dialects(parser: MarkdownIt) -> None:
    deflist_plugin(parser)
    superscript_plugin(parser)
    sub_plugin(parser)
    parser.block.ruler.at("deflist", _definition_list(parser), {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("sup", _superscript(parser))
    parser.core.ruler.after("inline", "scripts", _scripts)
    parser.core.ruler.after("scripts", "definition_lists", _definition_lists)
    parser.core.ruler.after("scripts", "dialects", _check_typed)


def _definition_list(parser: MarkdownIt) -> RuleFuncBlockType:
    """As the plugin has it, but that only a colon begins a definition: `~ 20` is how people write "about 20"."""
    of_plugin = next(rule.fn for rule in parser.block.ruler.__rules__ if rule.name == "deflist")

    def definition_list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        # Asked in silence, the plugin means the definition itself; else a term, which one follows.
        following = range(start_line + (not silent), min(start_line + 3, end_line))
        line = next((line for line in following if not state.isEmpty(line)), None)
        if line is None or state.src[state.bMarks[line] + state.tShift[line]] != ":":
            return False
        return of_plugin(state, start_line, end_line, silent)

    return definition_list


def _superscript(parser: MarkdownIt) -> RuleFuncInlineType:
    """As the plugin has it, but that `^[` begins a footnote, and `^^` what was inserted."""
    of_plugin = next(rule.fn for rule in parser.inline.ruler.__rules__ if rule.name == "sup")

    def superscript(state: StateInline, silent: bool) -> bool:
        is_second = state.pos > 0 and state.src[state.pos - 1] == "^"
        return not is_second and not state.src.startswith(("^[", "^^"), state.pos) and of_plugin(state, silent)

    return superscript


def _scripts(state: StateCore) -> None:
    for inline in state.tokens:
        if inline.type == "inline" and any(child.tag in ("sub", "sup") for child in inline.children or ()):
            inline.children = list(_without_scripts(inline))


def _without_scripts(inline: Token) -> Iterable[Token]:
    line, script, before = inline.map[0] if inline.map else 0, "", ""
    for child in inline.children or ():
        line += child.type in _LINE_ENDS
        if child.type in ("sub_open", "sup_open"):
            script = child.tag
        elif child.type in ("sub_close", "sup_close"):
            script = ""
        elif script == "sub" and not before[-1:].isalnum():
            _refuse(line, f"~{child.content}~")  # some programs strike that through
        elif script:
            yield Token("text", "", 0, content=_in_unicode(child.content, script, line))
        else:
            before = child.content
            yield child


def _in_unicode(text: str, script: str, line: int) -> str:
    signs = _SUPERSCRIPT if script == "sup" else _SUBSCRIPT
    if not _SHORT.fullmatch(text) or any(ord(char) not in signs for char in text):
        mark = "^" if script == "sup" else "~"
        _refuse(line, f"{mark}{text}{mark}")
    return text.translate(signs)


def _refuse(line: int, written: str) -> NoReturn:
    raise InputRefused("news-dialect", line=line, written=written[:60])


def _definition_lists(state: StateCore) -> None:
    """A term is a paragraph in bold, its definitions follow it."""
    tokens: list[Token] = []
    depth, is_term = 0, False
    for token in state.tokens:
        if token.tag in ("dl", "dd"):
            depth += token.nesting
            continue
        if token.tag == "dt":
            is_term = token.nesting == 1
            token.type, token.tag = token.type.replace("dt", "paragraph"), "p"
        elif is_term:
            strong = Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)
            token.children = [strong[0], *(token.children or []), strong[1]]
        elif depth and token.type.startswith("paragraph"):
            token.hidden = False
        tokens.append(token)
    state.tokens = tokens


def _check_typed(state: StateCore) -> None:
    """Raises InputRefused. What stands in two brackets may be a merge field (`env["merge_fields"]`)."""
    fields = state.env.get("merge_fields", frozenset())
    for inline in state.tokens:
        if inline.type != "inline":
            continue
        typed = "".join(_typed(inline.children or ()))
        first = inline.map[0] if inline.map else 0
        for code, pattern in _REFUSED:
            for match in pattern.finditer(typed):
                if match.groupdict().get("name") in fields:
                    continue
                raise InputRefused(code, line=first + typed.count("\n", 0, match.start()), written=match[0][:60])


def _typed(children: Sequence[Token]) -> Iterable[str]:
    for child in children:
        if child.type == "text":
            yield child.content
        elif child.info == ADDRESS:
            yield _LEGAL_IN_ADDRESS.sub(_BETWEEN, child.content)
        elif child.type in _LINE_ENDS:
            yield "\n"
        elif child.type == "text_special" and child.content == child.markup and len(child.content) > 1:
            yield child.content  # a backslash before what no backslash shows
        elif child.type not in ("em_open", "em_close", "strong_open", "strong_close"):
            yield _BETWEEN
