"""Whether the plain text says what the html says: some readers get only the one, and filters compare the two."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from templates.checks.finding import Finding, a_warning
from templates.content import RenderedMail
from templates.html_facts import HtmlFacts

ENOUGH = 0.9
"""The share of the html's words that the text has to have: captions and buttons may be worded otherwise."""
MAY_DIFFER = 12
"""So many words may differ in any mail, however short: those of the footer are worded otherwise."""
_WORD = re.compile(r"\w{3,}")
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")


def check_parity(rendered: RenderedMail, facts: HtmlFacts) -> Iterator[Finding]:
    text = rendered.text
    unquoted = unquote(text)
    for url in dict.fromkeys(facts.links):
        address = unquote(url.removeprefix("tel:").removeprefix("sms:"))
        if address not in unquoted and not url.startswith(("[[", "#")):
            yield a_warning("text-without-link", "text", url=url)
    missing = [number for number in dict.fromkeys(_NUMBER.findall(facts.text)) if number not in text]
    if missing:
        yield a_warning("text-without-number", "text", number=missing[0], count=len(missing))
    html_words, text_words = set(_split(facts.text)), set(_split(text))
    if len(html_words - text_words) > max(MAY_DIFFER, (1 - ENOUGH) * len(html_words)):
        share = round(100 * len(html_words & text_words) / len(html_words))
        yield a_warning("text-says-less", "text", share=share)


def _split(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
