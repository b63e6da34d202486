"""Bounce classification by type and subtype, as one provider has it and another passes it on. Pure.

https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-types
"""

from delivery import report_meaning as m
from delivery.outcome import EventType, RejectReason
from delivery.report_meaning import ReportVerdict

PERMANENT, TRANSIENT, UNDETERMINED = "Permanent", "Transient", "Undetermined"
_SUPPRESSED = ReportVerdict(EventType.BOUNCED, RejectReason.BLOCKED)

TYPES: dict[str, ReportVerdict] = {
    PERMANENT: m.HARD_BOUNCE,
    TRANSIENT: m.SOFT_BOUNCE,
    UNDETERMINED: m.SOFT_BOUNCE,
}
SUBTYPES: dict[tuple[str, str], ReportVerdict] = {
    (PERMANENT, "Suppressed"): _SUPPRESSED,
    (PERMANENT, "OnAccountSuppressionList"): _SUPPRESSED,
    (PERMANENT, "UnsubscribedRecipient"): m.UNSUBSCRIBED,
    (TRANSIENT, "MessageTooLarge"): m.CONTENT_REFUSED,
    (TRANSIENT, "ContentRejected"): m.CONTENT_REFUSED,
    (TRANSIENT, "AttachmentRejected"): m.CONTENT_REFUSED,
}
"""Of which the subtype says more than the type."""


def of_bounce(bounce_type: str, subtype: str) -> ReportVerdict:
    """A type that is not known is not for good."""
    return SUBTYPES.get((bounce_type, subtype)) or TYPES.get(bounce_type, m.SOFT_BOUNCE)


REPORTS: dict[str, ReportVerdict] = TYPES | {
    f"{kind}/{subtype}": of_bounce(kind, subtype) for kind, subtype in SUBTYPES
}
