"""One campaign after a restore: launched where it was, its calls made known, what is unknown left in doubt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from campaigns.merging.field_values import with_field_values
from campaigns.merging.merge_values import CampaignSnapshot, MergeContext, addressee, batch_values
from campaigns.merging.personalise import build_batch
from campaigns.restore.past import History, PastAttempt, PastCampaign
from campaigns.restore.tie_to_people import tied_to_people
from campaigns.review.approve import approve_restored
from campaigns.sending.job_context import JobContext
from campaigns.sending.launch import launch
from campaigns.status import FINAL, CampaignAction, CampaignStatus, PauseReason
from campaigns.tables import Campaign, RenderedVariant
from campaigns.transition import move, pause
from delivery.attempts import replay as deliveries
from delivery.attempts.attempts import NewAttempt
from delivery.attempts.queue import ClaimedDelivery, cancel_queued
from delivery.attempts.replay import PastRow
from delivery.message.outgoing import request_digest
from delivery.senders.senders import get_sender
from delivery.status import DeliveryAction
from delivery.tables import Sender
from subscribers.lists import get_list
from subscribers.queries import people

_ON_ITS_WAY = (CampaignStatus.SCHEDULED, CampaignStatus.PREPARING, CampaignStatus.SENDING)
_DRAFTED = (CampaignStatus.DRAFT, CampaignStatus.IN_REVIEW)
_STOPPED = ("draft", "in_review", "approved", "paused")
_FORWARD = {
    CampaignStatus.APPROVED: CampaignAction.SCHEDULE,
    CampaignStatus.SCHEDULED: CampaignAction.FALL_DUE,
    CampaignStatus.PAUSED: CampaignAction.FALL_DUE,
}


class ReplayOutcome(StrEnum):
    """What came of a campaign."""

    GOES_ON = auto()
    PAUSED = auto()
    """Staff have to look before it goes on."""
    CANCELLED = auto()
    """It was cancelled since, or went out from a draft that is no more."""
    PERHAPS_SENT = auto()
    """A draft, or in review: whether it has gone out since is not known, and staff who approve it have to know."""
    UNTOUCHED = auto()


@dataclass(frozen=True, slots=True)
class ReplayResult:
    fate: ReplayOutcome
    in_doubt: int = 0
    """Readers of whom nobody can say whether they got their copy, other than by asking people."""


def replay_campaign(
    session: Session, context: JobContext, campaign: Campaign, history: History, *, now: datetime
) -> ReplayResult:
    """In the caller's transaction, while nobody else works on the database. Staff may have given the campaign any
    status meanwhile that an older state allows for."""
    past = history.attempts_of(campaign.public_id)
    since = history.campaigns.get(campaign.public_id)
    if past and not campaign.launched_at and not _launch(session, campaign, past, now=now):
        return _call_off(session, campaign, now=now)
    if campaign.launched_at:
        for attempt in past:
            _repeat(session, context, campaign, attempt, history, now=now)
    was_cancelled = since is not None and since.status == CampaignStatus.CANCELLED
    if was_cancelled and campaign.status is not CampaignStatus.SENT:
        return _call_off(session, campaign, now=now)
    if past and campaign.status is CampaignStatus.SENT:
        # Staff had opened it again since. What was put back then must not wait in a campaign that is over.
        move(session, campaign, CampaignAction.REOPEN, now=now, finished_at=None)
    if not history.is_whole:
        return _leave_to_staff(session, campaign, now=now)
    if campaign.status in _ON_ITS_WAY and _was_stopped(campaign, since, past):
        pause(session, campaign, PauseReason.RESTORED, now=now)
        return ReplayResult(ReplayOutcome.PAUSED)
    return ReplayResult(ReplayOutcome.GOES_ON if past else ReplayOutcome.UNTOUCHED)


def _was_stopped(campaign: Campaign, since: PastCampaign | None, past: Sequence[PastAttempt]) -> bool:
    """By somebody, with its series, or given another time or content: it must not go on from what it was."""
    if any(attempt.content != campaign.content_hash for attempt in past):
        return True
    if since is None:
        return False
    is_waiting = campaign.status is CampaignStatus.SCHEDULED and since.status == CampaignStatus.SCHEDULED
    is_series_off = campaign.series_email_id is not None and since.status == CampaignStatus.SENT
    return (
        is_series_off or since.status in _STOPPED or (is_waiting and since.scheduled_at != campaign.scheduled_at)
    )


def _launch(session: Session, campaign: Campaign, past: Sequence[PastAttempt], *, now: datetime) -> bool:
    """As it was launched since. False where there is nothing frozen that it could have been launched with."""
    variants = session.exec(select(RenderedVariant).where(RenderedVariant.campaign_id == campaign.id)).all()
    if not variants or campaign.status is CampaignStatus.DRAFT:
        return False
    for attempt in past:
        rows = tied_to_people(session, campaign, _fitting(campaign, variants, attempt.rows))
        deliveries.find_or_add(session, campaign.id, rows, now=now)
    approve_restored(session, campaign, now=now)
    # Nothing of this is for one that staff have cancelled meanwhile: that it went out is known of it, no more.
    _prepare(session, campaign, at=past[0].launched_at, now=now)
    launch(session, campaign.id, now=now)
    # Links say until when they hold, counted from the launch: the same as then, or a repeat would be another text.
    _change(session, campaign, launched_at=past[0].launched_at)
    return True


def _fitting(campaign: Campaign, variants: Sequence[RenderedVariant], rows: Sequence[PastRow]) -> list[PastRow]:
    """What the campaign of this state has a place for: its variants, and its list where none was written down."""
    ids, first = {variant.id for variant in variants}, campaign.audience.lists[0]
    whole = [variant for variant in variants if not variant.item_set]
    main = next((variant.id for variant in whole if variant.language == campaign.main_language), whole[0].id)
    return [
        row._replace(variant_id=row.variant_id if row.variant_id in ids else main, list_id=row.list_id or first)
        for row in rows
    ]


def _repeat(
    session: Session,
    context: JobContext,
    campaign: Campaign,
    past: PastAttempt,
    history: History,
    *,
    now: datetime,
) -> None:
    variants = session.exec(select(RenderedVariant).where(RenderedVariant.campaign_id == campaign.id)).all()
    rows = tied_to_people(session, campaign, _fitting(campaign, variants, past.rows))
    numbers = deliveries.find_or_add(session, campaign.id, rows, now=now)
    sender = session.get(Sender, past.sender_id)
    is_same = sender is not None and all(before == after for before, after in numbers.items())
    values = _values(session, context, campaign, past, rows) if is_same else None
    call = NewAttempt(
        campaign_id=campaign.id,
        sender_id=past.sender_id if sender is not None else campaign.sender_id,
        key=past.key,
        merge_values=values,
        request_digest=past.digest,
        delivery_ids=[numbers[row.delivery_id] for row in rows],
    )
    attempt = deliveries.repeat_attempt(session, call, opened_at=past.opened_at)
    if attempt is None:
        return
    moves = {
        numbers[row.delivery_id]: history.moved.get(row.delivery_id, DeliveryAction.DOUBT)
        if history.last_attempt[row.delivery_id] == past.key
        # Nobody is tried again before it is certain that the call before was in vain.
        else DeliveryAction.REQUEUE
        for row in rows
    }
    deliveries.apply_moves(session, moves, now=now)
    deliveries.leave_in_doubt(session, attempt.id, settle_at=now if values is not None else None, now=now)


def _values(
    session: Session, context: JobContext, campaign: Campaign, past: PastAttempt, rows: Sequence[PastRow]
) -> dict[str, Any] | None:
    """What a repeat of the call needs, and a question about it: made anew, and proven by the digest to be that.
    None where somebody in it is not known any more."""
    known = people(session, {row.subscriber_id for row in rows})
    claimed = [ClaimedDelivery(*row) for row in rows]
    at_call = MergeContext(campaign, past.opened_at)
    lists = {row.list_id: get_list(session, row.list_id) for row in rows}
    addressees = tuple(
        addressee(context.settings, context.signer, at_call, to, reader, mailing_list=lists[to.list_id])
        for to in claimed
        if (reader := known.get(to.subscriber_id)) and reader.address_hash == to.address_hash
    )
    if len(addressees) < len(rows):
        return None
    variant_of = context.variants.loader(session).get
    merged = with_field_values(session, addressees, claimed, variant_of)
    at = CampaignSnapshot(campaign, get_sender(session, past.sender_id))
    values = batch_values(context.settings, context.signer, at, merged, now=past.opened_at)
    batch = build_batch(past.key, values, variant_of)
    return values.as_json() if request_digest(batch) == past.digest else None


def _leave_to_staff(session: Session, campaign: Campaign, *, now: datetime) -> ReplayResult:
    """What has happened since is not known: whoever may have got their copy is in doubt, and nothing goes on.

    Also of a campaign that was only approved then, or had a time that is still to come: staff may have sent it.
    """
    if campaign.status in _DRAFTED:
        return ReplayResult(ReplayOutcome.PERHAPS_SENT)
    if campaign.status in FINAL:
        return ReplayResult(ReplayOutcome.UNTOUCHED)
    if campaign.launched_at is None and not _launch_unknown(session, campaign, now=now):
        return _call_off(session, campaign, now=now)
    deliveries.leave_to_people(session, campaign.id, now=now)
    in_doubt = deliveries.doubt_what_waits(session, campaign.id, campaign.sender_id, now=now)
    if campaign.status is not CampaignStatus.PAUSED:
        pause(session, campaign, PauseReason.RESTORED, now=now)
    return ReplayResult(ReplayOutcome.PAUSED, in_doubt)


def _launch_unknown(session: Session, campaign: Campaign, *, now: datetime) -> bool:
    """To the audience of this state, none of whom is sent to before somebody has decided. False for what is not,
    byte for byte, what was approved: nobody may be sent that.

    With an empty audience, too: whoever is imported again later may have got it as well.
    """
    _prepare(session, campaign, at=now, now=now)
    launch(session, campaign.id, now=now)
    session.refresh(campaign)
    if campaign.pause_reason is PauseReason.AUDIENCE_EMPTY:
        _change(session, campaign, launched_at=now, pause_reason=PauseReason.RESTORED)
    return campaign.launched_at is not None


def _prepare(session: Session, campaign: Campaign, *, at: datetime, now: datetime) -> None:
    """Takes what was approved to where a launch begins. `at`: its time, where it has none."""
    while campaign.status in _FORWARD:
        changes: dict[str, Any] = {"pause_reason": None, "pause_detail": None}
        if campaign.scheduled_at is None:
            changes["scheduled_at"] = at
        move(session, campaign, _FORWARD[campaign.status], now=now, **changes)


def _call_off(session: Session, campaign: Campaign, *, now: datetime) -> ReplayResult:
    if campaign.status is not CampaignStatus.CANCELLED:
        move(
            session,
            campaign,
            CampaignAction.CANCEL,
            now=now,
            finished_at=now,
            pause_reason=None,
            pause_detail=None,
        )
    cancel_queued(session, campaign.id, now=now)
    return ReplayResult(ReplayOutcome.CANCELLED)


def _change(session: Session, campaign: Campaign, **changes: Any) -> None:
    session.execute(update(Campaign).where(col(Campaign.id) == campaign.id).values(**changes))
    session.refresh(campaign)
