"""Accounts that are unlocked or deleted: never the last administrator's, whoever does it at once."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from sqlmodel import Session, select

from core.db import Database
from core.errors import BiltenError, Conflict, NotAllowed
from staff.colleagues import change_roles, delete_account, disable, enable, list_colleagues, unlock
from staff.let_in import let_in
from staff.password_link import make_password_link
from staff.principal import OPERATOR, principal_of
from staff.sign_in import Credentials, account_key, sign_in
from staff.sign_in_guard import SignInGuard
from staff.tables import AuditEntry, KnownDevice, User
from staff.users import find_user, names_of_actors
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.staff.test_colleagues import PASSWORD, _add, _sign_in


def test_who_is_unlocked_signs_in_at_once(database: Database) -> None:
    ana = _add(database, "ana", ADMIN)
    with database.write() as session:
        row = session.get_one(User, ana.id)
        row.failed_count, row.locked_until = 120, NOON.replace(year=NOON.year + 1)
    with pytest.raises(NotAllowed):
        _sign_in(database, "ana")
    with database.write() as session:
        unlock(session, ana.id, actor=OPERATOR, now=NOON)
    assert _sign_in(database, "ana")


@on_sqlite
def test_a_source_need_not_wait_for_an_account_that_was_unlocked(database: Database) -> None:
    _add(database, "ana", ADMIN)
    guard, key = SignInGuard(), account_key(" Ana@Example.org")
    for _ in range(10):
        guard.record_failure("198.51.100.7", key, now=NOON)
    assert guard.wait("198.51.100.7", key, now=NOON) is not None
    guard.forget(key)
    assert guard.wait("198.51.100.7", key, now=NOON) is None


def test_a_deleted_account_opens_nothing_and_history_keeps_the_name(database: Database) -> None:
    ana, boris = _add(database, "ana", ADMIN), _add(database, "boris", APPROVER)
    _sign_in(database, "boris")
    with database.write() as session:
        secret = let_in(session, "boris@example.org", actor="cli", now=NOON).secret
        delete_account(session, boris.id, actor=principal_of(ana), now=NOON)
    with database.read() as session:
        assert [user.name for user in list_colleagues(session)] == ["Ana"]
        assert find_user(session, f"{boris.id}@deleted.invalid") is None
        assert session.exec(select(KnownDevice)).all() == []
        assert names_of_actors(session, [f"user:{boris.id}"]) == {f"user:{boris.id}": "Boris"}
        last = session.exec(select(AuditEntry.action)).all()[-2:]
    assert last == ["user.disabled", "user.deleted"]
    for address in ("boris@example.org", f"{boris.id}@deleted.invalid"):
        for password in (PASSWORD, ""):
            who = Credentials(address, password, "198.51.100.7", secret)
            with pytest.raises(NotAllowed):
                sign_in(database, SignInGuard(), who, now=NOON, lifetime=NOON - NOON)
    again = _add(database, "boris", AUTHOR)
    assert again.id != boris.id


@on_sqlite
@pytest.mark.parametrize(
    "step",
    [
        lambda session, user_id: enable(session, user_id, actor=OPERATOR, now=NOON),
        lambda session, user_id: disable(session, user_id, actor=OPERATOR, now=NOON),
        lambda session, user_id: delete_account(session, user_id, actor=OPERATOR, now=NOON),
        lambda session, user_id: change_roles(session, user_id, ADMIN, actor=OPERATOR, now=NOON),
        lambda session, user_id: make_password_link(session, user_id, actor=OPERATOR, now=NOON),
    ],
)
def test_nothing_brings_a_deleted_account_back(database: Database, step: Callable[[Session, int], object]) -> None:
    boris = _add(database, "boris", APPROVER)
    with database.write() as session:
        delete_account(session, boris.id, actor=OPERATOR, now=NOON)
        with pytest.raises(Conflict):
            step(session, boris.id)


@on_sqlite
def test_only_administrators_unlock_and_delete_and_nobody_deletes_themselves(database: Database) -> None:
    ana, boris = _add(database, "ana", ADMIN), _add(database, "boris", APPROVER)
    with database.write() as session:
        for step in (unlock, delete_account):
            with pytest.raises(NotAllowed):
                step(session, ana.id, actor=principal_of(boris), now=NOON)
        for actor, code in (
            (principal_of(ana), "staff-user-oneself"),
            (OPERATOR, "staff-user-last-administrator"),
        ):
            with pytest.raises(Conflict) as refused:
                delete_account(session, ana.id, actor=actor, now=NOON)
            assert refused.value.code == code


def test_of_three_administrators_who_do_away_with_each_other_at_once_one_stays(database: Database) -> None:
    ana, eva, ida = (_add(database, name, ADMIN) for name in ("ana", "eva", "ida"))
    start, refused = Barrier(3), []

    def act(step: Callable[[Session], object]) -> None:
        start.wait()
        try:
            with database.write() as session:
                step(session)
        except BiltenError as error:
            refused.append(error.code)

    steps: list[Callable[[Session], object]] = [
        lambda session: delete_account(session, eva.id, actor=principal_of(ana), now=NOON),
        lambda session: disable(session, ida.id, actor=principal_of(eva), now=NOON),
        lambda session: change_roles(session, ana.id, AUTHOR, actor=principal_of(ida), now=NOON),
    ]
    threads = [Thread(target=act, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        there = [user for user in list_colleagues(session) if user.roles == ADMIN and user.disabled_at is None]
    assert len(there) == 1
    assert refused == ["staff-user-last-administrator"]
