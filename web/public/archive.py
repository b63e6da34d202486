"""What the organisation has published, for everybody: a page in each language, with search and feeds."""

from collections.abc import Callable

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.public_archive.archive import (
    MAX_SEARCH_LENGTH,
    ArchivedMail,
    archive_languages,
    languages_published,
    published,
)
from core.errors import NotFound
from core.i18n import long_date
from core.public_urls import (
    ARCHIVE,
    ARCHIVE_IN,
    ARCHIVE_JSON_FEED,
    ARCHIVE_RSS,
    archive_json_feed_path,
    archive_path,
    archive_rss_path,
    web_version_url,
)
from templates.brand import get_brand
from web.http.anonymous_copy import anonymous_text
from web.http.app_context import AppContext, Context
from web.http.language import reader_language
from web.http.templates import READING, pages_router
from web.http.trailing_marks import without_marks
from web.public.feeds import Entry, Feed, json_feed, rss
from web.public.page import page_language, reader_page

PAGE_LENGTH = 20
FEED_LENGTH = 30
_MAX_DIGITS = 18
_CACHED = {"Cache-Control": "public, max-age=300"}

router = pages_router()


@router.api_route(ARCHIVE, methods=READING)
def show_own_language(request: Request, context: Context) -> Response:
    language = reader_language(
        asked=without_marks(request.query_params.get("lang", "")),
        header=request.headers.get("accept-language"),
        possible=_languages(context),
    )
    return _page(request, context, language)


@router.api_route(ARCHIVE_IN, methods=READING)
def show_archive(request: Request, context: Context, language: str) -> Response:
    asked = without_marks(request.query_params.get("lang", ""))
    if asked != language and asked in _languages(context):
        return RedirectResponse(archive_path(asked))
    return _page(request, context, _known(request, context, language))


@router.api_route(ARCHIVE_RSS, methods=READING)
def show_rss(request: Request, context: Context, language: str) -> Response:
    feed = _feed(context, _known(request, context, language), archive_rss_path)
    return Response(rss(feed), media_type="application/rss+xml", headers=_CACHED)


@router.api_route(ARCHIVE_JSON_FEED, methods=READING)
def show_json_feed(request: Request, context: Context, language: str) -> Response:
    feed = _feed(context, _known(request, context, language), archive_json_feed_path)
    return Response(json_feed(feed), media_type="application/feed+json", headers=_CACHED)


def _known(request: Request, context: AppContext, language: str) -> str:
    page_language(request, known=language)
    if language not in _languages(context):
        raise NotFound("web-archive-unknown")
    return language


def _languages(context: AppContext) -> list[str]:
    with context.database.read() as session:
        return archive_languages(session)


def _page(request: Request, context: AppContext, language: str) -> Response:
    search = " ".join(request.query_params.get("q", "")[:MAX_SEARCH_LENGTH].split())
    before = request.query_params.get("before", "")
    is_number = before.isascii() and before.isdigit() and len(before) <= _MAX_DIGITS
    with context.database.read() as session:
        publications = published(
            session,
            language,
            search=search,
            before_id=int(before) if is_number else None,
            limit=PAGE_LENGTH + 1,
        )
        shown = publications[:PAGE_LENGTH]
        return reader_page(
            context,
            session,
            "public/archive",
            language=language,
            words_language=page_language(request, known=language),
            search=search,
            entries=[_entry(context, publication) for publication in shown],
            dates=[long_date(publication.launched_at.date(), language) for publication in shown],
            kinds=[publication.kind.value for publication in shown],
            older=shown[-1].id if len(publications) > PAGE_LENGTH else None,
            languages=languages_published(session),
            page_languages=archive_languages(session),
            page_url=context.settings.public_url + archive_path(language),
        )


def _feed(context: AppContext, language: str, path: Callable[[str], str]) -> Feed:
    with context.database.read() as session:
        entries = [_entry(context, publication) for publication in published(session, language, limit=FEED_LENGTH)]
        title = _title(context, session, language)
    public = context.settings.public_url
    return Feed(title, language, public + archive_path(language), public + path(language), entries)


def _entry(context: AppContext, publication: ArchivedMail) -> Entry:
    """With nobody's data in it: where a merge field stands, its words for everybody."""
    return Entry(
        url=web_version_url(context.settings, publication.public_id, publication.language),
        title=anonymous_text(publication.subject, context.settings),
        summary=anonymous_text(publication.preheader, context.settings),
        published_at=publication.launched_at,
    )


def _title(context: AppContext, session: Session, language: str) -> str:
    brand = get_brand(session)
    texts = context.pages.texts
    name = brand.name if brand else texts.text(language, "web-site-name")
    return f"{name}: {texts.text(language, 'web-archive-title')}"
