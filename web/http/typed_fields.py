"""Form data retention: what a person typed into a form that was refused, for the page that says so.

Wherever a page can be shown again, its fields hold it. Elsewhere (signed out meanwhile, a form that is too old, a
thing that is gone or has moved on) the error's page shows it, to be copied.
"""

import re
from collections.abc import Mapping
from html import unescape

from fastapi import Request

from campaigns.retention.register import RegisterPart
from core.i18n import is_language
from kinds.registry import all_keys

_LABELS = {
    "address": "web-subscribe-address",
    "name": "web-subscribe-name",
    "language": "web-subscribe-language",
}
_STAFF_LABELS = {
    "address": "web-sign-in-address",
    "name": "web-delivery-name",
    "role": "web-colleague-role",
    "postal_address": "web-brand-postal-address",
    "website": "web-brand-website",
    "colour": "web-brand-colour",
    "logo_alt": "web-brand-logo-alt",
    "socials": "web-brand-socials",
    "subject": "web-preview-subject",
    "preheader": "web-preview-preheader",
    "intro": "web-variant-intro",
    "language": "web-variant-add-label",
    "kind": "web-block-kind",
    "after": "web-block-where",
    "local": "web-step-schedule-label",
    "template": "web-campaign-template",
    "first": "web-senders-first",
    "second": "web-senders-second",
    "visibility": "web-visibility-label",
    "list": "web-new-list",
    "frame-origins": "web-list-frame-origins",
    "condition": "web-segment-text",
    "label": "web-field-label",
    "type": "web-field-type",
    "choices": "web-field-choices",
    "word": "web-field-word",
    "main": "web-new-main",
    "sender": "web-new-sender",
    "remark": "web-review-remark",
    "comment": "web-comment-label",
    "block": "web-comment-block",
    "choice": "web-doubt-decide",
    "why": "web-doubt-why",
    "reason": "web-subscriber-reason",
    "other": "web-merge-other",
    "what": "web-exports-what",
    "format": "web-exports-format",
    "search": "web-subscribers-search",
    "state": "web-subscribers-status",
    "suppressed": "web-subscribers-suppressed",
    "person_note": "web-subscriber-note",
    "who": "web-request-who",
    "received": "web-request-received-on",
    **{part.value: f"campaigns-register-part-{part}" for part in RegisterPart},
    "emails": "web-sender-limit",
    "period": "web-sender-period",
    **{f"chain-{place}": "web-list-chain" for place in range(1, 4)},
    "more": "web-list-required-more",
    "slug": "web-list-slug",
    "most_at_once": "web-automation-most",
    "oldest_days": "web-automation-days",
    "days": "web-welcome-days-label",
    "months": "web-quiet-months",
    "a_day": "web-quiet-a-day",
    "outcome": "web-quiet-outcome",
    "answer_days": "web-quiet-days",
    "send_time": "web-automation-time",
    "pattern": "web-digest-when",
    "order": "web-digest-order",
    "lead": "web-digest-lead",
    "design": "web-digest-design",
    "at": "web-digest-at",
    "zone": "web-digest-zone",
    "starts_on": "web-digest-starts-on",
    "phrases": "web-digest-words",
    "least": "web-digest-least",
    "most": "web-digest-most",
    "source": "web-automation-source",
    "mode": "web-automation-mode",
    "second_sender": "web-automation-second",
    "from_name": "web-sender-from-name",
    "from_address": "web-sender-from-address",
    "reply_to": "web-sender-reply-to",
    "html": "web-template-html",
    "text": "web-template-text",
    "note": "web-template-note",
    "delimiter": "web-sender-delimiter",
    **{name: f"news-field-{name}" for name in ("date", *all_keys())},
}
_BY_LANGUAGE = {
    "footer-": "web-brand-footers",
    "name-": "web-list-names",
    "label-": "web-field-labels",
    "introduction-": "web-digest-introduction",
    "subject-": "web-digest-subject",
}
"""Of brands and lists: one field a language."""
_OF_A_ROW = {
    "kind-": "web-segment-kind",
    "add-": "web-segment-add-label",
    "operator-": "web-segment-operator",
    "value-": "web-segment-conditions",
}
"""Of a segment: followed by the places of a group and of a row in it."""
_OF_A_TEXT = (
    *(
        "title",
        "summary",
        "body",
        "quote",
        "quote_source",
        "quote_language",
        "url",
        "topic",
        "partners",
        "funding",
    ),
    *(f"{role}_alt" for role in ("image", "logo", "funder_logo")),
    *("image_caption", *all_keys()),
    *("heading", "label"),
)
"""Of news and of a campaign's blocks: one field a language."""
_OF_A_PERSON = "field-"
"""Begins the name of a custom field of a person."""
_TIME = "_time"
"""After the name of a moment's day: its hour."""
_HTML = "_format"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_HREF = re.compile(r'href="([^"]*)"')
_SIGNS = {
    "strong": ("**", "**"), "em": ("*", "*"), "s": ("~~", "~~"), "h2": ("## ", "\n\n"), "h3": ("### ", "\n\n"),
    "h4": ("#### ", "\n\n"), "li": ("- ", "\n"), "p": ("", "\n\n"), "br": ("\n", ""), "hr": ("***\n\n", ""),
    "blockquote": ("> ", ""), "td": ("", " | "), "th": ("", " | "), "tr": ("", "\n"), "ul": ("", "\n"),
    "ol": ("", "\n"),
}  # fmt: skip


