"""Review history: who submitted, sent back and approved a campaign, when, and with which remark; and who changed
since then who may read it on the web, which asks for no new approval."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.review.publish import VISIBILITY_SET
from campaigns.review.tables import ReviewNote, ReviewNoteKind
from campaigns.tables import Approval, Campaign
from core.errors import InputRefused
from staff import audit
from staff.principal import Principal
from staff.users import names_of_actors

MAX_REMARK = 2000
"""Characters."""
SHOWN = 20
APPROVED, VOIDED, VISIBILITY = "approved", "voided", "visibility"


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    kind: str
    """`submitted`, `sent_back`, `approved`, `voided` or `visibility`; ends the key of its text."""
    by: str
    """The person's name, or the actor as the audit log has it; of `voided`, of each whose approval it was."""
    at: datetime
    remark: str = ""
    before: str = ""
    after: str = ""
    """Who might read it, and who may (`campaigns.tables.Visibility`)."""


def clean_remark(text: str) -> str:
    """What people wrote, without what no page can show. Raises InputRefused where it is too long."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    remark = "".join(char for char in lines if char == "\n" or unicodedata.category(char) != "Cc").strip()
    if len(remark) > MAX_REMARK:
        raise InputRefused("campaigns-remark-too-long", count=len(remark), limit=MAX_REMARK)
    return remark


def add_note(
    session: Session, campaign: Campaign, kind: ReviewNoteKind, remark: str, *, actor: Principal, now: datetime
) -> None:
    session.add(ReviewNote(campaign_id=campaign.id, kind=kind, actor=actor.name, remark=remark, at=now))


def review_history(session: Session, campaign_id: int) -> list[ReviewEntry]:
    """The latest first. Four queries at most, whatever has happened."""
    notes = session.exec(
        select(ReviewNote)
        .where(ReviewNote.campaign_id == campaign_id)
        .order_by(col(ReviewNote.id).desc())
        .limit(SHOWN)
    ).all()
    approvals = session.exec(
        select(Approval).where(Approval.campaign_id == campaign_id).order_by(col(Approval.id).desc()).limit(SHOWN)
    ).all()
    begun = min([note.at for note in notes] + [row.at for row in approvals], default=None)
    subject = f"campaign:{campaign_id}"
    changes = (
        audit.entries(session, action=VISIBILITY_SET, since=begun, subject=subject, limit=SHOWN) if begun else []
    )
    actors = {note.actor for note in notes} | {entry.actor for entry in changes}
    names = names_of_actors(session, actors | {_actor(row) for row in approvals})
    entries = [
        *(
            ReviewEntry(
                VISIBILITY,
                names.get(entry.actor, entry.actor),
                entry.at,
                before=entry.detail["before"],
                after=entry.detail["after"],
            )
            for entry in reversed(changes)
            if entry.detail["before"] != entry.detail["after"]
        ),
        *(ReviewEntry(APPROVED, names.get(_actor(row), _actor(row)), row.at) for row in approvals),
        *(ReviewEntry(note.kind, names.get(note.actor, note.actor), note.at, note.remark) for note in notes),
        *_voided(approvals, {note.at for note in notes}, names),
    ]
    # Of two within one moment, approving came after submitting: approvals stand first, and sorting keeps that.
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:SHOWN]


def _voided(
    approvals: Sequence[Approval], noted: Collection[datetime], names: Mapping[str, str]
) -> Iterator[ReviewEntry]:
    """Approvals that count no longer, because something was changed; where it was sent back, that is said."""
    moments = {row.voided_at for row in approvals if row.voided_at is not None} - set(noted)
    for at in moments:
        people = dict.fromkeys(names.get(_actor(row), _actor(row)) for row in approvals if row.voided_at == at)
        yield ReviewEntry(VOIDED, ", ".join(people), at)


def latest_notes(session: Session, campaign_ids: Collection[int]) -> dict[int, ReviewNote]:
    """The last that was written about each of these campaigns. One query."""
    notes = select(ReviewNote).where(col(ReviewNote.campaign_id).in_(campaign_ids)).order_by(col(ReviewNote.id))
    return {note.campaign_id: note for note in session.exec(notes)}


def _actor(approval: Approval) -> str:
    return f"user:{approval.user_id}"
