"""Tags, choices about topics and pauses of an import: written with its people, foreseen, and taken back.

A no counts always: "never" about a topic, and a pause, of which the longer one stays. Anything else is written to
whoever is new, as names are, and to others only where staff want corrections taken; a choice only where nothing is
chosen here. An undo takes back whatever is no "no".
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, delete
from sqlmodel import Session, col, select

from core.many_rows import insert_rows
from core.sql import in_ids, in_texts, insert_new, upsert
from subscribers.csv_extras import ExtraValues
from subscribers.csv_row import ImportedRow
from subscribers.import_corrections import known_people
from subscribers.import_tables import ImportRow
from subscribers.journal import note_pause, note_topic_choice
from subscribers.segment_tables import SubscriberTag, Tag
from subscribers.tags import tags_by_name
from subscribers.topic_choices import LONGEST_PAUSE
from subscribers.topic_tables import Frequency, Pause, Topic, TopicChoice


class _News(NamedTuple):
    subscriber_id: int
    extras: ExtraValues


def changed_extras(session: Session, list_id: int, rows: Collection[ImportedRow]) -> dict[str, _News]:
    """By address hash, tags and choices that are news of those whom the list knows. Nothing of whoever has left
    it, and no noes, which need no person."""
    by_hash = {row.address_hash: row.extras for row in rows if row.extras}
    if not by_hash:
        return {}
    ids = {key: subscriber_id for key, (subscriber_id, _) in known_people(session, list_id, by_hash).items()}
    held, chosen = _held_tags(session, ids.values()), _choices(session, ids)
    topics = _topic_ids(session, by_hash.values())
    changed: dict[str, _News] = {}
    for key, subscriber_id in ids.items():
        extras = ExtraValues()
        if tags := [tag for tag in by_hash[key].get("tags", []) if (subscriber_id, tag) not in held]:
            extras["tags"] = tags
        written = by_hash[key].get("topics", {}).items()
        news = {
            slug: frequency
            for slug, frequency in written
            if frequency != Frequency.NEVER and slug in topics and (key, topics[slug]) not in chosen
        }
        if news:
            extras["topics"] = news
        if extras:
            changed[key] = _News(subscriber_id, extras)
    return changed


def write_extras(
    session: Session,
    list_id: int,
    welcome: Iterable[ImportedRow],
    writable: Collection[ImportedRow],
    *,
    now: datetime,
) -> dict[str, ExtraValues]:
    """`writable`: those of them who may be given more than a no. By address hash, what was news and can be taken
    back."""
    rows = [row for row in welcome if row.extras]
    if not rows:
        return {}
    changed = changed_extras(session, list_id, writable)
    _put_tags(session, changed.values(), now=now)
    topics = _topic_ids(session, [row.extras for row in rows])
    never = {
        (row.address_hash, topics[slug]): Frequency.NEVER
        for row in rows
        for slug, frequency in row.extras.get("topics", {}).items()
        if frequency == Frequency.NEVER and slug in topics
    }
    before = _choices(session, {key for key, _ in never})
    news = {
        (key, topics[slug]): Frequency(frequency)
        for key, change in changed.items()
        for slug, frequency in change.extras.get("topics", {}).items()
    }
    noes = {key: no for key, no in never.items() if before.get(key) is not no}
    _save_choices(session, noes, replaces=True, now=now)
    _save_choices(session, news, replaces=False, now=now)
    _pause(session, rows, now=now)
    return {key: change.extras for key, change in changed.items()}


def take_extras_back(
    session: Session, rows: Iterable[ImportRow], ids: Mapping[str, int], *, written_at: datetime, now: datetime
) -> dict[int, bool]:
    """`ids`: of people, by address hash. By the row's place, whether all of it could be: what somebody has chosen
    since stays. Rows that wrote nothing are left out."""
    written = [row for row in rows if row.extras]
    if not written:
        return {}
    by_tag: dict[str, list[int]] = {}
    for row in written:
        if row.address_hash in ids:
            for tag in row.extras.get("tags", []):
                by_tag.setdefault(tag, []).append(ids[row.address_hash])
    _take_tags(session, by_tag)
    topics = _topic_ids(session, [row.extras for row in written])
    mine = {
        (row.address_hash, topics[slug]): Frequency(frequency)
        for row in written
        for slug, frequency in row.extras.get("topics", {}).items()
        if slug in topics
    }
    taken = _delete_choices(session, mine, written_at=written_at, now=now)
    kept = {key for key, topic_id in mine.keys() - taken}
    return {row.place: row.address_hash not in kept for row in written}


def _held_tags(session: Session, subscriber_ids: Collection[int]) -> set[tuple[int, str]]:
    held = select(col(SubscriberTag.subscriber_id), col(Tag.name)).join(
        Tag, col(Tag.id) == col(SubscriberTag.tag_id)
    )
    rows = session.execute(held.where(in_ids(session, col(SubscriberTag.subscriber_id), list(subscriber_ids))))
    return {(subscriber_id, name) for subscriber_id, name in rows}


def _put_tags(session: Session, news: Iterable[_News], *, now: datetime) -> None:
    pairs = [(each.subscriber_id, tag) for each in news for tag in each.extras.get("tags", [])]
    ids = tags_by_name(session, dict.fromkeys(tag for _, tag in pairs), now=now)
    values = [(subscriber_id, ids[tag]) for subscriber_id, tag in pairs]
    insert_rows(session, SubscriberTag, ("subscriber_id", "tag_id"), values)


def _take_tags(session: Session, people: Mapping[str, Collection[int]]) -> None:
    """`people`: by the name of the tag. A tag that no longer has anybody stays: somebody may use it by now."""
    known = dict(session.exec(select(Tag.name, Tag.id).where(col(Tag.name).in_(people))).all())
    for name, tag_id in known.items():
        theirs = in_ids(session, col(SubscriberTag.subscriber_id), people[name])
        session.execute(delete(SubscriberTag).where(col(SubscriberTag.tag_id) == tag_id, theirs))


def _topic_ids(session: Session, extras: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """By short name; one that was deleted since is left out, and nobody can have chosen it."""
    slugs = {slug for each in extras for slug in each.get("topics", {})}
    if not slugs:
        return {}
    return dict(session.exec(select(Topic.slug, Topic.id).where(col(Topic.slug).in_(slugs))).all())


def _choices(session: Session, hashes: Collection[str]) -> dict[tuple[str, int], Frequency]:
    rows = session.execute(
        select(col(TopicChoice.address_hash), col(TopicChoice.topic_id), col(TopicChoice.frequency)).where(
            in_texts(session, col(TopicChoice.address_hash), hashes)
        )
    )
    return {(key, topic_id): frequency for key, topic_id, frequency in rows}


def _save_choices(
    session: Session, chosen: Mapping[tuple[str, int], Frequency], *, replaces: bool, now: datetime
) -> None:
    """`replaces`: whatever was chosen before. Else what somebody chooses at this very moment stays as well."""
    if not chosen:
        return
    rows = [
        TopicChoice(address_hash=key, topic_id=topic_id, frequency=frequency, chosen_at=now)
        for (key, topic_id), frequency in sorted(chosen.items())
    ]
    statement = upsert(session, TopicChoice)
    same = {name: statement.excluded[name] for name in ("frequency", "chosen_at")}
    keys = ["address_hash", "topic_id"]
    saved = (
        statement.on_conflict_do_update(index_elements=keys, set_=same)
        if replaces
        else insert_new(session, TopicChoice)
    )
    written = session.execute(
        saved.returning(col(TopicChoice.address_hash), col(TopicChoice.topic_id)),
        [row.model_dump() for row in rows],
    )
    new = {(key, topic_id) for key, topic_id in written}
    for row in rows:
        if (row.address_hash, row.topic_id) in new:
            note_topic_choice(session, row)


def _delete_choices(
    session: Session, mine: Mapping[tuple[str, int], Frequency], *, written_at: datetime, now: datetime
) -> set[tuple[str, int]]:
    """Those that are still as the import wrote them. They are journalled as at once, which is everybody's
    beginning: else a restore would bring a rarer one back."""
    keys: dict[tuple[int, Frequency], list[str]] = {}
    for (key, topic_id), frequency in mine.items():
        keys.setdefault((topic_id, frequency), []).append(key)
    taken: set[tuple[str, int]] = set()
    for (topic_id, frequency), hashes in keys.items():
        as_written = and_(
            col(TopicChoice.topic_id) == topic_id,
            col(TopicChoice.frequency) == frequency,
            col(TopicChoice.chosen_at) == written_at,
            in_texts(session, col(TopicChoice.address_hash), hashes),
        )
        gone = session.execute(delete(TopicChoice).where(as_written).returning(col(TopicChoice.address_hash)))
        taken |= {(key, topic_id) for key in gone.scalars()}
    for key, topic_id in sorted(taken):
        choice = TopicChoice(address_hash=key, topic_id=topic_id, frequency=Frequency.AT_ONCE, chosen_at=now)
        note_topic_choice(session, choice)
    return taken


def _pause(session: Session, rows: Iterable[ImportedRow], *, now: datetime) -> None:
    wanted = {
        row.address_hash: min(datetime.fromisoformat(until), now + LONGEST_PAUSE)
        for row in rows
        if (until := row.extras.get("paused_until")) is not None
    }
    if not wanted:
        return
    pauses = [
        Pause(address_hash=key, until=until, asked_at=now) for key, until in sorted(wanted.items()) if until > now
    ]
    if not pauses:
        return
    statement = upsert(session, Pause)
    same = {name: statement.excluded[name] for name in ("until", "asked_at")}
    longer = statement.on_conflict_do_update(
        index_elements=["address_hash"], set_=same, where=col(Pause.until) < statement.excluded.until
    )
    written = session.execute(longer.returning(col(Pause.address_hash)), [pause.model_dump() for pause in pauses])
    new = set(written.scalars())
    for pause in pauses:
        if pause.address_hash in new:
            note_pause(session, pause)
