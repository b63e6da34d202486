"""What else a reader may choose on the page of their preferences: topics, and lists that they may join."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from core.collation import sort_key
from subscribers.list_state import ListPurpose, lists_that_take
from subscribers.mail_content import RHYTHMS
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription
from subscribers.topic_choices import choices_of, choose_frequencies, choose_topics
from subscribers.topic_tables import Frequency, Topic
from subscribers.topics import topics_of_lists

Rhythms = Mapping[int, Sequence[Frequency]]
"""By topic: in which rhythms digests bring news of it to the readers of the lists that are shown."""


@dataclass(frozen=True, slots=True)
class TopicView:
    slug: str
    name: str
    """In the language of the page."""
    frequency: Frequency
    """As it was chosen."""
    rhythms: tuple[Frequency, ...]
    """That may be chosen, and the one that was."""
    is_unserved: bool
    """What was chosen is kept, and no digest brings it: such news comes at once."""

    @property
    def choices(self) -> tuple[Frequency, ...]:
        return (Frequency.AT_ONCE, *self.rhythms, Frequency.NEVER)

    @property
    def is_wanted(self) -> bool:
        return self.frequency is not Frequency.NEVER


def own_topics(
    session: Session, person: Subscriber, list_ids: Collection[int], *, rhythms: Rhythms, language: str
) -> list[TopicView]:
    """What the readers of these lists may choose about, of the lists that the page shows: a topic that only others
    offer stays hidden."""
    chosen = choices_of(session, person.address_hash)
    views = [
        _view(topic, chosen.get(topic.id, Frequency.AT_ONCE), rhythms.get(topic.id, ()), language)
        for topic in topics_of_lists(session, list_ids)
    ]
    return sorted(views, key=lambda view: sort_key(view.name, language))


def _view(topic: Topic, frequency: Frequency, offered: Sequence[Frequency], language: str) -> TopicView:
    is_unserved = frequency in RHYTHMS and frequency not in offered
    choosable = tuple(rhythm for rhythm in RHYTHMS if rhythm in offered or rhythm is frequency)
    return TopicView(topic.slug, topic.name_in(language), frequency, choosable, is_unserved)


def choose_own_topics(
    session: Session,
    person: Subscriber,
    list_ids: Collection[int],
    answers: Mapping[str, str | None],
    *,
    rhythms: Rhythms,
    now: datetime,
) -> bool:
    """Whether anything is different now. `answers`: by topic that stood on the page, what was chosen about it, or
    None where it was not ticked; others, those of other lists, and what is not offered are passed over."""
    asked = {
        topic.id: answers[topic.slug] for topic in topics_of_lists(session, list_ids) if topic.slug in answers
    }
    frequencies: dict[int, Frequency] = {}
    ticked: dict[int, bool] = {}
    for topic_id, answer in asked.items():
        offered = (Frequency.AT_ONCE, Frequency.NEVER, *rhythms.get(topic_id, ()))
        if answer in offered:
            frequencies[topic_id] = Frequency(answer)
        elif answer not in tuple(Frequency):
            ticked[topic_id] = answer is not None
    is_ticked = choose_topics(session, person.address_hash, ticked, now=now)
    return choose_frequencies(session, person.address_hash, frequencies, now=now) or is_ticked


def lists_to_join(session: Session, subscriber_id: int) -> list[MailingList]:
    """Public lists that anybody may sign up to and this person is not on; a protected one is shown to nobody."""
    own = set(
        session.exec(
            select(Subscription.list_id).where(
                Subscription.subscriber_id == subscriber_id,
                col(Subscription.status) == SubscriptionStatus.CONFIRMED,
            )
        )
    )
    open_lists = lists_that_take(session, ListPurpose.SIGN_UP)
    return [row for row in open_lists if row.id not in own and not row.is_protected]
