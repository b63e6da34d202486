"""Tags: words that the organisation puts on people, to filter them by. Nobody else sees them."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from core.errors import Conflict, InputRefused, NotFound
from core.sql import in_ids, in_texts, insert_new
from subscribers.quoted import quoted
from subscribers.segment_tables import MAX_TAG, SubscriberTag, Tag

MAX_TAGS = 1_000


def read_tag_name(text: str) -> str:
    """Raises InputRefused. What separates tags, or quotes them, stands in none."""
    name = " ".join(text.split())
    if not name or len(name) > MAX_TAG or not name.isprintable() or any(sign in name for sign in ',;"'):
        raise InputRefused("subscribers-tag-refused", limit=MAX_TAG)
    return name


def make_tag(session: Session, name: str, *, now: datetime) -> Tag:
    """Raises InputRefused for a name that cannot be used, Conflict where it is taken, or there are too many."""
    name = read_tag_name(name)
    if session.exec(select(func.count(col(Tag.id)))).one() >= MAX_TAGS:
        raise Conflict("subscribers-tags-too-many", limit=MAX_TAGS)
    values = {"name": name, "created_at": now}
    made = session.execute(insert_new(session, Tag).returning(col(Tag.id)), [values]).scalar()
    if made is None:
        raise Conflict("subscribers-tag-exists", name=name)
    return session.get_one(Tag, made)


def tag_by_name(session: Session, name: str) -> Tag:
    """Raises NotFound."""
    tag = session.exec(select(Tag).where(col(Tag.name) == " ".join(name.split()))).one_or_none()
    if tag is None:
        raise NotFound("subscribers-tag-unknown", name=quoted(name, MAX_TAG))
    return tag


def tags_by_name(session: Session, names: Collection[str], *, now: datetime) -> dict[str, int]:
    """Their numbers; those that are not there yet are made. Raises Conflict where there would be too many."""
    known = _numbers(session, names)
    missing = [name for name in names if name not in known]
    if not missing:
        return known
    if session.exec(select(func.count(col(Tag.id)))).one() + len(missing) > MAX_TAGS:
        raise Conflict("subscribers-tags-too-many", limit=MAX_TAGS)
    session.execute(insert_new(session, Tag), [{"name": name, "created_at": now} for name in missing])
    return known | _numbers(session, missing)


def _numbers(session: Session, names: Collection[str]) -> dict[str, int]:
    return dict(session.exec(select(Tag.name, Tag.id).where(in_texts(session, col(Tag.name), names))).all())


def count_tags(session: Session) -> list[tuple[Tag, int]]:
    """Each with how many people have it, by name."""
    counts = (
        select(Tag, func.count(col(SubscriberTag.subscriber_id)))
        .outerjoin(SubscriberTag, col(SubscriberTag.tag_id) == col(Tag.id))
        .group_by(col(Tag.id))
        .order_by(col(Tag.name))
    )
    return [(tag, count) for tag, count in session.exec(counts)]


def put_tag(session: Session, tag: Tag, subscriber_ids: Collection[int]) -> None:
    """On those who have it, it stays."""
    values = [{"subscriber_id": number, "tag_id": tag.id} for number in dict.fromkeys(subscriber_ids)]
    if values:
        session.execute(insert_new(session, SubscriberTag), values)


def take_tag(session: Session, tag: Tag, subscriber_ids: Collection[int]) -> None:
    theirs = in_ids(session, col(SubscriberTag.subscriber_id), subscriber_ids)
    session.execute(delete(SubscriberTag).where(col(SubscriberTag.tag_id) == tag.id, theirs))


def delete_tag(session: Session, tag: Tag) -> None:
    """It is taken from everybody."""
    session.delete(tag)
    session.flush()


def tags_of(session: Session, subscriber_id: int) -> list[str]:
    """Their names, in order."""
    theirs = select(Tag.name).join(SubscriberTag).where(SubscriberTag.subscriber_id == subscriber_id)
    return list(session.exec(theirs.order_by(col(Tag.name))))
