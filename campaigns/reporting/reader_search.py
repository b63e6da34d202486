"""Search by a whole address, across campaigns: one sentence for each says whether that reader got it, or why not.

The address itself is compared by its keyed hash, and goes into no log and no audit entry. Campaigns to protected
lists are left out for whoever may not see their readers, so that no answer says who is on such a list.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.digest_tables import Digest, Pattern
from campaigns.reporting.deliveries import reason_key
from campaigns.reporting.protected_readers import may_see_protected
from campaigns.reporting.reader_absence import (
    AbsenceReason,
    PastMailing,
    ReaderChoices,
    SubscriptionHistory,
    why_absent,
)
from campaigns.tables import Campaign
from campaigns.welcome.show_series import why_not
from delivery.outcome import Outcome
from delivery.reporting.listing import bad_news_of
from delivery.reporting.of_reader import deliveries_of_reader
from delivery.status import DeliveryStatus
from delivery.tables import Delivery, DeliveryEvent
from staff.principal import Principal
from subscribers.former_addresses import former_addresses, person_now
from subscribers.lists import list_lists
from subscribers.queries import consent_of, subscriptions_of, suppressed_since
from subscribers.tables import ConsentAction, Subscriber
from subscribers.topic_choices import choices_with_moments
from subscribers.topic_tables import Pause

MAX_CAMPAIGNS = 30
NOBODY = SubscriptionHistory(None)

Steps = dict[int, list[tuple[ConsentAction, datetime]]]


@dataclass(frozen=True, slots=True)
class ReaderAnswer:
    """Of one campaign."""

    campaign_id: int
    name: str
    launched_at: datetime
    state: str
    """What became of the reader's copy, or why there is none: ends the key of its text."""
    at: datetime | None
    reason_key: str | None = None
    """The key of a text that says why, in a few words."""
    delivery_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReaderSearchResult:
    subscriber_id: int | None
    """None: there is no such subscriber, for all that this viewer may see."""
    answers: list[ReaderAnswer]
    """The newest campaign first."""
    next_before: int | None
    """Where there are older ones: what to ask for next."""

    @property
    def is_known(self) -> bool:
        return self.subscriber_id is not None


def search_reader(
    session: Session, address_hash: str, *, viewer: Principal, now: datetime, before_id: int | None = None
) -> ReaderSearchResult:
    """By the address that they have, or had. `before_id`: the last campaign of the page before."""
    hidden = set() if may_see_protected(viewer) else {row.id for row in list_lists(session) if row.is_protected}
    reader = person_now(session, address_hash)
    histories = _histories(session, reader, hidden=hidden) if reader else {}
    if reader is None or (hidden and not histories):
        return ReaderSearchResult(subscriber_id=None, answers=[], next_before=None)
    page = _launched(session, before_id)
    shown = [campaign for campaign in page[:MAX_CAMPAIGNS] if not hidden.intersection(campaign.audience.lists)]
    deliveries = _deliveries(session, reader, [campaign.id for campaign in shown])
    reports = bad_news_of(session, deliveries.values())
    suppressed_at = suppressed_since(session, reader.address_hash)
    choices = _choices(session, reader.address_hash)
    digests = set(session.exec(select(Digest.automation_id).where(Digest.pattern != Pattern.ON_PUBLICATION)))

    def answer(campaign: Campaign) -> ReaderAnswer:
        if delivery := deliveries.get(campaign.id):
            return _of_delivery(campaign, delivery, reports.get(delivery.id))
        is_of_series = campaign.series_email_id is not None
        asked_at = now if is_of_series else campaign.launched_at or campaign.created_at
        is_digest = campaign.automation_id in digests
        absent = _of_absence(campaign, histories, suppressed_at, choices, at=asked_at, is_digest=is_digest)
        is_open = absent.state in (AbsenceReason.UNEXPLAINED, AbsenceReason.NOT_IN_SEGMENTS)
        return _of_series(session, campaign, reader, now=now) if is_of_series and is_open else absent

    answers = [answer(campaign) for campaign in shown]
    return ReaderSearchResult(
        subscriber_id=reader.id,
        answers=answers,
        next_before=page[MAX_CAMPAIGNS - 1].id if len(page) > MAX_CAMPAIGNS else None,
    )


