"""Merge fields of custom fields: what a mail names has to be there, and allowed in emails."""

from collections.abc import Iterator, Sequence

from sqlmodel import Session

from core.errors import Param
from subscribers.field_tables import CustomField
from subscribers.fields import list_fields
from templates.checks.finding import Finding, Severity
from templates.content import Document, RenderedMail
from templates.merge import custom_words, find_fields


def check_fields(session: Session, mails: Sequence[tuple[Document, RenderedMail]]) -> Iterator[Finding]:
    """In each mail, each field once, where it stands first."""
    named = [(document.language, _places(rendered)) for document, rendered in mails]
    if not any(places for _, places in named):
        return
    known = {field.word: field for field in list_fields(session)}
    for language, places in named:
        for word, where in places.items():
            problem = _problem_of(word, known.get(word))
            if problem is not None:
                severity, code, params = problem
                yield Finding(severity, code, where, language, params)


def _places(rendered: RenderedMail) -> dict[str, str]:
    parts = {"subject": rendered.subject, "preheader": rendered.preheader, "html": rendered.html}
    places: dict[str, str] = {}
    for where, text in {**parts, "text": rendered.text}.items():
        for word in sorted(custom_words(name for name, _, _ in find_fields(text))):
            places.setdefault(word, where)
    return places


def _problem_of(word: str, field: CustomField | None) -> tuple[Severity, str, dict[str, Param]] | None:
    if field is None:
        return Severity.ERROR, "campaigns-merge-field-unknown", {"word": word}
    if not field.is_in_emails:
        return Severity.ERROR, "campaigns-merge-field-not-in-emails", {"label": field.label}
    if field.archived_at is not None:
        # What people have in it is still there; whether it is still true is worth a question.
        return Severity.WARNING, "campaigns-merge-field-archived", {"label": field.label}
    return None
