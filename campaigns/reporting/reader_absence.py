"""Audit question: why somebody has no copy of a campaign, from what is on record of them when it was launched.

Pure. It is the mailing policy, asked of that moment: `subscribers.policy.may_mail`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto

from subscribers.mail_content import most_frequent
from subscribers.policy import SkipReason, may_mail
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction
from subscribers.topic_tables import Frequency

_AFTER = {
    ConsentAction.REQUESTED: SubscriptionStatus.PENDING,
    ConsentAction.CONFIRMED: SubscriptionStatus.CONFIRMED,
    ConsentAction.UNSUBSCRIBED: SubscriptionStatus.UNSUBSCRIBED,
}


class AbsenceReason(StrEnum):
    """Ends the key of its text."""

    SUPPRESSED = auto()
    UNCONFIRMED = auto()
    UNSUBSCRIBED = auto()
    JOINED_LATER = auto()
    NOT_ON_LIST = auto()
    PAUSED = auto()
    NOT_THEIR_TOPIC = auto()
    IN_WEEKLY_DIGEST = auto()
    IN_MONTHLY_DIGEST = auto()
    EXCLUDED = auto()
    """On a list that the campaign left out."""
    NOT_IN_SEGMENTS = auto()
    """The campaign was narrowed by segments, or left some out, and that is what is left to explain it."""
    NOTHING_FOR_THEM = auto()
    """It was a digest, and that they had all of it, or got it in another, is what is left to explain it."""
    UNEXPLAINED = auto()
    """Could have been mailed, by all that is still on record."""


@dataclass(frozen=True, slots=True)
class SubscriptionHistory:
    """One person's consent to one list: as it is, and each step that is on record."""

    status: SubscriptionStatus | None
    """None: never had to do with this list."""
    changed_at: datetime | None = None
    steps: tuple[tuple[ConsentAction, datetime], ...] = ()
    """Oldest first."""

    def status_at(self, moment: datetime) -> SubscriptionStatus | None:
        if self.changed_at is not None and self.changed_at <= moment:
            return self.status
        past = [action for action, at in self.steps if at <= moment]
        return _AFTER[past[-1]] if past else None


@dataclass(frozen=True, slots=True)
class ReaderChoices:
    """What they have chosen last; what they chose before that is not on record."""

    paused: tuple[datetime, datetime] | None = None
    """Since when, and until when."""
    frequencies: Mapping[int, tuple[Frequency, datetime]] = field(default_factory=dict)
    """By topic: how often they want it, and since when."""

    def is_paused_at(self, moment: datetime) -> bool:
        return self.paused is not None and self.paused[0] <= moment < self.paused[1]

    def frequency_at(self, moment: datetime, topics: Collection[int]) -> Frequency:
        """Whether a digest served it then is not on record: that they got no copy says so."""
        chosen = [self.frequencies.get(topic, (Frequency.AT_ONCE, moment)) for topic in topics]
        at_that_time = [frequency if since <= moment else Frequency.AT_ONCE for frequency, since in chosen]
        return most_frequent(at_that_time or [Frequency.AT_ONCE])


@dataclass(frozen=True, slots=True)
class PastMailing:
    """A campaign, as the policy was asked about it."""

    launched_at: datetime
    topics: tuple[int, ...] = ()
    has_segments: bool = False
    """Whether it was narrowed by any; who was in them at that moment is not on record."""
    is_digest: bool = False


@dataclass(frozen=True, slots=True)
class AbsenceVerdict:
    reason: AbsenceReason
    at: datetime | None = None
    """When they unsubscribed, joined, or were suppressed; until when they are paused."""


def why_absent(
    *,
    lists: Sequence[SubscriptionHistory],
    excluded: Sequence[SubscriptionHistory],
    suppressed_at: datetime | None,
    choices: ReaderChoices,
    mailing: PastMailing,
) -> AbsenceVerdict:
    """`lists`: this person's history with each list that the campaign went to; `excluded`: with those left out."""
    launched_at = mailing.launched_at
    is_suppressed = suppressed_at is not None and suppressed_at <= launched_at
    reasons = {
        may_mail(
            status=history.status_at(launched_at),
            is_suppressed=is_suppressed,
            is_paused=choices.is_paused_at(launched_at),
            frequency=choices.frequency_at(launched_at, mailing.topics),
        ): history
        for history in lists
    }
    if None in reasons:
        is_excluded = any(each.status_at(launched_at) is SubscriptionStatus.CONFIRMED for each in excluded)
        if is_excluded:
            return AbsenceVerdict(AbsenceReason.EXCLUDED)
        return AbsenceVerdict(_left_to_explain(mailing))
    plain = {
        SkipReason.SUPPRESSED: AbsenceVerdict(AbsenceReason.SUPPRESSED, suppressed_at),
        SkipReason.PAUSED: AbsenceVerdict(AbsenceReason.PAUSED, choices.paused[1] if choices.paused else None),
        SkipReason.NOT_THEIR_TOPIC: AbsenceVerdict(AbsenceReason.NOT_THEIR_TOPIC),
        SkipReason.IN_WEEKLY_DIGEST: AbsenceVerdict(AbsenceReason.IN_WEEKLY_DIGEST),
        SkipReason.IN_MONTHLY_DIGEST: AbsenceVerdict(AbsenceReason.IN_MONTHLY_DIGEST),
        SkipReason.PENDING: AbsenceVerdict(AbsenceReason.UNCONFIRMED),
    }
    for reason, verdict in plain.items():
        if reason in reasons:
            return verdict
    if SkipReason.UNSUBSCRIBED in reasons:
        return AbsenceVerdict(AbsenceReason.UNSUBSCRIBED, _left_at(reasons[SkipReason.UNSUBSCRIBED], launched_at))
    joined_at = min((at for history in lists for at in _confirmed_after(history, launched_at)), default=None)
    return AbsenceVerdict(AbsenceReason.JOINED_LATER if joined_at else AbsenceReason.NOT_ON_LIST, joined_at)


def _left_to_explain(mailing: PastMailing) -> AbsenceReason:
    if mailing.has_segments:
        return AbsenceReason.NOT_IN_SEGMENTS
    return AbsenceReason.NOTHING_FOR_THEM if mailing.is_digest else AbsenceReason.UNEXPLAINED


def _left_at(history: SubscriptionHistory, moment: datetime) -> datetime | None:
    left = [at for action, at in history.steps if action is ConsentAction.UNSUBSCRIBED and at <= moment]
    return left[-1] if left else history.changed_at


def _confirmed_after(history: SubscriptionHistory, moment: datetime) -> list[datetime]:
    confirmed = [at for action, at in history.steps if action is ConsentAction.CONFIRMED and at > moment]
    if not history.steps and history.changed_at and history.status is SubscriptionStatus.CONFIRMED:
        return [history.changed_at]
    return confirmed
