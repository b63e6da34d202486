"""Denial of service by a regular expression (ReDoS): text without a blank, or of nothing but blanks, as Chinese, a
pasted picture and an attacker write it. What is read in proportion to its length takes a second of the processor
here; what tries each beginning takes many minutes, and is stopped.
"""

import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from campaigns.clicks.click_links import ClickScope, with_click_links
from campaigns.editorial.preheader import first_words, in_words
from campaigns.review.fields_as_typed import check_fields_as_typed
from core.logging import redact
from core.signing import Signer
from delivery.mail_reports.mail_report import read_mail_report
from delivery.plain_text import plain_text
from delivery.refusals import gist
from news.feeds.entry_text import entry_text
from news.fold_words import folded_words
from news.near_duplicates import folded_tokens
from news.tables import NewsText
from news.word_difference import readable
from subscribers.importers.mailman import _rows
from templates.finish_html import finish_html
from templates.html_nodes import read_nodes
from tests.templates.samples import document

LONG = 200_000
CPU_SECONDS = 60
RUNS = [
    "B",
    "中",
    " ",
    "\n",
    "\r\n",
    "<",
    "<a",
    "<style",
    "a.",
    "a@",
    "=40",
    "a-",
    "](",
    "[",
    "[[a|",
    "| ",
    "token",
    "…",
    "%2F",
]


def log(text: str) -> object:
    return redact(None, "", {"event": "x", "reply": text, "trace": f"error: {text}!"})


def read_bounce(text: str) -> object:
    mail = f"From: MAILER-DAEMON@example.org\nSubject: {text}\nContent-Type: text/html\n\n<p>{text}</p>\n{text}"
    return read_mail_report(mail.encode(), signer=Signer("x" * 40), list_domain="example.org")


def read_entry(text: str) -> object:
    options = {"base": "https://example.org", "title": text, "summary": f"{text} …", "language": "sl"}
    return entry_text(f"<p>{text}</p>".encode(), options)


def count_clicks(text: str) -> object:
    html = f'<p><a href="https://example.org/">{text.replace("<", "")} x</a></p>'
    return with_click_links(html, ClickScope("abc", "https://news.example.org"))


def begin(text: str) -> object:
    return first_words(NewsText(item_id=1, language="sl", title="", summary="", body_html=text))


def check_fields(text: str) -> object:
    """Also how much is said: a page of fifty thousand findings is as slow."""
    intro = f"<p>{text.replace('<', '')}</p>"
    written = replace(document("bulletin", "en", ()), subject=text, intro_html=intro)
    findings = list(check_fields_as_typed([], [written]))
    assert len(findings) < 10
    return findings


READERS: dict[str, Callable[[str], Any]] = {
    "a line of the log": log,
    "a provider's words": plain_text,
    "a refusal": gist,
    "a bounce": read_bounce,
    "an entry of a feed": read_entry,
    "the words of an item": folded_words,
    "the words of an earlier one": folded_tokens,
    "a version of an item": readable,
    "a mail's links": count_clicks,
    "a mail's end": finish_html,
    "a mail's elements": read_nodes,
    "a preheader": begin,
    "a line in words": in_words,
    "a campaign's fields": check_fields,
    "members of a list": lambda text: list(_rows([f"{text} x"])),
}


@contextmanager
def stopped_in_the_end(after: float = CPU_SECONDS) -> Iterator[None]:
    """By the time of the processor, not of the clock: how busy the machine is does not count."""

    def stop(*_: object) -> None:
        raise TimeoutError("it is not read in proportion to its length")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, after)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("reader", READERS)
def test_a_long_run_of_anything_is_read_in_proportion_to_its_length(reader: str) -> None:
    with stopped_in_the_end():
        for run in RUNS:
            READERS[reader](run * (LONG // len(run)))


def test_what_tries_each_beginning_is_stopped() -> None:
    with pytest.raises(TimeoutError), stopped_in_the_end(after=0.2):
        # Python asks about a signal after some thousand beginnings: they are short enough that it soon does.
        re.search(r"\S+@", "B" * 20_000)
