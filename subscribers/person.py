"""What people and spreadsheets write about a person, made fit to keep: pure, and each refusal says why."""

import re
import string
import unicodedata
from collections.abc import Mapping

from core.addresses import MAX_ADDRESS_LENGTH, MAX_LOCAL_PART, AddressRefused, EmailAddress
from core.errors import InputRefused
from core.invisible_signs import has_invisible
from subscribers.language_words import read_tag

MAX_NAME = 120
# What spreadsheets and mail programs leave around an address or a name: spaces and marks that nobody sees.
_AROUND = string.whitespace + "\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff"
# Arabic as old programs drew it, each letter in its shape: nobody finds it, and not every font has it.
_PRESENTATION_FORM = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def read_address(text: str) -> EmailAddress:
    """Raises InputRefused, with the reason in words a person can act on."""
    text = text.strip(_AROUND)
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
    if long := _what_is_too_long(text):
        return long
    if not text.partition("@")[0].isascii():
        return "subscribers-address-not-ascii"
    return "subscribers-address-refused"


def _what_is_too_long(text: str) -> str:
    if len(text) > MAX_ADDRESS_LENGTH:
        return "subscribers-address-too-long"
    local_part = text.rpartition("@")[0]
    is_long = local_part.isascii() and len(local_part) > MAX_LOCAL_PART
    return "subscribers-address-long-before-at" if is_long else ""


def read_name(text: str) -> str:
    """The name on one line. Whatever its letters, and whatever it looks like to a spreadsheet, it is a name."""
    on_one_line = " ".join(text.strip(_AROUND).split())
    name = _PRESENTATION_FORM.sub(lambda form: unicodedata.normalize("NFKC", form[0]), on_one_line)
    if len(name) > MAX_NAME:
        raise InputRefused("subscribers-name-too-long", limit=MAX_NAME)
    if has_invisible(name):
        raise InputRefused("subscribers-name-unreadable")
    return name


def read_language(text: str, *, default: str | None = None, meanings: Mapping[str, str] | None = None) -> str:
    """A language tag (sl, sl-SI, ar): from any spelling of one, or a reader language's name. `meanings`: of words
    in a file, as a person says (`language_words`). Raises InputRefused."""
    wanted = text.strip(_AROUND)
    if wanted:
        return read_tag(wanted, meanings=meanings)
    if default is None:
        raise InputRefused("subscribers-language-missing")
    return read_tag(default)
