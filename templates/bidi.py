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
_LATIN_LETTER = r"A-Za-z\u00c0-\u024f"
_SCRIPTS = r"²³¹\u2070-\u209c\u02b0-\u02e4\u1d43-\u1d6a"
_NO_ADDRESS = "(?!https?://)"
"""An address of the web is no word of the phrase before it: isolates inside would break it."""
_IN_LATIN = rf"[{_LATIN_LETTER}0-9{_SCRIPTS}'’.&\ue001@/+#_-]"
_LATIN = rf"{_NO_ADDRESS}[.@#$€£]?[{_LATIN_LETTER}]{_IN_LATIN}*(?:\([A-Za-z0-9]{{1,6}}\))?"
_BARE_ADDRESS = r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/(?:[!-;=-~\ue001]*[A-Za-z0-9/=_-])?"
"""Of the web, written without https://; a mark at its end belongs to the sentence."""
_UNIT = rf"{_SPACE}?(?:%|‰|°C?|[€$£])"
_SEPARATORS = r".,\u066b\u066c"
"""Of decimals and thousands, those of Arabic and Persian with them."""
_DIGITS = rf"\d(?:[\d{_SEPARATORS}:/–-]*\d)?(?:\(\d+\))?[{_SCRIPTS}]*"
_COUNTRY = r"(?:\((?:\+|00)\d{1,3}\)|(?:\+|00)\d{1,3})"
_DIALLED = _COUNTRY + r"(?:[ \u00a0\u202f./–-]?(?:\d+|\(\d+\)))+|\(?0\d+\)?(?:[ \u00a0\u202f./–-]\d+)+"
_GROUPED = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[{_SEPARATORS}]\d+)?|\d{{1,4}}(?:{_SPACE}\d{{2,4}}){{2,}}(?!\d)"
)
_SIGNED = rf"(?<![\w.])(?:[−–+-]|[€$£#№§]{_SPACE}?)"
_NUMBER = rf"(?:{_DIALLED}|(?:{_SIGNED})?(?:{_GROUPED}|{_DIGITS})(?:(?<=[0-9]){_UNIT})?)"
_PHRASE = rf"{_BARE_ADDRESS}|(?:{_NUMBER}{_SPACE})?{_LATIN}(?:[:;,]?{_SPACE}(?:{_LATIN}|{_NUMBER}))*|{_NUMBER}"
RUN = re.compile(_PHRASE)
_AMPERSAND = "\ue001"
_FIELD_REFERENCE_OR_RUN = re.compile(rf"\[\[[^\[\]\n]*\]\]|&#?\w+;|https?://[^\s<]+|(?P<run>{_PHRASE})")
_NEEDS_NO_HELP = re.compile(rf"[{_LATIN_LETTER} ]+|\d[\d\u066b\u066c]*")
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
        lambda match: _marked_up(match[0]) if match["run"] else match[0], escaped.replace("&amp;", _AMPERSAND)
    )
    return marked.replace(_AMPERSAND, "&amp;")


def _marked_up(run: str) -> str:
    kept = _without_end(run)
    if _NEEDS_NO_HELP.fullmatch(kept):
        return run
    return f'<span dir="ltr">{kept}</span>{run[len(kept) :]}'


def _without_end(run: str) -> str:
    return run.rstrip(".'’-/")
