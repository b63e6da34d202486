"""Mails about subscriptions after a restore: nobody is asked twice, and nobody is taken off a list because an
older database lacks their answer."""

from datetime import datetime

from sqlalchemy import and_, func, true, update
from sqlmodel import Session, col, select

from campaigns.restore.past import History
from campaigns.still_wanted.change_rule import names_where_on
from campaigns.still_wanted_tables import StillWantedRule
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose, SubscriptionMailState
from core.db import rows_changed
from core.sql import in_texts
from subscribers.tables import MailingList, Subscriber


def end_questions(session: Session, history: History) -> int:
    """Whoever was asked since, or may have been, is not asked by us again: they may sign up once more. And who was
    asked whether they still want a list has been asked."""
    waiting = and_(
        col(SubscriptionMail.state) == SubscriptionMailState.WAITING,
        in_texts(session, col(SubscriptionMail.key), history.asked) if history.is_whole else true(),
    )
    was_asked = col(SubscriptionMail.purpose) == SubscriptionMailPurpose.STILL_WANTED
    called_at = func.coalesce(col(SubscriptionMail.called_at), col(SubscriptionMail.asked_at))
    session.execute(update(SubscriptionMail).where(waiting, was_asked).values(called_at=called_at))
    given_up = update(SubscriptionMail).where(waiting).values(state=SubscriptionMailState.GIVEN_UP)
    ended = rows_changed(session.execute(given_up))
    _remember_asked(session, history)
    return ended


def stop_asking(session: Session, history: History) -> list[str]:
    """Whether they still want a list: who answered since is not known here, nor whether it was turned off since.
    No day that an email named counts any more. The names of the lists where it was on."""
    if history.is_latest:
        return []
    open_ones = update(SubscriptionMail).where(col(SubscriptionMail.answer_until).is_not(None))
    session.execute(open_ones.values(answer_until=None))
    names = names_where_on(session)
    session.execute(update(StillWantedRule).values(is_enabled=False))
    return names


def _remember_asked(session: Session, history: History) -> None:
    """The questions whether a list is still wanted that this database has lost."""
    lost = {
        key: question
        for key, question in history.asked.items()
        if question["purpose"] == SubscriptionMailPurpose.STILL_WANTED and "asked_at" in question
    }
    known = set(
        session.exec(select(SubscriptionMail.key).where(in_texts(session, col(SubscriptionMail.key), lost)))
    )
    hashes = {question["hash"] for question in lost.values()}
    by_hash = in_texts(session, col(Subscriber.address_hash), hashes)
    people = {person.address_hash: person for person in session.exec(select(Subscriber).where(by_hash))}
    for key in sorted(lost.keys() - known):
        question = lost[key]
        person, list_id = people.get(question["hash"]), question["list"]
        if person is not None and session.get(MailingList, list_id) is not None:
            session.add(_asked(person, list_id, key, datetime.fromisoformat(question["asked_at"])))


def _asked(person: Subscriber, list_id: int, key: str, at: datetime) -> SubscriptionMail:
    return SubscriptionMail(
        subscriber_id=person.id,
        list_id=list_id,
        language=person.language,
        purpose=SubscriptionMailPurpose.STILL_WANTED,
        key=key,
        state=SubscriptionMailState.GIVEN_UP,
        asked_at=at,
        next_attempt_at=at,
        called_at=at,
    )
