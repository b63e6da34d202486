"""Comments on a campaign's blocks, by whoever writes or reviews it: open until somebody settles them.

They are about the content and no part of it: no hash, no approval and no email has anything of them, and whoever
comments has no hand in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, func, select

from campaigns.editorial.blocks import block_with, blocks_of
from campaigns.queries import lock_campaign
from campaigns.review.notes import clean_remark
from campaigns.review.tables import BlockComment
from campaigns.status import TRANSITIONS, CampaignAction, CampaignStatus, not_now
from core.errors import InputRefused, NotFound
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from staff.users import names_of_actors

MAX_COMMENTS = 300
"""On one campaign."""
WHOLE_EMAIL = 0
"""In the place of a block's number."""


@dataclass(frozen=True, slots=True)
class CommentEntry:
    id: int
    block_id: int
    by: str
    """The person's name, or the actor as the audit log has it."""
    at: datetime
    text: str
    settled_at: datetime | None = None
    settled_by: str = ""


def is_discussed(status: CampaignStatus) -> bool:
    """Whether comments are written and settled: as long as it can be changed. Pure."""
    return (status, CampaignAction.EDIT) in TRANSITIONS


def add_comment(
    session: Session, campaign_id: int, block_id: int, text: str, *, actor: Principal, now: datetime
) -> int:
    """The comment's number. `block_id` may be `WHOLE_EMAIL`.

    Raises NotFound for a block that is not in the campaign (any more), InputRefused for an empty or too long text
    or where there are too many, IllegalTransition once the campaign is on its way, NotAllowed.
    """
    _expect_discussed(session, campaign_id, actor)
    cleaned = clean_remark(text)
    if not cleaned:
        raise InputRefused("campaigns-comment-missing")
    if block_id != WHOLE_EMAIL:
        block_with(blocks_of(session, campaign_id), block_id)
    of_campaign = select(func.count(col(BlockComment.id))).where(BlockComment.campaign_id == campaign_id)
    if session.exec(of_campaign).one() >= MAX_COMMENTS:
        raise InputRefused("campaigns-comments-too-many", limit=MAX_COMMENTS)
    comment = BlockComment(campaign_id=campaign_id, block_id=block_id, actor=actor.name, text=cleaned, at=now)
    session.add(comment)
    session.flush()
    _record(session, comment, "campaign.commented", actor=actor, now=now)
    return comment.id


def settle_comment(
    session: Session, campaign_id: int, comment_id: int, *, is_settled: bool, actor: Principal, now: datetime
) -> BlockComment:
    """Settled, or open again. Nothing happens where it is so already. Raises NotFound, IllegalTransition,
    NotAllowed."""
    _expect_discussed(session, campaign_id, actor)
    comment = session.get(BlockComment, comment_id)
    if comment is None or comment.campaign_id != campaign_id:
        raise NotFound("campaigns-comment-unknown")
    if is_settled != (comment.settled_at is not None):
        comment.settled_at = now if is_settled else None
        comment.settled_by = actor.name if is_settled else None
        session.add(comment)
        action = "campaign.comment_settled" if is_settled else "campaign.comment_reopened"
        _record(session, comment, action, actor=actor, now=now)
    return comment


def comments_of(session: Session, campaign_id: int) -> dict[int, list[CommentEntry]]:
    """By block, the oldest first. Two queries."""
    statement = select(BlockComment).where(BlockComment.campaign_id == campaign_id)
    rows = session.exec(statement.order_by(col(BlockComment.id))).all()
    names = names_of_actors(session, {actor for row in rows for actor in (row.actor, row.settled_by) if actor})
    comments: dict[int, list[CommentEntry]] = {}
    for row in rows:
        entry = CommentEntry(row.id, row.block_id, names.get(row.actor, row.actor), row.at, row.text)
        if row.settled_by:
            settler = names.get(row.settled_by, row.settled_by)
            entry = replace(entry, settled_at=row.settled_at, settled_by=settler)
        comments.setdefault(row.block_id, []).append(entry)
    return comments


def open_comments(session: Session, campaign_id: int) -> Mapping[int, int]:
    """How many are open: block → comments. Blocks without any are left out."""
    statement = (
        select(BlockComment.block_id, func.count(col(BlockComment.id)))
        .where(BlockComment.campaign_id == campaign_id, col(BlockComment.settled_at).is_(None))
        .group_by(col(BlockComment.block_id))
        .order_by(col(BlockComment.block_id))
    )
    return dict(session.exec(statement).all())


def _expect_discussed(session: Session, campaign_id: int, actor: Principal) -> None:
    require(actor, Permission.COMMENT)
    campaign = lock_campaign(session, campaign_id)
    if not is_discussed(campaign.status):
        raise not_now(campaign.status)


def _record(session: Session, comment: BlockComment, action: str, *, actor: Principal, now: datetime) -> None:
    subject = f"campaign:{comment.campaign_id}"
    facts = {"comment": comment.id, "block": comment.block_id}
    audit.record(session, actor=actor.name, action=action, subject=subject, now=now, **facts)