def keep_typed(request: Request, fields: Mapping[str, str]) -> None:
    request.state.typed = fields


def drop_typed(request: Request) -> None:
    """What another site made somebody send was typed by nobody."""
    request.state.typed = {}


def typed_fields(request: Request, *, is_staff: bool) -> list[tuple[str, str, str]]:
    """Each field that has something in it: the text that names it, a language that the name needs, what was typed.
    Never a password or what a page has put into its form itself."""
    typed: Mapping[str, str] = getattr(request.state, "typed", {})
    if not is_staff:
        return [(label, "", typed[name]) for name, label in _LABELS.items() if typed.get(name)]
    labels = [(name, label, "") for name, label in _STAFF_LABELS.items()]
    labels += [(name, *_label_of(name)) for name in typed]
    return [
        (label, language, _value(typed, name)) for name, label, language in labels if label and typed.get(name)
    ]


def _value(typed: Mapping[str, str], name: str) -> str:
    return _as_written(typed[name]) if typed.get(name + _HTML) == "html" else typed[name]


def _label_of(name: str) -> tuple[str, str]:
    """Of a field that stands in a form once for each language, or of an hour; empty of any other."""
    if name.endswith(_TIME):
        label, language = _label_of(name.removesuffix(_TIME))
        is_shared = name.removesuffix(_TIME) in all_keys()
        return ("web-news-hour", language) if label or is_shared else ("", "")
    for prefix, label in _BY_LANGUAGE.items():
        if name.startswith(prefix) and is_language(name.removeprefix(prefix)):
            return label, name.removeprefix(prefix)
    for prefix, label in _OF_A_ROW.items():
        if name.startswith(prefix) and name.removeprefix(prefix).replace("-", "").isdecimal():
            return label, ""
    if name.startswith(_OF_A_PERSON):
        return "web-subscriber-fields", ""
    language, _, field = name.rpartition("-")
    if field in _OF_A_TEXT and language and is_language(language):
        return f"news-field-{field}", language
    return "", ""


def _as_written(html: str) -> str:
    """An editor's html for a person to copy, with Markdown's signs. It is not sanitised, and so only shown as
    text; whatever it holds, this takes as long as the text is."""
    addresses: list[str] = []

    def sign(tag: re.Match[str]) -> str:
        is_end, name = bool(tag[1]), tag[2].lower()
        if name != "a":
            return _SIGNS.get(name, ("", ""))[is_end]
        if is_end:
            return f"]({addresses.pop()})" if addresses else ""
        address = _HREF.search(tag[3])
        addresses.append(unescape(address[1]) if address else "")
        return "["

    return unescape(_TAG.sub(sign, html)).strip()
