"""Settle what is in doubt, by evidence: the same request with the same key tells what became of the first one.

A repeat is made only where the provider remembers keys, only while it surely still does, and only when what was
rebuilt is byte for byte what was sent. Where that is not possible, or says nothing, a provider that keeps a record
of what it accepted is asked (`reconcile_by_lookup.py`). Everything else waits for a webhook or a person. Never a
blind repeat.
"""

from datetime import datetime, timedelta

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from campaigns.active_sender import carrier
from campaigns.journal import note_repeat
from campaigns.merging.personalise import BatchValues, build_batch
from campaigns.sending.job_context import House
from campaigns.sending.reconcile_by_lookup import ask, can_be_looked_up, next_delay, record_look, wait_after
from campaigns.sending.record_result import events_tell_by, record_success
from campaigns.sending.send import call
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.logging import get_logger
from delivery.attempts import attempts
from delivery.attempts.age import Age, age
from delivery.errors import ProviderError
from delivery.message.outgoing import OutgoingBatch, SendResult, request_digest
from delivery.providers.base import LookUp, Provider
from delivery.senders import rate
from delivery.senders.senders import get_sender
from delivery.tables import Attempt

log = get_logger(__name__)

SAFE_SHARE = 0.8
"""Of the time that a provider says it remembers a key: clocks differ, and so do documents and machines."""
MOST_IN_A_RUN = 20
LONGEST_RUN = timedelta(minutes=1)
LONGEST_WAIT = timedelta(seconds=5)
"""For a place among the sender's calls; whoever would have to wait longer comes back then."""
STANDS_STILL = timedelta(minutes=5)
"""Until the next look at what waits for its campaign to go on; resuming brings it forward."""


def settle_in_doubt(house: House) -> None:
    """The job: every attempt in doubt whose next look is due.

    Each is claimed when it is its turn and no sooner: what is claimed and not looked at would have to wait for the
    lease. One that cannot be looked at for a defect of ours holds up no other; the defect is raised at the end.
    """
    until = house.uptime.seconds() + LONGEST_RUN.total_seconds()
    defects: list[Exception] = []
    for _ in range(MOST_IN_A_RUN):
        now = house.clock.now()
        attempt = None if house.stopping.is_set() or house.uptime.seconds() >= until else _next_due(house, now=now)
        if attempt is None:
            break
        try:
            settle(house, attempt)
        except DBAPIError:  # the database is busy or away, for all alike
            raise
        except Exception as error:
            log.exception("attempt.cannot_be_settled", attempt_id=attempt.id, campaign_id=attempt.campaign_id)
            defects.append(error)
    if defects:
        raise defects[0]


def _next_due(house: House, *, now: datetime) -> Attempt | None:
    with house.database.write() as session:
        due = attempts.due_for_settling(session, now=now, limit=1, worker=house.worker, lease=house.settings.lease)
    return due[0] if due else None


def settle(house: House, attempt: Attempt) -> None:
    """One attempt: settled, looked at again later, or left to events and people."""
    with house.database.read() as session:
        campaign = session.get_one(Campaign, attempt.campaign_id)
        sender = get_sender(session, attempt.sender_id)
        provider = house.provider(sender.provider)
        goes_on = campaign.status is CampaignStatus.SENDING and carrier(session, campaign) is not None
        batch = _rebuilt(house, session, attempt) if attempt.merge_values else None
    now, known_age = house.clock.now(), _age(house, attempt)
    why_not = _may_repeat(attempt, batch, provider, known_age)
    may_ask = can_be_looked_up(provider, known_age)
    may_repeat = why_not is None and goes_on
    if batch is None or campaign.status is CampaignStatus.CANCELLED:
        _leave(house, attempt, "nothing to repeat, or the campaign was cancelled", settle_at=None)
    elif why_not is not None and not may_ask:
        _leave(house, attempt, why_not, settle_at=events_tell_by(provider, opened_at=attempt.opened_at, now=now))
    elif not may_repeat and not may_ask:
        # A repeat may turn out to be the first time that it arrives: not while the campaign stands still. Where
        # another sender carries it on, this one is asked all the same: only it knows what it has.
        _put_off(house, attempt, until=now + STANDS_STILL)
    elif _may_call(house, attempt):
        if may_repeat:
            _repeat(house, attempt, provider, batch, may_ask=may_ask)
        else:
            _ask(house, attempt, provider, batch)
        # The place after this one is for whoever sends: a long row of doubts must not hold up a campaign, either.
        house.stopping.wait(min(2 * rate.spacing_of(sender), LONGEST_WAIT).total_seconds())


