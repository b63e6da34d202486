"""What is known of a reader, for that reader: to read, to download, and to erase (GDPR, articles 15, 17 and 20).

The link of their preferences is enough. It may have been forwarded with an email: no page here tells of a
protected list that the link did not come with, nor what colleagues wrote."""

import json

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.people.erase_person import check_reports, erase_own_data
from campaigns.people.export_person import PersonData, export_own_data
from campaigns.token_holder import find_holder, holder
from core.public_urls import (
    PREFERENCES_DATA,
    PREFERENCES_DATA_FILE,
    PREFERENCES_ERASE,
    preferences_data_file_path,
    preferences_data_path,
    preferences_erase_path,
    preferences_path,
)
from subscribers.links import read_preferences_token
from web.http.app_context import AppContext, Context
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.page import page_language, reader_page

FILE_NAME = "my-data.json"

router = pages_router()


@router.api_route(PREFERENCES_DATA, methods=READING)
def show(request: Request, context: Context, token: str) -> Response:
    with context.database.read() as session:
        export, language = _own_data(request, context, session, token)
        return reader_page(
            context,
            session,
            "public/own_data",
            language=language,
            export=export,
            zone=context.settings.time_zone,
            file_path=preferences_data_file_path(token),
            erase_path=preferences_erase_path(token),
            back=preferences_path(token),
        )


@router.api_route(PREFERENCES_DATA_FILE, methods=READING)
def download(request: Request, context: Context, token: str) -> Response:
    with context.database.read() as session:
        export, _ = _own_data(request, context, session, token)
    return Response(
        json.dumps(export.as_json(), ensure_ascii=False, indent=2),
        media_type="application/json",
        headers={
            "Content-Disposition": f'attachment; filename="{FILE_NAME}"',
            "Cache-Control": "no-store",
        },
    )


@router.api_route(PREFERENCES_ERASE, methods=READING)
@reserved
def ask_to_erase(request: Request, context: Context, token: str) -> Response:
    link = read_preferences_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        person = holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language)
        return reader_page(
            context,
            session,
            "public/erase",
            language=language,
            # In it, so that whoever presses twice is answered twice in the same words.
            action=f"{preferences_erase_path(token)}?lang={language}",
            data_path=preferences_data_path(token),
            back=preferences_path(token),
        )


@router.post(PREFERENCES_ERASE)
@reserved
def erase(request: Request, context: Context, token: str) -> Response:
    link = read_preferences_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        unread = check_reports(session, [link.subscriber_id])
    with context.database.write() as session:
        person = find_holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language if person else None)
        if person is not None:
            now, zone = context.clock.now(), context.settings.time_zone
            erase_own_data(session, person, now=now, zone=zone, unread=unread)
    with context.database.read() as session:
        return reader_page(context, session, "public/erased", language=language)


def _own_data(request: Request, context: AppContext, session: Session, token: str) -> tuple[PersonData, str]:
    """And the language of the page. Raises NotFound where whoever the link is for has been erased."""
    link = read_preferences_token(context.signer, token, now=context.clock.now())
    person = holder(session, link, settings=context.settings)
    language = page_language(request, known=person.language)
    return export_own_data(session, person, came_from=link.list_id, language=language), language
