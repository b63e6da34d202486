"""Data subject requests as staff keep them: entered when they come, done by hand or by an act here."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from campaigns.people.staff_action import StaffAction
from core.addresses import address_hash
from core.errors import Conflict, InputRefused, NotFound
from core.western_digits import western_digits
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.data_requests import (
    DataRequest,
    DataRequestKind,
    due_after,
    list_requests,
)
from subscribers.person import read_address
from subscribers.queries import subscriber_of
from subscribers.tables import Subscriber

PAGE = 50
MAX_WHO = 254


@dataclass(frozen=True, slots=True)
class NewDataRequest:
    """As it was typed."""

    kind: str
    who: str
    """An address, or a person's number."""
    received_on: str
    """ISO 8601."""


@dataclass(frozen=True, slots=True)
class DataRequestView:
    row: DataRequest
    is_here: bool
    """Whether the person still is."""
    days_left: int


def enter_request(session: Session, new: NewDataRequest, act: StaffAction, *, secret: str, zone: str) -> int:
    """Its number. `act.reason`: how they asked. Raises NotAllowed; InputRefused for what cannot be read, and for
    a day that has not come."""
    require(act.actor, Permission.MANAGE_DATA_PROTECTION)
    note = act.check_reason()
    if new.kind not in tuple(DataRequestKind):
        raise InputRefused("campaigns-request-kind-unknown")
    received_on = _read_day(new.received_on, today=today_in(zone, act.now))
    subscriber_id, hash_of_nobody = _read_who(session, new.who, secret=secret)
    request = DataRequest(
        kind=DataRequestKind(new.kind),
        subscriber_id=subscriber_id,
        address_hash=hash_of_nobody,
        received_on=received_on,
        due_on=due_after(received_on),
        note=note,
        entered_by=act.actor.name,
        entered_at=act.now,
    )
    session.add(request)
    session.flush()
    return request.id


def close_request(session: Session, request_id: int, *, actor: Principal, now: datetime) -> None:
    """It was done elsewhere, or answered. Raises NotAllowed, NotFound, Conflict."""
    require(actor, Permission.MANAGE_DATA_PROTECTION)
    request = session.get(DataRequest, request_id, with_for_update=True)
    if request is None:
        raise NotFound("campaigns-request-unknown")
    if request.done_at is not None:
        raise Conflict("campaigns-request-done-already")
    request.done_at, request.done_by = now, actor.name
    session.add(request)


def data_requests(
    session: Session, viewer: Principal, *, is_open: bool, today: date, before_id: int | None = None
) -> list[DataRequestView]:
    """`PAGE` of them, the newest first. Raises NotAllowed."""
    require(viewer, Permission.MANAGE_DATA_PROTECTION)
    return [
        DataRequestView(
            row,
            is_here=row.subscriber_id is not None and session.get(Subscriber, row.subscriber_id) is not None,
            days_left=(row.due_on - today).days,
        )
        for row in list_requests(session, is_open=is_open, before_id=before_id, limit=PAGE)
    ]


def today_in(zone: str, now: datetime) -> date:
    """By the organisation's clock."""
    return now.astimezone(ZoneInfo(zone)).date()


def _read_day(text: str, *, today: date) -> date:
    try:
        day = date.fromisoformat(western_digits(text.strip()))
    except ValueError as error:
        raise InputRefused("campaigns-request-day-unreadable") from error
    if not date(2018, 5, 25) <= day <= today:  # since when the GDPR applies (its article 99)
        raise InputRefused("campaigns-request-day-unreadable")
    return day


def _read_who(session: Session, text: str, *, secret: str) -> tuple[int | None, str | None]:
    """A number of somebody here, or the keyed hash of an address that nobody here has."""
    number = western_digits(text.strip())
    if number.isascii() and number.isdigit() and len(number) <= 18:
        person = session.get(Subscriber, int(number))
        if person is None:
            raise NotFound("subscribers-person-gone")
        return person.id, None
    key = address_hash(read_address(text), secret=secret)
    person = subscriber_of(session, key)
    return (person.id, None) if person is not None else (None, key)
