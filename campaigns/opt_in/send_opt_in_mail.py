"""Double opt-in: the question is queued in the transaction of the sign-up; likewise the welcome after the yes, and
what is sent about a change of address, to the new one and to the old one, and the question whether a list is
still wanted.

How they are sent, and never twice, is the outbox's (`campaigns.system_mail.outbox`). Where an answer was lost and
the provider remembers no keys, the question is given up, and the person may sign up again.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import literal, update
from sqlmodel import Session, col, select

from campaigns.journal import note_subscription_mail
from campaigns.opt_in.opt_in_message import mail_recipient, opt_in_batch
from campaigns.sending.job_context import JobContext
from campaigns.settings import CampaignSettings
from campaigns.still_wanted.run_still_wanted import may_still_be_asked
from campaigns.system_mail.outbox import Outbox, send_outbox
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose, SubscriptionMailState
from core.clock import Clock
from core.errors import Misconfigured
from core.sql import insert_where
from delivery.attempts.keys import attempt_key
from delivery.senders.senders import get_sender, sender_by_name
from delivery.tables import Sender
from subscribers.address_tables import AddressChange, AddressChangeState
from subscribers.ask_address_change import forget_changes, has_old_changes
from subscribers.change_address import may_move_to
from subscribers.open_question import open_question
from subscribers.queries import may_be_welcomed, may_get_question
from subscribers.suppress import is_suppressed
from subscribers.tables import MailingList

ASK_AGAIN_AFTER = timedelta(days=1)
"""Anyone can type any address into a form: nobody is asked more often than this, however often it is sent."""

QUESTIONS = (SubscriptionMailPurpose.CONFIRMATION, SubscriptionMailPurpose.ADDRESS_CONFIRMATION)
"""What may go to somebody who knows nothing of us."""


def wait_to_ask(session: Session, *, limit: int, now: datetime) -> timedelta | None:
    """How long until somebody may be asked again, where `limit` people, whoever they are, have been asked within
    the last hour; None where they have not."""
    latest = (
        select(SubscriptionMail.asked_at)
        .where(
            col(SubscriptionMail.purpose).in_(QUESTIONS),
            col(SubscriptionMail.asked_at) > now - timedelta(hours=1),
        )
        .order_by(col(SubscriptionMail.asked_at).desc())
        .offset(limit - 1)
        .limit(1)
    )
    oldest = session.exec(latest).first()
    return None if oldest is None else oldest + timedelta(hours=1) - now


def ask_at_new_address(
    session: Session, *, subscriber_id: int, list_ids: Collection[int], language: str, now: datetime
) -> None:
    """Queues these questions once more, whenever they were asked last: that was elsewhere. What waits to be sent
    is given up, and the links of earlier questions are nobody's any more (`campaigns.token_holder`)."""
    waiting = update(SubscriptionMail).where(
        col(SubscriptionMail.subscriber_id) == subscriber_id,
        col(SubscriptionMail.state) == SubscriptionMailState.WAITING,
    )
    session.execute(waiting.values(state=SubscriptionMailState.GIVEN_UP))
    session.add_all(
        _new_mail(SubscriptionMailPurpose.CONFIRMATION, subscriber_id, list_id, language=language, now=now)
        for list_id in list_ids
    )


def ask(
    session: Session,
    *,
    subscriber_id: int,
    list_ids: Sequence[int],
    unwanted_topic_ids: Collection[int] = (),
    language: str,
    now: datetime,
) -> None:
    """Queues one question about those of the lists that none was queued about a short while ago; by the same
    statements whatever is left. Whether it still is one is asked when it is due: one that nobody was called for
    counts for nothing."""
    never_called = (col(SubscriptionMail.state) == SubscriptionMailState.GIVEN_UP) & col(
        SubscriptionMail.called_at
    ).is_(None)
    recent = select(SubscriptionMail.list_id, SubscriptionMail.also_list_ids).where(
        SubscriptionMail.subscriber_id == subscriber_id,
        col(SubscriptionMail.purpose) == SubscriptionMailPurpose.CONFIRMATION,
        col(SubscriptionMail.asked_at) > now - ASK_AGAIN_AFTER,
        ~never_called,
    )
    asked = {list_id for first, others in session.exec(recent) for list_id in (first, *others)}
    left = [list_id for list_id in list_ids if list_id not in asked]
    mail = _new_mail(
        SubscriptionMailPurpose.CONFIRMATION,
        subscriber_id,
        next(iter(left or list_ids)),
        language=language,
        now=now,
    )
    mail.also_list_ids, mail.unwanted_topic_ids = left[1:], sorted(unwanted_topic_ids)
    insert_where(session, SubscriptionMail, mail.model_dump(exclude={"id"}), literal(bool(left)))


def welcome(session: Session, *, subscriber_id: int, list_id: int, language: str, now: datetime) -> None:
    """Queues the welcome. For the transaction of a yes that was news, so that nobody is welcomed twice for one."""
    session.add(_new_mail(SubscriptionMailPurpose.WELCOME, subscriber_id, list_id, language=language, now=now))


def ask_new_address(
    session: Session, change: AddressChange, *, list_id: int, language: str, now: datetime
) -> None:
    """Queues the question to the new address and the notice to the old one. `list_id`: of the link that the change
    was asked by."""
    for purpose in (SubscriptionMailPurpose.ADDRESS_CONFIRMATION, SubscriptionMailPurpose.ADDRESS_NOTICE):
        mail = _new_mail(purpose, change.subscriber_id, list_id, language=language, now=now)
        mail.change_id = change.id
        session.add(mail)


