"""The front matter of a news file: a flat list of `key: value` between two lines of `---`.

It is read as YAML's events, not as its objects: a text stays the text that was typed (a title of `2024` is no
number), every value knows its line, and nothing can nest, repeat itself or grow.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from core.errors import InputRefused
from kinds.registry import all_keys

MAX_FRONT_MATTER = 20_000
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)

LONGEST = {
    "slug": 120,
    "kind": 40,
    "language": 20,
    "title": 200,
    "summary": 1_500,
    "topic": 80,
    "quote": 5_000,
    "quote_source": 200,
    "quote_language": 20,
    "image": 300,
    "image_alt": 500,
    "image_caption": 300,
    "logo": 300,
    "logo_alt": 500,
    "pdf": 300,
    "url": 2_000,
    "date": 40,
    "partners": 1_000,
    "funding": 1_000,
    "funder_logo": 300,
    "funder_logo_alt": 500,
    **{name: key.longest for name, (_, key) in all_keys().items()},
}
"""Every key there is, with the greatest number of characters of its value."""
BETWEEN_WORDS = re.compile(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")
"""One space in a value; the line ends of other programs, too."""


@dataclass(frozen=True, slots=True)
class Value:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands in the front matter; a key without a value counts as absent."""

    file: str
    values: dict[str, Value]
    body: str
    body_line: int

    def text(self, key: str) -> str:
        return self.values[key].text if key in self.values else ""

    def line(self, key: str) -> int:
        return self.values[key].line if key in self.values else 1

    def required(self, key: str) -> str:
        if key not in self.values:
            raise InputRefused("news-value-missing", file=self.file, line=1, key=key)
        return self.values[key].text


def read_front_matter(text: str, *, file: str) -> FrontMatter:
    """`text`: the file's, with \\n line ends. Raises InputRefused with the line."""
    source, body = _split(text, file)
    values: dict[str, Value] = {}
    for key, value in _pairs(source, file):
        _check_key(key, values, file)
        if value.text:
            values[key.text] = value
            _check_value(key.text, value, file)
    return FrontMatter(file, values, body, body_line=text.count("\n", 0, len(text) - len(body)) + 1)


def _split(text: str, file: str) -> tuple[str, str]:
    if not re.match(r"---[ \t]*(?:\n|$)", text):
        raise InputRefused("news-front-matter-missing", file=file, line=1)
    start = text.find("\n") + 1 or len(text)
    fence = _FENCE.search(text, start)
    if fence is None:
        raise InputRefused("news-front-matter-open", file=file, line=1)
    if fence.start() > MAX_FRONT_MATTER:
        raise InputRefused("news-front-matter-too-long", file=file, line=1, limit=MAX_FRONT_MATTER)
    return text[start : fence.start()], text[fence.end() :].removeprefix("\n")


def _pairs(source: str, file: str) -> Iterator[tuple[Value, Value]]:
    scalars = _scalars(source, file)
    for key in scalars:
        event = next(scalars)
        # After a space, # begins a note: a title of “Action #1” would be cut there, and one of “#1” be absent.
        if event.style is None and source[_end(event) :].split("\n", 1)[0].lstrip().startswith("#"):
            line = source.count("\n", 0, _end(event)) + 2
            raise InputRefused("news-value-cut", file=file, line=line, key=key.value[:60])
        yield _value(key), _value(event)


def _end(event: yaml.ScalarEvent) -> int:
    return event.end_mark.index if event.end_mark else 0


def _scalars(source: str, file: str) -> Iterator[yaml.ScalarEvent]:
    """Keys and values in turn. The events of YAML come without recursion, whatever is nested."""
    try:
        mappings = 0
        for event in yaml.parse(source, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.ScalarEvent) and event.tag is None and event.anchor is None and mappings:
                yield event
            elif isinstance(event, yaml.MappingStartEvent) and not mappings:
                mappings = 1
            elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent | yaml.CollectionStartEvent):
                raise InputRefused("news-value-not-text", file=file, line=_line_of(event))
    except yaml.MarkedYAMLError as error:
        # What is never closed is noticed at the end, and has to be mended where it was opened.
        is_open = isinstance(error, yaml.scanner.ScannerError) and error.context_mark is not None
        mark = error.context_mark if is_open else error.problem_mark
        line = _file_line(mark.line if mark else 0)
        raise InputRefused("news-front-matter-unreadable", file=file, line=line) from error
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position) + 2
        raise InputRefused("news-character-not-allowed", file=file, line=line) from error


def _line_of(event: yaml.Event) -> int:
    return _file_line(event.start_mark.line if event.start_mark else 0)


def _file_line(line: int) -> int:
    """YAML counts from zero, and the opening fence is the file's first line."""
    return line + 2


def _value(event: yaml.ScalarEvent) -> Value:
    is_null = event.style is None and event.value in ("", "~", "null")
    text = "" if is_null else BETWEEN_WORDS.sub(" ", event.value).strip(" ")
    return Value(text, _line_of(event))


def _check_key(key: Value, known: dict[str, Value], file: str) -> None:
    if key.text in known:
        raise InputRefused("news-key-twice", file=file, line=key.line, key=key.text)
    if key.text in LONGEST:
        return
    shown = key.text[:60]
    meant = difflib.get_close_matches(key.text[:60].lower(), LONGEST, n=1)
    if meant:
        raise InputRefused("news-key-misspelt", file=file, line=key.line, key=shown, suggestion=meant[0])
    raise InputRefused("news-key-unknown", file=file, line=key.line, key=shown, keys=", ".join(LONGEST))


NOT_IN_TEXT = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def _check_value(key: str, value: Value, file: str) -> None:
    if len(value.text) > LONGEST[key]:
        raise InputRefused("news-value-too-long", file=file, line=value.line, key=key, limit=LONGEST[key])
    if NOT_IN_TEXT.search(value.text):
        raise InputRefused("news-character-not-allowed", file=file, line=value.line)
