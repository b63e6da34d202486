"""The audit log: who did what when, for administrators, with a filter and as a file."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial
from urllib.parse import urlencode

from fastapi import Request, Response

from campaigns.local_time import existing_time, moment
from core.table_files import TableFileType
from core.western_digits import western_digits
from staff.audit_actions import text_key
from staff.audit_log import (
    AREAS,
    FILE_AT_MOST,
    SEARCH_LENGTH,
    AuditFilter,
    AuditLine,
    audit_lines,
    last_seal,
    people_in_the_log,
    record_log_export,
)
from web.http.app_context import Context
from web.http.table_response import table_response
from web.http.templates import READING, pages_router
from web.staff.current_user import SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF_FOR_FILE
from web.staff.path_params import number_or_none

PAGE_LENGTH = 50
FIELDS = ("who", "area", "search", "since", "until")
COLUMNS = ("at", "actor", "name", "action", "what", "subject", "subject_name", "detail")
"""`action`: its technical name; `what`: the same in the language of whoever takes the file."""

router = pages_router()


@router.api_route("/audit", methods=READING)
def show_audit_log(request: Request, context: Context, current_user: SignedIn) -> Response:
    asked = request.query_params
    wanted = _read_filter(asked, zone=context.settings.time_zone)
    before_id = number_or_none(asked.get("before", ""))
    with context.database.read() as session:
        lines = audit_lines(
            session, wanted, actor=current_user.principal, before_id=before_id, limit=PAGE_LENGTH + 1
        )
        people = people_in_the_log(session)
        seal = last_seal(session, actor=current_user.principal)
    kept = {name: asked[name] for name in FIELDS if asked.get(name)}
    shown = lines[:PAGE_LENGTH]
    is_more = len(lines) > PAGE_LENGTH
    return staff_page(
        context,
        current_user,
        "staff/audit",
        section="settings",
        lines=shown,
        detail_text=_detail_text,
        text_key=text_key,
        people=people,
        seal=seal,
        areas=AREAS,
        wanted=wanted,
        asked=kept,
        file_at_most=FILE_AT_MOST,
        further=f"/audit?{urlencode({**kept, 'before': shown[-1].id})}" if is_more else None,
        is_first=before_id is None,
    )


@router.post("/audit/export", dependencies=FRESH_PROOF_FOR_FILE)
def export(context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    wanted, now = _read_filter(form, zone=context.settings.time_zone), context.clock.now()
    actor = current_user.principal
    with context.database.read() as session:
        lines = audit_lines(session, wanted, actor=actor, limit=FILE_AT_MOST)
    with context.database.write() as session:
        record_log_export(session, len(lines), actor=actor, now=now)
    text = partial(context.services.texts.text, current_user.user.language)
    is_xlsx = form.get("format") == TableFileType.XLSX
    file_type = TableFileType.XLSX if is_xlsx else TableFileType.CSV
    return table_response([COLUMNS, *(_cells(line, text) for line in lines)], "audit-log", file_type)


def _read_filter(asked: Mapping[str, str], *, zone: str) -> AuditFilter:
    """Rubbish is passed over: the page shows by what it was narrowed."""
    area = asked.get("area", "")
    until = _day(asked.get("until", ""))
    return AuditFilter(
        who=asked.get("who", "").replace("\0", "")[:SEARCH_LENGTH],
        area=area if area in AREAS else "",
        search=asked.get("search", "").replace("\0", "").strip()[:SEARCH_LENGTH],
        since=_begin(_day(asked.get("since", "")), zone),
        until=_begin(until + timedelta(days=1) if until else None, zone),
    )


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(western_digits(text))
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2100 else None


def _begin(day: date | None, zone: str) -> datetime | None:
    """Midnight, or what clocks show instead."""
    return None if day is None else moment(existing_time(datetime.combine(day, time()), zone), zone)


def _detail_text(detail: Mapping[str, object]) -> str:
    return ", ".join(
        f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for name, value in detail.items()
    )


def _cells(line: AuditLine, text: Callable[[str], str]) -> tuple[str, ...]:
    key = text_key(line.action)
    return (
        line.at.isoformat(),
        line.actor,
        line.actor_name or "",
        line.action,
        text(key) if key else "",
        line.subject,
        line.subject_name or "",
        json.dumps(line.detail, ensure_ascii=False) if line.detail else "",
    )
