"""Comments on blocks as pages show them: by block, with what each block is, and whether one may say more."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from campaigns.review.comments import WHOLE_EMAIL, comments_of, is_discussed
from campaigns.tables import Campaign
from staff.roles import Permission
from web.staff.compose_view import BlockLine
from web.staff.current_user import CurrentUser


def comment_values(
    session: Session, current_user: CurrentUser, campaign: Campaign, lines: Sequence[BlockLine]
) -> dict[str, Any]:
    """`lines`: the campaign's blocks. What was said of a block that is no longer there stands by itself."""
    comments = comments_of(session, campaign.id)
    present = {WHOLE_EMAIL, *(line.block.id for line in lines)}
    everything = [entry for entries in comments.values() for entry in entries]
    return {
        "comments": comments,
        "comments_on_removed": [entry for entry in everything if entry.block_id not in present],
        "open_comments": sum(entry.settled_at is None for entry in everything),
        "may_comment": is_discussed(campaign.status) and current_user.may(Permission.COMMENT),
    }
