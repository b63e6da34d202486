"""What else a reader may choose on the page of their preferences: topics, and lists that they may join."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from subscribers.list_state import ListPurpose, lists_that_take
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription
from subscribers.topic_choices import choices_of, choose_topics
from subscribers.topic_tables import Frequency
from subscribers.topics import topics_of_lists


@dataclass(frozen=True, slots=True)
class TopicView:
    slug: str
    name: str
    """In the language of the page."""
    is_wanted: bool


def own_topics(
    session: Session, person: Subscriber, list_ids: Collection[int], *, language: str
) -> list[TopicView]:
    """What the readers of these lists may choose about, of the lists that the page shows: a topic that only others
    offer stays hidden."""
    chosen = choices_of(session, person.address_hash)
    return [
        TopicView(topic.slug, topic.name_in(language), is_wanted=chosen.get(topic.id) is not Frequency.NEVER)
        for topic in topics_of_lists(session, list_ids)
    ]


def choose_own_topics(
    session: Session,
    person: Subscriber,
    list_ids: Collection[int],
    *,
    shown: Collection[str],
    wanted: Collection[str],
    now: datetime,
) -> bool:
    """Whether anything is different now. `shown`: the topics that stood on the page; others, and those of other
    lists, are passed over."""
    offered = {topic.id: topic.slug for topic in topics_of_lists(session, list_ids) if topic.slug in shown}
    choices = {topic_id: slug in wanted for topic_id, slug in offered.items()}
    return choose_topics(session, person.address_hash, choices, now=now)


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
