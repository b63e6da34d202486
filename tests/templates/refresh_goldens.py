"""Writes the golden mails anew: `uv run python -m tests.templates.refresh_goldens`, after looking at the change.

The goldens are what a reader gets, so a difference in review is a difference in the inbox.
"""

from pathlib import Path

from templates.content import Document
from templates.render import render
from tests.templates import samples

FOLDER = Path(__file__).parent / "golden"
GOLDENS: dict[str, Document] = {
    "statement.en": samples.STATEMENT_EN,
    "bulletin.sl": samples.BULLETIN_SL,
    "bulletin.ar": samples.BULLETIN_AR,
}


def refresh() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, document in GOLDENS.items():
        rendered = render(document)
        (FOLDER / f"{name}.html").write_text(rendered.html, encoding="utf-8")
        (FOLDER / f"{name}.txt").write_text(rendered.text, encoding="utf-8")


if __name__ == "__main__":
    refresh()
