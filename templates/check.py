"""What is wrong with a rendered mail, before anyone receives it. Errors stop, warnings ask.

Pure: it reads what was rendered, byte for byte what would be sent, and fetches nothing. A finding's text (what,
why it matters, how to mend it) is `templates-check-…` in texts/*.ftl.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.errors import InputRefused
from core.i18n import direction
from kinds.correction import CorrectionDetails
from templates.checks.clients import check_clients
from templates.checks.completeness import check_completeness
from templates.checks.contrast import check_contrast
from templates.checks.finding import Finding, Severity, a_warning, an_error
from templates.checks.foreign_loads import check_foreign_loads
from templates.checks.languages import check_languages
from templates.checks.links import check_links
from templates.checks.locate import item_with
from templates.checks.parity import check_parity
from templates.checks.personal_links import check_personal_links
from templates.checks.reading_order import check_reading_order
from templates.checks.structure import check_structure
from templates.content import Document, RenderedMail
from templates.html_facts import HtmlFacts, read_html
from templates.html_tree import read_tree
from templates.merge import compile_html, compile_text

__all__ = ["Finding", "Severity", "check_rendered"]

MAX_SUBJECT = 150
GOOD_SUBJECT = 70
GMAIL_CLIPS_AT = 102_000
_UNRESOLVED = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll]orem ipsum\b")
_ALSO_THIRTY = "XXX"
_ATTACHED = re.compile(
    r"\b(?:attached|attachments?|(?:v\s+)?(?:prilogi|priponki)|priložen[aiou]?|pripet[aiou]?)\b|مرفق|پیوست",
    re.IGNORECASE,
)
_UNSUBSCRIBE = "[[unsubscribe_url]]"


def check_rendered(document: Document, rendered: RenderedMail) -> list[Finding]:
    """All findings in the order in which a person would mend them; empty when nothing is wrong."""
    facts, tree = read_html(rendered.html), read_tree(rendered.html)
    findings = [
        *_subject(rendered.subject),
        *_preheader(rendered.preheader),
        *_fields(rendered),
        *_obligations(document, rendered, facts),
        *_corrections(document),
        *_images(facts),
        *check_links(facts.named_links, facts.targets),
        *check_personal_links(rendered.html, rendered.text),
        *check_foreign_loads(document, rendered.html),
        *_unfinished(rendered, facts),
        *check_structure(facts, has_subject=bool(rendered.subject.strip())),
        *check_reading_order(tree),
        *check_languages(document),
        *check_completeness(document, rendered, facts),
        *check_parity(rendered, facts),
        *check_contrast(tree),
        *check_clients(tree),
        *_technique(document, rendered, facts),
    ]
    return [
        replace(finding, language=document.language, item=finding.item or _item(document, finding))
        for finding in findings
    ]


def _item(document: Document, finding: Finding) -> str:
    address = finding.params.get("url", finding.params.get("src", ""))
    return item_with(document, str(address)) if address else ""


def _subject(subject: str) -> Iterator[Finding]:
    length = len(subject)
    if not subject.strip():
        yield an_error("subject-empty", "subject")
    elif length > MAX_SUBJECT:
        yield an_error("subject-too-long", "subject", length=length, limit=MAX_SUBJECT)
    elif length > GOOD_SUBJECT:
        yield a_warning("subject-long", "subject", length=length, limit=GOOD_SUBJECT)


def _preheader(preheader: str) -> Iterator[Finding]:
    if not preheader.strip():
        yield a_warning("preheader-empty", "preheader")


def _fields(rendered: RenderedMail) -> Iterator[Finding]:
    for where, text in _parts(rendered):
        try:
            compiled = compile_html(text) if where == "html" else compile_text(text)
        except InputRefused as refused:
            yield an_error(refused.code.replace("templates-", "", 1), where, **refused.params)
        else:
            for name in sorted(compiled.without_default):
                yield a_warning("field-without-default", where, field=name)


def _obligations(document: Document, rendered: RenderedMail, facts: HtmlFacts) -> Iterator[Finding]:
    if _UNSUBSCRIBE not in facts.links:
        yield an_error("unsubscribe-missing", "html")
    if _UNSUBSCRIBE not in rendered.text:
        yield an_error("unsubscribe-missing", "text")
    lines = [_letters(line) for line in document.brand.postal_address.splitlines() if line.strip()]
    for where, text in (("html", facts.text), ("text", rendered.text)):
        shown = _letters(text)
        if not lines or not all(line in shown for line in lines):
            yield an_error("postal-address-missing", where)


def _corrections(document: Document) -> Iterator[Finding]:
    for item in document.items:
        if isinstance(item.details, CorrectionDetails) and not item.corrected:
            yield replace(a_warning("corrects-unknown", "html", title=item.title), item=item.title)


def _images(facts: HtmlFacts) -> Iterator[Finding]:
    for src in facts.images_without_alt:
        yield an_error("alt-missing", "html", src=src)


def _unfinished(rendered: RenderedMail, facts: HtmlFacts) -> Iterator[Finding]:
    for where, text in (("subject", rendered.subject), ("preheader", rendered.preheader), ("html", facts.text)):
        for mark in dict.fromkeys(_UNRESOLVED.findall(text)):
            # A Roman numeral must not stop a campaign, so this mark only asks.
            new_finding = a_warning if mark == _ALSO_THIRTY else an_error
            yield new_finding("unresolved", where, mark=mark)
    attached = _ATTACHED.search(facts.text)
    if attached:
        yield a_warning("attachment", "html", word=attached[0])


def _technique(document: Document, rendered: RenderedMail, facts: HtmlFacts) -> Iterator[Finding]:
    size = len(rendered.html.encode())
    if size > GMAIL_CLIPS_AT:
        yield a_warning("html-too-big", "html", size=-(-size // 1000), limit=GMAIL_CLIPS_AT // 1000)
    if (facts.language, facts.direction) != (document.language, direction(document.language)):
        yield an_error("lang-missing", "html", language=document.language)


def _parts(rendered: RenderedMail) -> tuple[tuple[str, str], ...]:
    return (
        ("subject", rendered.subject),
        ("preheader", rendered.preheader),
        ("html", rendered.html),
        ("text", rendered.text),
    )


def _letters(text: str) -> str:
    """What an address is compared by: not its line breaks, commas, isolates or escaped brackets."""
    return "".join(character for character in text.casefold() if character.isalnum())
