"""Complaints that name no email of ours, on a sender's page: whether the address gets no more email."""

from dataclasses import dataclass

from fastapi import Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.reporting.sender_needs import shown
from campaigns.sending.decide_complaint import decide_complaint
from delivery.events.unplaced_complaints import UnplacedComplaintView, unplaced_complaints
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import SenderNumber

router = pages_router()


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    view: UnplacedComplaintView
    received_at: str


def complaint_rows(session: Session, sender_id: int, zone: str) -> list[ComplaintRow]:
    return [ComplaintRow(view, shown(view.received_at, zone)) for view in unplaced_complaints(session, sender_id)]


@router.post("/senders/{sender_id}/complaints/{receipt_id}/decide")
def decide(
    context: Context, current_user: SignedIn, form: StaffForm, sender_id: SenderNumber, receipt_id: int
) -> Response:
    """Whoever presses Enter, and no button, has a complaint count."""
    is_ours = form.get("is") != "not_ours"
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        decide_complaint(session, sender_id, receipt_id, is_ours=is_ours, actor=actor, now=now)
    return RedirectResponse(f"/senders/{sender_id}#complaints", status_code=303)
