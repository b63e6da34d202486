"""Signing in, staying signed in, signing out, and what stops a guesser."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from core.db import Database
from core.errors import NotAllowed
from staff import sign_in as room
from staff.sign_in import sign_in, sign_out, user_of
from staff.tables import AuditEntry, Role, StaffSession, User
from staff.users import add_user
from tests.conftest import NOON, StoppedClock

ADDRESS, PASSWORD = "ana@example.org", "correct horse battery"
LIFETIME = timedelta(hours=12)


@pytest.fixture
def ana(database: Database) -> User:
    with database.write() as session:
        user = add_user(
            session, address=ADDRESS, name="Ana", role=Role.EDITOR, language="sl", password=PASSWORD, now=NOON
        )
    return user


def _try(database: Database, password: str, clock: StoppedClock, address: str = ADDRESS) -> bool:
    try:
        sign_in(database, address=address, password=password, now=clock.now(), lifetime=LIFETIME)
    except NotAllowed:
        return False
    return True


def test_the_right_password_opens_a_session(database: Database, ana: User) -> None:
    user, secret = sign_in(database, address="Ana@Example.org", password=PASSWORD, now=NOON, lifetime=LIFETIME)
    assert user.id == ana.id
    with database.read() as session:
        held = user_of(session, secret, now=NOON + LIFETIME - timedelta(seconds=1))
        assert held is not None
        assert held.id == ana.id


def test_the_database_keeps_no_secret(database: Database, ana: User) -> None:
    _, secret = sign_in(database, address=ADDRESS, password=PASSWORD, now=NOON, lifetime=LIFETIME)
    with database.read() as session:
        stored = session.exec(select(StaffSession)).one()
    assert secret not in stored.model_dump_json()
    assert len(secret) >= 43


def test_a_session_ends_with_its_lifetime(database: Database, ana: User) -> None:
    _, secret = sign_in(database, address=ADDRESS, password=PASSWORD, now=NOON, lifetime=LIFETIME)
    with database.read() as session:
        assert user_of(session, secret, now=NOON + LIFETIME) is None


def test_signing_out_ends_one_session_and_doing_it_twice_is_no_error(database: Database, ana: User) -> None:
    _, here = sign_in(database, address=ADDRESS, password=PASSWORD, now=NOON, lifetime=LIFETIME)
    _, there = sign_in(database, address=ADDRESS, password=PASSWORD, now=NOON, lifetime=LIFETIME)
    for _ in range(2):
        with database.write() as session:
            sign_out(session, here)
    with database.read() as session:
        assert user_of(session, here, now=NOON) is None
        assert user_of(session, there, now=NOON) is not None


def test_a_disabled_person_is_out_at_once_and_stays_out(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    _, secret = sign_in(database, address=ADDRESS, password=PASSWORD, now=NOON, lifetime=LIFETIME)
    with database.write() as session:
        session.get_one(User, ana.id).disabled_at = NOON
    with database.read() as session:
        assert user_of(session, secret, now=NOON) is None
    assert not _try(database, PASSWORD, clock)


def test_nine_wrong_passwords_are_forgiven(database: Database, ana: User, clock: StoppedClock) -> None:
    assert [_try(database, "wrong", clock) for _ in range(9)] == [False] * 9
    assert _try(database, PASSWORD, clock)
    with database.read() as session:
        assert session.get_one(User, ana.id).failed_count == 0


def test_the_tenth_locks_the_account_even_for_the_right_password(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    for _ in range(10):
        _try(database, "wrong", clock)
    assert not _try(database, PASSWORD, clock)
    clock.advance(seconds=59)
    assert not _try(database, PASSWORD, clock)
    clock.advance(seconds=1)
    assert _try(database, PASSWORD, clock)


def test_each_further_failure_doubles_the_wait(database: Database, ana: User, clock: StoppedClock) -> None:
    for _ in range(10):
        _try(database, "wrong", clock)
    clock.advance(minutes=1)
    _try(database, "wrong", clock)
    clock.advance(seconds=119)
    assert not _try(database, PASSWORD, clock)
    clock.advance(seconds=1)
    assert _try(database, PASSWORD, clock)


def test_a_lock_is_written_in_the_audit_log_without_the_address(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    for _ in range(10):
        _try(database, "wrong", clock)
    with database.read() as session:
        entry = session.exec(select(AuditEntry).where(col(AuditEntry.action) == "user.locked")).one()
    assert (entry.actor, entry.subject, entry.detail) == (f"user:{ana.id}", f"user:{ana.id}", {"failures": 10})


def test_an_unknown_address_costs_the_same_work_as_a_known_one(
    database: Database, ana: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def compare(password: str, password_hash: str) -> bool:
        compared.append(password_hash)
        return False

    monkeypatch.setattr(room, "matches", compare)
    refusals = []
    for address in (ADDRESS, "nobody@example.org", "no address at all"):
        with pytest.raises(NotAllowed) as refused:
            sign_in(database, address=address, password=PASSWORD, now=NOON, lifetime=LIFETIME)
        refusals.append((refused.value.code, refused.value.params))
    assert refusals == [("staff-sign-in-refused", {})] * 3
    assert [hashed.split("$")[:4] for hashed in compared] == [compared[0].split("$")[:4]] * 3


def test_signing_in_sweeps_out_sessions_that_have_ended(database: Database, ana: User) -> None:
    sign_in(database, address=ADDRESS, password=PASSWORD, now=NOON, lifetime=LIFETIME)
    sign_in(database, address=ADDRESS, password=PASSWORD, now=NOON + LIFETIME, lifetime=LIFETIME)
    with database.read() as session:
        assert len(session.exec(select(StaffSession)).all()) == 1
