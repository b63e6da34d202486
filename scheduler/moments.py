"""Clock fault table: every moment that the database keeps, and what is wrong with one that lies ahead. Pure.

A wait that the program itself set ends no later than the longest wait that is ever granted. A moment beyond that
was written by a clock that was wrong; so was anything that has happened and lies ahead. Each column of a moment
stands here, or in DECIDES_NOTHING with the reason: a test holds this page to the tables.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum, auto
from typing import Any

from sqlalchemy import ColumnElement, true
from sqlmodel import col

from campaigns.editorial.tables import CampaignPresence, CampaignVersion
from campaigns.rehearsal.rehearse import LEASE as REHEARSAL_LEASE
from campaigns.rehearsal.tables import Rehearsal, RehearsalState
from campaigns.retention.tables import RetentionRun
from campaigns.review.external.run_probes import RESULT_TTL
from campaigns.review.external.tables import ProbeRecord
from campaigns.sending.pull_suppressions import EVERY as SUPPRESSIONS_EVERY
from campaigns.staff_mail.tables import AttentionNotice, StaffMail, StaffMailState
from campaigns.still_wanted.change_rule import MOST_DAYS
from campaigns.tables import Automation, SubscriptionMail, SubscriptionMailState
from campaigns.welcome_tables import WelcomeSeries
from core.backup import runs
from core.backup.tables import BackupRun
from core.clock import STEP
from core.generation.tables import Machine
from core.settings import Settings
from delivery.attempts import retry
from delivery.attempts.close_attempts import UNSETTLED
from delivery.mailbox.bounce_mailbox import BounceMailboxState
from delivery.providers.shared.http_errors import MAX_WAIT
from delivery.settings import DeliverySettings
from delivery.status import DeliveryStatus
from delivery.tables import Attempt, Delivery, Sender
from news.feeds.claim_feed import LEASE as FEED_LEASE
from news.feeds.fetch_feed import LONGEST_WAIT as FEED_WAIT
from news.feeds.tables import Feed, FeedHub
from news.feeds.websub.answer_hub import LONGEST_LEASE
from news.feeds.websub.receive_ping import PING_GAP
from news.tables import NewsItem
from scheduler.tables import ClockFault, Heartbeat
from staff import lockout, password_link
from staff.let_in import LINK_LIFETIME
from staff.passkey_challenges import CHALLENGE_LIFETIME
from staff.tables import KnownDevice, PasskeyChallenge, PasswordLink, StaffSession, User
from subscribers.address_tables import AddressChange, FormerAddress
from subscribers.import_lease import LEASE as IMPORT_LEASE
from subscribers.import_tables import ROWS_KEPT, UNDER_WAY, SubscriberImport
from subscribers.tables import Subscriber
from subscribers.topic_choices import LONGEST_PAUSE
from subscribers.topic_tables import Pause

LONGEST_RETRY = max(retry.MAX_DELAY * (1 + retry.JITTER), retry.MAX_RETRY_AFTER)
"""Until a call, a delivery, a look for evidence or an opt-in mail is tried again: a provider may ask for a day."""


class Kind(StrEnum):
    WAIT = auto()
    """Something is due then: put right, it is due now. The worst of it is to ask once too often."""
    HOLD = auto()
    """Something is held until then, and must not be let go early: put right, for the longest time from now."""
    PAST = auto()
    """It has happened, and time is counted from it: put right, it happened now."""
    MEMORY = auto()
    """It has happened, and is remembered for no longer than it is of use: put right, it is forgotten."""


@dataclass(frozen=True, slots=True)
class TimeColumn:
    column: Any
    kind: Kind
    longest: timedelta = timedelta(0)
    """How far ahead it may lie."""
    only: Callable[[datetime], ColumnElement[bool]] = lambda _: true()
    """In which rows it still decides something, given the present moment."""
    marks: tuple[tuple[str, Any], ...] = ()
    """What is said in a row whose moment was put right."""

    @property
    def name(self) -> str:
        return f"{self.column.class_.__tablename__}.{self.column.key}"

    def limit(self, now: datetime) -> datetime:
        """What lies beyond this was written by a wrong clock, whatever else is known."""
        return now + self.longest + STEP

    def limit_after_a_step_back(self, now: datetime) -> datetime:
        """The same where it is known that the clock was ahead: no wait that lies ahead can be believed."""
        return self.limit(now) if self.kind is Kind.HOLD else now

    def put_right(self, now: datetime) -> datetime | None:
        if self.kind is Kind.MEMORY:
            return None
        return now + self.longest if self.kind is Kind.HOLD else now


def _unsettled(_: datetime) -> ColumnElement[bool]:
    return col(Attempt.state).in_(UNSETTLED)


def _queued(_: datetime) -> ColumnElement[bool]:
    return col(Delivery.status) == DeliveryStatus.QUEUED


def _waiting(_: datetime) -> ColumnElement[bool]:
    return col(SubscriptionMail.state) == SubscriptionMailState.WAITING


def _unsent(_: datetime) -> ColumnElement[bool]:
    return col(StaffMail.state) == StaffMailState.WAITING


def _rehearsing(_: datetime) -> ColumnElement[bool]:
    return col(Rehearsal.state) == RehearsalState.WAITING


def is_called(table: type[SubscriptionMail] | type[StaffMail]) -> ColumnElement[bool]:
    """Something was called for it, and what became of that is not known."""
    waiting = SubscriptionMailState.WAITING if table is SubscriptionMail else StaffMailState.WAITING
    return (col(table.state) == waiting) & col(table.called_at).is_not(None)


def _importing(_: datetime) -> ColumnElement[bool]:
    return col(SubscriberImport.state).in_(UNDER_WAY)


def _begun_in_the_future(now: datetime) -> ColumnElement[bool]:
    return col(StaffSession.created_at) > now + STEP


_CALLED_LONG_AGO = (("is_called_at_wrong", True),)
_MADE_OTHERWISE = (("is_called_at_wrong", True), ("called_tick", None))
"""Its date is part of the email: a repeat of a call would not be the same request, so there is none."""


_ONLY_PAST = (Subscriber.heard_at, Machine.seen_at, ClockFault.noticed_at, Heartbeat.failed_at, Heartbeat.ran_at)


def moments(settings: Settings) -> tuple[TimeColumn, ...]:
    """In the order in which they are put right: what others are judged by comes last."""
    longest_try = max(LONGEST_RETRY, DeliverySettings.of(settings).lease)
    return (
        TimeColumn(col(Attempt.lease_until), Kind.HOLD, DeliverySettings.of(settings).lease, _unsettled),
        TimeColumn(col(Attempt.settle_at), Kind.WAIT, LONGEST_RETRY, _unsettled),
        TimeColumn(col(Attempt.absent_since), Kind.MEMORY, only=_unsettled),
        TimeColumn(col(Attempt.opened_at), Kind.PAST, only=_unsettled, marks=(("is_opened_at_wrong", True),)),
        TimeColumn(col(Delivery.next_attempt_at), Kind.WAIT, LONGEST_RETRY, _queued),
        TimeColumn(col(Sender.next_call_at), Kind.WAIT, LONGEST_RETRY),
        TimeColumn(col(Sender.held_until), Kind.WAIT, LONGEST_RETRY),
        TimeColumn(col(Sender.next_suppressions_at), Kind.WAIT, max(SUPPRESSIONS_EVERY, MAX_WAIT)),
        TimeColumn(col(SubscriptionMail.next_attempt_at), Kind.WAIT, longest_try, _waiting),
        TimeColumn(col(SubscriptionMail.asked_at), Kind.PAST, marks=_MADE_OTHERWISE),
        TimeColumn(col(SubscriptionMail.called_at), Kind.PAST, marks=_CALLED_LONG_AGO),
        TimeColumn(col(SubscriptionMail.answer_until), Kind.HOLD, timedelta(days=MOST_DAYS + 2)),
        TimeColumn(col(StaffMail.next_attempt_at), Kind.WAIT, longest_try, _unsent),
        # An email that is too old to be of use is given up, and tests are counted by the hour.
        TimeColumn(col(StaffMail.queued_at), Kind.PAST, marks=_MADE_OTHERWISE),
        TimeColumn(col(StaffMail.called_at), Kind.PAST, marks=_CALLED_LONG_AGO),
        TimeColumn(col(AttentionNotice.first_seen_at), Kind.PAST),
        # One that fails is shown after an hour.
        TimeColumn(col(BounceMailboxState.failing_since), Kind.PAST),
        # Who has a composer open is shown for half a minute; what is written in one sitting is one version.
        *(TimeColumn(col(moment), Kind.PAST) for moment in (CampaignPresence.seen_at, CampaignVersion.began_at)),
        *(
            TimeColumn(col(moment), Kind.PAST)
            for moment in (AttentionNotice.last_seen_at, RetentionRun.started_at, WelcomeSeries.since)
        ),
        TimeColumn(col(ProbeRecord.good_until), Kind.WAIT, RESULT_TTL),
        # An automation waits until an item has lain still.
        TimeColumn(col(NewsItem.updated_at), Kind.PAST),
        # What an automation has scheduled is launched only after its folder was compared.
        TimeColumn(col(Automation.folder_checked_at), Kind.MEMORY),
        TimeColumn(col(Feed.next_at), Kind.WAIT, FEED_WAIT),
        TimeColumn(col(Feed.reading_until), Kind.HOLD, FEED_LEASE),
        TimeColumn(col(Feed.told_at), Kind.WAIT, PING_GAP),
        TimeColumn(col(FeedHub.next_at), Kind.WAIT, LONGEST_LEASE),
        TimeColumn(col(FeedHub.told_until), Kind.HOLD, LONGEST_LEASE),
        # What was not read for a long time is shown; what a hub did not sign is noted once a minute.
        *(TimeColumn(col(moment), Kind.PAST) for moment in (Feed.read_well_at, FeedHub.ignored_at)),
        TimeColumn(col(Rehearsal.lease_until), Kind.HOLD, REHEARSAL_LEASE, _rehearsing),
        TimeColumn(col(SubscriberImport.lease_until), Kind.HOLD, IMPORT_LEASE, _importing),
        TimeColumn(col(SubscriberImport.erase_at), Kind.HOLD, ROWS_KEPT),
        TimeColumn(col(User.locked_until), Kind.HOLD, lockout.ACCOUNT.longest_wait),
        TimeColumn(col(KnownDevice.locked_until), Kind.HOLD, lockout.DEVICE.longest_wait),
        TimeColumn(col(KnownDevice.link_until), Kind.HOLD, LINK_LIFETIME),
        TimeColumn(col(PasswordLink.until), Kind.HOLD, password_link.LINK_LIFETIME),
        TimeColumn(col(PasskeyChallenge.expires_at), Kind.HOLD, CHALLENGE_LIFETIME),
        *(TimeColumn(col(moment), Kind.PAST) for moment in (User.former_until, User.password_set_at)),
        TimeColumn(col(StaffSession.expires_at), Kind.HOLD, settings.session_lifetime, _begun_in_the_future),
        *(TimeColumn(col(moment), Kind.PAST) for moment in (StaffSession.created_at, StaffSession.proved_at)),
        TimeColumn(col(StaffSession.seen_at), Kind.PAST),  # who has not used one for a while is signed out
        # Addresses that were asked for are forgotten after a while; links to one that was left open nothing.
        *(TimeColumn(col(moment), Kind.PAST) for moment in (AddressChange.asked_at, FormerAddress.left_at)),
        # Nobody is written to before the day that they chose, a year away at most.
        TimeColumn(col(Pause.until), Kind.HOLD, LONGEST_PAUSE),
        TimeColumn(col(BackupRun.retry_at), Kind.WAIT, max(runs.LEASE, runs.RETRY_AFTER)),
        *(TimeColumn(col(moment), Kind.PAST) for moment in _ONLY_PAST),
    )


DECIDES_NOTHING = {
    "campaign.scheduled_at": "a person chose it",
    "digest.next_at": "a calendar said it, and each sweep asks that again",
    "digest.looked_at": "where it is of the future, everything is looked through again",
    "delivery_event.occurred_at": "the provider said it",
    "news_feed_entry.published_at": "its site said it",
    "backup_run.began_at": "a backup from the future is not believed, and its file is named after it",
} | dict.fromkeys(
    (
        "approval.at", "approval.voided_at", "attempt.closed_at", "audit_entry.at", "audit_seal.sealed_at",
        "audit_seal.pruned_at", "automation.created_at", "automation.last_run_at", "automation_approval.at",
        "automation_item.at", "backup_run.finished_at", "backup_run.verified_at", "bounce_mailbox.read_at",
        "brand.updated_at", "campaign.changed_at", "campaign.created_at", "campaign.finished_at",
        "campaign.launched_at", "consent_record.at", "consent_record.given_at", "import_row.given_at",
        "campaign_notice.at", "content_change.at", "database_state.quarantined_at", "news_fingerprint.seen_at",
        "news_refused_asset.at", "news_media_file.created_at", "segment.created_at", "tag.created_at",
        "custom_field.created_at", "custom_field.archived_at", "opted_out.at", "remembered_no.at",
        "remembered_content.at", "remembered_title.at", "topic.created_at", "topic.archived_at",
        "topic_choice.chosen_at", "pause.asked_at", "digest_item.at", "digest_firing.at", "delivery.accepted_at",
        "delivery.changed_at", "mailing_list.created_at", "mailing_list.closed_at", "mailing_list.archived_at",
        "sender.identity_changed_at", "set_up_link.made_at", "series_email.removed_at", "news_item.created_at",
        "news_item.withdrawn_at", "news_version.saved_at", "campaign_version.saved_at", "news_source.created_at",
        "news_source.last_read_at", "news_source.stopped_at", "news_text.came_at", "news_text.missing_since",
        "news_feed.ended_at", "news_feed_entry.came_at", "news_feed_entry.changed_at", "news_feed_entry.gone_at",
        "news_feed_post.came_at", "outside_look.looked_at", "publication_page.shown_from", "review_note.at",
        "submitted_content.at", "block_comment.at", "block_comment.settled_at", "subscriber_import.created_at",
        "subscriber_import.began_at", "subscriber_import.finished_at", "subscriber_import.undone_at",
        "subscriber_import.erased_at", "rehearsal.asked_at", "rehearsal.finished_at",
        "rendered_variant.created_at", "sender.created_at", "staff_user.created_at", "staff_device.created_at",
        "staff_device.used_at", "staff_user.disabled_at", "staff_user.deleted_at",
        "password_reset_request.asked_at", "staff_user.password_changed_at", "staff_second_factor.set_up_at",
        "staff_passkey.created_at", "staff_passkey.used_at", "staff_oidc_identity.linked_at",
        "subscriber.created_at", "anonymous_leaving.at", "data_request.entered_at", "data_request.done_at",
        "retention_run.finished_at", "subscriber_note.at", "export_request.refused_at", "export_request.used_at",
        "export_request.asked_at", "export_request.granted_at", "subscription.changed_at", "suppression.at",
        "template.created_at", "template_version.created_at", "webhook_receipt.processed_at",
        "webhook_receipt.received_at", "webhook_refusal.first_at", "webhook_refusal.last_at",
        "welcome_series.created_at",
    ),
    "it says when something happened, and nothing waits for it",
)  # fmt: skip
"""Never touched: a record is not made true by another time."""
