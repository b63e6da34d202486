"""The mail of double opt-in."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from templates.content import RenderedMail, SubscriptionDocument
from templates.examples import LIST_NAMES
from templates.html_facts import read_html
from templates.merge import compile_html, compile_text
from templates.subscription_mails import (
    render_address_notice,
    render_address_question,
    render_confirmation,
    render_welcome,
)
from tests.templates import samples

URL = "https://bulletin.example.org/confirm/abc"
in_every_language = pytest.mark.parametrize("language", LIST_NAMES)


@in_every_language
def test_it_asks_in_the_readers_language_and_holds_one_field(language: str) -> None:
    rendered = render_confirmation(samples.CONFIRMATIONS[language])
    facts = read_html(rendered.html)
    assert (facts.language, facts.direction) == (language, "rtl" if language in ("ar", "fa") else "ltr")
    assert compile_html(rendered.html).fields == {"confirm_url"}
    assert compile_text(rendered.text).fields == {"confirm_url"}
    assert LIST_NAMES[language] in rendered.subject
    assert URL in compile_text(rendered.text).merge({"confirm_url": URL}).splitlines()
    assert URL in read_html(compile_html(rendered.html).merge({"confirm_url": URL})).links


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "do not need to do anything"),
        ("sl", "ni treba storiti ničesar"),
        ("ar", "فلا حاجة إلى فعل شيء"),
        ("fa", "لازم نیست کاری کنید"),
    ],
)
def test_whoever_did_not_ask_is_told_to_do_nothing(language: str, expected: str) -> None:
    rendered = render_confirmation(samples.CONFIRMATIONS[language])
    assert expected in read_html(rendered.html).text
    assert expected in rendered.text.replace("\n", " ")


def test_a_lists_name_is_shown_and_never_run() -> None:
    name = "A [[recipient_name]] {{ 7*7 }} <b>"
    rendered = render_confirmation(replace(samples.CONFIRMATIONS["en"], list_name=name))
    assert name in compile_text(rendered.subject).merge({})
    assert name in compile_text(rendered.text).merge({"confirm_url": URL}).replace("\n", " ")
    assert name in read_html(compile_html(rendered.html).merge({"confirm_url": URL})).text


def test_it_names_the_organisation_and_its_address() -> None:
    rendered = render_confirmation(samples.CONFIRMATIONS["sl"])
    assert "Metelkova ulica 6" in rendered.html
    assert "Metelkova ulica 6" in rendered.text


@in_every_language
def test_the_welcome_says_how_to_leave_and_holds_one_field(language: str) -> None:
    rendered = render_welcome(samples.CONFIRMATIONS[language])
    facts = read_html(rendered.html)
    assert (facts.language, facts.direction) == (language, "rtl" if language in ("ar", "fa") else "ltr")
    assert compile_html(rendered.html).fields == {"unsubscribe_url"}
    assert compile_text(rendered.text).fields == {"unsubscribe_url"}
    assert LIST_NAMES[language] in rendered.subject
    assert "Metelkova ulica 6" in rendered.html
    assert "Metelkova ulica 6" in rendered.text


@in_every_language
@pytest.mark.parametrize("make", [render_address_question, render_address_notice])
def test_of_a_change_of_address_each_email_says_who_asks_and_holds_one_field(
    language: str, make: Callable[[SubscriptionDocument], RenderedMail]
) -> None:
    rendered = make(samples.CONFIRMATIONS[language])
    facts = read_html(rendered.html)
    assert (facts.language, facts.direction) == (language, "rtl" if language in ("ar", "fa") else "ltr")
    assert compile_html(rendered.html).fields == compile_text(rendered.text).fields == {"confirm_url"}
    assert samples.CONFIRMATIONS[language].brand.name in facts.text
    assert URL in compile_text(rendered.text).merge({"confirm_url": URL}).splitlines()
    # Whoever has that address need not know what anybody reads.
    assert LIST_NAMES[language] not in facts.text + rendered.text + rendered.subject
