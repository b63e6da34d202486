"""A list that is closed or archived: what it still takes, whoever asks and however."""

from pathlib import Path
from typing import Any

import pytest

from core.db import Database
from core.errors import Conflict, InputRefused, NotFound
from subscribers.change_list import delete_list, has_people, lock_list, rename_list, set_list_status, set_protected
from subscribers.import_csv import import_csv
from subscribers.import_report import ImportRequest
from subscribers.list_state import TAKES, ListPurpose, ListStatus, expect_takes, list_status, takes
from subscribers.lists import create_list, find_list
from subscribers.queries import list_subscribers
from subscribers.replay_noes import replay_lists
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, SubscriptionRequest, confirm, request_subscription, unsubscribe
from subscribers.tables import ConsentMethod, MailingList
from tests.conftest import NOON

SECRET = "s" * 40


def put_in(database: Database, status: ListStatus) -> None:
    with database.write() as session:
        set_list_status(session, lock_list(session, "bulletin"), status, now=NOON)


def ask(database: Database, list_id: int, method: ConsentMethod = ConsentMethod.SIGN_UP) -> int:
    proof = ConsentProof(method=method, wording="Yes", language="sl", evidence="test")
    with database.write() as session:
        request = SubscriptionRequest(address="rosa@example.org", name="Rosa", list_id=list_id, proof=proof)
        return request_subscription(session, request, now=NOON, secret=SECRET).subscriber_id


def say_yes(database: Database, list_id: int, subscriber_id: int) -> bool:
    proof = ConsentProof(method=ConsentMethod.CONFIRMATION_LINK, wording="Yes", language="sl", evidence="test")
    with database.write() as session:
        return confirm(session, subscriber_id=subscriber_id, list_id=list_id, proof=proof, now=NOON)


@pytest.mark.parametrize("status", list(ListStatus))
def test_each_state_takes_what_its_table_says(database: Database, list_id: int, status: ListStatus) -> None:
    put_in(database, status)
    for use in ListPurpose:
        with database.write() as session:
            if use in TAKES[status]:
                assert expect_takes(session, list_id, use).id == list_id
            else:
                with pytest.raises(Conflict):
                    expect_takes(session, list_id, use)


def test_a_list_that_was_deleted_takes_nothing(database: Database, list_id: int) -> None:
    with database.write() as session:
        delete_list(session, lock_list(session, "bulletin"))
    with database.write() as session, pytest.raises(NotFound):
        expect_takes(session, list_id, ListPurpose.SIGN_UP)


@pytest.mark.parametrize("status", [ListStatus.CLOSED, ListStatus.ARCHIVED])
def test_nobody_signs_up_and_whoever_had_asked_before_may_still_say_yes_and_leave(
    database: Database, list_id: int, status: ListStatus
) -> None:
    rosa = ask(database, list_id)
    put_in(database, status)
    with pytest.raises(Conflict, match="subscribers-list-closed"):
        ask(database, list_id)
    assert say_yes(database, list_id, rosa)
    with database.write() as session:
        assert unsubscribe(
            session,
            subscriber_id=rosa,
            list_id=list_id,
            method=ConsentMethod.ONE_CLICK,
            evidence="test",
            now=NOON,
        )


def test_a_refused_sign_up_leaves_nobody_behind(database: Database, list_id: int) -> None:
    put_in(database, ListStatus.CLOSED)
    with pytest.raises(Conflict):
        ask(database, list_id)
    with database.read() as session:
        assert list_subscribers(session, limit=9) == []


