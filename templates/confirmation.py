"""The mail of double opt-in: it asks, in the reader's language, and does nothing if nobody answers."""

from templates.block_view import Words, check_language
from templates.content import ConfirmationDocument, Rendered
from templates.mail_view import confirmation_view
from templates.merge import escape_literal
from templates.neutralise import on_one_line
from templates.render import check_fields, reader_texts, render_html, render_text

_TEMPLATE = "confirmation"


def render_confirmation(document: ConfirmationDocument) -> Rendered:
    """The mail with `[[confirm_url]]` still in it. Raises InputRefused for a language that nobody knows."""
    check_language(document.language)
    say = Words(document.language, reader_texts())
    subject = escape_literal(say("confirm-subject", list=on_one_line(document.list_name)))
    preheader = say("confirm-preheader")
    mail = confirmation_view(document, reader_texts(), subject=subject, preheader=preheader)
    rendered = Rendered(subject, preheader, render_html(_TEMPLATE, mail), render_text(_TEMPLATE, mail))
    check_fields(rendered)
    return rendered
