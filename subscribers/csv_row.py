"""One row of an import: from cells to a subscriber with a status, or the reason why not. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.addresses import address_hash
from core.errors import InputRefused
from subscribers.person import read_address, read_language, read_name
from subscribers.quoted import quoted
from subscribers.status import SubscriptionStatus

_STATUSES: Mapping[str, SubscriptionStatus] = {
    "confirmed": SubscriptionStatus.CONFIRMED,
    "subscribed": SubscriptionStatus.CONFIRMED,
    "active": SubscriptionStatus.CONFIRMED,
    "enabled": SubscriptionStatus.CONFIRMED,
    "potrjen": SubscriptionStatus.CONFIRMED,
    "potrjena": SubscriptionStatus.CONFIRMED,
    "potrjeno": SubscriptionStatus.CONFIRMED,
    "naročen": SubscriptionStatus.CONFIRMED,
    "naročena": SubscriptionStatus.CONFIRMED,
    "prijavljen": SubscriptionStatus.CONFIRMED,
    "prijavljena": SubscriptionStatus.CONFIRMED,
    "aktiven": SubscriptionStatus.CONFIRMED,
    "aktivna": SubscriptionStatus.CONFIRMED,
    "pending": SubscriptionStatus.PENDING,
    "unconfirmed": SubscriptionStatus.PENDING,
    "nepotrjen": SubscriptionStatus.PENDING,
    "nepotrjena": SubscriptionStatus.PENDING,
    "nepotrjeno": SubscriptionStatus.PENDING,
    "unsubscribed": SubscriptionStatus.UNSUBSCRIBED,
    "optedout": SubscriptionStatus.UNSUBSCRIBED,
    "odjavljen": SubscriptionStatus.UNSUBSCRIBED,
    "odjavljena": SubscriptionStatus.UNSUBSCRIBED,
    "odjavljeno": SubscriptionStatus.UNSUBSCRIBED,
}


@dataclass(frozen=True, slots=True)
class ImportedRow:
    line: int
    address: str
    address_hash: str
    name: str
    language: str
    status: SubscriptionStatus


def read_row(
    line: int, cells: Mapping[str, str], *, secret: str, default_language: str | None = None
) -> ImportedRow:
    """Raises InputRefused, for the first fault that is found."""
    address = read_address(cells["address"])
    return ImportedRow(
        line=line,
        address=address.value,
        address_hash=address_hash(address, secret=secret),
        name=read_name(cells.get("name", "")),
        language=read_language(cells.get("language", ""), default=default_language),
        status=read_status(cells.get("status", "")),
    )


def read_status(text: str) -> SubscriptionStatus:
    """An empty cell is a yes that staff vouch for; a word that nobody knows is not taken for one."""
    if not text.strip():
        return SubscriptionStatus.CONFIRMED
    status = _STATUSES.get("".join(sign for sign in text.casefold() if sign.isalnum()))
    if status is None:
        raise InputRefused("subscribers-status-unknown", status=quoted(text))
    return status