def _repeat(house: House, attempt: Attempt, provider: Provider, batch: OutgoingBatch, *, may_ask: bool) -> None:
    with house.database.write() as session:
        note_repeat(session, attempt)
    answer = call(provider, batch)
    if isinstance(answer, SendResult):
        _record(house, attempt, answer)
    elif may_ask:  # perhaps it only said that it knows the key
        _ask(house, attempt, provider, batch)
    else:
        _look_again(house, attempt, answer.detail)


def _ask(house: House, attempt: Attempt, provider: Provider, batch: OutgoingBatch) -> None:
    terms = provider.capabilities.look_up
    if terms is None:
        return
    look = ask(provider, batch)
    if isinstance(look, ProviderError):
        _leave(house, attempt, look.detail, settle_at=house.clock.now() + wait_after(look, attempt))
        return
    now, known_age = house.clock.now(), _age(house, attempt)
    if request_digest(batch) != attempt.request_digest or known_age.most >= terms.kept_for:
        look = LookUp(
            look.found
        )  # we might have asked for something else, or too late: only a find proves anything
    repeats_for = (provider.capabilities.idempotency or timedelta(0)) * SAFE_SHARE
    # No call of this attempt begins later than this: the first is made within its lease, a repeat while it may be.
    complete_at_the_age_of = repeats_for + house.settings.lease + terms.settles_after
    record_look(house, attempt, look, settled_at=now + complete_at_the_age_of - known_age.least)


def _rebuilt(house: House, session: Session, attempt: Attempt) -> OutgoingBatch:
    values = BatchValues.from_json(attempt.merge_values or {})
    return build_batch(attempt.key, values, house.variants.shelf(session).get)


def _age(house: House, attempt: Attempt) -> Age:
    measured = house.uptime.elapsed_since(attempt.opened_tick)
    return age(attempt.opened_at, is_wrong=attempt.is_opened_at_wrong, measured=measured, now=house.clock.now())


def _may_repeat(attempt: Attempt, batch: OutgoingBatch | None, provider: Provider, known_age: Age) -> str | None:
    """Why not, or None."""
    remembered: timedelta | None = provider.capabilities.idempotency
    if remembered is None:
        return "the provider does not remember keys"
    if known_age.most >= remembered * SAFE_SHARE:
        return "too long ago for the provider to remember the key"
    if batch is None or request_digest(batch) != attempt.request_digest:
        return "what was rebuilt is not what was sent"
    return None


def _may_call(house: House, attempt: Attempt) -> bool:
    """A repeat is a call like any other: it keeps to the sender's rate. It waits for its place, because a campaign
    that is being sent takes each that is free; and whoever does not get one has not looked."""
    now = house.clock.now()
    with house.database.write() as session:
        place = rate.book_call(session, attempt.sender_id, now=now, within=LONGEST_WAIT)
    if place > now + LONGEST_WAIT:
        _put_off(house, attempt, until=place)
        return False
    if house.stopping.wait((place - now).total_seconds()):
        _put_off(house, attempt, until=place)
        return False
    return True


def _put_off(house: House, attempt: Attempt, *, until: datetime) -> None:
    """Nothing was asked, so nothing was asked in vain."""
    with house.database.write() as session:
        attempts.put_off_look(session, attempt.id, until=until, turn=attempt.settle_count)


def _record(house: House, attempt: Attempt, result: SendResult) -> None:
    now = house.clock.now()
    with house.database.write() as session:
        record_success(
            session,
            attempt.id,
            attempt.sender_id,
            result,
            settings=house.settings,
            settle_at=now + next_delay(attempt),
            now=now,
            turn=attempt.settle_count,
        )
    log.info("attempt.settled", attempt_id=attempt.id, campaign_id=attempt.campaign_id)


def _look_again(house: House, attempt: Attempt, detail: str) -> None:
    delay = next_delay(attempt)
    _leave(house, attempt, detail, settle_at=house.clock.now() + delay)


def _leave(house: House, attempt: Attempt, detail: str, *, settle_at: datetime | None) -> None:
    with house.database.write() as session:
        attempts.record_doubt(
            session,
            attempt.id,
            detail=detail,
            settle_at=settle_at,
            now=house.clock.now(),
            turn=attempt.settle_count,
        )
    log.info("attempt.left_in_doubt", attempt_id=attempt.id, campaign_id=attempt.campaign_id)
