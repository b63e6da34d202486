"""Pages for readers: no cookie, no session, the organisation's name on top and its address below."""

from typing import Any

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.token_holder import preferences_token_of
from core.public_urls import preferences_path
from templates.brand import get_brand
from web.http.app_context import AppContext
from web.http.language import reader_language
from web.http.trailing_marks import without_marks


def page_language(request: Request, *, known: str | None = None) -> str:
    """Also for whatever goes wrong from here on."""
    request.state.language = reader_language(
        asked=without_marks(request.query_params.get("lang", "")),
        known=known,
        header=request.headers.get("accept-language"),
    )
    return str(request.state.language)


def reader_page(
    context: AppContext, session: Session, name: str, /, *, language: str, status: int = 200, **values: Any
) -> Response:
    return context.pages.make(name, language=language, status=status, organisation=get_brand(session), **values)


def own_preferences_path(context: AppContext, subscriber_id: int, list_id: int, *, name: str) -> str:
    """For whoever has just acted by another link of theirs, which came by the kind of mail of that name."""
    token = preferences_token_of(
        context.signer, name, subscriber_id, list_id, made_at=context.clock.now(), settings=context.settings
    )
    return preferences_path(token)