def _launched(session: Session, before_id: int | None) -> Sequence[Campaign]:
    statement = select(Campaign).where(col(Campaign.launched_at).is_not(None)).order_by(col(Campaign.id).desc())
    if before_id is not None:
        statement = statement.where(Campaign.id < before_id)
    return session.exec(statement.limit(MAX_CAMPAIGNS + 1)).all()


def _histories(session: Session, reader: Subscriber, *, hidden: Collection[int]) -> dict[int, SubscriptionHistory]:
    """By list."""
    steps: Steps = defaultdict(list)
    for record in consent_of(session, reader.id):
        steps[record.list_id].append((record.action, record.at))
    return {
        row.list_id: SubscriptionHistory(row.status, row.changed_at, tuple(steps[row.list_id]))
        for row in subscriptions_of(session, reader.id)
        if row.list_id not in hidden
    }


def _deliveries(session: Session, reader: Subscriber, campaign_ids: list[int]) -> dict[int, Delivery]:
    """By campaign; also those that went to an address they had before. Of two, the one that was taken."""
    theirs = deliveries_of_reader(
        session,
        subscriber_id=reader.id,
        address_hashes=[reader.address_hash, *former_addresses(session, reader.id)],
        campaign_ids=campaign_ids,
    )
    theirs.sort(key=lambda delivery: delivery.status is DeliveryStatus.ACCEPTED)
    return {delivery.campaign_id: delivery for delivery in theirs}


def _of_delivery(campaign: Campaign, delivery: Delivery, report: DeliveryEvent | None) -> ReaderAnswer:
    is_accepted = delivery.status is DeliveryStatus.ACCEPTED
    is_bounced = is_accepted and delivery.outcome is Outcome.BOUNCED
    reported = report.reject_reason.value if report and report.reject_reason and is_bounced else None
    reason = None if is_accepted else delivery.reason
    return _answer(
        campaign,
        str(delivery.outcome if is_accepted else delivery.status),
        at=delivery.accepted_at if is_accepted else delivery.changed_at,
        reason_key=reason_key(delivery.status, reason or reported or "") if reason or reported else None,
        delivery_id=delivery.id,
    )


def _choices(session: Session, address_hash: str) -> ReaderChoices:
    pause = session.get(Pause, address_hash)
    chosen = choices_with_moments(session, address_hash)
    return ReaderChoices((pause.asked_at, pause.until) if pause else None, chosen)


def _of_absence(
    campaign: Campaign,
    histories: dict[int, SubscriptionHistory],
    suppressed_at: datetime | None,
    choices: ReaderChoices,
    *,
    at: datetime,
    is_digest: bool,
) -> ReaderAnswer:
    """`at`: as of when the policy is asked."""
    audience = campaign.audience
    verdict = why_absent(
        lists=_with(audience.lists, histories),
        excluded=_with(audience.excluded, histories),
        suppressed_at=suppressed_at,
        choices=choices,
        mailing=PastMailing(
            at,
            audience.topics,
            has_segments=bool(audience.segments or audience.excluded_segments),
            is_digest=is_digest,
        ),
    )
    return _answer(campaign, verdict.reason.value, at=verdict.at)


def _of_series(session: Session, campaign: Campaign, reader: Subscriber, *, now: datetime) -> ReaderAnswer:
    verdict = why_not(session, campaign, reader.id, now=now)
    return _answer(campaign, f"welcome_{verdict.state.value}", at=verdict.at)


def _with(lists: Collection[int], histories: dict[int, SubscriptionHistory]) -> list[SubscriptionHistory]:
    return [histories.get(list_id, NOBODY) for list_id in lists]


def _answer(
    campaign: Campaign,
    state: str,
    *,
    at: datetime | None,
    reason_key: str | None = None,
    delivery_id: int | None = None,
) -> ReaderAnswer:
    launched_at = campaign.launched_at or campaign.created_at
    return ReaderAnswer(campaign.id, campaign.name, launched_at, state, at, reason_key, delivery_id)