def test_people_are_imported_into_a_closed_list_and_into_no_archived_one(
    database: Database, list_id: int, tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("email,name,language\nbo@example.org,Bo,en\n")
    request = ImportRequest(list_slug="bulletin", source_note="At our stall")
    put_in(database, ListStatus.ARCHIVED)
    with pytest.raises(Conflict, match="subscribers-list-archived-import"):
        import_csv(database, file, request, secret=SECRET, now=NOON)
    with database.read() as session:
        assert list_subscribers(session, limit=9) == []
    put_in(database, ListStatus.CLOSED)
    assert import_csv(database, file, request, secret=SECRET, now=NOON).imported == 1
    with database.read() as session:
        (bo,) = list_subscribers(session, list_slug="bulletin", limit=9)
    assert bo.status is SubscriptionStatus.CONFIRMED


def test_what_was_closed_stays_closed_while_it_is_archived(database: Database, list_id: int) -> None:
    for status in (ListStatus.CLOSED, ListStatus.ARCHIVED):
        put_in(database, status)
    with database.read() as session:
        mailing_list = session.get_one(MailingList, list_id)
        assert list_status(mailing_list) is ListStatus.ARCHIVED
        assert mailing_list.closed_at == mailing_list.archived_at == NOON
    put_in(database, ListStatus.OPEN)
    with database.read() as session:
        assert takes(session.get_one(MailingList, list_id), ListPurpose.SIGN_UP)


def test_readers_see_the_name_of_their_language(database: Database, list_id: int) -> None:
    with database.write() as session:
        mailing_list = lock_list(session, "bulletin")
        rename_list(
            session, mailing_list, name="Bulletin", names={"sl": " Bilten ", "ar": "نشرة", "en": "Bulletin"}
        )
        assert [mailing_list.name_in(code) for code in ("sl", "ar", "en", "fa")] == [
            "Bilten", "نشرة", "Bulletin", "Bulletin",
        ]  # fmt: skip
        assert mailing_list.names == {"ar": "نشرة", "sl": "Bilten"}
        with pytest.raises(InputRefused):
            rename_list(session, mailing_list, name="Bulletin", names={"klingon": "Qo"})


def test_a_list_of_people_at_risk_stays_protected_and_an_empty_one_need_not(
    database: Database, list_id: int
) -> None:
    with database.write() as session:
        mailing_list = lock_list(session, "bulletin")
        set_protected(session, mailing_list, True)
        set_protected(session, mailing_list, False)
        set_protected(session, mailing_list, True)
    ask(database, list_id)
    with database.write() as session:
        with pytest.raises(Conflict, match="subscribers-list-stays-protected"):
            set_protected(session, lock_list(session, "bulletin"), False)
        assert find_list(session, "bulletin") is not None


def test_a_list_with_anybodys_consent_or_no_is_not_deleted(database: Database, list_id: int) -> None:
    ask(database, list_id)
    with database.write() as session:
        assert has_people(session, list_id)
        with pytest.raises(Conflict, match="subscribers-list-has-people"):
            delete_list(session, lock_list(session, "bulletin"))


def test_a_deleted_list_gives_its_short_name_back_and_its_number_never(database: Database, list_id: int) -> None:
    with database.write() as session:
        delete_list(session, lock_list(session, "bulletin"))
    with database.write() as session:
        assert create_list(session, slug="bulletin", name="Again", now=NOON).id > list_id


def test_a_restore_brings_no_deleted_list_back_and_an_archived_one_as_it_was(database: Database) -> None:
    records: dict[int, dict[str, Any]] = {
        71: {"list": 71, "is_deleted": True},
        72: {
            "list": 72, "slug": "old", "name": "Old", "names": {"sl": "Stari"}, "is_protected": False,
            "language_chain": [], "required_languages": [], "closed_at": None, "archived_at": NOON.isoformat(),
            "made_at": NOON.isoformat(),
        },
    }  # fmt: skip
    with database.write() as session:
        assert replay_lists(session, records, otherwise="", now=NOON) == 1
    with database.read() as session:
        assert session.get(MailingList, 71) is None
        old = session.get_one(MailingList, 72)
        assert (list_status(old), old.names) == (ListStatus.ARCHIVED, {"sl": "Stari"})
