"""A file of subscribers, brought in from a list's page: the upload, which is looked at before anything else."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.imports.manage_import import (
    MAX_FILE_BYTES,
    MAX_ROWS,
    expect_may_import,
    list_imports,
    upload_import,
)
from core.errors import BiltenError, Conflict, InputRefused
from core.languages import READER_LANGUAGES
from subscribers.csv_noes import No
from subscribers.list_state import ListPurpose, takes
from subscribers.lists import list_by_slug
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffSheet, staff_page
from web.staff.import_form import MAX_NOTE, first_request

PREFIX = "/new-import/"

router = pages_router()


@router.api_route(PREFIX + "{slug}", methods=READING)
def show_upload(context: Context, current_user: SignedIn, slug: str) -> Response:
    return _page(context, current_user, slug, {})


@router.post(PREFIX + "{slug}")
def do_upload(
    request: Request, context: Context, current_user: SignedIn, streamed: StaffSheet, slug: str
) -> Response:
    upload = streamed.files.get("file")
    try:
        wanted = first_request(slug, streamed.fields, max_rows=MAX_ROWS)
        if upload is None:
            raise InputRefused("web-import-file-missing")
        if streamed.is_too_large:
            raise InputRefused("web-import-too-large", limit=MAX_FILE_BYTES // 1_000_000)
        import_id = upload_import(
            context.services, wanted, upload.file, upload.filename or "", actor=current_user.principal
        )
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, slug, streamed.fields, refused)
    return RedirectResponse(f"/imports/{import_id}", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    slug: str,
    typed: Mapping[str, str],
    refused: BiltenError | None = None,
) -> Response:
    with context.database.read() as session:
        mailing_list = list_by_slug(session, slug)
        expect_may_import(mailing_list, current_user.principal)
        earlier = list_imports(session, list_id=mailing_list.id)
    return staff_page(
        context,
        current_user,
        "staff/import_new",
        status=refused.http_status if refused else 200,
        section="settings",
        list=mailing_list,
        takes_imports=takes(mailing_list, ListPurpose.IMPORT),
        earlier=earlier,
        values=typed,
        refused=refused,
        languages=READER_LANGUAGES,
        noes=list(No),
        max_megabytes=MAX_FILE_BYTES // 1_000_000,
        max_rows=MAX_ROWS,
        max_note=MAX_NOTE,
    )
