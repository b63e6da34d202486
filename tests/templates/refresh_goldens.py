"""Writes the golden mails anew: `uv run python -m tests.templates.refresh_goldens`, after looking at the change.

The goldens are what a reader gets, so a difference in review is a difference in the inbox.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from templates.content import Document, RenderedMail
from templates.render import render
from templates.subscription_mails import render_confirmation, render_still_wanted, render_welcome
from tests.templates import library, samples

FOLDER = Path(__file__).parent / "golden"
GOLDENS: dict[str, Document] = {
    "statement.en": samples.STATEMENT_EN,
    "bulletin.sl": samples.BULLETIN_SL,
    "bulletin.ar": samples.BULLETIN_AR,
    "publication.sl": library.mail("publication", "sl"),
    "project.en": library.mail("project", "en"),
    "report_summary.sl": library.mail("report_summary", "sl"),
    "event.ar": library.mail("event", "ar"),
    "appeal.ar": library.mail("appeal", "ar"),
    "digest.en": library.mail("digest", "en"),
    "correction.fa": library.mail("correction", "fa"),
}


def rendered_goldens() -> dict[str, RenderedMail]:
    """The goldens as they come out now; the mails about a subscription among them."""
    return {name: render(document) for name, document in GOLDENS.items()} | {
        "confirmation.en": render_confirmation(samples.CONFIRMATIONS["en"]),
        "welcome.sl": render_welcome(samples.CONFIRMATIONS["sl"]),
        "still_wanted.ar": render_still_wanted(replace(samples.CONFIRMATIONS["ar"], last_day=date(2027, 1, 22))),
    }


def refresh() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, rendered in rendered_goldens().items():
        (FOLDER / f"{name}.html").write_text(rendered.html, encoding="utf-8")
        (FOLDER / f"{name}.txt").write_text(rendered.text, encoding="utf-8")


if __name__ == "__main__":
    refresh()
