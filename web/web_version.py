"""A mail as a page, for whoever is given its address: what was frozen at launch, with nobody's data in it."""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from campaigns.queries import find_campaign, rendered_of
from campaigns.tables import RenderedVariant
from core.errors import NotFound
from web.neutral_copy import neutral_html
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
    headers = {"Content-Security-Policy": WEB_VERSION_POLICY, "X-Robots-Tag": "noindex"}
    return HTMLResponse(neutral_html(variant.html, wiring.settings), headers=headers)


def _launched(session: Session, public_id: str, language: str) -> RenderedVariant:
    """Before launch a campaign is nobody's business."""
    try:
        campaign = find_campaign(session, public_id)
    except NotFound:
        raise NotFound("web-version-unknown") from None
    found = rendered_of(session, campaign.id, language)
    if not found or campaign.launched_at is None:
        raise NotFound("web-version-unknown")
    return found[0]
