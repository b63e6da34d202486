"""What stays in doubt, and people's decisions over it.

Evidence comes first: while Bilten can still find out by itself, nobody may send again on a guess. What is left is
for a person to leave, to take as sent, or to send once more, and each of these is written down with who and why.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from campaigns.journal import note_order
from campaigns.queries import get_campaign
from campaigns.sending.reopen import let_it_send, reason_of
from campaigns.tables import Campaign
from core.errors import Conflict, NotFound
from core.number_ranges import NumberSet, write_ranges
from delivery.attempts.in_doubt import (
    attempts_in_doubt,
    beyond_evidence,
    count_beyond_evidence,
    decide_doubt,
    decide_doubts,
    waiting_for_a_person,
)
from delivery.reporting.listing import count_in_doubt
from delivery.senders.senders import get_sender
from delivery.tables import Attempt, AttemptState
from staff import audit
from staff.principal import Principal
from staff.tables import AuditEntry
from staff.users import names_of_actors

DECIDED = "doubt.decided"
MAX_DECISIONS = 5000
"""A decision over many is one; nobody makes more than this by hand."""


class Choice(StrEnum):
    LEAVE = "leave"
    """It stays in doubt: rather not at all than twice. An event may still settle it."""
    ACCEPTED = "accepted"
    """It was sent: the provider's own records say so."""
    SEND_AGAIN = "send_again"
    """It was not sent, or it had better arrive twice than not at all."""


@dataclass(frozen=True, slots=True)
class Decision:
    campaign_id: int
    attempt_id: int
    choice: Choice
    why: str


@dataclass(frozen=True, slots=True)
class BulkDecision:
    campaign_id: int
    attempts: str
    """As the person was shown them, like `12-18,20`: what has come into doubt since is not meant."""
    choice: Choice
    why: str


@dataclass(frozen=True, slots=True)
class InDoubtSummary:
    """Everything of a campaign that waits for a person's word."""

    attempts: int
    numbers: str
    """Which attempts, like `12-18,20`."""
    deliveries: int


@dataclass(frozen=True, slots=True)
class InDoubtAttempt:
    """One call to a provider whose answer nobody knows."""

    attempt_id: int
    opened_at: datetime
    sender: str
    provider: str
    detail: str | None
    deliveries: int
    next_lookup_at: datetime | None
    """When Bilten looks for evidence next; None: only an event or a person can settle it."""
    decisions: tuple["DecisionView", ...]
    """What people said of it before."""


@dataclass(frozen=True, slots=True)
class DecisionView:
    at: datetime
    who: str
    choice: Choice
    why: str


def doubts_of(session: Session, campaign_id: int, *, limit: int) -> list[InDoubtAttempt]:
    """The oldest first. Raises NotFound."""
    campaign = get_campaign(session, campaign_id)
    attempts = attempts_in_doubt(session, campaign_id=campaign_id, limit=limit)
    counts = count_in_doubt(session, [attempt.id for attempt in attempts])
    known = decisions_on(session, campaign, counts)
    return [_doubt(session, attempt, counts.get(attempt.id, 0), known.get(attempt.id, ())) for attempt in attempts]


def waiting_doubts(session: Session, campaign_id: int, *, now: datetime) -> InDoubtSummary:
    """What somebody may decide over all at once. What was left on purpose is not in it while there is anything
    else. Raises NotFound."""
    campaign = get_campaign(session, campaign_id)
    waiting = list(session.exec(waiting_for_a_person(campaign_id, now=now)).all())
    left = _left(_decisions_of(session, campaign), waiting)
    asked = [attempt_id for attempt_id in waiting if attempt_id not in left] or waiting
    counts = count_in_doubt(session, asked)
    return InDoubtSummary(attempts=len(asked), numbers=write_ranges(asked), deliveries=sum(counts.values()))


def decisions_on(
    session: Session, campaign: Campaign, attempt_ids: Collection[int]
) -> dict[int, tuple[DecisionView, ...]]:
    """What people decided over these of the campaign's attempts, the earliest first."""
    entries = _decisions_of(session, campaign) if attempt_ids else []
    names = names_of_actors(session, {entry.actor for entry in entries})
    by_attempt: dict[int, tuple[DecisionView, ...]] = {}
    for entry in entries:
        for attempt_id in _named_in(entry).among(attempt_ids):
            by_attempt[attempt_id] = (*by_attempt.get(attempt_id, ()), _to_view(entry, names))
    return by_attempt


def open_doubts(session: Session) -> dict[int, int]:
    """Campaign → how many of its deliveries wait for a person's word, the latest campaign first. What was left on
    purpose waits no more."""
    waiting = beyond_evidence(session)
    if not waiting:
        return {}
    entries = audit.entries(session, action=DECIDED, since=min(waiting.values()), limit=MAX_DECISIONS)
    return count_beyond_evidence(session, but_for=_left(entries, waiting))


