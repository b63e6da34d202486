"""What staff do for a person, and why, as the audit log keeps it: one line that does not name the person.

The audit log outlives whoever was erased.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from core.errors import InputRefused
from core.fold_text import fold_text
from staff import audit
from staff.principal import Principal
from subscribers.data_requests import DataRequestKind, record_done

MAX_REASON = 200
SUBJECT = "subscriber:"
_LEAST_NAME = 3
_WORD = re.compile(r"[^\W_]+")


class ServedAction(StrEnum):
    """As the audit log has it. The name ends the key of its text."""

    UNSUBSCRIBED = "subscriber.unsubscribed"
    """From one list, which stands in the detail."""
    UNSUBSCRIBED_FROM_ALL = "subscriber.unsubscribed_from_all"
    CORRECTED = "subscriber.corrected"
    FIELDS_FILLED = "subscriber.fields_filled"
    """Which, stands in the detail; never what is in them."""
    READDRESSED = "subscriber.readdressed"
    MERGED = "subscriber.merged"
    """With another number, in the detail."""
    SUPPRESSED = "address.suppressed"
    LIFTED = "address.suppression_lifted"
    EXPORTED = "subscriber.exported"
    EVIDENCE = "subscriber.evidence_taken"
    """The signed proof of their consent."""
    EXPORTED_MANY = "subscribers.exported"
    """Of a list, a segment or a search."""
    ERASED = "subscriber.erased"


REQUESTS = {
    ServedAction.ERASED: DataRequestKind.ERASURE,
    ServedAction.EXPORTED: DataRequestKind.ACCESS,
    ServedAction.CORRECTED: DataRequestKind.CORRECTION,
    ServedAction.READDRESSED: DataRequestKind.CORRECTION,
    ServedAction.UNSUBSCRIBED_FROM_ALL: DataRequestKind.OBJECTION,
}
"""Which of them answer what a person may ask for under the GDPR: they are entered in the record of requests."""


@dataclass(frozen=True, slots=True)
class StaffAction:
    reason: str
    """As it was typed."""
    actor: Principal
    now: datetime
    zone: str
    """The organisation's, whose day it is."""

    def check_reason(self, *names: str) -> str:
        """As it is kept. Raises InputRefused where it is missing, too long, or has an address or one of these
        names in it."""
        reason = self._on_one_line()
        if not reason:
            raise InputRefused("campaigns-people-reason-missing")
        if len(reason) > MAX_REASON:
            raise InputRefused("campaigns-people-reason-too-long", limit=MAX_REASON)
        if not reason.isprintable():
            raise InputRefused("campaigns-people-reason-unreadable")
        if "@" in reason or not _long_words(reason).isdisjoint(_long_words(" ".join(names))):
            raise InputRefused("campaigns-people-reason-names")
        return reason

    def record(self, session: Session, action: ServedAction, subject: str, **detail: Any) -> None:
        """In the audit log, and in the record of requests where it is one. The reason has been checked."""
        if kind := REQUESTS.get(action):
            number = int(subject.removeprefix(SUBJECT))
            note = self._on_one_line()
            local = self.now.astimezone(ZoneInfo(self.zone))
            record_done(session, kind, number, by=self.actor.name, note=note, now=local)
        audit.record(
            session,
            actor=self.actor.name,
            action=action.value,
            subject=subject,
            now=self.now,
            reason=self._on_one_line(),
            **detail,
        )

    def _on_one_line(self) -> str:
        return " ".join(self.reason.split())


def subject_of(subscriber_id: int) -> str:
    return f"{SUBJECT}{subscriber_id}"


def _long_words(text: str) -> set[str]:
    """Those that are long enough to name somebody."""
    return {word for word in _WORD.findall(fold_text(text)) if len(word) >= _LEAST_NAME}
