"""What is different since somebody decided: each submission is kept in words, and compared with an earlier one.

With the last that was approved; where none was, with the last that was sent back; else with the last before.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from campaigns.active_sender import senders_of
from campaigns.block_content import BlockContent
from campaigns.review.content_difference import ContentDifference, difference
from campaigns.review.readable_content import readable_content
from campaigns.review.tables import ReviewNote, ReviewNoteKind, SubmittedContent
from campaigns.tables import Approval, Campaign
from subscribers.audience import lists_of
from subscribers.lists import get_list
from subscribers.topic_tables import Topic
from templates.content import Document

APPROVED, SENT_BACK, SUBMITTED = "approved", "sent_back", "submitted"


@dataclass(frozen=True, slots=True)
class ReviewDifference:
    since: str
    """`approved`, `sent_back` or `submitted`: what became of the earlier one; ends a text's key."""
    at: datetime
    """When that was submitted."""
    is_same: bool
    """Byte for byte, with its audience and senders."""
    difference: ContentDifference
    """Empty while it `is_same`; also where it is not, but only what cannot be put in words is different."""


@dataclass(frozen=True, slots=True)
class _Earlier:
    since: str
    id: int


def record_submission(
    session: Session,
    campaign: Campaign,
    documents: tuple[Document, ...],
    blocks: list[BlockContent],
    *,
    now: datetime,
) -> None:
    """In the transaction that submits, with the hash in place. Of the earlier ones, only those stay that the
    next will be compared with."""
    senders = [(row.from_name, row.from_address, row.reply_to) for row in senders_of(session, campaign)]
    lists = [row.name for row in lists_of(session, campaign.audience)]
    lists += [f"− {get_list(session, list_id).name}" for list_id in campaign.audience.excluded]
    lists += [
        f"{'−' if row.is_excluded else '∩'} {row.segment.name}: {row.segment.condition}"
        for row in campaign.audience_segments
    ]
    lists += [f"# {session.get_one(Topic, topic_id).name}" for topic_id in campaign.audience.topics]
    kept = [earlier.id for earlier in _earlier(session, campaign.id)]
    its_own = col(SubmittedContent.campaign_id) == campaign.id
    session.execute(delete(SubmittedContent).where(its_own, col(SubmittedContent.id).not_in(kept)))
    content = readable_content(documents, blocks, senders=senders, lists=lists)
    session.add(
        SubmittedContent(
            campaign_id=campaign.id, content_hash=campaign.content_hash or "", content=content, at=now
        )
    )


def since_before(session: Session, campaign: Campaign) -> ReviewDifference | None:
    """None for the first submission, and for one from before this was kept. A handful of queries."""
    newest = select(SubmittedContent).where(SubmittedContent.campaign_id == campaign.id)
    now = session.exec(newest.order_by(col(SubmittedContent.id).desc()).limit(1)).first()
    if now is None or now.content_hash != campaign.content_hash:
        return None
    earlier = next(iter(_earlier(session, campaign.id, before_id=now.id)), None)
    if earlier is None:
        return None
    before = session.get_one(SubmittedContent, earlier.id)
    is_same = before.content_hash == now.content_hash
    changes = ContentDifference({}, []) if is_same else difference(before.content, now.content)
    return ReviewDifference(earlier.since, before.at, is_same, changes)


def _earlier(session: Session, campaign_id: int, *, before_id: int | None = None) -> list[_Earlier]:
    """What may be compared with, the best first."""
    columns = (SubmittedContent.id, SubmittedContent.content_hash, SubmittedContent.at)
    statement = select(*columns).where(SubmittedContent.campaign_id == campaign_id)
    if before_id is not None:
        statement = statement.where(SubmittedContent.id < before_id)
    rows = session.exec(statement.order_by(col(SubmittedContent.id).desc())).all()
    approved = set(session.exec(select(Approval.content_hash).where(Approval.campaign_id == campaign_id)))
    noes = select(ReviewNote.at).where(
        ReviewNote.campaign_id == campaign_id, ReviewNote.kind == ReviewNoteKind.SENT_BACK
    )
    last_no = session.exec(noes.order_by(col(ReviewNote.id).desc()).limit(1)).first()
    candidates = [
        next((_Earlier(APPROVED, row_id) for row_id, digest, _ in rows if digest in approved), None),
        next((_Earlier(SENT_BACK, row_id) for row_id, _, at in rows if last_no and at <= last_no), None),
        next((_Earlier(SUBMITTED, row_id) for row_id, _, _ in rows), None),
    ]
    return [each for each in candidates if each is not None]
