"""The migration by which people are found: whoever was there before it is found like whoever comes after it."""

from sqlmodel import col, select

from core.settings import Settings
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from subscribers.find_people import PeopleFilter, find_people
from subscribers.search_words import words_of_person
from subscribers.tables import Subscriber, SubscriberWord
from tests.campaigns.world import make_world
from tests.conftest import StoppedClock
from tests.project.kept_revisions import MigratedTo

BEFORE = str(alembic_scripts().get_revision("0065").down_revision)
NAMES = ("Žiga Novak-Kos", "محمد علي", "", "  O’Brien,  Ana ", "x" * 120)


def test_whoever_was_there_before_is_found(
    migrated_to: MigratedTo, clock: StoppedClock, settings: Settings
) -> None:
    bare = migrated_to()
    world = make_world(bare, clock, settings)
    world.add_readers(f"a.b{place}" for place in range(len(NAMES)))
    with bare.write() as session:
        for person, name in zip(session.exec(select(Subscriber).order_by(col(Subscriber.id))), NAMES, strict=True):
            person.name = name
    downgrade(bare, BEFORE)
    upgrade(bare)
    with bare.read() as session:
        for person in session.exec(select(Subscriber)).all():
            beginnings = select(SubscriberWord.word).where(SubscriberWord.subscriber_id == person.id)
            assert sorted(session.exec(beginnings)) == words_of_person(person.name, person.address)
        assert [match.name for match in find_people(session, PeopleFilter(beginnings=("kos",)), limit=9)] == [
            NAMES[0]
        ]
