"""Retention rules: which rows are due at a moment, and how a few of them go. One table, for all.

What a campaign that is running, or was sent lately, still needs is due under no rule.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, exists, func, update
from sqlalchemy import select as columns
from sqlmodel import Session, and_, col, or_, select

from campaigns.people.erase_person import erase_left, forget_sign_up
from campaigns.reporting.needs_attention import ADOPTED
from campaigns.retention_settings import NEVER, RetentionSettings
from campaigns.settings import CampaignSettings
from campaigns.staff_mail.tables import StaffMail, StaffMailState
from campaigns.status import FINAL
from campaigns.tables import Campaign, SubscriptionMail
from core.db import rows_changed
from core.settings import Settings
from core.sql import in_ids
from delivery import forget_old
from delivery.forget_reader import NOT_CHECKED, UnreadReceiptCheck
from staff import prune_audit_log
from subscribers.old_sign_ups import forget_requests, left_everything, never_confirmed, stale_requests
from subscribers.tables import Subscriber, Subscription

ROWS_AT_ONCE = 500
"""That one transaction takes."""
PEOPLE_AT_ONCE = 5
"""Whoever goes, goes from several tables."""


@dataclass(frozen=True, slots=True)
class RetentionWindow:
    """As of when a rule is asked."""

    before: datetime
    now: datetime
    needed: frozenset[int]
    """Campaigns whose deliveries stay as they are."""
    unread: UnreadReceiptCheck = NOT_CHECKED
    """Of the people who are about to go."""


@dataclass(frozen=True, slots=True)
class RetentionPart:
    """One table of a rule."""

    rows: Callable[[RetentionWindow], Select[*tuple[Any, ...]]]
    """What is due: of two columns, the number and the moment from which the age is counted."""
    take: Callable[[Session, Sequence[int], RetentionWindow], int]
    """Those numbers, which are due at this moment. How many."""
    at_once: int = ROWS_AT_ONCE
    names_people: bool = False
    """The numbers are of people: what takes long to look through is looked through before."""


@dataclass(frozen=True, slots=True)
class RetentionRule:
    name: str
    """A field of RetentionSettings; ends the keys of its texts."""
    parts: tuple[RetentionPart, ...]

    def period(self, settings: Settings) -> timedelta | None:
        """None: the rule is off."""
        period: timedelta = getattr(RetentionSettings.of(settings), self.name)
        if self.name == "unconfirmed":
            # While the link in the email holds, it must lead to something.
            return max(period, CampaignSettings.of(settings).confirmation_lifetime)
        return None if period == NEVER else period


def needed_campaigns(session: Session, before: datetime) -> frozenset[int]:
    """Those that have begun and are not finished, or are since then. An email of a welcome series is open for
    years, and what was reported of it is as old as each report."""
    is_open = or_(col(Campaign.status).not_in(FINAL), col(Campaign.finished_at).is_(None))
    lately = or_(is_open, col(Campaign.finished_at) >= before)
    has_begun = (col(Campaign.launched_at).is_not(None), col(Campaign.series_email_id).is_(None))
    return frozenset(session.exec(select(Campaign.id).where(*has_begun, lately)).all())


def _unasked_lately(window: RetentionWindow, *of: Any) -> Any:
    """A link that went out since then still holds."""
    return ~exists().where(and_(*of, col(SubscriptionMail.asked_at) >= window.before))


def _sign_ups(window: RetentionWindow) -> Select[*tuple[Any, ...]]:
    theirs = col(SubscriptionMail.subscriber_id) == col(Subscriber.id)
    return never_confirmed(window.before).where(_unasked_lately(window, theirs))


def _requests(window: RetentionWindow) -> Select[*tuple[Any, ...]]:
    # Whatever it was about: one question may be about several lists.
    theirs = col(SubscriptionMail.subscriber_id) == col(Subscription.subscriber_id)
    return stale_requests(window.before).where(_unasked_lately(window, theirs))


def _staff_mails(window: RetentionWindow) -> Select[*tuple[Any, ...]]:
    """A test email shows a campaign as a reader has it; the others name campaigns and colleagues."""
    contents = (col(StaffMail.subject), col(StaffMail.text), col(StaffMail.html))
    return columns(col(StaffMail.id), col(StaffMail.queued_at)).where(
        col(StaffMail.state) != StaffMailState.WAITING,
        col(StaffMail.queued_at) < window.before,
        or_(*(content != "" for content in contents)),
    )


def _empty_staff_mails(session: Session, ids: Sequence[int], _: RetentionWindow) -> int:
    mine = in_ids(session, col(StaffMail.id), ids)
    return rows_changed(session.execute(update(StaffMail).where(mine).values(subject="", text="", html="")))


def _take_people(take: Callable[[Session, Subscriber, RetentionWindow], bool]) -> Any:
    def take_all(session: Session, ids: Sequence[int], window: RetentionWindow) -> int:
        people = session.exec(select(Subscriber).where(col(Subscriber.id).in_(ids)).order_by(col(Subscriber.id)))
        return sum(take(session, person, window) for person in people.all())

    return take_all


RULES = (
    RetentionRule(
        "unconfirmed",
        (
            RetentionPart(
                _sign_ups,
                _take_people(
                    lambda session, person, window: forget_sign_up(session, person, unread=window.unread)
                ),
                PEOPLE_AT_ONCE,
                names_people=True,
            ),
            RetentionPart(_requests, lambda session, ids, _: forget_requests(session, ids)),
        ),
    ),
    RetentionRule(
        "left",
        (
            RetentionPart(
                lambda window: left_everything(window.before),
                _take_people(
                    lambda session, person, window: erase_left(
                        session, person, now=window.now, unread=window.unread
                    )
                ),
                PEOPLE_AT_ONCE,
                names_people=True,
            ),
        ),
    ),
    RetentionRule(
        "webhooks",
        (
            RetentionPart(
                lambda window: forget_old.old_receipts(window.before),
                lambda session, ids, _: forget_old.forget_receipts(session, ids),
            ),
        ),
    ),
    RetentionRule(
        "events",
        (
            RetentionPart(
                lambda window: forget_old.old_events(window.before, needed=window.needed),
                lambda session, ids, _: forget_old.forget_events(session, ids),
            ),
            RetentionPart(
                lambda window: forget_old.old_words_of_deliveries(window.before, needed=window.needed),
                lambda session, ids, _: forget_old.forget_words_of_deliveries(session, ids),
            ),
            RetentionPart(
                lambda window: forget_old.old_words_of_calls(window.before, needed=window.needed),
                lambda session, ids, _: forget_old.forget_words_of_calls(session, ids),
            ),
        ),
    ),
    RetentionRule(
        "staff_mails",
        (RetentionPart(_staff_mails, _empty_staff_mails),),
    ),
    RetentionRule(
        "audit_log",
        (
            RetentionPart(
                lambda window: prune_audit_log.old_entries(window.before, needed=(ADOPTED,)),
                lambda session, ids, window: prune_audit_log.forget_entries(session, ids, now=window.now),
            ),
        ),
    ),
)


class KeptReason(StrEnum):
    """What is kept beside what the rules delete, and until when. Ends the key of its text."""

    PERSON = "person"
    """Until a rule takes the person, or they are erased: with them."""
    NOES = "noes"
    """Keyed hashes that say no, or whose a mail of before a restore was; for ever."""
    REQUESTS = "requests"
    """Who asked for what under the GDPR: proof that it was done. Of erased people a keyed hash."""
    LINKS = "links"
    """As long as the links in an email hold."""
    IMPORTS = "imports"
    """A file for days, its rows for as long as it can be undone (ADR 71)."""
    DELIVERIES = "deliveries"
    """By numbers, for reports and so that nobody is sent anything twice; erasing a person takes the hash."""
    STAFF = "staff"
    """Who works here, what they did, and the words that they wrote to each other."""


@dataclass(frozen=True, slots=True)
class DueSummary:
    """What a rule would take now."""

    rule: RetentionRule
    period: timedelta | None
    count: int = 0
    oldest: datetime | None = None


def due_now(session: Session, settings: Settings, *, now: datetime) -> list[DueSummary]:
    """Of every rule. Changes nothing."""
    return [_due(session, rule, rule.period(settings), now) for rule in RULES]


def window_of(session: Session, period: timedelta, *, now: datetime) -> RetentionWindow:
    before = now - period
    return RetentionWindow(before, now, needed_campaigns(session, before))


def _due(session: Session, rule: RetentionRule, period: timedelta | None, now: datetime) -> DueSummary:
    if period is None:
        return DueSummary(rule, None)
    window = window_of(session, period, now=now)
    total, moments = 0, []
    for part in rule.parts:
        rows = part.rows(window).subquery()
        number, moment = rows.c
        count, oldest = session.execute(select(func.count(number), func.min(moment))).one()
        total += count
        if oldest is not None:
            moments.append(oldest)
    return DueSummary(rule, period, total, min(moments, default=None))
