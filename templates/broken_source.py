"""Why a source is refused, for the person who writes it: in their words, with line and column.

Jinja knows the line and says what is wrong in English; the column is where the word that it names stands. Of the
MJML that a source has made, `TracedSource` knows where each piece of it was written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from jinja2 import TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError

from core.errors import InputRefused
from templates.render_budget import Beyond
from templates.sandbox import NotOffered

MARK_BEGINS, MARK_ENDS = "\ufdd0", "\ufdd1"
"""Code points that no text may hold (Unicode, section 23.7)."""
_MARK = re.compile(f"{MARK_BEGINS}([0-9]+):([0-9]+):([0-9]+){MARK_ENDS}")
_TAG = re.compile(r"\{[%{#]")

_SAID_BY_JINJA = tuple(
    (reason, re.compile(pattern, re.DOTALL))
    for reason, pattern in (
        ("nesting", r"Encountered unknown tag '(?P<word>end[^']*|else|elif)'"),
        ("tag", r"Encountered unknown tag '(?P<word>[^']*)'"),
        ("unclosed", r"nexpected end of template.*innermost block that needs to be closed is '(?P<word>[^']*)'"),
        ("unfinished", r"nexpected end of template|got 'end of (?:print statement|statement block)'"),
        ("unfinished", r"Missing end of|unexpected 'end of|Expected an expression, got"),
        ("unexpected", r"expected token '.*', got '(?P<word>[^']*)'"),
        ("unexpected", r"unexpected (?:char )?'(?P<word>.[^']*)'"),
        ("filter", r"No filter named '(?P<word>[^']*)'"),
        ("test", r"No test named '(?P<word>[^']*)'"),
        ("block-twice", r"block '(?P<word>[^']*)' defined twice"),
        ("macro", r"macro '(?P<word>[^']*)'"),
        ("name", r"'(?P<word>[^']*)' is undefined"),
        ("name", r"has no (?:attribute|element) '?(?P<word>[^']*)'?"),
        ("unsafe", r"access to attribute '(?P<word>[^']*)'"),
    )
)


@dataclass(frozen=True, slots=True)
class TracedSource:
    """MJML in which every line of the source's own text carries where it was written."""

    text: str

    def origin(self, line: int, column: int) -> tuple[int, int]:
        """Line and column in the source of what stands there in the MJML, both from 1; of what was put in by
        `{{ }}`, of the text before it."""
        plain = _MARK.sub("", self.text)
        starts = [0, *(end.end() for end in re.finditer("\n", plain))]
        target = starts[min(line, len(starts)) - 1] + column - 1
        position, removed = (1, 1), 0
        for mark in _MARK.finditer(self.text):
            begins = mark.start() - removed
            removed += len(mark[0])
            if begins > target:
                break
            written_line, written_column, length = (int(number) for number in mark.groups())
            position = written_line, written_column + min(target - begins, length) + 1
        return position

    def origin_of(self, written: str) -> tuple[int, int]:
        """The same of the first place where these words stand, as they are or as XML writes them."""
        plain = _MARK.sub("", self.text)
        places = [at for at in (plain.find(written), plain.find(escape(written))) if at >= 0]
        if not places:
            return 1, 1
        line = plain.count("\n", 0, places[0]) + 1
        return self.origin(line, places[0] - plain.rfind("\n", 0, places[0]))


def marked(data: str, lineno: int, source_lines: list[str]) -> str:
    """A piece of a source's text, each line of which tells where it stands."""
    pieces = []
    for number, line in enumerate(data.split("\n"), lineno):
        written = source_lines[number - 1] if number <= len(source_lines) else ""
        column = max(written.find(line), 0)
        is_empty = not line.strip()
        pieces.append(line if is_empty else f"{MARK_BEGINS}{number}:{column}:{len(line)}{MARK_ENDS}{line}")
    return "\n".join(pieces)


def refusal(name: str, error: Exception, *, source_of: Callable[[str], str]) -> InputRefused:
    """What Jinja, or Python in its name, has against the source `name`."""
    reason, word = _why(error)
    where, line = _place(name, error)
    column = _column(source_of(where), line, word)
    return InputRefused(
        "templates-template-broken", template=where, line=line, column=column, reason=reason, word=word
    )


def _why(error: Exception) -> tuple[str, str]:
    match error:
        case Beyond():
            return error.reason, error.word
        case NotOffered():
            return error.reason, ""
        case TemplateNotFound():
            return "block", str(error.name or "")
        case TemplateSyntaxError() | TemplateRuntimeError() | TypeError():
            message = str(getattr(error, "message", None) or error)
            for reason, pattern in _SAID_BY_JINJA:
                if match := pattern.search(message):
                    return reason, match.groupdict().get("word") or ""
    return "values", ""


def _place(name: str, error: Exception) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.name or name, error.lineno
    return name, _line_of(error)


def _line_of(error: Exception) -> int:
    """Where in the source an error while rendering arose: Jinja maps its traceback to template lines. A block of
    the library that was called with the wrong thing is not at fault; the line that calls it is."""
    line, step = 1, error.__traceback__
    own: str | None = None
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith((".j2", "<template>")) and file == (own := own or file):
            line = step.tb_lineno
        step = step.tb_next
    return line


def _column(source: str, line: int, word: str) -> int:
    """From 1; that of the first tag where the word is not in the line as it is written."""
    lines = source.splitlines()
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if word and (match := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) or re.search(re.escape(word), text)):
        return match.start() + 1
    tag = _TAG.search(text)
    return tag.start() + 1 if tag else 1
