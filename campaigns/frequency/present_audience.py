"""The audience of a campaign with what digests have to do with it, as it is at this moment: who gets its news in
one instead, and of a digest, for whom there is anything in it.

It is worked out whenever somebody is counted or mailed, and is no part of what is approved: neither are the
choices of readers.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from campaigns.block_content import BlockContent, BlockKind
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.item_topics import topics_of_texts
from campaigns.frequency.digest_content import DigestFacts
from campaigns.frequency.digest_facts import digest_facts, digest_of
from campaigns.frequency.serving_digests import offers_for_items
from campaigns.queries import variants_of
from campaigns.tables import Campaign, CampaignKind
from campaigns.weekly_cap import is_follow_up
from news.queries import texts_of
from subscribers.audience import Audience

_WITHOUT_WORDS = (BlockKind.ITEM, BlockKind.HEADING, BlockKind.DIVIDER)


def present_audience(
    session: Session,
    campaign: Campaign,
    *,
    blocks: Sequence[BlockContent] | None = None,
    audience: Audience | None = None,
) -> Audience:
    """`blocks`: of a campaign that is not in the database yet. `audience`: another one than it has."""
    audience = audience or campaign.audience
    if campaign.automation_id is None and not audience.topics:
        return audience  # neither a digest, nor news that one brings
    blocks = blocks_of(session, campaign.id) if blocks is None else blocks
    facts = facts_of(session, campaign, blocks)
    if facts is not None:
        return replace(audience, for_whom=facts.is_any) if facts.differs else audience
    topics = _topics_at_once(session, campaign, blocks, audience)
    return replace(audience, digests=offers_for_items(session, topics)) if topics else audience


def facts_of(session: Session, campaign: Campaign, blocks: Sequence[BlockContent]) -> DigestFacts | None:
    """Of a digest that a calendar made; None of any other campaign."""
    made_by = digest_of(session, campaign)
    if made_by is None:
        return None
    return digest_facts(session, *made_by, item_ids_of(blocks), campaign_id=campaign.id)


def item_ids_of(blocks: Sequence[BlockContent]) -> list[int]:
    return [block.item_id for block in blocks if block.item_id is not None]


def _topics_at_once(
    session: Session, campaign: Campaign, blocks: Sequence[BlockContent], audience: Audience
) -> dict[int, list[int]]:
    """By item, of a campaign whose news a digest can bring as well: it has to arrive nowhere at once, and is made
    of news that have topics and of nothing else. Empty for any other."""
    item_ids = item_ids_of(blocks)
    if not audience.topics or not item_ids or campaign.is_urgent or campaign.kind is CampaignKind.CORRECTION:
        return {}
    if campaign.series_email_id is not None:
        return {}
    if any(block.kind not in _WITHOUT_WORDS for block in blocks) or _says_more(session, campaign):
        return {}
    by_item = topics_of_texts(session, texts_of(session, item_ids))
    topics = {item_id: [topic.id for topic in of_item] for item_id, of_item in by_item.items()}
    is_about_them = {topic_id for of_item in topics.values() for topic_id in of_item} == set(audience.topics)
    return topics if is_about_them and all(topics.values()) else {}


def _says_more(session: Session, campaign: Campaign) -> bool:
    """Or has to arrive, because it is to those who got what was recalled."""
    if not campaign.id:
        return False
    return any(variant.intro_html for variant in variants_of(session, campaign.id)) or is_follow_up(
        session, campaign
    )
