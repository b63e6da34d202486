"""Password reset: who asked for a link on the page to sign in gets it, if they work here (ADR 82).

The page writes a row for every address, and this job looks whose it is: neither what the page says nor how long it
takes depends on that.
"""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from campaigns.sending.job_context import JobContext
from campaigns.staff_mail.mail_password_link import mail_reset_link
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose
from staff.password_reset import make_reset_link
from staff.tables import PasswordResetRequest
from staff.users import find_user, get_user

BATCH_SIZE = 50
AT_MOST, PER = 3, timedelta(hours=1)
"""So many emails one person gets, whoever asks for them; the latest link is the one that works."""


def answer_resets(context: JobContext) -> None:
    """The job: each row once, in the transaction that queues its email."""
    with context.database.read() as session:
        if session.exec(select(PasswordResetRequest.id).limit(1)).first() is None:
            return
    rows = select(PasswordResetRequest).order_by(col(PasswordResetRequest.id)).limit(BATCH_SIZE)
    with context.database.write() as session:
        for row in session.exec(rows.with_for_update(skip_locked=True)).all():
            _answer(session, context, row.address, now=context.clock.now())
            session.delete(row)


def _answer(session: Session, context: JobContext, address: str, *, now: datetime) -> None:
    """Nothing where nobody who works here has that address, or nothing can be mailed."""
    user = find_user(session, address)
    if user is None or no_staff_sender_reason(session, context.settings) is not None:
        return
    user = get_user(session, user.id, is_locked=True)
    if user.disabled_at is None and _count_lately(session, user.id, now=now) < AT_MOST:
        mail_reset_link(session, make_reset_link(session, user, now=now), services=context.services, now=now)


def _count_lately(session: Session, user_id: int, *, now: datetime) -> int:
    lately = (StaffMail.user_id == user_id, col(StaffMail.queued_at) > now - PER)
    mails = select(func.count()).where(StaffMail.purpose == StaffMailPurpose.PASSWORD_RESET, *lately)
    return session.exec(mails).one()
