"""Digests that serve a rhythm: what brings a reader news weekly or monthly, if that is what she chose.

A choice is obeyed only where one of them is sure to: it is on, sends by itself, takes whatever is of the topic,
and goes to everybody on its lists. Which rhythms readers are offered is the same question.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from campaigns.digest_tables import Digest, DigestItem, Pattern, SeenState
from campaigns.news_filter import filter_from
from campaigns.tables import Automation, AutomationMode, Campaign
from subscribers.mail_content import DigestOffer
from subscribers.topic_tables import Frequency
from subscribers.topics import topics_of_lists

_RHYTHM_OF = {
    Pattern.WEEKLY: Frequency.WEEKLY,
    Pattern.FIRST_OF_MONTH: Frequency.MONTHLY,
    Pattern.LAST_WORKING_DAY: Frequency.MONTHLY,
}


@dataclass(frozen=True, slots=True)
class ServingDigest:
    automation_id: int
    name: str
    frequency: Frequency
    lists: tuple[int, ...]
    topics: frozenset[int]
    """Empty: all."""

    def serves(self, topic_id: int) -> bool:
        return not self.topics or topic_id in self.topics


def lists_of_digest(automation: Automation, digest: Digest) -> tuple[int, ...]:
    return tuple(dict.fromkeys([automation.list_id, *digest.more_lists]))


def serving_digests(session: Session) -> list[ServingDigest]:
    """As they are at this moment, by number."""
    wanted = (
        select(Automation, Digest)
        .join(Digest, col(Digest.automation_id) == col(Automation.id))
        .where(col(Automation.is_enabled), col(Digest.pattern).in_(_RHYTHM_OF))
        .order_by(col(Automation.id))
    )
    serving = (as_serving(automation, digest) for automation, digest in session.exec(wanted))
    return [each for each in serving if each is not None]


def as_serving(automation: Automation, digest: Digest) -> ServingDigest | None:
    """None where it serves no rhythm."""
    chosen = filter_from(digest.chosen)
    takes_all = not any((chosen.kinds, chosen.sources, chosen.languages, chosen.phrases))
    sends = automation.is_enabled and automation.mode is AutomationMode.SEND
    if digest.pattern not in _RHYTHM_OF or not sends or not takes_all or digest.segments:
        return None
    return ServingDigest(
        automation.id,
        automation.name,
        _RHYTHM_OF[digest.pattern],
        lists_of_digest(automation, digest),
        frozenset(chosen.topics),
    )


def offers_of(
    serving: Sequence[ServingDigest],
    topics: Collection[int],
    is_sure: Callable[[ServingDigest, int], bool] = lambda _digest, _topic_id: True,
) -> tuple[DigestOffer, ...]:
    """`is_sure`: whether a digest is to be counted on for what is of a topic."""
    return tuple(
        DigestOffer(topic_id, each.frequency, each.lists)
        for topic_id in sorted(topics)
        for each in serving
        if each.serves(topic_id) and is_sure(each, topic_id)
    )


def offers_for_items(
    session: Session, topics_of: Mapping[int, Collection[int]], *, but_for: int | None = None
) -> tuple[DigestOffer, ...]:
    """Of digests that can still take all that is of a topic among these items (by number, their topics).
    `but_for`: a digest that is not asked about."""
    serving = [each for each in serving_digests(session) if each.automation_id != but_for]
    gone = _gone(session, serving, topics_of) if serving else set()
    about: dict[int, set[int]] = {}
    for item_id, topics in topics_of.items():
        for topic_id in topics:
            about.setdefault(topic_id, set()).add(item_id)

    def is_sure(digest: ServingDigest, topic_id: int) -> bool:
        return all((digest.automation_id, item_id) not in gone for item_id in about[topic_id])

    return offers_of(serving, about, is_sure)


def _gone(session: Session, serving: Sequence[ServingDigest], item_ids: Collection[int]) -> set[tuple[int, int]]:
    """(automation, item): it was in a digest that has gone out, or is left to staff after a restore."""
    rows = session.exec(
        select(DigestItem.automation_id, DigestItem.item_id, DigestItem.seen_as, Campaign.launched_at)
        .join(Campaign, col(Campaign.id) == col(DigestItem.campaign_id), isouter=True)
        .where(
            col(DigestItem.automation_id).in_([each.automation_id for each in serving]),
            col(DigestItem.item_id).in_(item_ids),
        )
    )
    return {
        (automation_id, item_id)
        for automation_id, item_id, seen_as, launched_at in rows
        if seen_as is SeenState.RESTORED or (seen_as is SeenState.TAKEN and launched_at is not None)
    }


def offered_rhythms(session: Session, list_ids: Collection[int]) -> dict[int, list[Frequency]]:
    """By topic that the readers of these lists are asked about, as far as the digests say: which rhythms."""
    topics = [topic.id for topic in topics_of_lists(session, list_ids)]
    offers = offers_of(serving_digests(session), topics)
    mine = {(each.topic_id, each.frequency) for each in offers if set(each.lists) & set(list_ids)}
    return {topic_id: [rhythm for rhythm in Frequency if (topic_id, rhythm) in mine] for topic_id in topics}
