"""Alert that a second factor was removed: to whose it was, and to every administrator."""

from datetime import datetime

from sqlmodel import Session

from campaigns.services import Services, program_texts
from campaigns.staff_mail.compose_mail import MailLine, StaffMailBody, compose_mail, new_staff_mail
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from campaigns.staff_mail.tables import StaffMailPurpose
from core.errors import Param, Refusal
from staff.principal import Principal
from staff.roles import Permission
from staff.tables import User
from staff.users import names_of_actors, who_may


def mail_removal(
    session: Session, user: User, *, actor: Principal, services: Services, now: datetime, reason: str = ""
) -> Refusal | None:
    """Queues it in the transaction that removed it, in each one's language. Returns why there is no email."""
    no_mail = no_staff_sender_reason(session, services.settings)
    if no_mail is not None:
        return no_mail
    by = names_of_actors(session, [actor.name]).get(actor.name)
    people = {person.id: person for person in (user, *who_may(session, Permission.MANAGE_USERS))}
    for person in people.values():
        if person.disabled_at is None:
            body = _body(user, person, by=by, site=services.settings.public_url, reason=reason)
            session.add(new_staff_mail(person, StaffMailPurpose.SECOND_FACTOR_REMOVED, body, now=now))
    return None


def _body(user: User, person: User, *, by: str | None, site: str, reason: str) -> StaffMailBody:
    """To `person`, who may be the one whose it was."""
    texts, language = program_texts(), person.language
    by = by or texts.text(language, "campaigns-mail-operator")
    key = "campaigns-mail-second-factor-removed"
    params: dict[str, Param] = {"by": by, "name": user.name, "site": site}
    lines = [MailLine(texts.text(language, f"{key}-yours" if person.id == user.id else key, **params))]
    if reason:
        lines += [MailLine(reason, is_quoted=True)]
    lines += [MailLine(texts.text(language, f"{key}-do"))]
    return compose_mail(language, texts.text(language, f"{key}-subject", **params), lines)
