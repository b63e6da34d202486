"""Export of a list, a segment or a search: who may, on what grounds, and what is in it. The audit log has who took
what and why, before the first byte leaves.

Of a protected list only what was asked for by itself and granted (`export_requests`); all others leave its rows
out, whoever asks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from campaigns.people.export_requests import use_grant
from campaigns.people.find_person import PeopleRequest, read_request
from campaigns.people.staff_action import ServedAction, StaffAction
from campaigns.protected_segments import protected_lists
from campaigns.queries import got_campaign
from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed
from staff.principal import require
from staff.roles import Permission
from subscribers.export_rows import ExportedRow, ExportFilter, count_rows, export_rows
from subscribers.fields import list_fields
from subscribers.find_people import PeopleFilter
from subscribers.lists import list_by_slug
from subscribers.segment_text import parse_condition
from subscribers.segments import segment_by_name
from subscribers.tables import MailingList

MOST_ROWS_OF_A_SHEET = 1_048_575
"""Of XLSX, below its header (ECMA-376, part 1, section 18.3.1.73)."""


class ExportFileType(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What is let out."""

    scope: ExportFilter
    format: ExportFileType
    name: str
    """Of the file, without what follows the dot."""

    def rows(self, database: Database, *, now: datetime) -> Iterator[ExportedRow]:
        return export_rows(database, self.scope, got_campaign, now=now)


def export_list(session: Session, slug: str, chosen: ExportFileType, act: StaffAction) -> ExportPlan:
    """Raises NotAllowed, NotFound, InputRefused; Conflict for a protected list: that is asked for and granted
    (`ask_for_export`, `export_granted`)."""
    _check(act)
    mailing_list = list_by_slug(session, slug)
    if mailing_list.is_protected:
        raise Conflict("campaigns-export-needs-grant", list=mailing_list.name)
    return _of_list(session, mailing_list, chosen, act)


def export_granted(session: Session, request_id: int, chosen: ExportFileType, act: StaffAction) -> ExportPlan:
    """A protected list, with the colleague's yes that is used up by it. Raises NotAllowed, NotFound, InputRefused,
    Conflict."""
    _check(act)
    return _of_list(session, use_grant(session, request_id, actor=act.actor, now=act.now), chosen, act)


def export_segment(session: Session, name: str, chosen: ExportFileType, act: StaffAction) -> ExportPlan:
    """Raises NotAllowed, NotFound; InputRefused where it tells who is on a protected list."""
    _check(act)
    segment = segment_by_name(session, name)
    condition = parse_condition(segment.condition)
    for protected in protected_lists(session, condition):
        raise InputRefused("campaigns-export-segment-protected", list=protected.name)
    scope = ExportFilter(PeopleFilter(hidden_lists=_protected(session)), condition)
    return _let_out(session, ExportPlan(scope, chosen, f"segment-{segment.id}"), f"segment:{segment.id}", act)


def export_search(
    session: Session, question: PeopleRequest, chosen: ExportFileType, act: StaffAction, *, secret: str
) -> ExportPlan:
    """What a search finds, without rows of protected lists. What was searched for stands nowhere. Raises
    NotAllowed, NotFound, InputRefused; Conflict for a protected list."""
    _check(act)
    wanted = read_request(session, question, viewer=act.actor, secret=secret)
    hidden = _protected(session)
    if wanted.list_id in hidden:
        raise Conflict("campaigns-export-needs-grant", list=question.list_slug)
    people = PeopleFilter(
        beginnings=wanted.beginnings,
        address_hash=wanted.address_hash,
        list_id=wanted.list_id,
        status=wanted.status,
        language=wanted.language,
        is_suppressed=wanted.is_suppressed,
        hidden_lists=hidden,
    )
    return _let_out(session, ExportPlan(ExportFilter(people), chosen, "subscribers"), "subscribers", act)


def _check(act: StaffAction) -> None:
    require(act.actor, Permission.EXPORT_SUBSCRIBERS)
    act.check_reason()


def _of_list(session: Session, mailing_list: MailingList, chosen: ExportFileType, act: StaffAction) -> ExportPlan:
    scope = ExportFilter(PeopleFilter(list_id=mailing_list.id))
    if mailing_list.is_protected and not act.actor.may(Permission.SEE_PROTECTED_READERS):
        raise NotAllowed("campaigns-export-is-protected")
    return _let_out(session, ExportPlan(scope, chosen, mailing_list.slug), f"list:{mailing_list.id}", act)


def _let_out(session: Session, export: ExportPlan, subject: str, act: StaffAction) -> ExportPlan:
    count = count_rows(session, export.scope, got_campaign)
    if export.format is ExportFileType.XLSX and count > MOST_ROWS_OF_A_SHEET:
        raise InputRefused("campaigns-export-too-many-rows", limit=MOST_ROWS_OF_A_SHEET)
    act.record(session, ServedAction.EXPORTED_MANY, subject, format=export.format.value, rows=count)
    return replace(export, scope=replace(export.scope, fields=list_fields(session)))


def _protected(session: Session) -> frozenset[int]:
    return frozenset(session.exec(select(MailingList.id).where(col(MailingList.is_protected))).all())
