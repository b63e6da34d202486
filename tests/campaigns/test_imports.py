"""The job of imports: part by part under a lease; killed, it goes on, and nothing is done twice."""

from collections.abc import Callable, Iterable
from io import BytesIO

import pytest
from sqlmodel import col, select

from campaigns.imports.manage_import import check_import, start_import, start_undo, upload_import
from campaigns.imports.run_imports import run_imports
from campaigns.opt_in.send_opt_in_mail import ask, send_opt_in_mails
from core.errors import Conflict
from staff.principal import OPERATOR
from subscribers import import_lease, read_import, write_import
from subscribers.csv_row import ImportedRow
from subscribers.erase_imports import forget_files
from subscribers.import_lease import LEASE, ImportLease, ImportTaken, claim
from subscribers.import_report import ImportRequest
from subscribers.import_rows import RowWriter
from subscribers.import_tables import ImportPart, ImportRow, ImportState, RowOutcome, SubscriberImport, UndoOutcome
from subscribers.lists import list_by_slug
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, request_subscription
from subscribers.tables import ConsentMethod, ConsentRecord, Subscriber, Subscription
from tests.campaigns.world import World
from tests.databases import on_sqlite

FILE = (
    "email,status\n"
    + "".join(f"p{number}@example.org,\n" for number in range(6))
    + "left@example.org,unsubscribed\n"
)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (read_import, write_import):
        monkeypatch.setattr(module, "CHUNK", 2)
    monkeypatch.setattr(import_lease, "PAUSE", 0)


def uploaded(world: World, content: str = FILE) -> int:
    request = ImportRequest("bulletin", "Paper forms", "sl")
    return upload_import(world.context.services, request, BytesIO(content.encode()), "people.csv", actor=OPERATOR)


def step(world: World, take: Callable[..., object], import_id: int) -> None:
    with world.database.write() as session:
        take(session, import_id, actor=OPERATOR, now=world.clock.now())


def checked(world: World, content: str = FILE) -> int:
    import_id = uploaded(world, content)
    step(world, check_import, import_id)
    run_imports(world.context)
    return import_id


def state(world: World, import_id: int) -> SubscriberImport:
    with world.database.read() as session:
        return session.get_one(SubscriberImport, import_id)


@pytest.mark.parametrize("parts", range(5))
@on_sqlite
def test_killed_it_goes_on_after_the_last_row_and_writes_nothing_twice(
    world: World, monkeypatch: pytest.MonkeyPatch, parts: int
) -> None:
    import_id = checked(world)
    step(world, start_import, import_id)
    really, left, written = RowWriter.write, iter(range(parts)), 0

    def write(self: RowWriter, rows: list[ImportedRow]) -> Iterable[RowOutcome]:
        nonlocal written
        if next(left, None) is None:
            raise KeyboardInterrupt
        written += len(rows)
        return really(self, rows)

    monkeypatch.setattr(RowWriter, "write", write)
    if parts < 4:
        with pytest.raises(KeyboardInterrupt):
            run_imports(world.context)
        assert state(world, import_id).after_place == written
        run_imports(world.context)
        assert state(world, import_id).state is ImportState.APPLYING, "somebody may still be at it"
    monkeypatch.setattr(RowWriter, "write", really)
    world.clock.advance(seconds=LEASE.total_seconds())
    run_imports(world.context)
    assert state(world, import_id).state is ImportState.DONE
    assert state(world, import_id).figures["counts"] == {"imported": 6, "unsubscribed": 1, "refused": 0}
    with world.database.read() as session:
        assert len(session.exec(select(ConsentRecord).where(ConsentRecord.wording == "Paper forms")).all()) == 7


@on_sqlite
def test_whoever_was_only_thought_dead_finds_it_taken(world: World) -> None:
    import_id = checked(world)
    step(world, start_import, import_id)
    slow = ImportLease(world.database, import_id, "slow", world.clock.now)
    assert claim(slow) is not None
    assert claim(ImportLease(world.database, import_id, "other", world.clock.now)) is None
    world.clock.advance(seconds=LEASE.total_seconds())
    run_imports(world.context)
    with pytest.raises(ImportTaken), world.database.write() as session:
        slow.lock(session, ImportState.APPLYING)


