"""How many readers chose a rhythm: for staff, on a list's page and before they end the digest that serves it."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from campaigns.digest_tables import Digest
from campaigns.frequency.serving_digests import as_serving, serving_digests
from campaigns.tables import Automation
from subscribers.mail_content import RHYTHMS
from subscribers.policy_sql import is_on_any
from subscribers.tables import Subscriber
from subscribers.topic_tables import Frequency, TopicChoice


@dataclass(frozen=True, slots=True)
class RhythmView:
    frequency: Frequency
    readers: int
    """On the list, who chose it about any topic."""
    digests: tuple[str, ...]
    """That serve it, by name; none: its readers get news at once."""


def count_rhythms(session: Session, list_id: int) -> list[RhythmView]:
    """Of a list's readers; a rhythm that nobody chose and nothing serves is left out."""
    serving = [each for each in serving_digests(session) if list_id in each.lists]
    counts = [
        RhythmView(
            rhythm,
            count_choosers(session, [list_id], rhythm),
            tuple(each.name for each in serving if each.frequency is rhythm),
        )
        for rhythm in RHYTHMS
    ]
    return [each for each in counts if each.readers or each.digests]


def readers_served(session: Session, automation: Automation, digest: Digest) -> int:
    """Who would get news at once, if this digest ended and no other served them."""
    serving = as_serving(automation, digest)
    if serving is None:
        return 0
    return count_choosers(session, serving.lists, serving.frequency, topics=serving.topics)


def count_choosers(
    session: Session, lists: Collection[int], rhythm: Frequency, *, topics: Collection[int] = ()
) -> int:
    """People who are confirmed on any of these lists and chose that rhythm; about one of `topics`, if there are
    any."""
    chosen = select(Subscriber.id).join(TopicChoice, col(TopicChoice.address_hash) == col(Subscriber.address_hash))
    chosen = chosen.where(col(TopicChoice.frequency) == rhythm, is_on_any(lists)).distinct()
    if topics:
        chosen = chosen.where(col(TopicChoice.topic_id).in_(topics))
    return session.exec(select(func.count()).select_from(chosen.subquery())).one()
