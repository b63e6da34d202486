"""Smoke test in the browser: a test email to whoever asks, and a look at what the sender's domain says (SPF, DKIM,
DMARC)."""

from fastapi import Request, Response

from campaigns.sending.try_sender import send_trial_to
from core.errors import Param, TooManyAttempts
from delivery.senders.sender_domain import examine_domain
from delivery.senders.senders import get_sender
from delivery.senders.trial_message import TrialText
from scheduler.health.senders import DOMAIN_TIMEOUT
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import SenderNumber
from web.staff.sender_page import RefusedForm, SenderTrialResult, sender_page

router = pages_router()


@router.post("/senders/{sender_id}/test")
def send_trial(
    request: Request, context: Context, current_user: SignedIn, _: StaffForm, sender_id: SenderNumber
) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    with context.database.read() as session:
        sender = get_sender(session, sender_id)
    params: dict[str, Param] = {"name": sender.name, "provider": sender.provider}
    texts, language = context.pages.texts, current_user.user.language
    content = TrialText(
        texts.text(language, "delivery-trial-subject", **params),
        texts.text(language, "delivery-trial-text", **params),
    )
    try:
        problem = send_trial_to(
            context.services,
            sender_id,
            current_user.user,
            content,
            actor=current_user.principal,
            now=context.clock.now(),
        )
    except TooManyAttempts as refused:
        request.state.refusal = refused.code
        return sender_page(context, current_user, sender_id, refused=RefusedForm(refused, "test", {}))
    return sender_page(
        context, current_user, sender_id, trial=SenderTrialResult(is_sent=not problem, problem=problem)
    )


@router.post("/senders/{sender_id}/domain")
def look_up_domain(context: Context, current_user: SignedIn, _: StaffForm, sender_id: SenderNumber) -> Response:
    require(current_user.principal, Permission.MANAGE_SENDERS)
    with context.database.read() as session:
        sender = get_sender(session, sender_id)
    dns = context.probes.dns
    remarks = (
        examine_domain(
            sender.domain,
            provider=sender.provider,
            dns=dns,
            seconds=DOMAIN_TIMEOUT,
            envelope_domain=sender.envelope_domain,
        )
        if dns is not None
        else []
    )
    return sender_page(context, current_user, sender_id, trial=SenderTrialResult(remarks=tuple(remarks)))
