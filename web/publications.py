"""The page of a publication: what it is about, what it looks like, and its download, which is counted without
anybody's data. Looking changes nothing; the button does, and programs that follow links press no buttons."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.compose import asset_url
from campaigns.publications import Publication, publication, publication_url
from core.errors import NotFound
from core.languages import READER_LANGUAGES
from news.downloads import count_download
from news.queries import mail_picture_of
from news.tables import Asset
from web.page import READING, pages_router
from web.reader_page import page_language, reader_page
from web.wiring import Wired, Wiring

_MEGABYTE = 1_000_000

router = pages_router()


@router.api_route("/publications/{slug}", methods=READING)
def show(request: Request, wiring: Wired, slug: str) -> Response:
    language = page_language(request)
    with wiring.database.read() as session:
        found = _found(session, slug, language)
        return reader_page(
            wiring,
            session,
            "publication",
            language=language,
            text=found.text,
            pdf=found.pdf,
            cover=_cover(wiring, found.pdf),
            megabytes=max(round(found.pdf.byte_count / _MEGABYTE, 1), 0.1),
            page_url=publication_url(wiring.settings, slug, language),
            others=[code for code in READER_LANGUAGES if code != language],
            slug=slug,
        )


@router.post("/publications/{slug}/download")
def download(request: Request, wiring: Wired, slug: str) -> Response:
    language = page_language(request)
    with wiring.database.write() as session:
        found = _found(session, slug, language)
        count_download(session, found.pdf.sha256, now=wiring.clock.now())
    return RedirectResponse(_file(wiring, found), status_code=303)


def _found(session: Session, slug: str, language: str) -> Publication:
    found = publication(session, slug, language)
    if found is None:
        raise NotFound("web-publication-unknown")
    return found


def _file(wiring: Wiring, found: Publication) -> str:
    return asset_url(wiring.settings)(found.pdf.sha256, found.pdf.media_type)


def _cover(wiring: Wiring, pdf: Asset) -> dict[str, object] | None:
    if pdf.mail_sha256 is None:
        return None
    shown = mail_picture_of(pdf)
    url = wiring.assets.url_path(shown.sha256, shown.media_type)
    return {"url": url, "width": (shown.width or 0) // 2, "height": (shown.height or 0) // 2}
