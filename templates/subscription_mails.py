"""Mails about a subscription itself: the question of double opt-in, the welcome after the yes, the two about a
change of address, and the question whether a list is still wanted."""

from templates.content import RenderedMail, SubscriptionDocument
from templates.escape import on_one_line
from templates.mail_view import subscription_view
from templates.merge import OF_CAMPAIGNS, OF_QUESTIONS, escape_literal
from templates.reader_words import ReaderTexts, check_language
from templates.render import check_fields, reader_texts, render_html, render_text


def render_confirmation(document: SubscriptionDocument) -> RenderedMail:
    """Asks, and does nothing if nobody answers. `[[confirm_url]]` is still in it.

    Raises InputRefused for a language that nobody knows.
    """
    say = _reader_texts(document)
    # Of several lists, whose they are: their names would not fit into a subject.
    about = document.brand.name if document.other_lists else document.list_name
    subject = say("confirm-subject", list=on_one_line(about))
    rendered = _rendered("confirmation", document, subject=subject, preheader=say("confirm-preheader"))
    check_fields(rendered, OF_QUESTIONS)
    return rendered


def render_welcome(document: SubscriptionDocument) -> RenderedMail:
    """Says that the yes has arrived, what will come and how to leave. `[[unsubscribe_url]]` is still in it.

    Raises InputRefused for a language that nobody knows.
    """
    say = _reader_texts(document)
    subject = say("welcome-subject", list=on_one_line(document.list_name))
    rendered = _rendered("welcome", document, subject=subject, preheader=say("welcome-preheader"))
    check_fields(rendered, OF_CAMPAIGNS)
    return rendered


def render_still_wanted(document: SubscriptionDocument) -> RenderedMail:
    """Asks a reader who has not been heard from; its subject names no list. `[[confirm_url]]` is still in it.

    Raises InputRefused for a language that nobody knows.
    """
    say = _reader_texts(document)
    subject, preheader = say("still-wanted-subject"), say("still-wanted-preheader")
    rendered = _rendered("still_wanted", document, subject=subject, preheader=preheader)
    check_fields(rendered, OF_QUESTIONS)
    return rendered


def render_address_question(document: SubscriptionDocument) -> RenderedMail:
    """To a new address, which may be anybody's. `[[confirm_url]]` is still in it.

    Raises InputRefused for a language that nobody knows.
    """
    say = _reader_texts(document)
    subject, preheader = say("address-question-subject"), say("address-question-preheader")
    rendered = _rendered("address_question", document, subject=subject, preheader=preheader)
    check_fields(rendered, OF_QUESTIONS)
    return rendered


def render_address_notice(document: SubscriptionDocument) -> RenderedMail:
    """To the old address. `[[confirm_url]]` is still in it: where the change is refused.

    Raises InputRefused for a language that nobody knows.
    """
    say = _reader_texts(document)
    subject, preheader = say("address-notice-subject"), say("address-notice-preheader")
    rendered = _rendered("address_notice", document, subject=subject, preheader=preheader)
    check_fields(rendered, OF_QUESTIONS)
    return rendered


def _reader_texts(document: SubscriptionDocument) -> ReaderTexts:
    check_language(document.language)
    return ReaderTexts(document.language, reader_texts())


def _rendered(template: str, document: SubscriptionDocument, *, subject: str, preheader: str) -> RenderedMail:
    subject = escape_literal(subject)
    mail = subscription_view(document, reader_texts(), subject=subject, preheader=preheader)
    return RenderedMail(subject, preheader, render_html(template, mail), render_text(template, mail))
