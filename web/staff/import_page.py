"""One import: how its file is read, what would become of each row, how far it is, what came of it, undoing it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.imports.import_rows import RowGroup, counts_by_group, shown_rows
from campaigns.imports.import_rows_table import take_rows
from campaigns.imports.manage_import import (
    check_import,
    discard_import,
    get_import,
    read_otherwise,
    start_import,
    start_undo,
)
from core.errors import InputRefused
from core.languages import READER_LANGUAGES
from core.table_files import TableFileType
from staff.users import names_of_actors
from subscribers.csv_encoding import ENCODINGS
from subscribers.csv_fields import column_of_field
from subscribers.csv_noes import No
from subscribers.fields import fields_in_use
from subscribers.import_report import ImportRequest
from subscribers.import_steps import ImportAction, can
from subscribers.import_tables import UNDER_WAY, ImportState, RowOutcome, SubscriberImport
from subscribers.importers.registry import SYSTEMS
from web.http.app_context import AppContext, Context
from web.http.table_response import table_response
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.fresh_proof import FRESH_PROOF_FOR_FILE
from web.staff.import_form import (
    ASKED_OTHERWISE,
    CHOICES,
    COLUMN,
    DELIMITERS,
    FOUND,
    MAX_NOTE,
    MAX_WORDS,
    changed_request,
    fields_of,
)
from web.staff.path_params import ImportNumber, number_or_none

PAGE_LENGTH = 50

Step = Callable[..., None]
"""Of a session, the import's number, and who takes it when."""

router = pages_router()


@router.api_route("/imports/{import_id}", methods=READING)
def show_import(request: Request, context: Context, current_user: SignedIn, import_id: ImportNumber) -> Response:
    return _page(context, current_user, import_id, asked=request.query_params)


@router.post("/imports/{import_id}/rows", dependencies=FRESH_PROOF_FOR_FILE)
def download_rows(context: Context, current_user: SignedIn, form: StaffForm, import_id: ImportNumber) -> Response:
    chosen, actor, now = form.get("show", ""), current_user.principal, context.clock.now()
    group = RowGroup(chosen) if chosen in tuple(RowGroup) else RowGroup.PROTECTED
    text = partial(context.services.texts.text, current_user.user.language)
    rows = take_rows(context.services, import_id, [group], text, actor=actor, now=now)
    is_xlsx = form.get("format") == TableFileType.XLSX
    file_type = TableFileType.XLSX if is_xlsx else TableFileType.CSV
    return table_response(rows, f"import-{import_id}-{group}", file_type)


@router.post("/imports/{import_id}/reading")
def set_reading(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, import_id: ImportNumber
) -> Response:
    actor = current_user.principal
    try:
        with context.database.read() as session:
            row, _ = get_import(session, import_id, actor)
        columns = row.figures.get("preview", {}).get("columns", [])
        read_otherwise(context.services, import_id, lambda old: changed_request(old, form, columns), actor=actor)
        if form.get("step") == "check":
            with context.database.write() as session:
                check_import(session, import_id, actor=actor, now=context.clock.now())
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, import_id, typed=form, refused=refused)
    return _back(import_id)


@router.post("/imports/{import_id}/start")
def do_start(context: Context, current_user: SignedIn, _: StaffForm, import_id: ImportNumber) -> Response:
    return _take(context, current_user, import_id, start_import)


@router.post("/imports/{import_id}/undo")
def do_undo(context: Context, current_user: SignedIn, _: StaffForm, import_id: ImportNumber) -> Response:
    return _take(context, current_user, import_id, start_undo)


@router.post("/imports/{import_id}/change")
def do_change(context: Context, current_user: SignedIn, _: StaffForm, import_id: ImportNumber) -> Response:
    """Back from the dry run to how the file is read."""
    read_otherwise(context.services, import_id, lambda request: request, actor=current_user.principal)
    return _back(import_id)


@router.post("/imports/{import_id}/discard")
def do_discard(context: Context, current_user: SignedIn, _: StaffForm, import_id: ImportNumber) -> Response:
    with context.database.write() as session:
        mailing_list = get_import(session, import_id, current_user.principal)[1]
        discard_import(session, import_id, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/new-import/{mailing_list.slug}", status_code=303)


def _take(context: AppContext, current_user: CurrentUser, import_id: int, step: Step) -> Response:
    with context.database.write() as session:
        step(session, import_id, actor=current_user.principal, now=context.clock.now())
    return _back(import_id)


def _back(import_id: int) -> Response:
    return RedirectResponse(f"/imports/{import_id}", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    import_id: int,
    *,
    asked: Mapping[str, str] | None = None,
    typed: Mapping[str, str] | None = None,
    refused: InputRefused | None = None,
) -> Response:
    with context.database.read() as session:
        row, mailing_list = get_import(session, import_id, current_user.principal)
        names = names_of_actors(session, [row.actor])
        rows = _rows(session, row, asked or {})
        fields = {column_of_field(field.word): field for field in fields_in_use(session)}
    request = ImportRequest.from_json(row.request)
    return staff_page(
        context,
        current_user,
        "staff/import",
        status=refused.http_status if refused else 200,
        section="settings",
        list=mailing_list,
        row=row,
        by=names.get(row.actor),
        note=request.source_note,
        can=partial(can, row),
        actions=ImportAction,
        is_under_way=row.state in UNDER_WAY,
        total=row.row_count - row.figures.get("foreseen", {}).get(RowOutcome.REFUSED, 0),
        refused=refused,
        fields=fields,
        otherwise=lambda code: ASKED_OTHERWISE.get(code, code),
        **rows,
        **_reading(request, row, typed),
    )


def _reading(request: ImportRequest, row: SubscriberImport, typed: Mapping[str, str] | None) -> dict[str, Any]:
    return {
        "preview": row.figures.get("preview", {}),
        "values": typed if typed is not None else fields_of(request),
        "column_field": COLUMN,
        "choices": CHOICES,
        "found": FOUND,
        "delimiters": DELIMITERS,
        "delimiter_names": {sign: name for name, sign in DELIMITERS.items()},
        "encodings": sorted(ENCODINGS),
        "systems": SYSTEMS,
        "languages": READER_LANGUAGES,
        "noes": list(No),
        "max_note": MAX_NOTE,
        "max_words": MAX_WORDS,
    }


def _rows(session: Session, row: SubscriberImport, asked: Mapping[str, str]) -> dict[str, Any]:
    """A page of the rows, once they are known."""
    counts = counts_by_group(row)
    chosen = asked.get("show", "")
    first = next((group for group in RowGroup if counts[group]), RowGroup.NEW)
    group = RowGroup(chosen) if chosen in tuple(RowGroup) else first
    unread = (ImportState.UPLOADED, ImportState.CHECKING, ImportState.DISCARDED)
    is_shown = row.state not in unread and row.erased_at is None
    after = number_or_none(asked.get("after", "")) or 0
    page = shown_rows(session, row.id, group, after=after, limit=PAGE_LENGTH + 1) if is_shown else []
    shown = page[:PAGE_LENGTH]
    return {
        "counts": counts,
        "group": group,
        "rows": shown,
        "has_rows": is_shown,
        "is_first": after == 0,
        "after": shown[-1].place if len(page) > PAGE_LENGTH else None,
    }