def list_of_change(session: Session, change_id: int) -> int | None:
    """Of the link that it was asked by."""
    about_it = select(SubscriptionMail.list_id).where(SubscriptionMail.change_id == change_id)
    return session.exec(about_it.limit(1)).first()


def _new_mail(
    purpose: SubscriptionMailPurpose, subscriber_id: int, list_id: int, *, language: str, now: datetime
) -> SubscriptionMail:
    return SubscriptionMail(
        subscriber_id=subscriber_id,
        list_id=list_id,
        language=language,
        purpose=purpose,
        key=attempt_key(),
        state=SubscriptionMailState.WAITING,
        asked_at=now,
        next_attempt_at=now,
    )


def send_opt_in_mails(context: JobContext) -> None:
    """The job: every such mail whose time has come."""
    _forget_changes(context)
    name = CampaignSettings.of(context.settings).sign_up_sender
    if not name:
        return
    outbox: Outbox[SubscriptionMail] = Outbox(
        name="question",
        table=SubscriptionMail,
        waiting=SubscriptionMailState.WAITING,
        sent=SubscriptionMailState.ASKED,
        given_up=SubscriptionMailState.GIVEN_UP,
        sender=lambda session, mail: _sender(session, mail, name),
        is_wanted=lambda session, mail: _is_wanted(session, mail, context.clock),
        note=_note,
        build=lambda session, mail, sender: opt_in_batch(session, context, mail, sender),
    )
    send_outbox(context, outbox)


def _forget_changes(context: JobContext) -> None:
    """Addresses that were asked for, once the links to them hold no longer."""
    before = context.clock.now() - CampaignSettings.of(context.settings).confirmation_lifetime
    with context.database.read() as session:
        is_due = has_old_changes(session, asked_before=before)
    if is_due:
        with context.database.write() as session:
            forget_changes(session, asked_before=before)


def _sender(session: Session, mail: SubscriptionMail, name: str) -> Sender | None:
    """Only the provider that was called can tell what became of that; all else goes through today's sender. None
    while whom it is to cannot be read, for want of a key: it waits, and keeps nobody else waiting."""
    try:
        mail_recipient(session, mail)
    except Misconfigured:
        return None
    if mail.called_at is not None and mail.sender_id is not None:
        return get_sender(session, mail.sender_id)
    return sender_by_name(session, name)


def _note(session: Session, mail: SubscriptionMail, sender: Sender) -> None:
    row = session.get_one(SubscriptionMail, mail.id)
    row.sender_id = sender.id
    if mail.called_at is None and mail.purpose is SubscriptionMailPurpose.CONFIRMATION:
        # From here on every try names the same lists, whatever becomes of them.
        _keep_open_lists(session, row)
    note_subscription_mail(session, row)


def _is_wanted(session: Session, subscription_mail: SubscriptionMail, clock: Clock) -> bool:
    """Whoever has answered meanwhile is not asked, whoever has left meanwhile is not welcomed; nor is anybody by a
    call that an earlier version made, through nobody knows whom."""
    if subscription_mail.called_at is not None and subscription_mail.sender_id is None:
        return False
    subscriber_id, list_id = subscription_mail.subscriber_id, subscription_mail.list_id
    match subscription_mail.purpose:
        case SubscriptionMailPurpose.WELCOME:
            return may_be_welcomed(session, subscriber_id=subscriber_id, list_id=list_id, now=clock.now())
        case SubscriptionMailPurpose.CONFIRMATION:
            return may_be_asked(session, subscription_mail)
        case SubscriptionMailPurpose.STILL_WANTED:
            return may_still_be_asked(session, subscription_mail, now=clock.now())
        case _:
            return _is_change_open(session, subscription_mail)


def may_be_asked(session: Session, mail: SubscriptionMail) -> bool:
    """Whether the question still stands: at an address that is not suppressed, about a list that waits for the
    answer."""
    return bool(_pending(session, mail)) and may_get_question(session, mail.subscriber_id)


def _keep_open_lists(session: Session, mail: SubscriptionMail) -> None:
    """Before the first call. Lists that the person is on already, or that nobody joins any more, are not asked
    about: they do not stand in the way of asking again, nor does the email name them."""
    pending = [row.id for row in _pending(session, mail)]
    if pending:
        mail.list_id, mail.also_list_ids = pending[0], pending[1:]


def _pending(session: Session, mail: SubscriptionMail) -> tuple[MailingList, ...]:
    list_ids = [mail.list_id, *mail.also_list_ids]
    return open_question(session, subscriber_id=mail.subscriber_id, list_ids=list_ids).pending


def _is_change_open(session: Session, mail: SubscriptionMail) -> bool:
    """Nobody is asked who could not say yes; and the old address is told also of what was done at once."""
    change = session.get(AddressChange, mail.change_id) if mail.change_id is not None else None
    if change is None or change.state is AddressChangeState.REFUSED:
        return False
    if mail.purpose is SubscriptionMailPurpose.ADDRESS_NOTICE:
        return not is_suppressed(session, change.old_hash)
    return change.state is AddressChangeState.ASKED and may_move_to(session, change.new_hash)
