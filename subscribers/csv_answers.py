"""Allow-list of columns: what an import does with a column that it does not read, by its title, without guessing.

Pure. Nobody can list the ways in which people say no in a cell. So an import passes over a column only if its
whole title is one that says nothing of consent (`harmless_titles`), or if nothing stands in it. Under a title that
asks for consent, frequency or status (`consent_titles`), each cell must be a known yes or a known no. Every other
column is one that nobody knows, and a person has to look at it before anything of the file is written.
"""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from subscribers import harmless_titles, harmless_values
from subscribers.answer_words import Answer, is_moment, read_answer
from subscribers.bare_words import is_plain_title
from subscribers.consent_titles import asks_for_consent, asks_for_status
from subscribers.consent_words import fold
from subscribers.csv_doubts import may_be_no
from subscribers.harmless_titles import says_nothing_of_consent, titles


class ColumnKind(Enum):
    HARMLESS = auto()
    """Says nothing of consent."""
    DATE = auto()
    """Harmless only while each cell is a date, a time or a number; the next ones likewise."""
    NUMBER = auto()
    PHONE = auto()
    ROLE = auto()
    """A title or a function."""
    CONSENT = auto()
    """Asks for it: yes and no, 1 and 0."""
    STATUS = auto()
    """The same in words; a number is a code of a system of its own."""
    MOMENT = auto()
    """When somebody agreed; who did not has none."""
    COUNT = auto()
    """Of bounces."""
    MEMBERSHIP = auto()
    """phpList's names of the lists that somebody is on."""
    ATTRIBUTES = auto()
    """listmonk's, in JSON: titles and cells of their own."""
    UNKNOWN = auto()


HARMLESS_KINDS = frozenset(
    {ColumnKind.HARMLESS, ColumnKind.DATE, ColumnKind.NUMBER, ColumnKind.PHONE, ColumnKind.ROLE}
)
_PHPLIST = fold("Is this subscriber blacklisted")
_MEMBERSHIP = fold("List Membership")
_ATTRIBUTES = frozenset({"attributes", "attribs"})
_COUNTS = frozenset({"bouncecount", "numberofbounces"})
_MOMENTS = titles(
    "optin time,optin date,opt-in at,opted in at,double optin time,consent date,consent time,date of consent",
    "consent given at,consented at,confirm time,confirmed at,confirmation date,confirmation time,subscribed at",
    "subscribed on,subscription date,date subscribed,subscribe date,signup date,sign-up date,signed up at",
    "subscriber since,datum soglasja,datum privolitve,datum prijave",
    "prijavljen od,čas prijave,datum potrditve,anmeldedatum",
    "angemeldet am,einwilligung am,data iscrizione,data di iscrizione,date d'inscription,fecha de suscripción",
    "datum pristanka,datum privole,consent timestamp,optin timestamp",
)


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    place: int
    """From 1 on."""
    title: str
    is_unique: bool
    """No other title has the same letters."""
    kind: ColumnKind


def kind_of(title: str, beside: Collection[str] = ()) -> ColumnKind:
    """`beside`: the folded titles of the whole file. A sign in a title may turn it round."""
    if not is_plain_title(title):
        return ColumnKind.UNKNOWN
    name = fold(title)
    kinds = {
        ColumnKind.DATE: name in harmless_titles.DATES,
        ColumnKind.NUMBER: name in harmless_titles.NUMBERS,
        ColumnKind.PHONE: name in harmless_titles.PHONES,
        ColumnKind.ROLE: name in harmless_titles.ROLES,
        ColumnKind.HARMLESS: says_nothing_of_consent(title, beside),
        ColumnKind.MOMENT: name in _MOMENTS,
        ColumnKind.COUNT: name in _COUNTS,
        ColumnKind.MEMBERSHIP: name == _MEMBERSHIP and _PHPLIST in beside,
        ColumnKind.ATTRIBUTES: name in _ATTRIBUTES,
        ColumnKind.CONSENT: asks_for_consent(title),
        ColumnKind.STATUS: asks_for_status(title),
    }
    return next((kind for kind, is_so in kinds.items() if is_so), ColumnKind.UNKNOWN)


def read_cell(kind: ColumnKind, cell: str) -> Answer:
    """YES: the cell speaks against nobody. EMPTY is a doubt beside cells that are filled; UNKNOWN always is."""
    if kind in _READERS:
        return _READERS[kind](cell)
    return Answer.UNKNOWN if cell.strip() else Answer.EMPTY


def _read_harmless(cell: str) -> Answer:
    return Answer.NO if may_be_no(cell) else Answer.YES


def _read_value(is_value: Callable[[str], bool], cell: str) -> Answer:
    harmless = _read_harmless(cell)
    return Answer.UNKNOWN if harmless is Answer.YES and not is_value(cell) else harmless


def _read_role(cell: str) -> Answer:
    """One who is it no longer is one row; a sign without a word is a question."""
    answer = _read_value(harmless_values.is_role, cell)
    return Answer.NO if answer is Answer.UNKNOWN and any(map(str.isalpha, cell)) else answer


def _read_moment(cell: str) -> Answer:
    if is_moment(cell):
        return Answer.YES
    answer = read_answer(cell)
    return Answer.UNKNOWN if answer is Answer.YES else answer


def _read_count(cell: str) -> Answer:
    count = cell.strip()
    if count in ("", "0"):
        return Answer.YES
    return Answer.NO if count.isdigit() else Answer.UNKNOWN


def _read_membership(cell: str) -> Answer:
    return _read_harmless(cell) if cell.strip() else Answer.EMPTY


def _read_attributes(cell: str) -> Answer:
    return Answer.UNKNOWN if cell.strip() and not _are_harmless(cell) else _read_harmless(cell)


def _are_harmless(text: str) -> bool:
    """Whether these are attributes whose names say nothing of consent, and plain values."""
    try:
        attributes = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(attributes, dict) and all(map(_is_harmless, attributes, attributes.values()))


def _is_harmless(name: str, value: object) -> bool:
    kind = kind_of(name)
    is_plain = isinstance(value, str | int | float | None)
    cell = "" if value is None else str(value)
    return kind in HARMLESS_KINDS and is_plain and read_cell(kind, cell) is not Answer.UNKNOWN


_READERS: Mapping[ColumnKind, Callable[[str], Answer]] = {
    ColumnKind.HARMLESS: _read_harmless,
    ColumnKind.DATE: partial(_read_value, harmless_values.is_date),
    ColumnKind.NUMBER: partial(_read_value, harmless_values.is_number),
    ColumnKind.PHONE: partial(_read_value, harmless_values.is_phone),
    ColumnKind.ROLE: _read_role,
    ColumnKind.CONSENT: read_answer,
    ColumnKind.STATUS: partial(read_answer, has_codes=False),
    ColumnKind.MOMENT: _read_moment,
    ColumnKind.COUNT: _read_count,
    ColumnKind.MEMBERSHIP: _read_membership,
    ColumnKind.ATTRIBUTES: _read_attributes,
}
