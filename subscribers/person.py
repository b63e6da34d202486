"""What people and spreadsheets write about a person, made fit to keep: pure, and each refusal says why."""

import re
import string
import unicodedata
from functools import lru_cache

from core.addresses import MAX_ADDRESS_LENGTH, AddressRefused, EmailAddress
from core.errors import InputRefused
from core.i18n import is_language, language_name
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from subscribers.quoted import quoted

MAX_NAME = 120
# What spreadsheets and mail programs leave around a copied address: spaces and marks that nobody sees.
_AROUND_ADDRESSES = string.whitespace + "\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff"
# Joiners that Persian spelling needs, and direction marks that spreadsheets add; other invisible marks can
# make a name show as something else than it is.
_INVISIBLE_ALLOWED = "\u200c\u200d\u200e\u200f"
_LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}))?")


def read_address(text: str) -> EmailAddress:
    """Raises InputRefused, with the reason in words a person can act on."""
    text = text.strip(_AROUND_ADDRESSES)
    try:
        return EmailAddress.parse(text)
    except AddressRefused as error:
        raise InputRefused(_why_no_address(text)) from error


def _why_no_address(text: str) -> str:
    if not text:
        return "subscribers-address-missing"
    if "<" in text:
        return "subscribers-address-with-name"
    if "@" not in text:
        return "subscribers-address-without-at"
    if len(text) > MAX_ADDRESS_LENGTH:
        return "subscribers-address-too-long"
    if not text.partition("@")[0].isascii():
        return "subscribers-address-not-ascii"
    return "subscribers-address-refused"


def read_name(text: str) -> str:
    """The name on one line. Whatever its letters, and whatever it looks like to a spreadsheet, it is a name."""
    name = " ".join(text.split())
    if len(name) > MAX_NAME:
        raise InputRefused("subscribers-name-too-long", limit=MAX_NAME)
    if any(unicodedata.category(sign)[0] == "C" and sign not in _INVISIBLE_ALLOWED for sign in name):
        raise InputRefused("subscribers-name-unreadable")
    return name


def read_language(text: str, *, default: str | None = None) -> str:
    """A language tag (sl, sl-SI, ar): from a tag in any spelling, or a reader language's name."""
    wanted = text.strip(_AROUND_ADDRESSES).casefold()
    if not wanted:
        if default is None:
            raise InputRefused("subscribers-language-missing")
        wanted = default.casefold()
    tag = _language_names().get(wanted) or _canonical_tag(wanted.replace("_", "-"))
    if tag is None:
        raise InputRefused("subscribers-language-unknown", language=quoted(wanted, 20))
    return tag


def _canonical_tag(text: str) -> str | None:
    match = _LANGUAGE_TAG.fullmatch(text)
    if match is None:
        return None
    language, script, region = match.groups()
    tag = "-".join(part for part in (language, script and script.title(), region and region.upper()) if part)
    return tag if is_language(tag) else None


@lru_cache
def _language_names() -> dict[str, str]:
    names = {language_name(code).casefold(): code for code in READER_LANGUAGES}
    for staff_language in STAFF_LANGUAGES:
        names |= {language_name(code, in_language=staff_language).casefold(): code for code in READER_LANGUAGES}
    return names
