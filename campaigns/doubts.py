"""What stays in doubt, and people's decisions over it.

Evidence comes first: while Bilten can still find out by itself, nobody may send again on a guess. What is left is
for a person to leave, to take as sent, or to send once more, and each of these is written down with who and why.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from campaigns.actors import Actor, require
from campaigns.queries import get_campaign
from campaigns.status import CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from campaigns.transition import load, move
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from delivery.doubt import attempts_in_doubt, beyond_evidence, decide_doubt
from delivery.listing import count_in_doubt
from delivery.senders import get_sender
from delivery.tables import Attempt, AttemptState
from delivery.words import MAX_WORDS, plain_words
from staff import audit
from staff.roles import Permission
from staff.tables import AuditEntry
from staff.users import names_of_actors

DECIDED = "doubt.decided"


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
class Doubt:
    """One call to a provider whose answer nobody knows."""

    attempt_id: int
    opened_at: datetime
    sender: str
    provider: str
    words: str | None
    deliveries: int
    looks_at: datetime | None
    """When Bilten looks for evidence next; None: only an event or a person can settle it."""
    decisions: tuple["Told", ...]
    """What people said of it before."""


@dataclass(frozen=True, slots=True)
class Told:
    at: datetime
    who: str
    choice: Choice
    why: str


def doubts_of(session: Session, campaign_id: int, *, limit: int) -> list[Doubt]:
    """The oldest first. Raises NotFound."""
    campaign = get_campaign(session, campaign_id)
    attempts = attempts_in_doubt(session, campaign_id=campaign_id, limit=limit)
    counts = count_in_doubt(session, [attempt.id for attempt in attempts])
    decisions = decisions_on(session, campaign) if attempts else {}
    return [_doubt(session, one, counts.get(one.id, 0), decisions.get(one.id, ())) for one in attempts]


def decisions_on(session: Session, campaign: Campaign) -> dict[int, tuple[Told, ...]]:
    """What people decided over the campaign's doubts, by attempt, the earliest first."""
    since = campaign.launched_at or campaign.created_at
    entries = audit.entries(session, action=DECIDED, subject=f"campaign:{campaign.id}", since=since)
    names = names_of_actors(session, {entry.actor for entry in entries})
    found: dict[int, tuple[Told, ...]] = {}
    for entry in entries:
        attempt_id = int(entry.detail["attempt"])
        found[attempt_id] = (*found.get(attempt_id, ()), _told(entry, names))
    return found


def open_doubts(session: Session, *, limit: int) -> dict[int, int]:
    """Campaign → how many of its deliveries wait for a person's word. What was left on purpose waits no more."""
    attempts = beyond_evidence(session, limit=limit)
    if not attempts:
        return {}
    since = min(attempt.opened_at for attempt in attempts)
    left = {entry.detail["attempt"] for entry in audit.entries(session, action=DECIDED, since=since)}
    counts = count_in_doubt(session, [attempt.id for attempt in attempts if attempt.id not in left])
    found: dict[int, int] = {}
    for attempt in attempts:
        if attempt.id in counts:
            found[attempt.campaign_id] = found.get(attempt.campaign_id, 0) + counts[attempt.id]
    return found


def decide(session: Session, decision: Decision, *, actor: Actor, now: datetime) -> int:
    """Takes a person's word; how many deliveries that decided. A campaign that was sent goes on with just these.

    Raises NotAllowed, InputRefused without a reason, NotFound, and Conflict where there is no doubt (any more),
    where Bilten is still finding out, and where the campaign was cancelled and must not send again.
    """
    require(actor, Permission.DECIDE_DOUBTS)
    if actor.user_id is None:
        raise NotAllowed("campaigns-doubt-needs-a-person")
    why = plain_words(decision.why)
    if not why or len(decision.why) > MAX_WORDS:
        raise InputRefused("campaigns-doubt-why", longest=MAX_WORDS)
    _check(session, decision)
    decided = 0
    if decision.choice is not Choice.LEAVE:
        was_accepted = decision.choice is Choice.ACCEPTED
        decided = decide_doubt(session, decision.attempt_id, was_accepted=was_accepted, now=now)
    if decision.choice is Choice.SEND_AGAIN and decided:
        _let_it_send(session, decision.campaign_id, now=now)
    audit.record(
        session,
        actor=actor.name,
        action=DECIDED,
        subject=f"campaign:{decision.campaign_id}",
        now=now,
        attempt=decision.attempt_id,
        choice=decision.choice.value,
        why=why,
        deliveries=decided,
    )
    return decided


def _check(session: Session, decision: Decision) -> None:
    get_campaign(session, decision.campaign_id)
    attempt = session.get(Attempt, decision.attempt_id)
    if attempt is None or attempt.campaign_id != decision.campaign_id:
        raise NotFound("delivery-attempt-unknown", attempt=str(decision.attempt_id))
    if attempt.state is not AttemptState.IN_DOUBT:
        raise Conflict("delivery-not-in-doubt", attempt=str(decision.attempt_id))
    if decision.choice is Choice.SEND_AGAIN and attempt.settle_at is not None:
        raise Conflict("campaigns-doubt-looked-into", attempt=str(decision.attempt_id))


def _let_it_send(session: Session, campaign_id: int, *, now: datetime) -> None:
    """Queued deliveries go out while a campaign is being sent. One that was sent is opened again for them alone:
    whoever else is on the list by now has no delivery in it.

    The campaign is locked after its deliveries, as whoever records an answer does; so that two never wait for
    each other.
    """
    campaign = load(session, campaign_id)
    if campaign.status is CampaignStatus.CANCELLED:
        raise Conflict("campaigns-doubt-cancelled", name=campaign.name)
    if campaign.status is CampaignStatus.SENT:
        move(session, campaign, CampaignAction.REOPEN, now=now, finished_at=None)


def _doubt(session: Session, attempt: Attempt, deliveries: int, decisions: tuple[Told, ...]) -> Doubt:
    # Senders are a handful: after the first of a kind, the session has them at hand.
    sender = get_sender(session, attempt.sender_id)
    return Doubt(
        attempt_id=attempt.id,
        opened_at=attempt.opened_at,
        sender=sender.name,
        provider=sender.provider,
        words=attempt.detail,
        deliveries=deliveries,
        looks_at=attempt.settle_at,
        decisions=decisions,
    )


def _told(entry: AuditEntry, names: dict[str, str]) -> Told:
    return Told(
        at=entry.at,
        who=names.get(entry.actor, entry.actor),
        choice=Choice(entry.detail["choice"]),
        why=str(entry.detail["why"]),
    )
