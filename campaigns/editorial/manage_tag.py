"""Manage tags: make one, put it on people or take it off, delete one that no segment names."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from core.addresses import address_hash
from core.errors import Conflict, NotFound
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.person import read_address
from subscribers.quoted import quoted
from subscribers.segment_condition import TagCondition, tests_of
from subscribers.segment_tables import Segment, Tag
from subscribers.segment_text import parse_condition
from subscribers.segments import list_segments
from subscribers.tables import Subscriber
from subscribers.tags import delete_tag, make_tag, put_tag, tag_by_name, take_tag


def add_tag(session: Session, name: str, *, actor: Principal, now: datetime) -> Tag:
    """Raises NotAllowed; InputRefused for a name that cannot be used, Conflict where it is taken."""
    require(actor, Permission.EDIT)
    tag = make_tag(session, name, now=now)
    _record(session, tag, "tag.created", actor=actor, now=now)
    return tag


def tag_people(
    session: Session, name: str, subscriber_ids: Collection[int], *, is_put: bool, actor: Principal, now: datetime
) -> None:
    """On them, or off. Raises NotAllowed, NotFound."""
    require(actor, Permission.EDIT)
    tag = tag_by_name(session, name)
    (put_tag if is_put else take_tag)(session, tag, subscriber_ids)
    _record(session, tag, "tag.put" if is_put else "tag.taken", actor=actor, now=now, people=len(subscriber_ids))


def remove_tag(session: Session, name: str, *, actor: Principal, now: datetime) -> None:
    """Raises NotAllowed, NotFound; Conflict where a segment names it."""
    require(actor, Permission.EDIT)
    tag = tag_by_name(session, name)
    segment = next((row for row in list_segments(session) if _names(row, tag.name)), None)
    if segment is not None:
        raise Conflict("campaigns-tag-has-segment", name=tag.name, segment=segment.name)
    _record(session, tag, "tag.deleted", actor=actor, now=now)
    delete_tag(session, tag)


def people_by_address(session: Session, addresses: Sequence[str], *, secret: str) -> list[int]:
    """Their numbers. Raises InputRefused for what is no address, NotFound for one that nobody here has."""
    numbers = []
    for address in addresses:
        digest = address_hash(read_address(address), secret=secret)
        number = session.exec(select(Subscriber.id).where(col(Subscriber.address_hash) == digest)).one_or_none()
        if number is None:
            raise NotFound("campaigns-tag-nobody", address=quoted(address, 254))
        numbers.append(number)
    return numbers


def _names(segment: Segment, tag: str) -> bool:
    tests = tests_of(parse_condition(segment.condition))
    return any(isinstance(test, TagCondition) and tag in test.tags for test in tests)


def _record(session: Session, tag: Tag, action: str, *, actor: Principal, now: datetime, **detail: int) -> None:
    audit.record(session, actor=actor.name, action=action, subject=f"tag:{tag.id}", now=now, **detail)
