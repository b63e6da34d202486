"""The life of a campaign: a strict state machine.

There is no "failed": what a person can act on is a pause with a reason.

    draft, in_review, approved   wait for a person
    scheduled    → launch_due_campaigns, when scheduled_at has come
    preparing    → launch_due_campaigns, again, where it was interrupted
    sending      → send_campaigns, then finish_drained_campaigns
    paused       waits for a person; the reason is shown
"""

from enum import StrEnum

from core.machine import IllegalTransition, follow


class CampaignStatus(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PREPARING = "preparing"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    CANCELLED = "cancelled"


class CampaignAction(StrEnum):
    SUBMIT = "submit"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    """An approver says no, with a remark."""
    EDIT = "edit"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    WAIT = "wait"
    """Resumed before its time: it waits for that again."""
    FALL_DUE = "fall_due"
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    FINISH = "finish"
    REOPEN = "reopen"
    """A person decided that what was in doubt, or was refused, is to be sent again (ADR 12), or turned a welcome
    series on again (ADR 96). Nothing else leads here."""
    CANCEL = "cancel"


class AutomationItemState(StrEnum):
    IRRELEVANT = "irrelevant"
    """Was there before the automation: an archive is not news."""
    DRAFTED = "drafted"
    SCHEDULED = "scheduled"
    HELD = "held"
    """Drafted and shown to staff, with the reason why it was not sent by itself."""
    REFUSED = "refused"
    """The checks found something that must not go out unseen; staff are told of the item, and why."""
    RESTORED = "restored"
    """Perhaps sent already, after the state to which the database was set back: left to staff."""


class PauseReason(StrEnum):
    STAFF = "staff"
    ERROR_THRESHOLD = "error_threshold"
    SENDER_MISCONFIGURED = "sender_misconfigured"
    CONTENT_REJECTED = "content_rejected"
    AUDIENCE_EMPTY = "audience_empty"
    TOO_LATE = "too_late"
    """It fell due while nothing ran, longer ago than MAX_LATENESS."""
    CONTENT_CHANGED = "content_changed"
    """What would be sent is not, byte for byte, what was approved."""
    WRONG_RECIPIENT = "wrong_recipient"
    """The last check before a call found a message rendered for somebody else."""
    SOURCE_CHANGED = "source_changed"
    """The watched folder no longer holds what was approved: a file was refused, or is gone."""
    RESTORED = "restored"
    """An older state was put back: what has happened since is known in part only, or it was stopped since."""


S = CampaignStatus
A = CampaignAction

TRANSITIONS: dict[tuple[CampaignStatus, CampaignAction], CampaignStatus] = {
    (S.DRAFT, A.SUBMIT): S.IN_REVIEW,
    (S.IN_REVIEW, A.APPROVE): S.APPROVED,
    (S.IN_REVIEW, A.SEND_BACK): S.DRAFT,
    (S.IN_REVIEW, A.EDIT): S.DRAFT,
    (S.APPROVED, A.EDIT): S.DRAFT,
    (S.SCHEDULED, A.EDIT): S.DRAFT,
    (S.DRAFT, A.EDIT): S.DRAFT,
    (S.APPROVED, A.SCHEDULE): S.SCHEDULED,
    (S.SCHEDULED, A.SCHEDULE): S.SCHEDULED,
    (S.SCHEDULED, A.UNSCHEDULE): S.APPROVED,
    (S.SCHEDULED, A.FALL_DUE): S.PREPARING,
    (S.SCHEDULED, A.PAUSE): S.PAUSED,
    (S.PREPARING, A.START): S.SENDING,
    (S.PREPARING, A.PAUSE): S.PAUSED,
    (S.SENDING, A.PAUSE): S.PAUSED,
    (S.PAUSED, A.RESUME): S.SENDING,
    (S.PAUSED, A.WAIT): S.SCHEDULED,
    (S.PAUSED, A.FALL_DUE): S.PREPARING,
    (S.SENDING, A.FINISH): S.SENT,
    (S.SENT, A.REOPEN): S.SENDING,
    (S.DRAFT, A.CANCEL): S.CANCELLED,
    (S.IN_REVIEW, A.CANCEL): S.CANCELLED,
    (S.APPROVED, A.CANCEL): S.CANCELLED,
    (S.SCHEDULED, A.CANCEL): S.CANCELLED,
    (S.PREPARING, A.CANCEL): S.CANCELLED,
    (S.SENDING, A.CANCEL): S.CANCELLED,
    (S.PAUSED, A.CANCEL): S.CANCELLED,
}

FINAL = frozenset({S.SENT, S.CANCELLED})
"""Nothing more comes of these by itself. What is in doubt may stay in doubt in them: staff see it and decide."""


def next_status(state: CampaignStatus, action: CampaignAction) -> CampaignStatus:
    """Raises IllegalTransition."""
    try:
        return follow(TRANSITIONS, state, action)
    except IllegalTransition:
        raise not_now(state) from None


def not_now(state: CampaignStatus) -> IllegalTransition:
    """Told in the words of staff, who know what they asked for but not how it stands."""
    return IllegalTransition("campaigns-not-now", state=state.value)
