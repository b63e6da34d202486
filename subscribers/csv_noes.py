"""Opt-outs in other systems' exports: which columns and words say that somebody said no, or cannot be reached.

Pure. The shapes are those of Mailchimp (UNSUB_TIME, CLEAN_TIME), listmonk, MailerLite, Brevo, Sendy, phpList,
Mautic, Substack, Ghost, Campaign Monitor, Keila, CiviCRM, MailUp, Shopify, HubSpot and Klaviyo; docs/operating.md
has the table. A cell that nobody understands is never taken for a yes: the row is refused, with its line.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import Enum, StrEnum, auto

from core.errors import InputRefused
from subscribers import answer_words, consent_words
from subscribers.answer_words import Answer
from subscribers.bare_words import is_bare, is_plain_title
from subscribers.consent_words import fold
from subscribers.quoted import quoted


class No(StrEnum):
    UNSUBSCRIBED = "unsubscribed"
    """Left this list."""
    OPTED_OUT = "opted_out"
    """Wants nothing of the organisation: holds for every list."""
    BOUNCED = "bounced"
    """The address is dead."""
    COMPLAINED = "complained"
    """Called the mail spam."""
    BLOCKED = "blocked"
    """We ourselves write nothing there, as our own export says."""


class Cell(Enum):
    """How a cell of such a column is read."""

    FLAG = auto()
    """Yes, no, or when."""
    REASON = auto()
    """Any words: nobody gives a reason for what they did not do."""
    STILL_ON = auto()
    """A flag the other way round: who is still written to."""
    HOLD = auto()
    """CiviCRM: 0, 1 for a bounce, 2 for an opt-out, or those in words."""


def _columns(no: No, cell: Cell, titles: str) -> dict[str, tuple[No, Cell]]:
    return dict.fromkeys(titles.split(), (no, cell))


COLUMNS: Mapping[str, tuple[No, Cell]] = {
    **_columns(
        No.UNSUBSCRIBED, Cell.FLAG, "unsubtime unsubscribed unsubscribedat unsubscribeddate unsubscribedon"
    ),
    **_columns(
        No.UNSUBSCRIBED, Cell.FLAG, "isunsubscribed dateunsubscribed unsubscribedate unsubscribetime optout"
    ),
    **_columns(No.UNSUBSCRIBED, Cell.FLAG, "optedout optedoutat optouttime optoutdate emailoptout emailoptedout"),
    **_columns(
        No.UNSUBSCRIBED, Cell.FLAG, "hasoptedoutofemail odjava odjavljen odjavljena odjavljeno datumodjave"
    ),
    **_columns(No.UNSUBSCRIBED, Cell.REASON, "unsubreason unsubreasonother unsubscribereason unsubscribedreason"),
    **_columns(No.OPTED_OUT, Cell.FLAG, "blocklisted isblocklisted emailblocklisted blacklisted isblacklisted"),
    **_columns(No.OPTED_OUT, Cell.FLAG, "emailblacklisted donotemail donotcontact dnc isoptout suppressed"),
    **_columns(No.OPTED_OUT, Cell.FLAG, "nobulkemailsuseroptout nobulkemails globalunsubscribe emaildisabled"),
    **_columns(No.BOUNCED, Cell.FLAG, "cleantime cleaned cleanedat bounced bouncedat isbounced hardbounce"),
    **_columns(No.BOUNCED, Cell.FLAG, "hardbounced hardbouncedat bouncedate datebounced"),
    **_columns(No.COMPLAINED, Cell.FLAG, "complained complainedat iscomplained markedasspam spamcomplaint spam"),
    **_columns(No.UNSUBSCRIBED, Cell.STILL_ON, "subscribed issubscribed subscribedtoemails emailenabled"),
    **_columns(No.UNSUBSCRIBED, Cell.STILL_ON, "acceptsmarketing acceptsemailmarketing optedin isoptedin"),
    **_columns(No.BOUNCED, Cell.HOLD, "onhold emailonhold"),
    **_columns(No.OPTED_OUT, Cell.FLAG, "isthissubscriberblacklisted isthisaccountdisabled disabled isdisabled"),
    **_columns(No.OPTED_OUT, Cell.FLAG, "unsubscribedfromallemail hsemailoptout"),
    **_columns(No.BOUNCED, Cell.REASON, "emailhardbouncereason hsemailhardbouncereasonenum"),
    **_columns(No.COMPLAINED, Cell.FLAG, "complaint iscomplaint pritožba"),
    **_columns(No.BOUNCED, Cell.FLAG, "nedostavljivo"),
    **_columns(No.OPTED_OUT, Cell.FLAG, "blokirano"),
    **_columns(No.BLOCKED, Cell.FLAG, "blockedbystaff blokiralisami"),
}
"""By the column's title, letters and digits only."""

WORDS: Mapping[str, No] = {
    **dict.fromkeys(("unsubscribed", "unsub", "unsubscribe", "optedout", "optout", "deleted"), No.UNSUBSCRIBED),
    **dict.fromkeys(("odjavljen", "odjavljena", "odjavljeno"), No.UNSUBSCRIBED),
    **dict.fromkeys(("blocklisted", "blacklisted", "blocked", "disabled", "suppressed"), No.OPTED_OUT),
    **dict.fromkeys(("donotcontact", "donotemail", "unreachable"), No.OPTED_OUT),
    **dict.fromkeys(("cleaned", "bounced", "hardbounced", "hardbounce", "invalid"), No.BOUNCED),
    **dict.fromkeys(("complained", "complaint", "markedasspam", "spam", "junk", "abuse"), No.COMPLAINED),
    **dict.fromkeys(("removed", "optedoutofemail", "izpisan", "izpisana", "izpisano"), No.UNSUBSCRIBED),
    **dict.fromkeys(("held", "undeliverable"), No.BOUNCED),
    **dict.fromkeys(("reportedspam", "spamreported", "spamcomplaint"), No.COMPLAINED),
}
"""Of a status, letters and digits only."""

