"""The segments that there are, by their names."""

from sqlmodel import Session, col, func, select

from core.errors import Conflict, InputRefused, NotFound
from subscribers.quoted import quoted
from subscribers.segment_tables import MAX_SEGMENT_NAME, Segment

MAX_SEGMENTS = 200
"""All of them stand on one page, and on that of each campaign's audience."""


def read_segment_name(text: str) -> str:
    """Raises InputRefused."""
    name = " ".join(text.split())
    if not name or len(name) > MAX_SEGMENT_NAME or not name.isprintable():
        raise InputRefused("subscribers-segment-name-refused", limit=MAX_SEGMENT_NAME)
    return name


def expect_free(session: Session, name: str, *, but: int | None = None) -> None:
    """Raises Conflict where another segment than `but` has that name."""
    taken = select(Segment.id).where(col(Segment.name) == name, col(Segment.id) != but)
    if session.exec(taken).first() is not None:
        raise Conflict("subscribers-segment-exists", name=name)


def expect_room(session: Session) -> None:
    """Raises Conflict where there are as many as there may be."""
    if session.exec(select(func.count(col(Segment.id)))).one() >= MAX_SEGMENTS:
        raise Conflict("subscribers-segments-too-many", limit=MAX_SEGMENTS)


def list_segments(session: Session) -> list[Segment]:
    return list(session.exec(select(Segment).order_by(col(Segment.name))))


def get_segment(session: Session, segment_id: int) -> Segment:
    """Raises NotFound."""
    return _or_gone(session.get(Segment, segment_id))


def segment_by_name(session: Session, name: str) -> Segment:
    """Raises NotFound, with the name."""
    segment = session.exec(select(Segment).where(col(Segment.name) == name)).one_or_none()
    if segment is None:
        raise NotFound("subscribers-segment-unknown", name=quoted(name, MAX_SEGMENT_NAME))
    return segment


def lock_segment(session: Session, segment_id: int) -> Segment:
    """As it is at this moment, for whoever changes it. Raises NotFound."""
    return _or_gone(session.get(Segment, segment_id, with_for_update=True, populate_existing=True))


def hold_segment(session: Session, segment_id: int) -> Segment:
    """For the transaction that relies on its condition: that cannot change before it ends. Raises NotFound."""
    lock = {"read": True, "key_share": True}
    return _or_gone(session.get(Segment, segment_id, with_for_update=lock, populate_existing=True))


def _or_gone(segment: Segment | None) -> Segment:
    if segment is None:
        raise NotFound("subscribers-segment-gone")
    return segment
