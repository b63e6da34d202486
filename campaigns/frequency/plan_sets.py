"""Sets of a digest before it is frozen: which there are, and what is written in each of them; and at its launch,
which of them each reader gets.

A set is one more variant in each language: the same blocks without the items that it lacks. What its subject and
preheader say is what is in it, unless somebody has written them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import FromClause
from sqlalchemy import select as columns
from sqlmodel import Session

from campaigns.block_content import BlockContent
from campaigns.editorial.compose import CampaignContent, document
from campaigns.editorial.digest_subject import digest_subject
from campaigns.editorial.draft import first_variant
from campaigns.frequency.digest_content import DigestFacts, count_by_set, read_key
from campaigns.frequency.digest_facts import items_of_key, key_of
from campaigns.frequency.item_sets import all_items, choose_sets, items_in, mask_of, nearest
from campaigns.frequency.present_audience import facts_of, present_audience
from campaigns.language_choice import best_text
from campaigns.tables import Campaign, Variant
from core.settings import Settings
from news.tables import NewsItem, NewsText
from templates.content import Document
from templates.merge import escape_literal
from templates.render import reader_texts


def plan_sets(
    session: Session, campaign: Campaign, blocks: Sequence[BlockContent], *, now: datetime
) -> tuple[tuple[int, ...], ...]:
    """The items of each set but that of all, as the audience is at this moment; none where everybody gets the
    same. It counts everybody, and is therefore for a read."""
    facts = facts_of(session, campaign, blocks)
    if facts is None or not facts.differs:
        return ()
    audience = present_audience(session, campaign, blocks=blocks)
    readers: Counter[int] = Counter()
    for (_, items, _), count in count_by_set(session, audience, facts, now=now).items():
        readers[items] += count
    _, *others = choose_sets(readers, all_items(len(facts.items)))
    return tuple(tuple(items_in(each, facts.item_ids)) for each in others)


def set_documents(
    content: CampaignContent,
    variants: Sequence[Variant],
    sets: Sequence[Sequence[int]],
    *,
    settings: Settings,
) -> tuple[tuple[str, Document], ...]:
    """(its key, what it is rendered from), for each set in each language."""
    documents = []
    for items in sets:
        blocks = [block for block in content.blocks if block.item_id is None or block.item_id in items]
        some = replace(content, blocks=blocks, items=_some(content, items))
        for variant in variants:
            written = _variant(content, some, variant)
            documents.append((key_of(items), document(some, written, settings=settings)))
    return tuple(documents)


def _some(content: CampaignContent, items: Sequence[int]) -> dict[int, NewsItem]:
    return {item_id: item for item_id, item in content.items.items() if item_id in items}


def _variant(whole: CampaignContent, some: CampaignContent, variant: Variant) -> Variant:
    is_subject_made = variant.subject == _subject(whole, variant.language)
    is_preheader_made = variant.preheader == _preheader(whole, variant.language)
    return Variant(
        campaign_id=variant.campaign_id,
        language=variant.language,
        subject=_subject(some, variant.language) if is_subject_made else variant.subject,
        preheader=_preheader(some, variant.language) if is_preheader_made else variant.preheader,
        intro_html=variant.intro_html,
    )


def _subject(content: CampaignContent, language: str) -> str:
    """As a digest's is made (`campaigns.digests.plan_digest`)."""
    chain, main = content.language_chain, content.campaign.main_language
    titles = [best_text(texts, language, chain=chain, main=main).title for texts in _texts(content)]
    pattern = content.subject_patterns.get(language, "")
    return escape_literal(digest_subject(titles, language, reader_texts(), pattern=pattern))


def _preheader(content: CampaignContent, language: str) -> str:
    """As `plan_draft` makes it; the day stands in no preheader."""
    made = first_variant(
        content.campaign,
        language,
        _texts(content),
        mailing_list=content.mailing_lists[0],
        now=content.campaign.created_at,
    )
    return made.preheader


def _texts(content: CampaignContent) -> list[dict[str, NewsText]]:
    return [content.texts[item_id] for item_id in content.items]


def keys_by_set(
    session: Session, people: FromClause, facts: DigestFacts, frozen_sets: Sequence[str]
) -> Mapping[str, list[str]]:
    """By set that is frozen (its key; empty: all items): what of `people.c.reader_key` gets it."""
    everything = all_items(len(facts.items))
    by_mask = {mask_of(items_of_key(key), facts.item_ids) if key else everything: key for key in frozen_sets}
    keys: dict[str, list[str]] = {}
    for (key,) in session.execute(columns(people.c.reader_key).distinct()):
        keys.setdefault(by_mask[nearest(read_key(key), by_mask)], []).append(key)
    return keys