YES_WORDS = frozenset((
    "confirmed", "subscribed", "active", "enabled", "potrjen", "potrjena", "potrjeno", "naročen", "naročena",
    "prijavljen", "prijavljena", "aktiven", "aktivna",
))  # fmt: skip
"""The same, of who is written to."""

_SMELLS_OF_FILES = (
    "unsub", "optout", "optedout", "blacklist", "blocklist", "suppress", "bounce", "complain", "cleaned",
    "deleted", "donot", "nobulk", "nomail", "spam", "odjav", "nepošilja", "brezmnožičnih",
    "nonsubscribed", "blocks", "blocked", "invalid", "blokiran", "desuscri", "abgemeldet", "unconfirmed",
    "nepotrjen", "undeliver", "izpisan", "odstranjen", "izbrisan",
)  # fmt: skip
_WORDS_OF_FILES = ("inactive", "neaktivn", "archived", "removed")
"""The same, where a word begins: bulletin-active.csv is none."""
_NOTHING = frozenset({"0", "null", "nil", "nan", "none"})
_FALSE = _NOTHING | answer_words.PLAIN_NO
_ZERO = frozenset("0-./: TZ")
BLANKS = frozenset("-–—.,/_ \t\n\u00a0")
"""What people leave in a cell instead of nothing."""
_DIGITS_OF_A_YEAR = 4
_HOLDS: Mapping[str, No] = {
    "1": No.BOUNCED,
    "yes": No.BOUNCED,
    "onholdbounce": No.BOUNCED,
    "2": No.OPTED_OUT,
    "onholdoptout": No.OPTED_OUT,
}


def letters(text: str) -> str:
    """So that E-mail, e_mail and E-MAIL are one, and full-width letters are letters."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def column_of_noes(title: str) -> str:
    """Its letters; empty for any other title, and for one with a sign in it, which may turn it round."""
    return letters(title) if is_plain_title(title) and letters(title) in COLUMNS else ""


def noes_of(cells: Iterable[tuple[str, str]]) -> frozenset[No]:
    """What the cells of such columns say together: (title in letters, cell). Raises InputRefused."""
    noes = {_read(COLUMNS[title], cell) for title, cell in cells}
    return frozenset(no for no in noes if no is not None)


def split_words(text: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-zčšž])(?=[A-ZČŠŽ])", " ", unicodedata.normalize("NFKC", text))
    return re.findall(r"[^\W_]+", spaced.casefold())


def is_named_as_no(file_name: str) -> bool:
    """Whether the file's own name says that these are people who said no, or never said yes."""
    is_smelled = any(smell in letters(file_name) for smell in _SMELLS_OF_FILES)
    return (
        is_smelled
        or consent_words.WANTS_OUT.are_in(file_name)
        or any(word.startswith(_WORDS_OF_FILES) for word in split_words(file_name))
    )


def _read(column: tuple[No, Cell], text: str) -> No | None:
    no, cell = column
    word = letters(text)
    match cell:
        case Cell.FLAG:
            return no if is_said(text) else None
        case Cell.STILL_ON:
            if set(text) <= BLANKS:
                raise InputRefused("subscribers-status-unknown", status=quoted(text))
            return None if is_agreed(text) else no
        case Cell.REASON:
            if set(text) <= BLANKS or (is_bare(text) and fold(text) in _NOTHING):
                return None
            if not fold(text) or fold(text) in _FALSE:
                raise InputRefused("subscribers-status-unknown", status=quoted(text))
            return No.COMPLAINED if word.startswith(("abuse", "spam", "complain")) else no
        case Cell.HOLD:
            if not _is_false(text) and word not in _HOLDS:
                raise InputRefused("subscribers-status-unknown", status=quoted(text))
            return _HOLDS.get(word)


def is_said(text: str) -> bool:
    """A flag, a count or a moment; 0000-00-00 is none. Raises InputRefused for what is neither yes nor no."""
    if _is_false(text):
        return False
    word = fold(text)
    is_dated = sum(sign.isdigit() for sign in word) >= _DIGITS_OF_A_YEAR
    is_yes = answer_words.read_answer(text) is Answer.YES and word in answer_words.PLAIN_YES | {"", "1"}
    if is_yes or is_dated or text.strip().isdigit():
        return True
    raise InputRefused("subscribers-status-unknown", status=quoted(text))


def is_agreed(text: str) -> bool:
    """The same, where a yes says that somebody wants mail: 2 is none, nor is a day beside words (`until 2022`),
    nor x, which is a cross as well. Raises InputRefused for what is neither yes nor no."""
    answer = answer_words.read_answer(text)
    if answer_words.is_lone_mark(text):
        raise InputRefused("subscribers-status-unknown", status=quoted(text))
    if answer is Answer.YES or answer_words.is_moment(text):
        return True
    if answer is Answer.UNKNOWN and not set(text) <= BLANKS and set(fold(text)) != {"0"}:
        raise InputRefused("subscribers-status-unknown", status=quoted(text))
    return False


def _is_false(text: str) -> bool:
    """Nothing, a bare no, or a zero, which may be that of a date."""
    is_blank = set(text) <= BLANKS or ("0" in text and set(text) <= _ZERO)
    return is_blank or (is_bare(text) and fold(text) in _FALSE)
