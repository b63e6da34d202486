"""The texts keep to docs/glossary.md: one thing has one name in each language.

Held to it: every text, the commands' help, the stories of the example mails, README and the documents (not the
decisions, which tell what was).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from core.i18n import Texts
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from tests.project.test_rules import ROOMS, ROOT

GLOSSARY = ROOT / "docs" / "glossary.md"
COLUMNS = {"English": "en", "slovenščina": "sl", "العربية": "ar", "فارسی": "fa"}
NOT_FOR_READERS = "—"
LETTER = r"[\w‌]"
"""A letter of a word; the zero-width non-joiner stands within Persian words."""
LETTERS_OF_A_STEM = 4
_NOT_PROSE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)]*\)|https?://\S+", re.DOTALL)


@dataclass(frozen=True)
class Banned:
    language: str
    word: str
    pattern: re.Pattern[str]
    only_in: str
    """“texts”, a room, or empty: everywhere."""

    def hits(self, place: str, text: str) -> list[str]:
        if not self._is_banned_in(place):
            return []
        return [hit[0] for hit in self.pattern.finditer(text)]

    def _is_banned_in(self, place: str) -> bool:
        if self.only_in == "texts":
            return "/texts/" in place
        return place.startswith(f"{self.only_in}/texts/") if self.only_in else True


def _table(heading: str) -> list[dict[str, str]]:
    """The rows of the first table under the heading, each by the names of its columns."""
    part = GLOSSARY.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    head, _, *rows = cells
    assert all(len(row) == len(head) for row in rows), f"a row of “{heading}” has another number of cells"
    return [dict(zip(head, row, strict=True)) for row in rows]


def _pattern(word: str, not_before: str) -> re.Pattern[str]:
    body = r"\s+".join(re.escape(part).replace(r"\*", f"{LETTER}*") for part in word.split())
    others = [re.escape(other.strip()) for other in not_before.split(",") if other.strip()]
    after = "".join(rf"(?!\s+{other})" for other in others)
    return re.compile(rf"(?<!{LETTER}){body}(?!{LETTER}){after}", re.IGNORECASE)


def _banned() -> list[Banned]:
    return [
        Banned(row["Language"], word, _pattern(word, row["Not before"]), row["Only in"])
        for row in _table("Not these words")
        for word in re.findall(r"`([^`]+)`", row["Not"])
    ]


class _TextParts(Visitor):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.texts.append(node.value)


def _texts_of(source: str) -> Iterator[tuple[str, str]]:
    """Key and words of each message; what is filled in stands as a gap that joins nothing."""
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ftl.Message):
            parts = _TextParts()
            parts.visit(entry)
            yield entry.id.name, " … ".join(" ".join(text.split()) for text in parts.texts)


def _ftl(language: str) -> Iterator[tuple[str, str]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob(f"texts/{language}.ftl")):
            for key, text in _texts_of(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(ROOT)}: {key}", text


def _documents() -> Iterator[tuple[str, str]]:
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        if path != GLOSSARY:
            yield str(path.relative_to(ROOT)), _NOT_PROSE.sub(" … ", path.read_text(encoding="utf-8"))


def _help_and_stories(language: str) -> Iterator[tuple[str, str]]:
    if language == "sl":
        for text in tomllib.loads((ROOT / "cli" / "help.sl.toml").read_text(encoding="utf-8")).values():
            yield "cli/help.sl.toml", text
    stories = ROOT / "templates" / "sample_stories" / f"{language}.toml"
    for kind, item in tomllib.loads(stories.read_text(encoding="utf-8")).items():
        for key, text in item.items():
            yield f"{stories.relative_to(ROOT)}: {kind}.{key}", re.sub(r"<[^>]*>", " … ", text)


def _read_by_people(language: str) -> list[tuple[str, str]]:
    """Place and words of everything in the language."""
    documents = _documents() if language == "en" else iter(())
    return [*_ftl(language), *_help_and_stories(language), *documents]


def _breaches(banned: list[Banned], language: str, texts: list[tuple[str, str]]) -> list[str]:
    return [
        f"{place}: “{hit}”"
        for place, text in texts
        for ban in banned
        if ban.language == language
        for hit in ban.hits(place, text)
    ]


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_no_text_uses_another_word_for_a_thing_that_has_one(language: str) -> None:
    assert _breaches(_banned(), language, _read_by_people(language)) == []


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_the_words_of_the_glossary_are_those_of_the_texts(language: str) -> None:
    """By their first letters, for Slovenian and Arabic bend them."""
    column = next(name for name, code in COLUMNS.items() if code == language)
    terms = [row[column] for row in _table("The words") if row[column] != NOT_FOR_READERS]
    assert len(terms) > 20
    all_texts = " ".join(text for _, text in _read_by_people(language)).casefold()
    stems = {term: [word[:LETTERS_OF_A_STEM].casefold() for word in term.split()] for term in terms}
    assert [term for term, parts in stems.items() if not all(part in all_texts for part in parts)] == []


def test_every_thing_has_a_name_for_staff_and_for_readers_in_all_their_languages() -> None:
    for row in _table("The words"):
        names = {code: row[name] for name, code in COLUMNS.items()}
        assert all(names[code] not in ("", NOT_FOR_READERS) for code in STAFF_LANGUAGES), row["Thing"]
        assert (names["ar"] == NOT_FOR_READERS) == (names["fa"] == NOT_FOR_READERS), row["Thing"]
        assert names["ar"] and names["fa"], row["Thing"]  # noqa: PT018  # one thing, one message


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_a_name_stands_for_one_thing_only(language: str) -> None:
    column = next(name for name, code in COLUMNS.items() if code == language)
    names = [row[column] for row in _table("The words") if row[column] != NOT_FOR_READERS]
    assert [name for name in names if names.count(name) > 1] == []


@pytest.mark.parametrize("language", READER_LANGUAGES)
def test_a_kind_of_news_has_the_same_name_in_emails_in_the_archive_and_for_staff(language: str) -> None:
    texts = Texts(["templates", "web", "news", "campaigns"])
    kinds = ("statement", "report_summary", "project", "publication", "event", "appeal", "correction")
    for kind in kinds:
        name = texts.text(language, "templates-kind", kind=kind)
        assert texts.text(language, "web-archive-kind", kind=kind) == name
    for kind in (*kinds, "page", "journal") if language in STAFF_LANGUAGES else ():
        assert texts.text(language, f"news-kind-{kind}") == texts.text(language, "templates-kind", kind=kind)
    for kind in ("bulletin", "digest") if language in STAFF_LANGUAGES else ():
        assert texts.text(language, f"campaigns-kind-{kind}") == texts.text(
            language, "web-archive-kind", kind=kind
        )


def test_persian_has_persian_digits() -> None:
    texts = [(place, text) for place, text in _read_by_people("fa") if "place" not in place.rpartition(".")[2]]
    latin = re.compile(r"(?<![A-Za-z] )[0-9]+")
    assert [f"{place}: {text}" for place, text in texts if latin.search(text)] == []


@pytest.mark.parametrize("ban", _banned(), ids=lambda ban: f"{ban.language} {ban.word}")
def test_a_breach_is_noticed(ban: Banned) -> None:
    bad = ban.word.replace("*", "").title()
    source = f"templates-x = {{ $count ->\n    [one] x\n   *[other] … {bad}, …\n}}\n"
    place = f"templates/texts/{ban.language}.ftl"
    texts = [(f"{place}: {key}", text) for key, text in _texts_of(source)]
    assert _breaches([ban], ban.language, texts) == [f"{place}: templates-x: “{bad}”"]
    assert _breaches([ban], ban.language, [(place, f"x{bad}x")]) == []


def test_the_same_letters_with_another_meaning_are_no_breach() -> None:
    banned = _banned()
    for language, text in (
        ("en", "A mail server refused it; a mail provider and mail programs, too."),
        ("sl", "V prvi vrstici mora biti ---. Kdor je že potrdil prijavo, je na seznamu. Temna ozadja."),
        ("fa", "دعوت‌نامه"),
        ("ar", "يتمّ"),
    ):
        assert _breaches(banned, language, [("web/texts/x.ftl: y", text)]) == []
