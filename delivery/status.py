"""What we did with a delivery: a strict state machine. What the world says of it is in `outcome.py`.

queued       waits for its turn; the sweep takes it when next_attempt_at has come, in the transaction that commits
             its attempt; if evidence comes after all that an earlier attempt was accepted, it goes straight there
sending      the attempt is committed, the call may have been made      → expire_leases: in_doubt
in_doubt     nobody knows whether the provider took it                  → reconcile_in_doubt, events, a person
accepted     the provider took responsibility (final)
rejected     the provider refused this address (final, but for a person who has it sent again)
failed       every attempt was refused, and we gave up (the same)
skipped      the policy said no at the last moment (final)
cancelled    the campaign was cancelled before its turn came (final)
"""

from enum import StrEnum

from core.machine import follow


class DeliveryStatus(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    IN_DOUBT = "in_doubt"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FAILED = "failed"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


class DeliveryAction(StrEnum):
    SKIP = "skip"
    SEND = "send"
    ACCEPT = "accept"
    REJECT = "reject"
    REQUEUE = "requeue"
    """Certainly not accepted: try again later."""
    GIVE_UP = "give_up"
    DOUBT = "doubt"
    SEND_AGAIN = "send_again"
    """A person has it sent again to those who were refused or given up. Nothing else leads out of these."""
    CANCEL = "cancel"


S = DeliveryStatus
A = DeliveryAction

TRANSITIONS: dict[tuple[DeliveryStatus, DeliveryAction], DeliveryStatus] = {
    (S.QUEUED, A.SEND): S.SENDING,
    (S.QUEUED, A.SKIP): S.SKIPPED,
    (S.QUEUED, A.CANCEL): S.CANCELLED,
    (S.QUEUED, A.ACCEPT): S.ACCEPTED,
    (S.SENDING, A.ACCEPT): S.ACCEPTED,
    (S.SENDING, A.REJECT): S.REJECTED,
    (S.SENDING, A.REQUEUE): S.QUEUED,
    (S.SENDING, A.GIVE_UP): S.FAILED,
    (S.SENDING, A.DOUBT): S.IN_DOUBT,
    (S.IN_DOUBT, A.ACCEPT): S.ACCEPTED,
    (S.IN_DOUBT, A.REJECT): S.REJECTED,
    (S.IN_DOUBT, A.REQUEUE): S.QUEUED,
    (S.IN_DOUBT, A.GIVE_UP): S.FAILED,
    (S.REJECTED, A.SEND_AGAIN): S.QUEUED,
    (S.FAILED, A.SEND_AGAIN): S.QUEUED,
}

FINAL = frozenset({S.ACCEPTED, S.REJECTED, S.FAILED, S.SKIPPED, S.CANCELLED})
"""Nothing more comes of these by itself."""
REFUSED_STATES = frozenset(state for state, action in TRANSITIONS if action is A.SEND_AGAIN)


def next_status(state: DeliveryStatus, action: DeliveryAction) -> DeliveryStatus:
    """Raises IllegalTransition."""
    return follow(TRANSITIONS, state, action)
