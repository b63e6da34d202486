"""Erasure of a colleague: the account, and what the program wrote to them."""

from datetime import datetime

from sqlmodel import Session, col, delete

from campaigns.staff_mail.tables import StaffMail
from staff.colleagues import delete_account
from staff.principal import Principal
from staff.tables import User


def delete_colleague(session: Session, user_id: int, *, actor: Principal, now: datetime) -> User:
    """Only the name is left, for history. Raises as `staff.colleagues.delete_account` does."""
    user = delete_account(session, user_id, actor=actor, now=now)
    session.exec(delete(StaffMail).where(col(StaffMail.user_id) == user_id))
    return user
