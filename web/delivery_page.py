"""One reader's delivery: exactly what they got or will get, and how it went. Opening it is written down."""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from sqlmodel import Session

from campaigns.actors import staff_actor
from campaigns.deliveries import told
from campaigns.delivery_story import story_of
from campaigns.queries import get_campaign
from campaigns.readers_copy import ReadersCopy, readers_copy, record_opening
from core.errors import NotFound
from delivery.listing import get_delivery
from delivery.tables import Delivery
from web.campaign_number import CampaignNumber, DeliveryNumber
from web.page import READING, pages_router
from web.security_headers import PREVIEW_POLICY
from web.visitor import SignedIn, Visitor, staff_page
from web.wiring import Wired, Wiring

PARTS = ("html", "text", "headers")

router = pages_router()


@router.api_route("/campaigns/{campaign_id}/deliveries/{delivery_id}", methods=READING)
def show_delivery(
    request: Request, wiring: Wired, visitor: SignedIn, campaign_id: CampaignNumber, delivery_id: DeliveryNumber
) -> Response:
    request.state.back = f"/campaigns/{campaign_id}/deliveries"
    _write_down(request, wiring, visitor, campaign_id, delivery_id)
    part = request.query_params.get("part", "")
    with wiring.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        delivery = get_delivery(session, campaign_id, delivery_id)
        (told_delivery,) = told(session, [delivery])
        story = story_of(session, delivery)
        copy = _copy(session, wiring, delivery)
    return staff_page(
        wiring,
        visitor,
        "delivery",
        section="campaigns",
        campaign=campaign,
        delivery=told_delivery,
        story=story,
        copy=copy,
        part=part if part in PARTS else PARTS[0],
        parts=PARTS,
    )


@router.api_route("/campaigns/{campaign_id}/deliveries/{delivery_id}/html", methods=READING)
def show_html(
    request: Request, wiring: Wired, visitor: SignedIn, campaign_id: CampaignNumber, delivery_id: DeliveryNumber
) -> Response:
    """The html part alone, for the frame on the delivery's page."""
    _write_down(request, wiring, visitor, campaign_id, delivery_id)
    with wiring.database.read() as session:
        copy = _copy(session, wiring, get_delivery(session, campaign_id, delivery_id))
    if copy is None:
        raise NotFound("delivery-unknown", delivery=str(delivery_id))
    headers = {"Content-Security-Policy": PREVIEW_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return HTMLResponse(copy.message.html, headers=headers)


def _copy(session: Session, wiring: Wiring, delivery: Delivery) -> ReadersCopy | None:
    return readers_copy(session, delivery, settings=wiring.settings, signer=wiring.signer, now=wiring.clock.now())


def _write_down(request: Request, wiring: Wiring, visitor: Visitor, campaign_id: int, delivery_id: int) -> None:
    """Before anything is shown. This is no change of anything that anybody looks at: it is the look itself."""
    if request.method != "GET":
        return
    with wiring.database.write() as session:
        delivery = get_delivery(session, campaign_id, delivery_id)
        record_opening(session, delivery, actor=staff_actor(visitor.user), now=wiring.clock.now())
