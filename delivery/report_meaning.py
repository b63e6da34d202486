"""Bounce classification of reports: what a provider's word for what became of a message means for us. Pure.

Each provider has tables of its words (`delivery/providers/*/webhooks.py`), and docs/providers.md shows them
with their sources. Beyond its word, the receiving server's own reply counts, by RFC 3463 and RFC 5321
(`refusals.py`): a blocklist or a policy is about us, a spam filter about the content, a full mailbox is not a
dead address, and a code that begins with 4 is not for good, whatever the provider calls the bounce.
"""

import re
from typing import NamedTuple

from delivery.outcome import EventType, RejectReason
from delivery.refusals import ABOUT_US, RefusalSubject, whom_it_is_about


class ReportVerdict(NamedTuple):
    """What an event is, why, and whether it is for good."""

    type: EventType
    reason: RejectReason | None = None
    is_permanent: bool = True


QUEUED = ReportVerdict(EventType.QUEUED)
SENT = ReportVerdict(EventType.SENT)
"""Also for an auto-reply: it went out, and what came back is no bounce."""
DEFERRED = ReportVerdict(EventType.DEFERRED, None, is_permanent=False)
DELIVERED = ReportVerdict(EventType.DELIVERED)
OPENED = ReportVerdict(EventType.OPENED)
CLICKED = ReportVerdict(EventType.CLICKED)
HARD_BOUNCE = ReportVerdict(EventType.BOUNCED, RejectReason.BOUNCED)
SOFT_BOUNCE = ReportVerdict(EventType.BOUNCED, RejectReason.BOUNCED, is_permanent=False)
TIMED_OUT = ReportVerdict(EventType.BOUNCED, RejectReason.TIMED_OUT, is_permanent=False)
INVALID = ReportVerdict(EventType.BOUNCED, RejectReason.INVALID)
WE_ARE_BLOCKED = ReportVerdict(EventType.BOUNCED, RejectReason.BLOCKED, is_permanent=False)
CONTENT_REFUSED = ReportVerdict(EventType.BOUNCED, RejectReason.SPAM, is_permanent=False)
NOT_SENT = ReportVerdict(EventType.REJECTED, RejectReason.OTHER, is_permanent=False)
"""The provider did not send it, for a cause that is not the address's."""
FAILED = ReportVerdict(EventType.FAILED, RejectReason.OTHER, is_permanent=False)
COMPLAINED = ReportVerdict(EventType.COMPLAINED, RejectReason.SPAM)
UNSUBSCRIBED = ReportVerdict(EventType.UNSUBSCRIBED, RejectReason.UNSUBSCRIBED)
UNKNOWN = ReportVerdict(EventType.UNKNOWN)

NOT_OF_THE_ADDRESS = (RejectReason.BLOCKED, RejectReason.SPAM)
"""Bounces that are about us or the message: however many there are, they say nothing against an address."""

_COMPLAINTS = frozenset({"abuse", "opt-out", "opt-out-list"})
"""Feedback types by which a reader wants no more (RFC 5965, section 7.3, and its drafts)."""
_NO_COMPLAINT = frozenset({"not-spam", "auth-failure", "dmarc"})
"""Feedback types that are none: RFC 6430 says the opposite, RFC 6591 and RFC 7489 report on authentication."""
_MAY_PASS = re.compile(r"(?<![\d.])#?4\.\d{1,3}\.\d{1,3}(?![\d.]\d)|^4\d\d\b")


def held_against(meaning: ReportVerdict, reply: str) -> ReportVerdict:
    """A bounce, as the receiving server's reply has it, where that says more than the provider's word."""
    if meaning.type is not EventType.BOUNCED or meaning.reason in NOT_OF_THE_ADDRESS or not reply:
        return meaning
    about = whom_it_is_about(reply)
    if about in ABOUT_US:
        return WE_ARE_BLOCKED
    if about is RefusalSubject.CONTENT:
        return CONTENT_REFUSED
    if meaning.is_permanent and (about is RefusalSubject.READER or _MAY_PASS.search(reply)):
        return SOFT_BOUNCE
    return meaning


def of_feedback(feedback_type: str) -> ReportVerdict:
    """By its Feedback-Type. That a filter has found a virus or takes it for fraud, and "any other feedback", do
    not say that the reader wants no more (RFC 5965; Sympa acts on abuse and opt-out alone): for a person."""
    kind = feedback_type.strip().lower()
    return COMPLAINED if kind in _COMPLAINTS else SENT if kind in _NO_COMPLAINT else UNKNOWN
