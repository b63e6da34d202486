"""Staff merge two entries of one person, having seen both and what comes of them.

Whoever may not see protected lists may not: what comes of it could tell them who is on one.
"""

from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import Session, col, select

from campaigns.forgotten_mail import SentMail, remember_mails
from campaigns.people.leave_address import forget_address
from campaigns.people.merge_deliveries import merge_deliveries
from campaigns.people.see_person import PersonView, see_person
from campaigns.people.staff_action import ServedAction, StaffAction, subject_of
from campaigns.people.visible_person import hidden_lists, visible_person
from campaigns.tables import SubscriptionMail, SubscriptionMailPurpose, SubscriptionMailState
from core.addresses import address_hash
from core.errors import InputRefused, NotAllowed, NotFound
from core.western_digits import western_digits
from staff.principal import Principal
from subscribers.carry_noes import wants_everything_ended
from subscribers.former_addresses import person_now
from subscribers.merge_people import merge_people
from subscribers.merge_rules import merged_status
from subscribers.person import read_address
from subscribers.status import SubscriptionStatus
from subscribers.tables import RememberedNo, Subscriber

_MAX_DIGITS = 18


@dataclass(frozen=True, slots=True)
class MergedList:
    name: str
    kept: SubscriptionStatus | None
    gone: SubscriptionStatus | None
    outcome: SubscriptionStatus


@dataclass(frozen=True, slots=True)
class MergeView:
    kept: PersonView
    gone: PersonView
    lists: list[MergedList]


def preview_merge(session: Session, kept_id: int, gone_id: int, viewer: Principal) -> MergeView:
    """Both, and what would come of them. Raises as `merge`."""
    _check(session, kept_id, gone_id, viewer)
    kept, gone = see_person(session, kept_id, viewer), see_person(session, gone_id, viewer)
    noes = _remembered(session, kept.row) | _remembered(session, gone.row)
    is_out = any(wants_everything_ended(session, each.row.address_hash) for each in (kept, gone))
    names = {entry.slug: entry.name for entry in (*kept.lists, *gone.lists)}
    of_kept, of_gone = ({entry.slug: entry.status for entry in person.lists} for person in (kept, gone))
    ids = {entry.slug: entry.list_id for entry in (*kept.lists, *gone.lists)}
    lists = []
    for slug in sorted(names, key=lambda slug: names[slug]):
        mine, theirs = of_kept.get(slug), of_gone.get(slug)
        outcome = merged_status(mine, theirs, is_opted_out=is_out or ids[slug] in noes)
        if outcome is not None:
            lists.append(MergedList(names[slug], mine, theirs, outcome))
    return MergeView(kept, gone, lists)


def find_other(session: Session, text: str, *, secret: str) -> int:
    """Whose number that is, or whose address, now or before. Raises InputRefused, NotFound. Whether they may be
    seen is for `preview_merge` to say."""
    text = text.strip()
    number = western_digits(text)
    if number.isascii() and number.isdigit() and len(number) <= _MAX_DIGITS:
        return int(number)
    person = person_now(session, address_hash(read_address(text), secret=secret))
    if person is None:
        raise NotFound("subscribers-person-gone")
    return person.id


def merge(session: Session, kept_id: int, gone_id: int, act: StaffAction) -> None:
    """The second becomes part of the first. Raises NotAllowed, NotFound, InputRefused; Conflict while it is not
    known whether one of two copies of a campaign has gone, or where the other one is to be kept."""
    _check(session, kept_id, gone_id, act.actor)
    people = {
        person.id: person
        for person in session.exec(
            select(Subscriber)
            .where(col(Subscriber.id).in_((kept_id, gone_id)))
            .order_by(col(Subscriber.id))
            .with_for_update()
        )
    }
    kept, gone = people[kept_id], people[gone_id]
    act.check_reason(kept.name, gone.name)
    forget_address(session, gone)
    merge_deliveries(session, kept, gone, now=act.now)
    _take_over_mails(session, kept, gone)
    merge_people(session, kept, gone, evidence=act.actor.name, now=act.now)
    act.record(session, ServedAction.MERGED, subject_of(kept_id), other=gone_id)
    act.record(session, ServedAction.MERGED, subject_of(gone_id), other=kept_id)


def _check(session: Session, kept_id: int, gone_id: int, actor: Principal) -> None:
    if hidden_lists(session, actor):
        raise NotAllowed("campaigns-people-merge-is-partial")
    if kept_id == gone_id:
        raise InputRefused("campaigns-people-merge-same")
    for number in (kept_id, gone_id):
        visible_person(session, number, actor)


def _remembered(session: Session, person: Subscriber) -> set[int]:
    noes = select(RememberedNo.list_id).where(RememberedNo.address_hash == person.address_hash)
    return set(session.exec(noes).all())


def _take_over_mails(session: Session, kept: Subscriber, gone: Subscriber) -> None:
    """Questions and welcomes that went out are the history of the one that stays; their links lead to the address
    that they went to. What waits is not sent."""
    theirs = update(SubscriptionMail).where(col(SubscriptionMail.subscriber_id) == gone.id)
    unsynchronised = {"synchronize_session": False}
    session.execute(
        theirs.where(col(SubscriptionMail.state) == SubscriptionMailState.WAITING).values(
            state=SubscriptionMailState.GIVEN_UP
        ),
        execution_options=unsynchronised,
    )
    # Their question went to an address that is read no more: no answer to it means nothing.
    session.execute(theirs.values(subscriber_id=kept.id, answer_until=None), execution_options=unsynchronised)
    kept.heard_at = max(filter(None, (kept.heard_at, gone.heard_at)), default=None)
    session.add(kept)
    remember_mails(
        session, [SentMail(purpose.value, gone.id, gone.address_hash) for purpose in SubscriptionMailPurpose]
    )
