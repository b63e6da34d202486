"""Whoever is due is asked once, by an email of the outbox (ADR 11); who let the day in it pass may be taken off.

An email's row says that somebody was asked, and is queued in one transaction with the look at who is due: killed
before the commit, nobody was asked; after it, nobody is asked again (ADR 97).
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, func, select

from campaigns.sending.job_context import JobContext
from campaigns.settings import CampaignSettings
from campaigns.still_wanted.due import MOST_LATE, AnswerState, ReaderFacts, judge_answer
from campaigns.still_wanted.quiet_readers import DAY, due_readers, facts_of, room_today
from campaigns.still_wanted_tables import StillWantedRule
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose, SubscriptionMailState
from core.languages import READER_LANGUAGES
from core.logging import get_logger
from core.sql import in_ids
from delivery.attempts.keys import attempt_key
from subscribers.list_state import ListPurpose, takes
from subscribers.lists import get_list
from subscribers.queries import may_be_welcomed, who_may_be_mailed
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, ConsentRecord, MailingList, Subscriber, Subscription

AT_A_TIME = 200
"""In one transaction."""
STEADY_FOR = timedelta(hours=1)
"""After the clock was set forward: nobody is asked, or taken off, on the word of a wrong one."""

log = get_logger(__name__)


def run_still_wanted(context: JobContext) -> None:
    """The job."""
    now = context.steps.observe(context.clock, context.uptime)
    if not context.steps.is_steady(STEADY_FOR, uptime=context.uptime.seconds()):
        return
    with context.database.read() as session:
        rules = session.exec(select(StillWantedRule).where(col(StillWantedRule.is_enabled))).all()
        running = [rule.list_id for rule in rules if takes(get_list(session, rule.list_id), ListPurpose.CAMPAIGN)]
    for list_id in running:
        while _end_some(context, list_id, now=now):
            pass
        while _may_ask(context, now) and _ask_some(context, list_id, now=now):
            pass


def _may_ask(context: JobContext, now: datetime) -> bool:
    """Not at night, and not while nobody could send it."""
    settings = CampaignSettings.of(context.settings)
    local = now.astimezone(ZoneInfo(context.settings.time_zone)).replace(tzinfo=None)
    is_quiet = settings.quiet is not None and settings.quiet.holds(local)
    return bool(settings.sign_up_sender) and not is_quiet and not context.stopping.is_set()


def _ask_some(context: JobContext, list_id: int, *, now: datetime) -> bool:
    """Whether there may be more to do. Nothing is written, and no lock taken, where nobody is due."""
    with context.database.read() as session:
        rule = session.get_one(StillWantedRule, list_id)
        if not room_today(session, rule, now=now) or not due_readers(session, rule, limit=1, now=now):
            return False
    with context.database.write() as session:
        return ask_due(session, list_id, zone=context.settings.time_zone, now=now) == AT_A_TIME


def ask_due(session: Session, list_id: int, *, zone: str, now: datetime) -> int:
    """How many are asked by it. Under the lock of the rule, so that none is asked by one that was turned off."""
    rule = session.get_one(StillWantedRule, list_id, with_for_update=True, populate_existing=True)
    if not rule.is_enabled:
        return 0
    limit = min(AT_A_TIME, room_today(session, rule, now=now))
    numbers = due_readers(session, rule, limit=limit, now=now)
    mailing_list = get_list(session, list_id)
    spoken = dict(
        session.exec(
            select(Subscriber.id, Subscriber.language).where(in_ids(session, col(Subscriber.id), numbers))
        ).all()
    )
    until = _answer_until(rule, mailing_list, zone=zone, now=now)
    session.add_all(
        SubscriptionMail(
            subscriber_id=number,
            list_id=list_id,
            language=_language(mailing_list, spoken[number]),
            purpose=SubscriptionMailPurpose.STILL_WANTED,
            key=attempt_key(),
            state=SubscriptionMailState.WAITING,
            asked_at=now,
            next_attempt_at=now,
            answer_until=until,
        )
        for number in numbers
    )
    log.info("still_wanted.asked", list_id=list_id, count=len(numbers))
    return len(numbers)


def _answer_until(
    rule: StillWantedRule, mailing_list: MailingList, *, zone: str, now: datetime
) -> datetime | None:
    """When their last day is over. None where nothing happens to who does not answer; so it is on a list of people
    at risk, always."""
    if rule.days_to_answer is None or mailing_list.is_protected:
        return None
    day_after = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=rule.days_to_answer + 1)
    return datetime.combine(day_after, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _language(mailing_list: MailingList, spoken: str) -> str:
    """Of those that these emails are written in: the reader's, or what the list has in its place."""
    known = (code for code in (spoken, *mailing_list.language_chain) if code in READER_LANGUAGES)
    return next(known, "en")


