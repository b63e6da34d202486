"""The link for the first administrator: good once, for a day, and for nobody once there is one."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlmodel import select

from core.db import Database
from core.errors import BiltenError, NotAllowed
from core.signing import Signer
from staff.first_administrator import (
    LINK_LIFETIME,
    SET_UP,
    add_first_administrator,
    check_set_up_token,
    make_set_up_token,
)
from staff.tables import AuditEntry, Role, SetUpLink, User
from staff.users import add_user, new_user
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER
from tests.staff.cheap_passwords import make_passwords_cheap

SIGNER = Signer("a secret of the tests' own, long enough")


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    make_passwords_cheap(monkeypatch)


def person(address: str = "ana@example.org", roles: frozenset[Role] = ADMIN) -> User:
    password = "correct horse battery"
    return new_user(address=address, name="Ana", roles=roles, language="sl", password=password, now=NOON)


def link(database: Database) -> str:
    with database.write() as session:
        token = make_set_up_token(session, SIGNER, now=NOON)
    assert token is not None
    return token


def use(database: Database, token: str, user: User | None = None) -> User:
    user = user or person()  # hashed with no transaction open
    with database.write() as session:
        return add_first_administrator(session, SIGNER, token, user, now=NOON)


def test_it_makes_one_administrator_and_is_over_then(database: Database) -> None:
    token = link(database)
    made = use(database, token)
    assert made.roles == ADMIN
    with pytest.raises(NotAllowed, match="staff-set-up-over"):
        use(database, token, person("eva@example.org"))
    with database.write() as session:
        assert make_set_up_token(session, SIGNER, now=NOON) is None
        assert session.exec(select(SetUpLink)).all() == []
        (entry,) = session.exec(select(AuditEntry)).all()
    assert (entry.action, entry.actor, entry.subject) == ("user.set_up", f"user:{made.id}", f"user:{made.id}")


def test_the_database_has_only_its_hash(database: Database) -> None:
    token = link(database)
    secret = SIGNER.read(SET_UP, token, now=NOON)
    with database.read() as session:
        row = session.exec(select(SetUpLink)).one()
    assert secret not in repr(row)


@on_sqlite
def test_it_is_refused_forged_too_old_for_another_purpose_and_replaced(database: Database) -> None:
    old = link(database)
    token = link(database)
    until = NOON + timedelta(hours=1)
    secret = SIGNER.read(SET_UP, token, now=NOON)
    bad = {
        "damaged": token[:-2],
        "another key": Signer("another secret, long enough as well").sign(SET_UP, secret, expires_at=until),
        "another purpose": SIGNER.sign("invitation", secret, expires_at=until),
        "made up": SIGNER.sign(SET_UP, "secret", expires_at=until),
        "replaced": old,
        "nothing": "",
    }
    for why, forged in bad.items():
        with database.read() as session, pytest.raises(NotAllowed) as refused:
            check_set_up_token(session, SIGNER, forged, now=NOON)
        assert refused.value.code == "staff-set-up-link-refused", why
    with database.read() as session:
        check_set_up_token(session, SIGNER, token, now=NOON + LINK_LIFETIME)
        with pytest.raises(NotAllowed):
            check_set_up_token(session, SIGNER, token, now=NOON + LINK_LIFETIME + timedelta(seconds=1))


@pytest.mark.parametrize("is_disabled", [False, True])
@on_sqlite
def test_an_administrator_who_came_otherwise_ends_it_also_when_they_have_left(
    database: Database, is_disabled: bool
) -> None:
    token = link(database)
    ana = person()
    with database.write() as session:
        add_user(session, ana).disabled_at = NOON if is_disabled else None
    with database.read() as session, pytest.raises(NotAllowed, match="staff-set-up-over"):
        check_set_up_token(session, SIGNER, token, now=NOON)


@on_sqlite
def test_colleagues_who_are_none_do_not(database: Database) -> None:
    token = link(database)
    eva = person("eva@example.org", APPROVER)
    with database.write() as session:
        add_user(session, eva)
    assert use(database, token).roles == ADMIN


def test_of_many_at_once_one_becomes_administrator(database: Database) -> None:
    token = link(database)
    people = [person(f"p{number}@example.org") for number in range(6)]
    start = Barrier(len(people))
    outcomes: list[str] = []

    def press(user: User) -> None:
        start.wait()
        try:
            use(database, token, user)
            outcomes.append("made")
        except BiltenError as refused:
            outcomes.append(refused.code)

    threads = [Thread(target=press, args=(user,)) for user in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made"] + ["staff-set-up-over"] * 5
    with database.read() as session:
        assert len(session.exec(select(User)).all()) == 1