def decide(session: Session, decision: Decision, *, actor: Principal, now: datetime) -> int:
    """Takes a person's word; how many deliveries that decided. A campaign that was sent goes on with just these.

    Raises NotAllowed, InputRefused without a reason, NotFound, and Conflict where there is no doubt (any more),
    where Bilten is still finding out, and where the campaign was cancelled and must not send again. SendingHeld as
    the transaction ends, while the database is held back: an older state has doubts that are settled."""
    why = reason_of(decision.why, actor=actor)
    _check(session, decision)
    decided, was_accepted = 0, decision.choice is Choice.ACCEPTED
    if decision.choice is not Choice.LEAVE:
        decided = decide_doubt(session, decision.attempt_id, was_accepted=was_accepted, now=now)
    if decision.choice is Choice.SEND_AGAIN and decided:
        let_it_send(session, decision.campaign_id, now=now)
    _record(session, decision, actor=actor, now=now, attempt=decision.attempt_id, why=why, deliveries=decided)
    return decided


def decide_all(session: Session, decision: BulkDecision, *, actor: Principal, now: datetime) -> int:
    """The same word for all the attempts that were shown and still wait for one; how many deliveries that decided.
    Those that have been settled meanwhile stay as they are. One entry in the audit log names all of them.

    Raises what `decide` raises; Conflict where none of them waits any more.
    """
    why = reason_of(decision.why, actor=actor)
    get_campaign(session, decision.campaign_id)
    shown = NumberSet(decision.attempts)
    waiting = session.exec(waiting_for_a_person(decision.campaign_id, now=now)).all()
    attempt_ids, decided = shown.among(waiting), 0
    if attempt_ids and decision.choice is not Choice.LEAVE:
        was_accepted = decision.choice is Choice.ACCEPTED
        attempt_ids, decided = decide_doubts(
            session, decision.campaign_id, attempt_ids, was_accepted=was_accepted, now=now
        )
    if not attempt_ids:
        raise Conflict("campaigns-doubts-decided-already")
    if decision.choice is Choice.SEND_AGAIN and decided:
        let_it_send(session, decision.campaign_id, now=now)
    named = write_ranges(attempt_ids)
    _record(session, decision, actor=actor, now=now, attempts=named, why=why, deliveries=decided)
    return decided


def _record(
    session: Session, decision: Decision | BulkDecision, *, actor: Principal, now: datetime, **detail: object
) -> None:
    note_order(session, decision.campaign_id, DECIDED)
    audit.record(
        session,
        actor=actor.name,
        action=DECIDED,
        subject=f"campaign:{decision.campaign_id}",
        now=now,
        choice=decision.choice.value,
        **detail,
    )


def _decisions_of(session: Session, campaign: Campaign) -> list[AuditEntry]:
    since = campaign.launched_at or campaign.created_at
    subject = f"campaign:{campaign.id}"
    return audit.entries(session, action=DECIDED, subject=subject, since=since, limit=MAX_DECISIONS)


def _named_in(entry: AuditEntry) -> NumberSet:
    return NumberSet(str(entry.detail.get("attempts") or entry.detail["attempt"]))


def _left(entries: Iterable[AuditEntry], attempt_ids: Collection[int]) -> set[int]:
    """Those of the attempts over which somebody has decided; being in doubt still, they were left so."""
    return {attempt_id for entry in entries for attempt_id in _named_in(entry).among(attempt_ids)}


def _check(session: Session, decision: Decision) -> None:
    get_campaign(session, decision.campaign_id)
    attempt = session.get(Attempt, decision.attempt_id)
    if attempt is None or attempt.campaign_id != decision.campaign_id:
        raise NotFound("delivery-attempt-unknown", attempt=str(decision.attempt_id))
    if attempt.state is not AttemptState.IN_DOUBT:
        raise Conflict("delivery-not-in-doubt", attempt=str(decision.attempt_id))
    if decision.choice is Choice.SEND_AGAIN and attempt.settle_at is not None:
        raise Conflict("campaigns-doubt-looked-into", attempt=str(decision.attempt_id))


def _doubt(
    session: Session, attempt: Attempt, deliveries: int, decisions: tuple[DecisionView, ...]
) -> InDoubtAttempt:
    # Senders are a handful: after the first of a kind, the session has them at hand.
    sender = get_sender(session, attempt.sender_id)
    return InDoubtAttempt(
        attempt_id=attempt.id,
        opened_at=attempt.opened_at,
        sender=sender.name,
        provider=sender.provider,
        detail=attempt.detail,
        deliveries=deliveries,
        next_lookup_at=attempt.settle_at,
        decisions=decisions,
    )


def _to_view(entry: AuditEntry, names: dict[str, str]) -> DecisionView:
    return DecisionView(
        at=entry.at,
        who=names.get(entry.actor, entry.actor),
        choice=Choice(entry.detail["choice"]),
        why=str(entry.detail["why"]),
    )
