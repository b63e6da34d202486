"""Which lists a question of double opt-in is about: those that were chosen on one form, in one email."""

from sqlmodel import Session

from campaigns.tables import SubscriptionMail
from subscribers.open_question import open_question
from subscribers.queries import may_get_question
from subscribers.tables import MailingList


def may_be_asked(session: Session, mail: SubscriptionMail) -> bool:
    """Whether the question still stands: at an address that is not suppressed, about a list that waits for the
    answer."""
    return bool(_pending(session, mail)) and may_get_question(session, mail.subscriber_id)


def keep_open_lists(session: Session, mail: SubscriptionMail) -> None:
    """Before the first call. Lists that the person is on already, or that nobody joins any more, are not asked
    about: they do not stand in the way of asking again, nor does the email name them."""
    pending = [row.id for row in _pending(session, mail)]
    if pending:
        mail.list_id, mail.also_list_ids = pending[0], pending[1:]


def _pending(session: Session, mail: SubscriptionMail) -> tuple[MailingList, ...]:
    list_ids = [mail.list_id, *mail.also_list_ids]
    return open_question(session, subscriber_id=mail.subscriber_id, list_ids=list_ids).pending
