"""A mail as a page, for whoever is given its address: what was frozen at launch, with nobody's data in it."""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from sqlmodel import Session, col, select

from campaigns.tables import Campaign, RenderedVariant
from core.errors import NotFound
from templates.merge import compile_html
from web.page import READING, pages_router
from web.reader_page import page_language
from web.security_headers import WEB_VERSION_POLICY
from web.wiring import Wired

router = pages_router()


@router.api_route("/w/{public_id}/{language}", methods=READING)
def show_web_version(request: Request, wiring: Wired, public_id: str, language: str) -> Response:
    page_language(request, known=language)
    with wiring.database.read() as session:
        variant = _launched(session, public_id, language)
    # No name: the default in the text stands in for it, as for a reader whose name nobody knows.
    html = compile_html(variant.html).merge({"unsubscribe_url": f"{wiring.settings.public_url}/unsubscribe"})
    headers = {"Content-Security-Policy": WEB_VERSION_POLICY, "X-Robots-Tag": "noindex"}
    return HTMLResponse(html, headers=headers)


def _launched(session: Session, public_id: str, language: str) -> RenderedVariant:
    """Before launch a campaign is nobody's business."""
    found = session.exec(
        select(RenderedVariant)
        .join(Campaign, col(Campaign.id) == col(RenderedVariant.campaign_id))
        .where(
            col(Campaign.public_id) == public_id,
            col(Campaign.launched_at).is_not(None),
            col(RenderedVariant.language) == language,
        )
    ).one_or_none()
    if found is None:
        raise NotFound("web-version-unknown")
    return found
