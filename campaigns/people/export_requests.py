"""Separation of duties (two-person rule): a protected list leaves the program only if a second holder of the
permissions grants it.

A request waits for a day; what is granted holds for an hour, and for one file. Nobody grants their own. Each step
asks for both permissions anew, and stands in the audit log. Only people can: whoever has the machine's shell is
asked to say who they are (`--as`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import update
from sqlmodel import Session, col, select

from campaigns.people.staff_action import StaffAction
from campaigns.people.tables import ExportRequest
from campaigns.review.standing_approval import expect_own_password
from core.db import rows_changed
from core.errors import Conflict, NotAllowed, NotFound
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from staff.tables import User
from staff.users import ACTOR
from subscribers.lists import get_list
from subscribers.tables import MailingList

WAITS = timedelta(days=1)
HOLDS = timedelta(hours=1)
SHOWN = 50


class RequestState(StrEnum):
    """Ends the key of its text."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    USED = "used"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class RequestView:
    row: ExportRequest
    list_slug: str
    list_name: str
    asked_by: str
    decided_by: str | None
    state: RequestState
    until: datetime | None
    """How long it waits, or holds."""
    is_own: bool
    """The viewer's own: for others to decide, and for them alone to use."""


def may_export_protected(actor: Principal) -> bool:
    return all(actor.may(permission) for permission in _BOTH)


def ask_for_export(session: Session, mailing_list: MailingList, act: StaffAction) -> ExportRequest:
    """Raises NotAllowed, InputRefused for the reason; Conflict where the actor has asked for the list already, and
    it waits or is granted."""
    user_id = _person(act.actor)
    reason = act.check_reason()
    for row in session.exec(
        select(ExportRequest).where(
            ExportRequest.list_id == mailing_list.id,
            ExportRequest.asked_by == user_id,
            col(ExportRequest.asked_at) > act.now - WAITS - HOLDS,
        )
    ):
        if state_of(row, now=act.now) in (RequestState.WAITING, RequestState.GRANTED):
            raise Conflict("campaigns-export-asked-already")
    row = ExportRequest(list_id=mailing_list.id, asked_by=user_id, reason=reason, asked_at=act.now)
    session.add(row)
    session.flush()
    _record(session, row, "export.requested", act.actor, now=act.now, reason=reason)
    return row


def decide_export(session: Session, request_id: int, *, is_granted: bool, actor: Principal, now: datetime) -> None:
    """Raises NotAllowed, also for one's own, and where it may be whoever asked who grants it (ADR 65); NotFound;
    Conflict where it does not wait any more."""
    user_id = _person(actor)
    row = _lock(session, request_id)
    if row.asked_by == user_id:
        raise NotAllowed("campaigns-export-own")
    if is_granted:
        expect_own_password(session, user_id, {f"{ACTOR}{row.asked_by}"}, now=now)
    if state_of(row, now=now) is not RequestState.WAITING:
        raise Conflict("campaigns-export-not-waiting")
    row.decided_by = user_id
    if is_granted:
        row.granted_at = now
    else:
        row.refused_at = now
    session.add(row)
    _record(session, row, "export.granted" if is_granted else "export.refused", actor, now=now)


def request_reason(session: Session, request_id: int) -> str:
    """On what grounds it was asked for, for the audit entry of the file. Raises NotFound."""
    return _lock(session, request_id).reason


def use_grant(session: Session, request_id: int, *, actor: Principal, now: datetime) -> MailingList:
    """Once: whose list the file is made of. Raises NotAllowed for another's; NotFound; Conflict where it is not
    granted, or not any more."""
    user_id = _person(actor)
    row = _lock(session, request_id)
    if row.asked_by != user_id:
        raise NotAllowed("campaigns-export-anothers")
    if state_of(row, now=now) is not RequestState.GRANTED:
        raise Conflict("campaigns-export-not-granted")
    unused = update(ExportRequest).where(col(ExportRequest.id) == row.id, col(ExportRequest.used_at).is_(None))
    if rows_changed(session.execute(unused.values(used_at=now))) != 1:
        raise Conflict("campaigns-export-not-granted")
    return get_list(session, row.list_id)


def state_of(row: ExportRequest, *, now: datetime) -> RequestState:
    """Pure."""
    if row.used_at is not None:
        return RequestState.USED
    if row.refused_at is not None:
        return RequestState.REFUSED
    if row.granted_at is not None:
        return RequestState.GRANTED if _is_within(row.granted_at, HOLDS, now) else RequestState.LAPSED
    return RequestState.WAITING if _is_within(row.asked_at, WAITS, now) else RequestState.LAPSED


def _is_within(began: datetime, span: timedelta, now: datetime) -> bool:
    """A clock that was ahead makes nothing hold for longer."""
    return began <= now < began + span


def export_requests(session: Session, viewer: Principal, *, now: datetime) -> list[RequestView]:
    """The newest. Raises NotAllowed."""
    _person(viewer)
    rows = session.exec(
        select(ExportRequest, MailingList)
        .join(MailingList, col(MailingList.id) == col(ExportRequest.list_id))
        .order_by(col(ExportRequest.id).desc())
        .limit(SHOWN)
    ).all()
    names = _names(session, [row for row, _ in rows])
    return [
        RequestView(
            row,
            mailing_list.slug,
            mailing_list.name,
            names.get(row.asked_by, ""),
            names.get(row.decided_by or 0),
            state := state_of(row, now=now),
            _until(row, state),
            is_own=row.asked_by == viewer.user_id,
        )
        for row, mailing_list in rows
    ]


def count_for(session: Session, viewer: Principal, *, now: datetime) -> int:
    """How many of others' requests wait for this person; none for whoever may not decide."""
    if viewer.user_id is None or not may_export_protected(viewer):
        return 0
    waiting = session.exec(
        select(ExportRequest).where(
            col(ExportRequest.asked_at) > now - WAITS, ExportRequest.asked_by != viewer.user_id
        )
    )
    return sum(state_of(row, now=now) is RequestState.WAITING for row in waiting)


_BOTH = (Permission.EXPORT_SUBSCRIBERS, Permission.SEE_PROTECTED_READERS)


def _person(actor: Principal) -> int:
    for permission in _BOTH:
        require(actor, permission)
    if actor.user_id is None:
        raise NotAllowed("campaigns-export-needs-a-person")
    return actor.user_id


def _lock(session: Session, request_id: int) -> ExportRequest:
    row = session.get(ExportRequest, request_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("campaigns-export-gone")
    return row


def _until(row: ExportRequest, state: RequestState) -> datetime | None:
    if state is RequestState.GRANTED and row.granted_at is not None:
        return row.granted_at + HOLDS
    return row.asked_at + WAITS if state is RequestState.WAITING else None


def _names(session: Session, rows: Sequence[ExportRequest]) -> dict[int, str]:
    ids = {row.asked_by for row in rows} | {row.decided_by for row in rows if row.decided_by}
    return dict(session.exec(select(User.id, User.name).where(col(User.id).in_(ids))).all())


def _record(
    session: Session, row: ExportRequest, action: str, actor: Principal, *, now: datetime, **detail: str
) -> None:
    audit.record(
        session, actor=actor.name, action=action, subject=f"list:{row.list_id}", now=now, request=row.id, **detail
    )
