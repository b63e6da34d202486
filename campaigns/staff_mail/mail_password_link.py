"""Invitation and account recovery by email: the link goes to its owner's own address (ADR 82)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from campaigns.services import Services, program_texts
from campaigns.staff_mail.compose_mail import MailLine, compose_mail, new_staff_mail
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from campaigns.staff_mail.tables import StaffMailPurpose
from core.errors import Param, Refusal
from core.public_urls import password_url
from staff.password_link import MadeLink, sign_for_email
from staff.principal import Principal
from staff.users import names_of_actors


def mail_password_link(
    session: Session, made: MadeLink, *, actor: Principal, services: Services, now: datetime
) -> Refusal | None:
    """Queues it in the transaction that made the link, in its owner's language. The secret that was made opens
    nothing any more, so that nobody but the owner gets to see one. Returns why there is no email; then nothing is
    queued, and the secret is to be handed over."""
    reason = no_staff_sender_reason(session, services.settings)
    if reason is not None:
        return reason
    operator = program_texts().text(made.user.language, "campaigns-mail-operator")
    by = names_of_actors(session, [actor.name]).get(actor.name, operator)
    purpose = StaffMailPurpose.INVITATION if made.is_first else StaffMailPurpose.PASSWORD_LINK
    _queue(session, made, purpose, by=by, services=services, now=now)
    return None


def mail_reset_link(session: Session, made: MadeLink, *, services: Services, now: datetime) -> None:
    """The same for somebody who asked for it on the page to sign in, or in whose name somebody did."""
    _queue(session, made, StaffMailPurpose.PASSWORD_RESET, by="", services=services, now=now)


def _queue(
    session: Session, made: MadeLink, purpose: StaffMailPurpose, *, by: str, services: Services, now: datetime
) -> None:
    settings, language, texts = services.settings, made.user.language, program_texts()
    nonce = sign_for_email(session, made, services.signer)
    key = f"campaigns-mail-{purpose.value.replace('_', '-')}"
    until = made.until.astimezone(ZoneInfo(settings.time_zone)).strftime("%Y-%m-%d %H:%M")
    params: dict[str, Param] = {"by": by, "until": until, "site": settings.public_url}
    lines = [
        MailLine(texts.text(language, key, **params)),
        MailLine(texts.text(language, "campaigns-mail-set-password"), url=password_url(settings, nonce)),
        MailLine(texts.text(language, "campaigns-mail-password-once", **params)),
    ]
    body = compose_mail(language, texts.text(language, f"{key}-subject", **params), lines)
    mail = new_staff_mail(made.user, purpose, body, now=now)
    mail.link_nonce = nonce
    session.add(mail)
