"""What the mailing policy has to know of a mail: its topics, and which digests bring the same news to whoever
wants it weekly or monthly. What becomes of them for one reader is a pure rule; which digests there are,
`campaigns.frequency` knows."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement

from subscribers.topic_tables import Frequency

ReaderCondition = Callable[[], ColumnElement[bool]]
"""Of a subscriber, in SQL, and never NULL."""
RHYTHMS = (Frequency.WEEKLY, Frequency.MONTHLY)
"""Of digests, the more frequent first."""


@dataclass(frozen=True, slots=True)
class DigestOffer:
    """Whoever is on one of these lists is brought news of the topic in this rhythm."""

    topic_id: int
    frequency: Frequency
    lists: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MailContent:
    topics: tuple[int, ...] = ()
    """None: it is for everybody."""
    digests: tuple[DigestOffer, ...] = ()
    """That are sure to bring the same news later."""
    for_whom: ReaderCondition | None = field(default=None, compare=False)
    """Of a mail that differs by reader: whether there is anything in it for them."""

    def offer(self, topic_id: int, frequency: Frequency) -> tuple[int, ...]:
        """The lists whose readers are served; none where nobody is."""
        offers = (each for each in self.digests if (each.topic_id, each.frequency) == (topic_id, frequency))
        return tuple(sorted({list_id for each in offers for list_id in each.lists}))


FOR_EVERYBODY = MailContent()


def frequency_of(content: MailContent, chosen: Mapping[int, Frequency], on_lists: Collection[int]) -> Frequency:
    """How often news like this reaches somebody: the most frequent of what they chose about its topics, and at
    once where nothing else would bring it. `chosen`: by topic; `on_lists`: those they are confirmed on. Pure."""
    if not content.topics:
        return Frequency.AT_ONCE
    return most_frequent([_served(content, topic_id, chosen, on_lists) for topic_id in content.topics])


def most_frequent(frequencies: Sequence[Frequency]) -> Frequency:
    return min(frequencies, key=list(Frequency).index)


def _served(
    content: MailContent, topic_id: int, chosen: Mapping[int, Frequency], on_lists: Collection[int]
) -> Frequency:
    wanted = chosen.get(topic_id, Frequency.AT_ONCE)
    is_served = wanted not in RHYTHMS or set(content.offer(topic_id, wanted)) & set(on_lists)
    return wanted if is_served else Frequency.AT_ONCE
