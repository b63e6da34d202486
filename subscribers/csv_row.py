"""One row of an import: from cells to a subscriber with a status, or the reason why not. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from core.addresses import address_hash
from core.csv_cells import unguarded
from core.errors import InputRefused, Param
from core.languages import READER_LANGUAGES
from subscribers.bare_words import is_bare
from subscribers.csv_doubts import is_name_denied
from subscribers.csv_extras import NO_EXTRAS, ExtraValues, read_extras
from subscribers.csv_fields import read_fields
from subscribers.csv_noes import WORDS, YES_WORDS, No, is_agreed, letters, noes_of
from subscribers.csv_titles import NAME_PARTS
from subscribers.field_tables import CustomField
from subscribers.importers.importer import Importer
from subscribers.importers.proof import proof_of
from subscribers.person import read_address, read_language, read_name
from subscribers.quoted import quoted
from subscribers.status import SubscriptionStatus
from subscribers.tables import SuppressionReason
from subscribers.written_address import addresses_in

NO_WITHOUT_ADDRESS = "subscribers-no-without-address"
"""The one way in which a no cannot be recorded."""

_STRIKES = frozenset("!#$%&'*+-/=?^`{|}~")
"""Signs with which an address may begin (RFC 5322), and with which people comment and strike out."""
_STATUSES: Mapping[str, SubscriptionStatus] = {
    **dict.fromkeys(YES_WORDS, SubscriptionStatus.CONFIRMED),
    "pending": SubscriptionStatus.PENDING,
    "unconfirmed": SubscriptionStatus.PENDING,
    "nepotrjen": SubscriptionStatus.PENDING,
    "nepotrjena": SubscriptionStatus.PENDING,
    "nepotrjeno": SubscriptionStatus.PENDING,
}


_SUPPRESSIONS: Mapping[No, SuppressionReason] = {
    No.BOUNCED: SuppressionReason.BOUNCED,
    No.COMPLAINED: SuppressionReason.COMPLAINED,
    No.BLOCKED: SuppressionReason.STAFF,
}


NO_VALUES: Mapping[str, str] = {}
RowKey = tuple[int, str]
"""Line and hash: a line may say no for more than one address."""


class ImportedRow(NamedTuple):
    """A tuple, because it is made, kept and read again four times on its way into the database."""

    line: int
    address: str
    address_hash: str
    name: str
    language: str
    status: SubscriptionStatus | None
    """None: nothing is said of consent, only of the address, which is suppressed."""
    suppression: SuppressionReason | None = None
    is_everywhere: bool = False
    """The no is said to every list."""
    has_language: bool = True
    """It says itself which; else that of the file is taken."""
    given_at: datetime | None = None
    """When it was said where it was exported."""
    proof: str = ""
    """The same as the export has it."""
    field_values: Mapping[str, str] = NO_VALUES
    """Of custom fields, by their words, as `TypedValue.written` has it."""
    extras: ExtraValues = NO_EXTRAS
    """What only our own export says."""

    @property
    def key(self) -> RowKey:
        return self.line, self.address_hash

    @property
    def is_no(self) -> bool:
        return self.status in (None, SubscriptionStatus.UNSUBSCRIBED)


@dataclass(frozen=True, slots=True)
class RowDefaults:
    """What staff say of every row of a file."""

    language: str | None = None
    """For rows that name none."""
    meanings: Mapping[str, str] = field(default_factory=dict)
    """Of words in the language column that may mean two."""
    no: No | None = None
    """That of everybody in a file that has no column for it."""
    importer: Importer | None = None
    """Of whose export it is a row; its moments stand among the cells, by their titles."""
    fields: Mapping[str, CustomField] = field(default_factory=dict)
    """Those that the file has columns of, by their words."""
    topics: Collection[str] = ()
    """Those that there are, by their short names."""


def read_row(
    line: int,
    cells: Mapping[str, str],
    *,
    secret: str,
    defaults: RowDefaults = RowDefaults(),
    noes: Iterable[tuple[str, str]] = (),
    doubts: Sequence[tuple[str, str]] = (),
) -> list[ImportedRow]:
    """`noes`: cells of the columns that say who said no; `doubts`: of others that say so all the same, and then
    nothing in the row is taken for a yes. Whatever says no wins over whatever says yes, and holds for each address
    that stands in the cell. Raises InputRefused, for the first fault that is found."""
    stated = noes_of(noes) | ({defaults.no} if defaults.no else set())
    status = read_status(cells.get("status", ""))
    if isinstance(status, No) or stated:
        noes_said = stated | {status} if isinstance(status, No) else stated
        return _noes(line, cells, noes_said, secret=secret, importer=defaults.importer)
    address = read_address(cells["address"])
    if address.value[0] in _STRIKES:
        raise InputRefused("subscribers-row-address-struck-out", sign=address.value[0])
    if doubts and status is not SubscriptionStatus.UNSUBSCRIBED:
        title, cell = doubts[0]
        # A name is read, so that nobody can have its column ignored.
        names = [cells.get(column) for column in ("name", *NAME_PARTS)]
        column = "name" if is_name_denied(cell) and cell in names else "other"
        params: dict[str, Param] = {"title": quoted(title, 40), "words": quoted(cell, 40), "column": column}
        raise InputRefused("subscribers-row-may-say-no", **params)
    if status is SubscriptionStatus.CONFIRMED and "confirmed" in cells and not is_agreed(cells["confirmed"]):
        status = SubscriptionStatus.PENDING
    proof = proof_of(defaults.importer, cells, is_no=False)
    return [
        ImportedRow(
            line=line,
            address=address.value,
            address_hash=address_hash(address, secret=secret),
            name=read_name(unguarded(cells.get("name", ""))),
            language=read_language(
                cells.get("language", ""), default=defaults.language, meanings=defaults.meanings
            ),
            status=status,
            has_language=bool(cells.get("language", "").strip()),
            given_at=proof.given_at,
            proof=proof.text,
            field_values=read_fields(cells, defaults.fields),
            extras=read_extras(cells, defaults.topics),
        )
    ]


def read_status(text: str) -> SubscriptionStatus | No:
    """An empty cell is a yes that staff vouch for; a word that nobody knows is not taken for one."""
    if not text.strip():
        return SubscriptionStatus.CONFIRMED
    word = letters(text)
    status = WORDS.get(word) or (_STATUSES.get(word) if is_bare(text) else None)
    if status is None:
        raise InputRefused("subscribers-status-unknown", status=quoted(text))
    return status


def _noes(
    line: int, cells: Mapping[str, str], noes: Iterable[No], *, secret: str, importer: Importer | None
) -> list[ImportedRow]:
    addresses = addresses_in(cells["address"])
    if not addresses:
        raise InputRefused(NO_WITHOUT_ADDRESS, words=quoted(cells["address"]))
    proof = proof_of(importer, cells, is_no=True)
    row = _said_no(line, noes, language=cells.get("language", ""))
    return [
        row._replace(
            address=address.value,
            address_hash=address_hash(address, secret=secret),
            given_at=proof.given_at,
            proof=proof.text,
        )
        for address in addresses
    ]


def _said_no(line: int, noes: Iterable[No], *, language: str) -> ImportedRow:
    """A no needs an address and nothing else: no name is kept, and no cell that cannot be read loses it."""
    kinds = set(noes)
    is_consent = bool(kinds & {No.UNSUBSCRIBED, No.OPTED_OUT})
    suppressions = [_SUPPRESSIONS[no] for no in (No.COMPLAINED, No.BLOCKED, No.BOUNCED) if no in kinds]
    return ImportedRow(
        line=line,
        address="",
        address_hash="",
        name="",
        language=_any_language(language),
        status=SubscriptionStatus.UNSUBSCRIBED if is_consent else None,
        suppression=suppressions[0] if suppressions else None,
        is_everywhere=No.OPTED_OUT in kinds,
    )


def _any_language(text: str) -> str:
    try:
        return read_language(text, default=READER_LANGUAGES[0])
    except InputRefused:
        return READER_LANGUAGES[0]
