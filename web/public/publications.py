"""The page of a publication: what it is about, what it looks like, and its download, which is counted without
anybody's data. Looking changes nothing; the button does, and programs that follow links press no buttons."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.compose import asset_url
from campaigns.public_archive.publication_pages import PageContent
from campaigns.public_archive.publications import PublicationContent, publication
from core.errors import NotFound
from core.languages import READER_LANGUAGES
from core.public_urls import (
    CAMPAIGN_PUBLICATION,
    CAMPAIGN_PUBLICATION_DOWNLOAD,
    ENTRY,
    PUBLICATION,
    PUBLICATION_DOWNLOAD,
    publication_path,
    publication_url,
)
from news.downloads import count_download
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.public.page import page_language, reader_page
from web.public.web_version import pass_of, readable_campaign

_MEGABYTE = 1_000_000

router = pages_router()


@router.api_route(PUBLICATION, methods=READING)
def show(request: Request, context: Context, slug: str) -> Response:
    return _show(request, context, None, slug)


@router.api_route(CAMPAIGN_PUBLICATION, methods=READING)
def show_to_readers(request: Request, context: Context, public_id: str, slug: str) -> Response:
    """Where a mail leads: for whoever may read that mail on the web."""
    return _show(request, context, public_id, slug)


@router.post(PUBLICATION_DOWNLOAD)
def download(request: Request, context: Context, slug: str) -> Response:
    return _download(request, context, None, slug)


@router.post(CAMPAIGN_PUBLICATION_DOWNLOAD)
def download_for_readers(request: Request, context: Context, public_id: str, slug: str) -> Response:
    return _download(request, context, public_id, slug)


def _megabytes(page: PageContent) -> float:
    return max(round(page.byte_count / _MEGABYTE, 1), 0.1)


def _cover(context: AppContext, page: PageContent) -> dict[str, object] | None:
    if page.cover_sha256 is None or page.cover_media_type is None:
        return None
    url = context.assets.url_path(page.cover_sha256, page.cover_media_type)
    return {"url": url, "width": (page.cover_width or 0) // 2, "height": (page.cover_height or 0) // 2}


def _show(request: Request, context: AppContext, public_id: str | None, slug: str) -> Response:
    language = page_language(request)
    with context.database.read() as session:
        page = _existing(request, context, session, public_id, slug).page
        return reader_page(
            context,
            session,
            "public/publication",
            language=language,
            page=page,
            cover=_cover(context, page),
            megabytes=_megabytes(page),
            page_url=publication_url(context.settings, public_id, slug, language),
            path=publication_path(public_id, slug),
            others=[code for code in READER_LANGUAGES if code != language],
            kept_query=_kept(request),
        )


def _download(request: Request, context: AppContext, public_id: str | None, slug: str) -> Response:
    with context.database.write() as session:
        existing = _existing(request, context, session, public_id, slug)
        count_download(session, existing.pdf_sha256, now=context.clock.now())
    url = asset_url(context.settings)(existing.pdf_sha256, existing.page.pdf_media_type)
    return RedirectResponse(url, status_code=303)


def _existing(
    request: Request, context: AppContext, session: Session, public_id: str | None, slug: str
) -> PublicationContent:
    campaign = readable_campaign(request, context, session, public_id) if public_id else None
    existing = publication(session, slug, page_language(request), campaign=campaign)
    if existing is None:
        raise NotFound("web-publication-unknown")
    return existing


def _kept(request: Request) -> str:
    """A subscriber's pass goes along to the other languages and to the download."""
    entry = pass_of(request)
    return f"&{ENTRY}={entry}" if entry else ""
