"""Idempotency of a digest: one row a day of it, and one an item, in the transaction of the campaign itself."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlmodel import Session

from campaigns.digest_tables import Digest, DigestFiring, DigestItem, FiringOutcome, SeenState
from campaigns.digests.digest_calendar import set_next
from campaigns.digests.item_facts import item_of
from campaigns.editorial.draft import DraftPlan
from campaigns.journal import note_automated
from campaigns.tables import Automation
from core.errors import Refusal
from core.logging import get_logger
from core.settings import Settings
from news.tables import NewsItem

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DueDigest:
    """One digest's day, in the transaction in which it happens."""

    automation: Automation
    digest: Digest
    settings: Settings
    now: datetime


def finish(
    session: Session,
    due: DueDigest,
    outcome: FiringOutcome,
    *,
    draft: DraftPlan | None = None,
    reasons: Sequence[Refusal] = (),
) -> None:
    """For the transaction in which it happens, with the automation locked. `draft`: what of it was saved."""
    automation, digest, now = due.automation, due.digest, due.now
    items = draft.items if draft is not None else _given_up(session, digest)
    campaign_id = draft.campaign.id if draft is not None else None
    for item in items:
        row = session.get(DigestItem, (automation.id, item.id))
        row = row or DigestItem(automation_id=automation.id, item_id=item.id, seen_as=SeenState.TAKEN, at=now)
        row.seen_as, row.campaign_id, row.at = SeenState.TAKEN, campaign_id, now
        session.add(row)
        note_automated(session, automation.id, item.id, slug=item.slug)
    session.add(
        DigestFiring(
            automation_id=automation.id,
            local=digest.next_local,
            at=now,
            outcome=outcome,
            item_count=len(items) if draft is not None else 0,
            campaign_id=campaign_id,
            reasons=[asdict(reason) for reason in reasons],
        )
    )
    session.flush()
    automation.last_run_at = now
    session.add(automation)
    made_for = digest.next_local
    set_next(session, digest, settings=due.settings, now=max(now, digest.next_at or now))
    log.info(f"digest.{outcome}", automation_id=automation.id, local=made_for, campaign_id=campaign_id)


def _given_up(session: Session, digest: Digest) -> Sequence[NewsItem]:
    """What goes out by itself and could not be made is left to staff: no next one takes it along."""
    if not digest.is_on_publication:
        return []
    return [session.get_one(NewsItem, item_of(digest.next_local))]