@on_sqlite
def test_a_list_that_is_archived_meanwhile_stops_it_and_it_can_be_gone_on_with(world: World) -> None:
    import_id = checked(world)
    step(world, start_import, import_id)
    with world.database.write() as session:
        list_by_slug(session, "bulletin").archived_at = world.clock.now()
    run_imports(world.context)
    stopped = state(world, import_id)
    assert (stopped.state, stopped.error) == (ImportState.CHECKED, "subscribers-list-archived-import")
    with pytest.raises(Conflict):
        step(world, start_import, import_id)
    with world.database.write() as session:
        list_by_slug(session, "bulletin").archived_at = None
    step(world, start_import, import_id)
    run_imports(world.context)
    assert state(world, import_id).state is ImportState.DONE


@on_sqlite
def test_a_file_that_is_refused_is_looked_at_again(world: World) -> None:
    import_id = checked(world, "email,language\n")
    row = state(world, import_id)
    assert (row.state, row.error) == (ImportState.UPLOADED, "subscribers-file-without-rows")


@on_sqlite
def test_a_file_that_is_still_being_uploaded_is_left_alone_and_the_rest_of_an_erased_one_goes(
    world: World,
) -> None:
    """The job runs every two seconds, and a large file takes longer."""
    uploading, waiting = uploaded(world), checked(world)
    with world.database.write() as session:
        session.get_one(SubscriberImport, uploading).state = ImportState.UPLOADING
        [piece] = session.exec(select(ImportPart).where(ImportPart.import_id == waiting)).all()
        session.add_all(ImportPart(import_id=waiting, place=place, content=piece.content) for place in range(1, 6))
    run_imports(world.context)
    with world.database.write() as session:
        assert len(session.exec(select(ImportPart)).all()) == 1 + 6
        forget_files(session)
        assert session.get_one(SubscriberImport, uploading).state is ImportState.DISCARDED
        assert len(session.exec(select(ImportPart)).all()) == 2, "nobody waits for a large one"
    run_imports(world.context)
    with world.database.read() as session:
        assert session.exec(select(ImportPart)).all() == []


def test_whoever_was_written_to_since_stays(world: World) -> None:
    import_id = checked(world, "email\nzala@example.org\n")
    step(world, start_import, import_id)
    run_imports(world.context)
    world.clock.advance(minutes=1)
    world.launched()
    world.run(rounds=3)
    step(world, start_undo, import_id)
    run_imports(world.context)
    with world.database.read() as session:
        assert session.exec(select(ImportRow.undo)).all() == [UndoOutcome.KEPT_ACTED]
        person = session.exec(select(Subscriber).where(col(Subscriber.address) == "zala@example.org")).one()
        assert session.exec(select(Subscription).where(Subscription.subscriber_id == person.id)).all()


def test_whoever_has_signed_up_by_themselves_since_stays(world: World) -> None:
    """It was no news, and no question went to them."""
    import_id = checked(world, "email\nzala@example.org\nbor@example.org\n")
    step(world, start_import, import_id)
    run_imports(world.context)
    world.clock.advance(minutes=1)
    now, secret = world.clock.now(), world.settings.secret_key.get_secret_value()
    with world.database.write() as session:
        list_id = list_by_slug(session, "bulletin").id
        request = SubscriptionRequest(
            "zala@example.org", "", list_id, ConsentProof(ConsentMethod.SIGN_UP, "Yes", "en", "web")
        )
        asked = request_subscription(session, request, now=now, secret=secret)
        assert not asked.is_new_request
        ask(session, subscriber_id=asked.subscriber_id, list_ids=[list_id], language="en", now=now)
    send_opt_in_mails(world.context)
    step(world, start_undo, import_id)
    run_imports(world.context)
    with world.database.read() as session:
        undone = select(ImportRow.undo).order_by(col(ImportRow.place))
        assert session.exec(undone).all() == [UndoOutcome.KEPT_ACTED, UndoOutcome.REMOVED]
        theirs = select(Subscription.status).where(Subscription.subscriber_id == asked.subscriber_id)
        assert session.exec(theirs).all() == [SubscriptionStatus.CONFIRMED]
