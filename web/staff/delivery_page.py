"""One reader's delivery: how it went, and what they got.

It is a page of that reader, opened by a press that is written down (ADR 94); what they got is opened by another
one (ADR 13).
"""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.people.open_person import is_person_open, open_reader
from campaigns.queries import get_campaign
from campaigns.reporting.campaign_data import campaign_data
from campaigns.reporting.deliveries import to_view
from campaigns.reporting.delivery_history import story_of
from campaigns.reporting.recipient_copy import RecipientCopyView, is_open, open_copy, readers_copy
from core.errors import NotFound
from delivery.reporting.listing import get_delivery
from delivery.tables import Delivery
from web.http.app_context import AppContext, Context
from web.http.preview_frame import preview_frame
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.open_person import PersonClosed
from web.staff.path_params import CampaignNumber, DeliveryNumber

PARTS = ("html", "text", "headers")

router = pages_router()


@router.api_route("/campaigns/{campaign_id}/deliveries/{delivery_id}", methods=READING)
def show_delivery(
    request: Request,
    context: Context,
    current_user: SignedIn,
    campaign_id: CampaignNumber,
    delivery_id: DeliveryNumber,
) -> Response:
    request.state.back = f"/campaigns/{campaign_id}/deliveries"
    part = request.query_params.get("part", "")
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        delivery = get_delivery(session, campaign_id, delivery_id)
        (delivery_view,) = to_view(session, campaign_id, [delivery], viewer=current_user.principal)
        if delivery_view.address and not _is_reader_open(session, context, current_user, delivery):
            raise PersonClosed(current_user, delivery.subscriber_id, campaign_id=campaign_id)
        story = story_of(session, delivery)
        opened = _is_open(session, context, current_user, delivery)
        copy = _copy(session, context, delivery) if opened else None
    return staff_page(
        context,
        current_user,
        "staff/delivery",
        section="campaigns",
        campaign=campaign_data(campaign),
        delivery=delivery_view,
        story=story,
        copy=copy,
        is_open=opened,
        part=part if part in PARTS else PARTS[0],
        parts=PARTS,
    )


@router.post("/campaigns/{campaign_id}/deliveries/{delivery_id}")
def do_open_reader(
    context: Context,
    current_user: SignedIn,
    _: StaffForm,
    campaign_id: CampaignNumber,
    delivery_id: DeliveryNumber,
) -> Response:
    with context.database.write() as session:
        delivery = get_delivery(session, campaign_id, delivery_id)
        open_reader(session, delivery, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/campaigns/{campaign_id}/deliveries/{delivery_id}", status_code=303)


@router.post("/campaigns/{campaign_id}/deliveries/{delivery_id}/open")
def do_open(
    context: Context,
    current_user: SignedIn,
    _: StaffForm,
    campaign_id: CampaignNumber,
    delivery_id: DeliveryNumber,
) -> Response:
    with context.database.write() as session:
        delivery = get_delivery(session, campaign_id, delivery_id)
        actor, now = current_user.principal, context.clock.now()
        open_reader(session, delivery, actor=actor, now=now)
        open_copy(session, delivery, actor=actor, now=now)
    return RedirectResponse(f"/campaigns/{campaign_id}/deliveries/{delivery_id}#copy", status_code=303)


@router.api_route("/campaigns/{campaign_id}/deliveries/{delivery_id}/html", methods=READING)
def show_html(
    context: Context, current_user: SignedIn, campaign_id: CampaignNumber, delivery_id: DeliveryNumber
) -> Response:
    """The html part alone, for the frame on the delivery's page."""
    with context.database.read() as session:
        delivery = get_delivery(session, campaign_id, delivery_id)
        copy = _copy(session, context, delivery) if _is_open(session, context, current_user, delivery) else None
    if copy is None:
        raise NotFound("delivery-unknown", delivery=str(delivery_id))
    return preview_frame(copy.message.html, context.settings)


def _copy(session: Session, context: AppContext, delivery: Delivery) -> RecipientCopyView | None:
    return readers_copy(
        session, delivery, settings=context.settings, signer=context.signer, now=context.clock.now()
    )


def _is_reader_open(session: Session, context: AppContext, current_user: CurrentUser, delivery: Delivery) -> bool:
    return is_person_open(session, delivery.subscriber_id, actor=current_user.principal, now=context.clock.now())


def _is_open(session: Session, context: AppContext, current_user: CurrentUser, delivery: Delivery) -> bool:
    return is_open(session, delivery, actor=current_user.principal, now=context.clock.now())
