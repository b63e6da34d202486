"""A list's rule for quiet readers: when they are asked, how many a day, and what no answer means; on, off."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from campaigns.settings import CampaignSettings
from campaigns.still_wanted.quiet_readers import DAY, count_due
from campaigns.still_wanted_tables import StillWantedRule
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose, SubscriptionMailState
from core.errors import Conflict, InputRefused
from core.settings import Settings
from core.sql import insert_new
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.audience_sample import CountResult
from subscribers.list_state import ListPurpose, check_takes
from subscribers.lists import list_by_slug
from subscribers.tables import MailingList

FEWEST_MONTHS, MOST_MONTHS = 6, 60
"""A welcome series is over long before the fewest: nobody is asked in the middle of one."""
MOST_A_DAY = 5000
FEWEST_DAYS, MOST_DAYS = 14, 90
"""To answer."""


@dataclass(frozen=True, slots=True)
class StillWantedEdit:
    months: int
    most_a_day: int
    days_to_answer: int | None
    """None: nothing happens to whoever does not answer."""


@dataclass(frozen=True, slots=True)
class StillWantedView:
    rule: StillWantedRule
    """As it is, or as it would be at first."""
    due: CountResult
    """Readers who would be asked by it, as of now."""
    waiting: int
    """Who were asked, have a day to answer by, and have not been looked at since."""

    @property
    def days(self) -> int:
        """Until all who are due by now have been asked."""
        return -(-self.due.total // self.rule.most_a_day)


def view_rule(
    session: Session, mailing_list: MailingList, *, may_estimate: bool = False, now: datetime
) -> StillWantedView:
    rule = rule_of(session, mailing_list)
    open_ones = select(func.count(col(SubscriptionMail.id))).where(
        col(SubscriptionMail.answer_until).is_not(None), SubscriptionMail.list_id == mailing_list.id
    )
    due = count_due(session, mailing_list.id, rule.months, may_estimate=may_estimate, now=now)
    return StillWantedView(rule, due, session.exec(open_ones).one())


def rule_of(session: Session, mailing_list: MailingList) -> StillWantedRule:
    return session.get(StillWantedRule, mailing_list.id) or StillWantedRule(list_id=mailing_list.id)


def names_where_on(session: Session) -> list[str]:
    """Of the lists whose quiet readers are asked."""
    theirs = select(MailingList.name).join(StillWantedRule, col(StillWantedRule.list_id) == col(MailingList.id))
    return list(session.exec(theirs.where(col(StillWantedRule.is_enabled)).order_by(col(MailingList.name))))


def count_stuck(session: Session, *, now: datetime) -> int:
    """Questions that should have gone out a day ago."""
    stuck = select(func.count(col(SubscriptionMail.id))).where(
        SubscriptionMail.purpose == SubscriptionMailPurpose.STILL_WANTED,
        SubscriptionMail.state == SubscriptionMailState.WAITING,
        SubscriptionMail.asked_at < now - DAY,
    )
    return session.exec(stuck).one()


def change_rule(
    session: Session, slug: str, edit: StillWantedEdit, *, actor: Principal, now: datetime
) -> StillWantedRule:
    """For whoever is asked from now on. Where nothing happens without an answer any more, nothing happens to those
    who were asked before either. Raises NotAllowed, NotFound, InputRefused."""
    require(actor, Permission.MANAGE_LISTS)
    mailing_list = list_by_slug(session, slug)
    _check(edit, mailing_list)
    rule = _lock(session, mailing_list)
    before = (rule.months, rule.most_a_day, rule.days_to_answer)
    rule.months, rule.most_a_day, rule.days_to_answer = edit.months, edit.most_a_day, edit.days_to_answer
    session.add(rule)
    if edit.days_to_answer is None:
        _let_them_stay(session, mailing_list)
    if before != (rule.months, rule.most_a_day, rule.days_to_answer):
        detail = {"months": rule.months, "most_a_day": rule.most_a_day, "days_to_answer": rule.days_to_answer or 0}
        _record(session, mailing_list, "still_wanted.changed", actor=actor, now=now, **detail)
    return rule


def turn_on(
    session: Session, slug: str, *, actor: Principal, settings: Settings, now: datetime
) -> StillWantedRule:
    """Doing it twice is doing it once. Raises NotAllowed, NotFound, Conflict for a list that is archived, that has
    become protected and would lose people by it, or while nobody sends such emails."""
    require(actor, Permission.MANAGE_LISTS)
    mailing_list = check_takes(list_by_slug(session, slug), ListPurpose.CAMPAIGN)
    if not CampaignSettings.of(settings).sign_up_sender:
        raise Conflict("campaigns-still-wanted-no-sender")
    rule = _lock(session, mailing_list)
    if mailing_list.is_protected and rule.days_to_answer is not None:
        raise Conflict("campaigns-still-wanted-protected")
    if not rule.is_enabled:
        rule.is_enabled, rule.turned_on_by = True, actor.name
        session.add(rule)
        _record(session, mailing_list, "still_wanted.turned_on", actor=actor, now=now)
    return rule


def turn_off(session: Session, slug: str, *, actor: Principal, now: datetime) -> StillWantedRule:
    """Nobody else is asked, and nobody is taken off, those who were told a day neither."""
    require(actor, Permission.MANAGE_LISTS)
    mailing_list = list_by_slug(session, slug)
    rule = _lock(session, mailing_list)
    if rule.is_enabled:
        rule.is_enabled = False
        session.add(rule)
        _let_them_stay(session, mailing_list)
        _record(session, mailing_list, "still_wanted.turned_off", actor=actor, now=now)
    return rule


def _lock(session: Session, mailing_list: MailingList) -> StillWantedRule:
    """There is one from here on."""
    first = StillWantedRule(list_id=mailing_list.id)
    session.execute(insert_new(session, StillWantedRule), [first.model_dump()])
    return session.get_one(StillWantedRule, mailing_list.id, with_for_update=True, populate_existing=True)


def _let_them_stay(session: Session, mailing_list: MailingList) -> None:
    asked = update(SubscriptionMail).where(
        col(SubscriptionMail.answer_until).is_not(None),
        col(SubscriptionMail.purpose) == SubscriptionMailPurpose.STILL_WANTED,
        col(SubscriptionMail.list_id) == mailing_list.id,
    )
    session.execute(asked.values(answer_until=None))


def _check(edit: StillWantedEdit, mailing_list: MailingList) -> None:
    if not FEWEST_MONTHS <= edit.months <= MOST_MONTHS:
        raise InputRefused("campaigns-still-wanted-months", least=FEWEST_MONTHS, most=MOST_MONTHS)
    if not 1 <= edit.most_a_day <= MOST_A_DAY:
        raise InputRefused("campaigns-still-wanted-a-day", most=MOST_A_DAY)
    if edit.days_to_answer is None:
        return
    if mailing_list.is_protected:
        raise InputRefused("campaigns-still-wanted-protected")
    if not FEWEST_DAYS <= edit.days_to_answer <= MOST_DAYS:
        raise InputRefused("campaigns-still-wanted-days", least=FEWEST_DAYS, most=MOST_DAYS)


def _record(
    session: Session, mailing_list: MailingList, action: str, *, actor: Principal, now: datetime, **detail: int
) -> None:
    subject = f"mailing_list:{mailing_list.id}"
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, **detail)
