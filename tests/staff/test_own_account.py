"""One's own account: what a new password ends, whose sessions one can end, and when they end by themselves."""

from datetime import timedelta

import pytest
from sqlmodel import select, update

from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed, TooManyAttempts
from staff.own_account import PasswordChange, change_password, change_profile
from staff.password_link import let_in_lately_by, make_password_link, owner_of_link, set_password
from staff.passwords import hash_password
from staff.principal import principal_of
from staff.sessions import (
    SEEN_EVERY,
    end_other_sessions,
    end_session,
    held_session,
    is_worth_noting,
    list_sessions,
    note_use,
)
from staff.sign_in_guard import SignInGuard
from staff.tables import AuditEntry, KnownDevice, StaffSession, User
from staff.users import get_user
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER
from tests.staff.test_colleagues import ANOTHER, LIFETIME, PASSWORD, _add, _sign_in

IDLE = timedelta(hours=2)
SOURCE = "198.51.100.7"


@pytest.fixture
def ana(database: Database) -> User:
    return _add(database, "ana", APPROVER)


def _change(
    database: Database,
    user: User,
    present: str = PASSWORD,
    new: str = ANOTHER,
    *,
    guard: SignInGuard | None = None,
) -> str:
    change = PasswordChange(present, new, SOURCE)
    return change_password(database, guard or SignInGuard(), user, change, now=NOON, lifetime=LIFETIME)


def _is_held(database: Database, secret: str, *, after: timedelta = timedelta(0)) -> bool:
    with database.read() as session:
        return held_session(session, secret, now=NOON + after, idle=IDLE) is not None


def test_a_new_password_ends_every_session_and_begins_one(database: Database, ana: User) -> None:
    before, boss = [_sign_in(database, "ana") for _ in range(2)], _boss(database)
    with database.write() as session:
        link = make_password_link(session, ana.id, actor=principal_of(boss), now=NOON)
    now_held = _change(database, ana)
    assert [_is_held(database, secret) for secret in (*before, now_held)] == [False, False, True]
    with database.read() as session:
        assert session.exec(select(KnownDevice)).all() == []
        with pytest.raises(NotAllowed):
            owner_of_link(session, link.secret, now=NOON)
        assert "user.password_changed" in session.exec(select(AuditEntry.action)).all()
    with pytest.raises(NotAllowed):
        _sign_in(database, "ana")
    assert _sign_in(database, "ana", ANOTHER)


@on_sqlite
def test_the_present_password_is_asked_for_a_common_one_is_refused_and_attempts_are_counted(
    database: Database, ana: User
) -> None:
    held, guard = _sign_in(database, "ana"), SignInGuard()
    for new in ("password1234", "short", "ana@example.org1"):
        with pytest.raises(InputRefused):
            _change(database, ana, new=new)
    for _ in range(10):
        with pytest.raises(NotAllowed):
            _change(database, ana, "a wrong guess", guard=guard)
    with pytest.raises(TooManyAttempts):
        _change(database, ana, guard=guard)
    assert _is_held(database, held)
    with database.read() as session:
        refused = session.exec(select(AuditEntry).where(AuditEntry.action == "user.password_change_refused")).all()
    assert len(refused) == 10


@on_sqlite
def test_of_two_changes_at_once_one_counts(database: Database, ana: User) -> None:
    _change(database, ana)
    with pytest.raises(Conflict):
        _change(database, ana)  # the other had read the account before


@on_sqlite
def test_whoever_let_somebody_in_is_not_forgotten_by_another_change(database: Database, ana: User) -> None:
    boss = _boss(database)
    with database.write() as session:
        secret = make_password_link(session, ana.id, actor=principal_of(boss), now=NOON).secret
    hashed = hash_password(ANOTHER)
    with database.write() as session:
        changed = set_password(session, secret, hashed, now=NOON)
    _change(database, changed, ANOTHER, PASSWORD)
    with database.read() as session:
        assert let_in_lately_by(get_user(session, ana.id), now=NOON) == [f"user:{boss.id}"]


@on_sqlite
def test_a_session_ends_when_nobody_uses_it_and_lasts_while_somebody_does(database: Database, ana: User) -> None:
    secret = _sign_in(database, "ana")
    assert _is_held(database, secret, after=IDLE - timedelta(seconds=1))
    assert not _is_held(database, secret, after=IDLE)
    with database.write() as session:
        (row,) = session.exec(select(StaffSession)).all()
        assert not is_worth_noting(row, now=NOON)
        assert is_worth_noting(row, now=NOON + SEEN_EVERY)
        note_use(session, row.id, now=NOON + IDLE / 2)
        note_use(session, row.id, now=NOON)
    assert _is_held(database, secret, after=IDLE)
    with database.write() as session:
        session.execute(update(StaffSession).values(seen_at=NOON + LIFETIME))
    assert not _is_held(database, secret, after=LIFETIME), "however busy, it ends at its time"


@on_sqlite
def test_one_ends_ones_own_sessions_and_nobody_elses(database: Database, ana: User) -> None:
    _add(database, "boris", APPROVER)
    here, there, third = (_sign_in(database, "ana") for _ in range(3))
    other = _sign_in(database, "boris")
    with database.write() as session:
        rows = {row.secret_hash: row for row in session.exec(select(StaffSession))}
        of_boris = held_session(session, other, now=NOON, idle=IDLE)
        of_there = held_session(session, there, now=NOON, idle=IDLE)
        assert of_boris is not None
        assert of_there is not None
        assert len(rows) == 4
        for row in (of_boris[1], of_there[1]):
            end_session(session, ana.id, row.id, now=NOON)
        assert len(list_sessions(session, ana.id, now=NOON, idle=IDLE)) == 2
        end_other_sessions(session, ana.id, here, now=NOON)
    assert [_is_held(database, secret) for secret in (here, there, third, other)] == [True, False, False, True]


@on_sqlite
def test_name_and_language_are_checked_and_changes_are_in_the_audit_log(database: Database, ana: User) -> None:
    with database.write() as session:
        for name, language in ((" ", "sl"), ("x" * 121, "sl"), ("Ana", "fa")):
            with pytest.raises(InputRefused):
                change_profile(session, ana.id, name=name, language=language, now=NOON)
        change_profile(session, ana.id, name=" Ana N. ", language="en", now=NOON)
        change_profile(session, ana.id, name="Ana N.", language="en", now=NOON)
        (entry,) = session.exec(select(AuditEntry).where(AuditEntry.action == "user.profile_changed")).all()
        assert (session.get_one(User, ana.id).name, entry.detail) == ("Ana N.", {"changed": ["name", "language"]})


def _boss(database: Database) -> User:
    return _add(database, "boss", ADMIN)
