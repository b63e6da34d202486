"""Bidirectional text (Unicode UAX #9): what stays together, from left to right, in text that runs to the left.

One rule for the html and the text part. The algorithm alone turns “+386 1 234” into “234 1 386+”, and “C++” into
“++C”: signs at an end and spaces between numbers belong to the text around. So each run is isolated: by Unicode's
characters where there is no markup, by `<span dir="ltr">` where there is. Pure.
"""

import re

from core.i18n import direction

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

_SPACE = "[ \u00a0\u202f]"
_LATIN_LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
"""Without × and ÷, which stand between them."""
_SCRIPTS = r"²³¹\u2070-\u209c\u02b0-\u02e4\u1d43-\u1d6a"
_NO_ADDRESS = "(?!https?://)"
"""An address of the web is no word of the phrase before it: isolates inside would break it."""
_IN_LATIN = rf"[{_LATIN_LETTER}0-9{_SCRIPTS}'’.&\ue001@/+#_-]"
_SIGNED = rf"(?<![\w.%‰°€$£])(?:[−–+±~≈-]|[€$£#№§≈]{_SPACE}?)"
_WRITTEN_ON = rf"(?:(?:{_SIGNED})?\d[\d.,:/–×-]{{0,20}})?"
"""A number with its letters: 5km, 3D, 7-Zip, 2016/679/EU."""
_LATIN = rf"{_NO_ADDRESS}[.@#$€£]?{_WRITTEN_ON}[{_LATIN_LETTER}]{_IN_LATIN}*(?:\([A-Za-z0-9]{{1,6}}\))?"
_BARE_ADDRESS = r"(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,}/(?:[!-;=-~\ue001]*[A-Za-z0-9/=_-])?"
"""Of the web, written without https://, its labels as long as may be (RFC 1035, 2.3.4); a mark at its end belongs
to the sentence."""
_UNIT = rf"{_SPACE}?(?:%|‰|°C?|[€$£])(?:/[{_LATIN_LETTER}]{{1,8}})?"
_SEPARATORS = r".,\u066b\u066c"
"""Of decimals and thousands, those of Arabic and Persian with them."""
_DIGITS = rf"\d(?:[\d{_SEPARATORS}:/–×-]*\d)?(?:\(\d+\))?[{_SCRIPTS}]*"
_COUNTRY = r"(?:\((?:\+|00)\d{1,3}\)|(?:\+|00)\d{1,3})"
_DIALLED = (
    _COUNTRY + r"(?:[ \u00a0\u202f./–-]?(?:\d+|\(\d+\)))+"
    r"|\(?0\d+\)?(?:[ \u00a0\u202f./–-]\d+)+|\*\d{2,}(?:[*#]\d+)*#?"
)
_GROUPED = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[{_SEPARATORS}]\d+)?|\d{{1,4}}(?:{_SPACE}\d{{2,4}}){{2,}}(?!\d)"
)
_QUANTITY = rf"(?:{_SIGNED})?(?:{_GROUPED}|{_DIGITS})(?:(?<=[0-9]){_UNIT})?"
_UP_TO = r"(?:\+|[–-](?=[€$£])|(?<=[%‰°C€$£])[–-])[€$£]?"
_NUMBER = rf"(?>{_DIALLED}|{_QUANTITY}(?:{_UP_TO}{_DIGITS}(?:(?<=[0-9]){_UNIT})?)*)"
"""Atomic: there are many ways to part a row of digits, and none but the first is looked for."""
_NAME = rf"(?:{_NUMBER}{_SPACE})?{_LATIN}"
_BRACKETED = rf"\({_NAME}(?:{_SPACE}{_LATIN}){{0,4}}\)"
_JOINED_BY = rf"(?:[:;,]?{_SPACE}|[:=–—]|{_SPACE}[&\ue001+/–—-]{_SPACE})"
_AFTER = rf"(?:{_JOINED_BY}(?:{_LATIN}|{_NUMBER}|{_BRACKETED}|[€$£](?!\w)))"
_PHRASE = rf"{_BARE_ADDRESS}|{_NAME}{_AFTER}*|{_BRACKETED}{_AFTER}+|{_NUMBER}"
RUN = re.compile(_PHRASE)
_AMPERSAND = "\ue001"
_FIELD_REFERENCE_OR_RUN = re.compile(
    rf"\[\[[^\[\]\n]*\]\]|&#?\w+;|(?P<address>https?://[^\s<]+)|(?P<run>{_PHRASE})"
)
_ADDRESS_WITH_PATH = re.compile(r"^https?://|\.[A-Za-z]{2,}(?:/|$)")
_NEEDS_NO_HELP = re.compile(rf"[{_LATIN_LETTER} ]+|\d[\d\u066b\u066c]*|https?://[!-~\ue001]*[A-Za-z0-9]")
"""What the algorithm shows in its order anyway: letters, or digits, with nothing at their ends."""


def runs_to_the_left(language: str) -> bool:
    return direction(language) == "rtl"


def isolated(run: str) -> str:
    """A match of RUN between Unicode's isolates, without the full stop of the sentence around it."""
    kept = _without_end(run)
    return f"{FIRST_STRONG_ISOLATE}{kept}{POP_ISOLATE}{run[len(kept) :]}"


def mark_up_runs(escaped: str) -> str:
    """Escaped text of html, which runs to the left, with the runs that need it marked up; merge fields stay."""
    marked = _FIELD_REFERENCE_OR_RUN.sub(
        lambda match: _marked_up(match[0]) if match["run"] or match["address"] else match[0],
        escaped.replace("&amp;", _AMPERSAND),
    )
    return marked.replace(_AMPERSAND, "&amp;")


def _marked_up(run: str) -> str:
    kept = _without_end(run)
    if _NEEDS_NO_HELP.fullmatch(kept):
        return run
    return f'<span dir="ltr">{kept}</span>{run[len(kept) :]}'


def _without_end(run: str) -> str:
    """Without the marks of the sentence around it; an address of the web keeps its last stroke."""
    kept = run.rstrip(".,:!?)'’-/" if run.startswith("http") and "://" in run else ".'’-/")
    last = re.split(_SPACE, kept)[-1]
    return f"{kept}/" if _ADDRESS_WITH_PATH.search(last) and run[len(kept) :].startswith("/") else kept