def _end_some(context: JobContext, list_id: int, *, now: datetime) -> bool:
    with context.database.read() as session:
        if not _past_their_day(session, list_id, limit=1, now=now):
            return False
    with context.database.write() as session:
        return end_unanswered(session, list_id, now=now) == AT_A_TIME


def end_unanswered(session: Session, list_id: int, *, now: datetime) -> int:
    """How many questions are settled by it: answered, or not, in which case their reader is off the list, at most
    so many a day. Who has paused or cannot be written to is left in peace."""
    rule = session.get_one(StillWantedRule, list_id, with_for_update=True, populate_existing=True)
    room = rule.most_a_day - _ended_today(session, list_id, now=now)
    if not rule.is_enabled or room <= 0:
        return 0
    mails = _past_their_day(session, list_id, limit=min(AT_A_TIME, room), now=now)
    asked = [mail.subscriber_id for mail in mails]
    facts = _locked_facts(session, list_id, asked)
    reachable = who_may_be_mailed(session, asked, list_id=list_id, now=now)
    is_protected = get_list(session, list_id).is_protected
    for mail in mails:
        reader, until = facts.get(mail.subscriber_id), mail.answer_until
        mail.answer_until = None
        if reader is None or until is None or is_protected or mail.state is not SubscriptionMailState.ASKED:
            continue
        answer = judge_answer(reader, asked_at=mail.asked_at, answer_until=until, now=now)
        if answer is AnswerState.NONE_CAME and mail.subscriber_id in reachable:
            who = {"subscriber_id": mail.subscriber_id, "list_id": list_id}
            unsubscribe(session, **who, method=ConsentMethod.NO_ANSWER, evidence=evidence_of(list_id), now=now)
    return len(mails)


def _locked_facts(session: Session, list_id: int, numbers: Collection[int]) -> dict[int, ReaderFacts]:
    """Whoever presses the button at this moment has answered before, or is off the list (`keep_subscription`)."""
    theirs = in_ids(session, col(Subscription.subscriber_id), numbers)
    locked = select(Subscription.id).where(Subscription.list_id == list_id, theirs)
    session.exec(locked.order_by(col(Subscription.id)).with_for_update()).all()
    return facts_of(session, list_id, numbers)


def evidence_of(list_id: int) -> str:
    """What a ConsentRecord says where somebody was taken off."""
    return f"still-wanted:{list_id}"


def _past_their_day(session: Session, list_id: int, *, limit: int, now: datetime) -> Sequence[SubscriptionMail]:
    over = select(SubscriptionMail).where(
        col(SubscriptionMail.answer_until) <= now,
        SubscriptionMail.list_id == list_id,
        SubscriptionMail.state != SubscriptionMailState.WAITING,
    )
    return session.exec(over.order_by(col(SubscriptionMail.answer_until)).limit(limit)).all()


def _ended_today(session: Session, list_id: int, *, now: datetime) -> int:
    lately = select(func.count(col(ConsentRecord.id))).where(
        ConsentRecord.evidence == evidence_of(list_id),
        ConsentRecord.method == ConsentMethod.NO_ANSWER,
        ConsentRecord.at > now - DAY,
    )
    return session.exec(lately).one()


def may_still_be_asked(session: Session, mail: SubscriptionMail, *, now: datetime) -> bool:
    """For the outbox, each time before it calls: whether the question still stands as it was queued."""
    rule = session.get(StillWantedRule, mail.list_id, populate_existing=True)
    mailing_list = get_list(session, mail.list_id)
    if rule is None or not rule.is_enabled or not takes(mailing_list, ListPurpose.CAMPAIGN):
        return False
    if mail.called_at is None and now - mail.asked_at > MOST_LATE:
        return False
    if not may_be_welcomed(session, subscriber_id=mail.subscriber_id, list_id=mail.list_id, now=now):
        return False
    reader = facts_of(session, mail.list_id, [mail.subscriber_id])[mail.subscriber_id]
    return reader.last_sign < mail.asked_at
