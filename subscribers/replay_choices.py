"""After a restore, what readers had chosen once more: a "never" about a topic and a pause are noes, too.

And the topics that they chose about, where they are lost as well.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from core.fold_text import fold_text
from core.sql import insert_new
from subscribers.topic_choices import save_pause, save_topic_choice
from subscribers.topic_tables import Frequency, Pause, Topic, TopicChoice, TopicWord


def replay_topics(session: Session, topics: Mapping[int, Mapping[str, Any]], *, now: datetime) -> None:
    """Topics that the database has lost, with the numbers that are in choices; as `subscribers.journal.note_topic`
    wrote them. One of which nothing but its number is written down is archived: staff name it, or leave it."""
    known = set(session.exec(select(Topic.id)))
    slugs = set(session.exec(select(Topic.slug)))
    for topic_id in sorted(set(topics) - known):
        record = topics[topic_id]
        if record.get("is_deleted"):
            continue
        slug = record.get("slug", "")
        if not slug or slug in slugs:
            slug = f"restored-{topic_id}"
        slugs.add(slug)
        topic = Topic(
            id=topic_id,
            slug=slug,
            name=record.get("name") or slug,
            names=record.get("names", {}),
            archived_at=_moment(record.get("archived_at")) if record else now,
            created_at=_moment(record.get("made_at")) or now,
        )
        session.add(topic)
        session.flush()
        names = sorted({fold_text(word) for word in (topic.slug, topic.name, *topic.names.values())})
        # A word that means another topic by now goes on meaning that.
        session.execute(insert_new(session, TopicWord), [{"word": word, "topic_id": topic_id} for word in names])


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def replay_topic_choices(session: Session, choices: Sequence[Mapping[str, Any]]) -> int:
    """As `subscribers.journal.note_topic_choice` wrote them, in their order. How many were news here."""
    topics = set(session.exec(select(Topic.id)))
    new = 0
    for record in choices:
        said_at = datetime.fromisoformat(record["said_at"])
        before = session.get(TopicChoice, (record["hash"], record["topic"]))
        is_later = before is not None and before.chosen_at > said_at
        if record["topic"] not in topics or (is_later and not record["is_certain"]):
            continue
        frequency = Frequency(record["frequency"])
        new += before is None or before.frequency is not frequency
        save_topic_choice(session, record["hash"], record["topic"], frequency, now=said_at)
    return new


def replay_pauses(session: Session, pauses: Sequence[Mapping[str, Any]]) -> int:
    """As `subscribers.journal.note_pause` wrote them, in their order. How many were news here."""
    new = 0
    for record in pauses:
        said_at, until = datetime.fromisoformat(record["said_at"]), datetime.fromisoformat(record["until"])
        before = session.exec(select(Pause).where(col(Pause.address_hash) == record["hash"])).one_or_none()
        is_later = before is not None and before.asked_at > said_at
        if is_later and not record["is_certain"]:
            continue
        new += before is None or before.until != until
        save_pause(session, record["hash"], until, now=said_at)
    return new
