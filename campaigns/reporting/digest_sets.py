"""Sets of a digest that differs by reader: which items are in each version, and how many readers get it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from campaigns.editorial.blocks import blocks_of
from campaigns.frequency.digest_content import DigestFacts
from campaigns.frequency.digest_facts import items_of_key
from campaigns.frequency.plan_sets import keys_by_set
from campaigns.frequency.present_audience import facts_of, present_audience
from campaigns.language_choice import best_text
from campaigns.queries import frozen_of, got_campaign
from campaigns.tables import Campaign, RenderedVariant
from delivery.tables import Delivery
from news.queries import texts_of
from subscribers.audience import audience_of, first_list


@dataclass(frozen=True, slots=True)
class SetView:
    key: str
    """Empty: all items."""
    titles: tuple[str, ...]
    readers: int
    """Who would get it now; after the launch, whose copy it is."""


def digest_sets(session: Session, campaign: Campaign, *, language: str, now: datetime) -> list[SetView]:
    """The most common first; none where everybody gets the same, and of a draft. It counts everybody."""
    variants = frozen_of(session, campaign.id)
    keys = {variant.item_set for variant in variants}
    facts = facts_of(session, campaign, blocks_of(session, campaign.id)) if len(keys) > 1 else None
    if facts is None:
        return []
    if campaign.launched_at is None:
        readers = _would_get(session, campaign, facts, variants, now=now)
    else:
        readers = _got(session, campaign)
    titles = _titles(session, campaign, facts.item_ids, language)
    sets = [
        SetView(
            key,
            tuple(title for item_id, title in titles.items() if not key or item_id in items_of_key(key)),
            readers[key],
        )
        for key in keys
    ]
    return sorted(sets, key=lambda each: (-each.readers, each.key))


def _would_get(
    session: Session,
    campaign: Campaign,
    facts: DigestFacts,
    variants: list[RenderedVariant],
    *,
    now: datetime,
) -> Counter[str]:
    frozen_at = min(variant.created_at for variant in variants)
    people = audience_of(present_audience(session, campaign), got_campaign, now=now)
    readers = people.add_columns(facts.reader_key(frozen_at=frozen_at).label("reader_key")).subquery()
    by_key = columns(readers.c.reader_key, func.count()).group_by(readers.c.reader_key)
    counts: dict[str, int] = dict(session.execute(by_key).all())
    by_set = keys_by_set(session, readers, facts, sorted({variant.item_set for variant in variants}))
    return Counter({key: sum(counts.get(each, 0) for each in of_set) for key, of_set in by_set.items()})


def _got(session: Session, campaign: Campaign) -> Counter[str]:
    rows = session.exec(
        select(RenderedVariant.item_set, func.count())
        .join(Delivery, col(Delivery.variant_id) == col(RenderedVariant.id))
        .where(Delivery.campaign_id == campaign.id)
        .group_by(RenderedVariant.item_set)
    )
    return Counter(dict(rows.all()))


def _titles(session: Session, campaign: Campaign, item_ids: list[int], language: str) -> dict[int, str]:
    chain = first_list(session, campaign.audience).language_chain
    return {
        item_id: best_text(texts, language, chain=chain, main=campaign.main_language).title
        for item_id, texts in texts_of(session, item_ids).items()
        if texts
    }
