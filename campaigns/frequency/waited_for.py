"""News that a digest takes though its lists have had it at once: some of their readers wait for it.

It takes these also where they were there before it was turned on, or are older than it takes otherwise: they went
out while it was on, and it is what their readers were told to wait for.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceList
from campaigns.block_tables import CampaignBlock
from campaigns.digest_tables import Digest, DigestItem, SeenState
from campaigns.frequency.digest_content import is_anybody
from campaigns.frequency.digest_facts import digest_facts
from campaigns.frequency.serving_digests import as_serving
from campaigns.queries import goes_to
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, Campaign
from subscribers.audience import Audience
from subscribers.topic_tables import TopicChoice

LONGEST_WAIT = timedelta(days=93)
"""Two months, and a digest in between that could not be made: what nobody has taken by then is an archive's."""


def waited_for(
    session: Session,
    automation: Automation,
    digest: Digest,
    *,
    now: datetime,
    among: Collection[int] | None = None,
) -> set[int]:
    """Their numbers. `among`: of these items alone."""
    serving = as_serving(automation, digest)
    if serving is None:
        return set()
    sent = sorted(_sent_meanwhile(session, serving.automation_id, serving.lists, since=now - LONGEST_WAIT))
    if among is not None:
        sent = [item_id for item_id in sent if item_id in among]
    facts = digest_facts(session, automation, digest, sent) if sent else None
    if facts is None or not _is_any_chosen(session, {topic for item in facts.items for topic in item.topics}):
        return set()
    audience = Audience(serving.lists)
    return {
        item.item_id
        for item in facts.items
        if item.topics and is_anybody(session, audience, facts.is_for(replace(item, is_sent=True)), now=now)
    }


def _sent_meanwhile(session: Session, automation_id: int, lists: Collection[int], *, since: datetime) -> set[int]:
    """What went out to these lists, by another campaign, while it was for this digest to take."""
    is_of_it = and_(
        col(DigestItem.item_id) == col(CampaignBlock.item_id), col(DigestItem.automation_id) == automation_id
    )
    was_before = and_(col(DigestItem.seen_as) == SeenState.BEFORE, col(DigestItem.at) < col(Campaign.launched_at))
    rows = session.exec(
        select(CampaignBlock.item_id)
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .join(DigestItem, is_of_it, isouter=True)
        .where(
            col(Campaign.launched_at) > since,
            goes_to(col(AudienceList.list_id).in_(lists)),
            or_(col(Campaign.automation_id).is_(None), col(Campaign.automation_id) != automation_id),
            or_(col(DigestItem.item_id).is_(None), was_before, _is_given_back()),
        )
    )
    return {item_id for item_id in rows if item_id is not None}


def _is_given_back() -> ColumnElement[bool]:
    holder = aliased(Campaign)
    held = select(holder.id).where(
        col(holder.id) == col(DigestItem.campaign_id),
        or_(col(holder.status) != CampaignStatus.CANCELLED, col(holder.launched_at).is_not(None)),
    )
    return and_(col(DigestItem.seen_as) == SeenState.TAKEN, ~held.exists())


def _is_any_chosen(session: Session, topics: Collection[int]) -> bool:
    chosen = select(TopicChoice.topic_id).where(col(TopicChoice.topic_id).in_(topics))
    return session.exec(chosen.limit(1)).first() is not None
