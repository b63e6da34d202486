"""Round trip: a stored text as the Markdown that gives exactly that text again, where there is such a Markdown.

It is for the plain text field of a browser without JavaScript. Markdown is a way in and never the form that is
kept: what cannot be written in it without a difference is shown as the html that it is.
"""

import re
from collections.abc import Collection, Set
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdownify import BACKSLASH, MarkdownConverter

from core.errors import InputRefused
from news.markdown_body import body_html
from news.sanitise import sanitise

_NOTE = re.compile(r"\[([^\]\s]{1,200})\]")
_NOTE_TEXT = re.compile(r"\[([^\]\s]{1,200})\](?: |\Z)")
_FIRST_MARK = re.compile(r"^([^\S\n]*)([-+>=#])", re.MULTILINE)
_FIRST_NUMBER = re.compile(r"^([^\S\n]*[0-9]+)([.)])(?=\s|$)", re.MULTILINE)
_BARE_ADDRESS = re.compile(r"(?<![^\W_])(https?)(?=://)", re.IGNORECASE)
_TEMPLATE_TAG = re.compile(r"\{(?=[{%])")
_TASKS = {"☐ ": "[ ] ", "☑ ": "[x] "}
_ESCAPES: tuple[dict[str, bool], ...] = (
    {"escape_asterisks": False, "escape_underscores": False, "escape_misc": False},
    {"escape_asterisks": True, "escape_underscores": True, "escape_misc": False},
    {"escape_asterisks": True, "escape_underscores": True, "escape_misc": True},
)
"""A person reads it: a sign is escaped only where the text would not be the same without."""


def html_to_markdown_if_exact(html: str, *, merge_fields: Collection[str] = ()) -> str | None:
    """Markdown from which `news.markdown_body` makes exactly `html`; None where no such Markdown is known.

    `html`: a text as it is stored. One from before the canonical form is read in that form, in
    which saving the html itself would store it. Never raises for what it holds. `merge_fields`: as in `body_html`.
    """
    html = sanitise(html)
    for escapes in _ESCAPES:
        try:
            markdown = _markdown(html, escapes)
            if body_html(markdown, file="", first_line=0, merge_fields=merge_fields) == html:
                return markdown
        except (InputRefused, RecursionError):
            continue
    return None


def _markdown(html: str, escapes: dict[str, bool]) -> str:
    soup = BeautifulSoup(html, "html.parser")
    notes = _taken_notes(soup)
    writer = _Writer(
        heading_style="atx",
        bullets="-",
        newline_style=BACKSLASH,
        notes=frozenset(label for label, _ in notes),
        **escapes,
    )
    parts = [writer.convert_soup(soup).strip("\n")]
    for label, blocks in notes:
        text = writer.convert("".join(map(str, blocks))).strip("\n")
        parts.append(f"[^{label}]: " + re.sub(r"\n(?=.)", "\n    ", text))
    return "\n\n".join(parts)


def _taken_notes(soup: BeautifulSoup) -> list[tuple[str, list[Tag]]]:
    """Footnotes, which stand below the last line of the text: taken out, each as its label and its blocks."""
    lines = soup.find_all("hr", recursive=False)
    referred = {match[1] for sup in soup.find_all("sup") if (match := _NOTE.fullmatch(sup.get_text()))}
    if not lines or not referred:
        return []
    notes: list[tuple[str, list[Tag]]] = []
    for block in lines[-1].find_next_siblings():
        match = _NOTE_TEXT.match(block.get_text()) if block.name == "p" else None
        if match and match[1] in referred:
            _cut(block, len(match[0]))
            notes.append((match[1], [block]))
        elif notes:
            notes[-1][1].append(block)
        else:
            return []
    for taken in (lines[-1], *(block for _, blocks in notes for block in blocks)):
        taken.extract()
    return notes


def _cut(block: Tag, letters: int) -> None:
    first = next(block.descendants, None)
    if isinstance(first, NavigableString):
        first.replace_with(NavigableString(str(first)[letters:]))


class _Writer(MarkdownConverter):  # type: ignore[misc]  # of any type for us (pyproject.toml)
    """Markdown as Bilten reads it: footnotes, tasks, and numbers that are meant as text."""

    def convert_sup(self, el: Tag, text: str, parent_tags: Set[str]) -> str:  # noqa: ARG002  # as the library calls it
        label = text.replace("\\", "")[1:-1]
        return f"[^{label}]" if label in self.options["notes"] else text

    def convert_li(self, el: Tag, text: str, parent_tags: Set[str]) -> str:
        bare = text.strip()
        written = _TASKS.get(bare[:2], bare[:2]) + bare[2:]
        is_loose = el.find("p", recursive=False) is not None
        empty = "-\n" if not written else ""
        made: str = empty or super().convert_li(el, written, parent_tags)
        return made + ("\n" if is_loose else "")

    def escape(self, text: str, parent_tags: Set[str]) -> str:
        escaped: str = super().escape(text, parent_tags)
        if self.options["escape_misc"]:
            escaped = _FIRST_MARK.sub(r"\1\\\2", escaped)
            escaped = _FIRST_NUMBER.sub(r"\1\\\2", escaped)
            escaped = _TEMPLATE_TAG.sub(r"\\{", escaped)
            escaped = _BARE_ADDRESS.sub(r"\1\\", escaped)
        return escaped.replace("|", "\\|") if {"td", "th"} & set(parent_tags) and "\\|" not in escaped else escaped

    def convert_br(self, el: Tag, text: str, parent_tags: Set[str]) -> str:  # noqa: ARG002  # as the library calls it
        return "<br>" if "_inline" in parent_tags else f"\\\n{text}"

    def convert_a(self, el: Tag, text: str, parent_tags: Set[str]) -> Any:
        """An address with brackets or spaces stands between angle brackets."""
        address = str(el.get("href", ""))
        if address != text and re.search(r"[()\\]", address):
            return f"[{text}](<{address}>)"
        return super().convert_a(el, text, parent_tags)
