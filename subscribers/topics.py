"""Topics: what news and campaigns are about, as far as readers may choose it.

What a news item says that it is about stays a word in its own text. The word means a topic where it is the topic's
short name, or a name that it has or ever had in any language: so a topic that is renamed keeps its news.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from core.errors import Conflict, InputRefused, NotFound
from core.fold_text import fold_text
from core.logging import get_logger
from core.sql import insert_new
from subscribers.journal import note_topic
from subscribers.lists import MAX_LANGUAGES
from subscribers.person import read_language
from subscribers.quoted import quoted
from subscribers.tables import MailingList
from subscribers.topic_tables import ListTopic, Topic, TopicChoice, TopicWord

MAX_SLUG = 60
MAX_NAME = 80
"""As long as what news says that it is about."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

log = get_logger(__name__)


def create_topic(session: Session, *, slug: str, name: str, names: Mapping[str, str], now: datetime) -> Topic:
    """Raises InputRefused for a slug or name that cannot be used, Conflict where one means another topic."""
    name = read_topic_name(name)
    if len(slug) > MAX_SLUG or not _SLUG.fullmatch(slug):
        raise InputRefused("subscribers-topic-slug-refused", slug=quoted(slug, MAX_SLUG), limit=MAX_SLUG)
    values = {"slug": slug, "name": name, "names": read_topic_names(names, name=name), "created_at": now}
    created = session.execute(insert_new(session, Topic).returning(col(Topic.id)), [values]).scalar()
    if created is None:
        raise Conflict("subscribers-topic-exists", slug=slug)
    topic = session.get_one(Topic, created)
    save_topic(session, topic)
    log.info("topic.created", topic_id=created)
    return topic


def save_topic(session: Session, topic: Topic) -> None:
    """As it is now, with the words that mean it. Raises Conflict where one of them means another topic."""
    session.add(topic)
    session.flush()
    names = {fold_text(word): word for word in (topic.slug, topic.name, *topic.names.values())}
    rows = [{"word": folded, "topic_id": topic.id} for folded in sorted(names)]
    session.execute(insert_new(session, TopicWord), rows)
    taken = select(TopicWord.word).where(col(TopicWord.word).in_(names), TopicWord.topic_id != topic.id)
    other = session.exec(taken.order_by(col(TopicWord.word))).first()
    if other is not None:
        raise Conflict("subscribers-topic-word-taken", word=names[other])
    note_topic(session, topic)


def read_topic_name(text: str) -> str:
    """Raises InputRefused."""
    name = " ".join(text.split())
    if not fold_text(name) or len(name) > MAX_NAME or not name.isprintable():
        raise InputRefused("subscribers-topic-name-refused", limit=MAX_NAME)
    return name


def read_topic_names(names: Mapping[str, str], *, name: str) -> dict[str, str]:
    """By language; one that is empty, or the topic's `name` anyway, is none. Raises InputRefused."""
    read = {read_language(language): read_topic_name(text) for language, text in names.items() if text.strip()}
    if len(read) > MAX_LANGUAGES:
        raise InputRefused("subscribers-list-languages-too-many", limit=MAX_LANGUAGES)
    return {language: text for language, text in sorted(read.items()) if text != name}


def list_topics(session: Session) -> list[Topic]:
    """By name; the archived ones, too."""
    return sorted(session.exec(select(Topic)), key=lambda topic: (fold_text(topic.name), topic.id))


def topics_in_use(session: Session) -> list[Topic]:
    """What a campaign can be given, by name."""
    return [topic for topic in list_topics(session) if topic.archived_at is None]


def topic_by_slug(session: Session, slug: str) -> Topic:
    """Raises NotFound."""
    topic = session.exec(select(Topic).where(Topic.slug == slug)).one_or_none()
    if topic is None:
        raise NotFound("subscribers-topic-unknown", slug=quoted(slug, MAX_SLUG))
    return topic


def lock_topic(session: Session, slug: str) -> Topic:
    """Raises NotFound."""
    topic_id = topic_by_slug(session, slug).id
    topic = session.get(Topic, topic_id, with_for_update=True, populate_existing=True)
    if topic is None:
        raise NotFound("subscribers-topic-unknown", slug=quoted(slug, MAX_SLUG))
    return topic


def topics_by_word(session: Session, written: Iterable[str]) -> dict[str, Topic]:
    """What these words mean, by the word as it is written; one that means no topic in use is left out."""
    folded = {word: fold_text(word) for word in written if word.strip()}
    if not folded:
        return {}
    rows = session.exec(
        select(TopicWord.word, Topic)
        .join(Topic, col(Topic.id) == col(TopicWord.topic_id))
        .where(col(TopicWord.word).in_(set(folded.values())), col(Topic.archived_at).is_(None))
    ).all()
    known = dict(rows)
    return {word: known[key] for word, key in folded.items() if key in known}


def topics_of_lists(session: Session, list_ids: Collection[int]) -> list[Topic]:
    """What the readers of any of these lists may choose about, by name."""
    offered = select(Topic).where(
        col(Topic.id).in_(select(ListTopic.topic_id).where(col(ListTopic.list_id).in_(list_ids))),
        col(Topic.archived_at).is_(None),
    )
    return sorted(session.exec(offered), key=lambda topic: (fold_text(topic.name), topic.id))


def topics_by_id(session: Session, topic_ids: Collection[int]) -> list[Topic]:
    """Those of them that readers may choose about, by name."""
    rows = session.exec(select(Topic).where(col(Topic.id).in_(topic_ids), col(Topic.archived_at).is_(None)))
    return sorted(rows, key=lambda topic: (fold_text(topic.name), topic.id))


def lists_of_topic(session: Session, topic_id: int) -> set[int]:
    """Lists whose readers may choose about it."""
    return set(session.exec(select(ListTopic.list_id).where(ListTopic.topic_id == topic_id)))


def asked_nowhere_else(session: Session, list_id: int) -> set[str]:
    """Short names of topics that readers of this list may choose about, and of no other that is not protected:
    what somebody chose says that they are on it."""
    elsewhere = select(ListTopic.topic_id).join(MailingList, col(MailingList.id) == col(ListTopic.list_id))
    others = elsewhere.where(col(MailingList.id) != list_id, ~col(MailingList.is_protected))
    own = select(Topic.slug).join(ListTopic, col(ListTopic.topic_id) == col(Topic.id))
    return set(session.exec(own.where(ListTopic.list_id == list_id, col(Topic.id).not_in(others))))


def offer_topic(session: Session, topic_id: int, list_ids: Collection[int]) -> None:
    """To the readers of these lists, and of no others. What somebody has chosen stays."""
    session.execute(delete(ListTopic).where(col(ListTopic.topic_id) == topic_id))
    session.add_all(ListTopic(list_id=list_id, topic_id=topic_id) for list_id in sorted(set(list_ids)))
    session.flush()


def is_chosen(session: Session, topic_id: int) -> bool:
    """Whether any reader has chosen something about it."""
    return session.exec(select(TopicChoice.topic_id).where(TopicChoice.topic_id == topic_id)).first() is not None
