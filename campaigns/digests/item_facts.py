"""What a digest judges news by, read from the rows (`campaigns.digests.judge_items`)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, and_, col, false, or_, select

from campaigns.audience_lists import AudienceList
from campaigns.block_tables import CampaignBlock
from campaigns.digest_tables import Digest, DigestFiring, DigestItem, FiringOutcome
from campaigns.editorial.item_topics import topics_of_texts
from campaigns.editorial.secret_items import secret_from
from campaigns.frequency.digest_facts import ON_ITS_WAY
from campaigns.frequency.serving_digests import lists_of_digest
from campaigns.frequency.waited_for import waited_for
from campaigns.queries import goes_to
from campaigns.review.repeats import RepeatedItem, repeats_of
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, Campaign
from core.errors import Refusal
from news.feeds.tables import EntryState, FeedEntry
from news.queries import texts_of
from news.tables import NewsItem, NewsText
from subscribers.audience import Audience


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the rows say of some items, each by its number."""

    rows: Mapping[int, DigestItem]
    campaigns: Mapping[int, Campaign]
    in_blocks: Collection[tuple[int, int]]
    """(campaign, item)."""
    held: Mapping[int, Refusal]
    """By campaign: why it was drafted and not sent."""
    failed: Refusal | None
    """Why the last digest could not be made."""
    failed_items: Mapping[int, Refusal]
    """Where each goes out by itself: why that could not be made."""
    is_given_back: bool
    """Whether what a deleted or cancelled campaign had is for the next one."""
    texts: Mapping[int, Mapping[str, NewsText]]
    topics: Mapping[int, Collection[int]]
    skipped: Collection[int]
    went_out: Mapping[int, Campaign]
    waited_for: Collection[int]
    """Sent at once, and some readers get it by this digest."""
    secret: Collection[int]
    repeats: Mapping[int, Sequence[RepeatedItem]]


def firing_name(item_id: int) -> str:
    """Of the one firing in which that item goes out by itself: no clock ever shows it."""
    return f"item-{item_id}"


def names_an_item(name: str) -> bool:
    """Whether it is such a firing, and not one of a calendar."""
    return name.startswith("item-")


def item_of(name: str) -> int:
    """The item of such a firing."""
    return int(name.removeprefix("item-"))


def load_facts(
    session: Session, automation: Automation, digest: Digest, items: Sequence[NewsItem], *, now: datetime
) -> ItemFacts:
    """A handful of queries, however many items."""
    ids = [item.id for item in items]
    wanted = (DigestItem.automation_id == automation.id, col(DigestItem.item_id).in_(ids))
    rows = {row.item_id: row for row in session.exec(select(DigestItem).where(*wanted))}
    campaign_ids = {row.campaign_id for row in rows.values() if row.campaign_id is not None}
    campaigns = session.exec(select(Campaign).where(col(Campaign.id).in_(campaign_ids))).all()
    blocks = select(CampaignBlock.campaign_id, CampaignBlock.item_id)
    blocks = blocks.where(col(CampaignBlock.campaign_id).in_(campaign_ids), col(CampaignBlock.item_id).in_(ids))
    skipped = (FeedEntry.state == EntryState.SKIPPED, col(FeedEntry.item_id).in_(ids))
    texts = texts_of(session, ids)
    topics = topics_of_texts(session, texts)
    lists = lists_of_digest(automation, digest)
    return ItemFacts(
        rows=rows,
        campaigns={campaign.id: campaign for campaign in campaigns},
        in_blocks={(campaign_id, item_id) for campaign_id, item_id in session.exec(blocks) if item_id},
        held=_held(session, campaign_ids),
        failed=None if digest.is_on_publication else _failed(session, automation.id),
        failed_items=_failed_items(session, automation.id, ids) if digest.is_on_publication else {},
        is_given_back=not digest.is_on_publication,
        texts=texts,
        topics={item_id: {topic.id for topic in of_item} for item_id, of_item in topics.items()},
        skipped={item_id for item_id in session.exec(select(FeedEntry.item_id).where(*skipped)) if item_id},
        went_out=_went_out_to(session, ids, automation=automation, lists=() if digest.takes_sent else lists),
        waited_for=waited_for(session, automation, digest, now=now, among=ids),
        secret=secret_from(session, Audience(lists), ids),
        repeats=repeats_of(session, ids, now=now),
    )


def _held(session: Session, campaign_ids: Collection[int]) -> dict[int, Refusal]:
    wanted = (col(DigestFiring.campaign_id).in_(campaign_ids), DigestFiring.outcome == FiringOutcome.HELD)
    rows = session.exec(select(DigestFiring).where(*wanted))
    return {row.campaign_id: Refusal(**row.reasons[0]) for row in rows if row.campaign_id and row.reasons}


def _failed(session: Session, automation_id: int) -> Refusal | None:
    firings = select(DigestFiring).where(DigestFiring.automation_id == automation_id)
    last = session.exec(firings.order_by(col(DigestFiring.at).desc()).limit(1)).first()
    is_failed = last is not None and last.outcome is FiringOutcome.FAILED and last.reasons
    return Refusal(**last.reasons[0]) if last is not None and is_failed else None


def _failed_items(session: Session, automation_id: int, item_ids: Sequence[int]) -> dict[int, Refusal]:
    names = {firing_name(item_id): item_id for item_id in item_ids}
    wanted = (DigestFiring.automation_id == automation_id, DigestFiring.outcome == FiringOutcome.FAILED)
    rows = session.exec(select(DigestFiring).where(*wanted, col(DigestFiring.local).in_(names)))
    return {names[row.local]: Refusal(**row.reasons[0]) for row in rows if row.reasons}


def _went_out_to(
    session: Session, item_ids: Sequence[int], *, automation: Automation, lists: Collection[int]
) -> dict[int, Campaign]:
    """By item: the last campaign with that very item that has gone out, or is about to, to one of these lists; or
    that the automation itself has made, however far that is, and whoever put the item in."""
    is_own = (col(Campaign.automation_id) == automation.id) & (col(Campaign.status) != CampaignStatus.CANCELLED)
    is_out = col(Campaign.status).in_(ON_ITS_WAY) | col(Campaign.launched_at).is_not(None)
    is_out &= col(Campaign.series_email_id).is_(None)  # only new readers have had that
    is_theirs = goes_to(col(AudienceList.list_id).in_(lists)) if lists else false()
    rows = session.exec(
        select(CampaignBlock.item_id, Campaign)
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(col(CampaignBlock.item_id).in_(item_ids), or_(is_own, and_(is_out, is_theirs)))
        .order_by(col(Campaign.id))
    )
    return {item_id: campaign for item_id, campaign in rows if item_id is not None}
