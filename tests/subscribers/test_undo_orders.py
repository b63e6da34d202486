"""Imports are undone in whatever order: nothing of them is left, but for what people did themselves."""

from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from core.db import Database
from subscribers import import_lease
from subscribers.lists import create_list
from subscribers.person_fields import values_of
from subscribers.preferences import change_person
from subscribers.signs_of_life import keep_subscription, note_heard
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof
from subscribers.tables import ConsentMethod, MailingList, Subscriber, Subscription
from tests.conftest import NOON
from tests.examples import costly_examples
from tests.subscribers.test_undo_import import SIZES, a_field, bring_in, empty, undo

WANTED = ConsentProof(ConsentMethod.STILL_WANTED, "Yes, I do", "sl", "link")
ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["", "A", "B"]), st.sampled_from(["", "1", "2"])),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row[0],
)
MAX_IMPORTS = 3


class View(NamedTuple):
    name: str
    size: str
    lists: frozenset[str]


def views(database: Database) -> dict[str, View]:
    """By letter: all that an import writes of somebody."""
    with database.read() as session:
        people = session.exec(select(Subscriber)).all()
        sizes = values_of(session, [each.id for each in people])
        return {
            each.address[0]: View(
                each.name,
                "".join(value.written for value in sizes.get(each.id, {}).values()),
                lists(session, each),
            )
            for each in people
        }


def lists(session: Session, person: Subscriber) -> frozenset[str]:
    theirs = select(MailingList.slug).join(Subscription).where(Subscription.subscriber_id == person.id)
    return frozenset(session.exec(theirs))


def act(database: Database, letter: str, how: str, at: Any) -> None:
    """As the pages of readers do."""
    with database.write() as session:
        person = session.exec(select(Subscriber).where(Subscriber.address == f"{letter}@example.org")).first()
        if person is None:
            return
        if how == "saves":
            change_person(session, person.id, name=person.name, language=person.language)
            note_heard(session, person.id, now=at)
        confirmed = SubscriptionStatus.CONFIRMED
        mine = select(Subscription).where(
            Subscription.subscriber_id == person.id, Subscription.status == confirmed
        )
        if how == "wants" and (first := session.exec(mine).first()) is not None:
            keep_subscription(session, subscriber_id=person.id, list_id=first.list_id, proof=WANTED, now=at)


@pytest.mark.usefixtures("list_id")
@example_settings(
    max_examples=costly_examples(25),
    # Shrinking a row of imports takes minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    first=ROWS,
    files=st.lists(st.tuples(st.sampled_from(["bulletin", "second"]), ROWS), min_size=1, max_size=MAX_IMPORTS),
    order=st.permutations(range(MAX_IMPORTS)),
    acts=st.dictionaries(
        st.sampled_from("abc"), st.tuples(st.integers(0, MAX_IMPORTS), st.sampled_from(["saves", "wants"]))
    ),
)
def test_everybody_is_as_they_were_and_who_did_anything_themselves_as_they_were_then(
    database: Database,
    tmp_path: Path,
    *,
    first: Any,
    files: Any,
    order: list[int],
    acts: dict[str, tuple[int, str]],
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_lease, "PAUSE", 0)
        empty(database)
        a_field(database)
        with database.write() as session:
            if session.exec(select(MailingList).where(MailingList.slug == "second")).first() is None:
                create_list(session, slug="second", name="Second", now=NOON)
        reports, then = [], dict[str, View]()
        for number, (to, rows) in enumerate([("bulletin", first), *files]):
            path = tmp_path / "people.csv"
            lines = [f"{letter}@example.org,{name},{size}\n" for letter, name, size in rows]
            path.write_text("email,name,Size\n" + "".join(lines))
            at = NOON + timedelta(minutes=number)
            reports.append(bring_in(database, path, at, to=to, updates=True, header=SIZES))
            if number == 0:
                before = views(database)
            for letter, (after, how) in acts.items():
                if after == number:
                    act(database, letter, how, at + timedelta(seconds=1))
                    then |= {key: view for key, view in views(database).items() if key == letter}
        for number in order:
            if number < len(files):
                undo(database, reports[number + 1])
    for letter, now in (at_last := views(database)).items():
        kept = then.get(letter, before.get(letter))
        assert kept is not None, "nobody is left of whom nothing was known"
        assert now.lists == kept.lists
        if acts.get(letter, (0, ""))[1] == "saves" and letter in then:
            assert now.name == kept.name
        elif letter in before:
            assert (now.name, now.size) == before[letter][:2]
    assert at_last.keys() == before.keys() | then.keys()
