"""A one-time link lets a colleague in from a new device, however many others guess at the account."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import select

from core.db import Database
from core.errors import Conflict, NotAllowed, NotFound, TooManyAttempts, Unavailable
from staff import sign_in as room
from staff.hashing import ANYBODY
from staff.let_in import LINK_LIFETIME, let_in
from staff.sign_in import Credentials, SignInResult
from staff.sign_in_guard import SignInGuard
from staff.tables import AuditEntry, KnownDevice, User
from staff.users import add_user, new_user
from tests.conftest import NOON
from tests.people_roles import AUTHOR
from tests.staff.test_hashing import filled

PASSWORD = "correct horse battery"
SignIn = Callable[..., SignInResult]


@pytest.fixture
def ana(database: Database) -> User:
    return _add(database, "ana@example.org")


@pytest.fixture
def sign_in(database: Database) -> SignIn:
    guard = SignInGuard()

    def attempt(
        device: str | None = None,
        *,
        address: str = "ana@example.org",
        password: str = PASSWORD,
        source: str = "198.51.100.7",
        after: timedelta = timedelta(0),
    ) -> SignInResult:
        who = Credentials(address=address, password=password, source=source, device=device)
        return room.sign_in(database, guard, who, now=NOON + after, lifetime=timedelta(hours=12))

    return attempt


def _add(database: Database, address: str) -> User:
    person = new_user(address=address, name="Somebody", roles=AUTHOR, language="sl", password=PASSWORD, now=NOON)
    with database.write() as session:
        return add_user(session, person)


def _link(database: Database, address: str = "ana@example.org") -> str:
    with database.write() as session:
        return let_in(session, address, actor="cli", now=NOON).secret


def _shut(sign_in: SignIn, **who: str) -> None:
    for number in range(110):
        with pytest.raises((NotAllowed, TooManyAttempts)):
            sign_in(password="wrong", source=f"10.{number}.0.1", **who)


def test_an_account_that_a_crowd_has_shut_opens_to_the_link(
    database: Database, ana: User, sign_in: SignIn
) -> None:
    _shut(sign_in)
    with pytest.raises(NotAllowed):
        sign_in()
    assert sign_in(_link(database)).user.id == ana.id


def test_neither_a_flood_nor_a_source_that_has_to_wait_holds_it_up(
    database: Database, ana: User, sign_in: SignIn
) -> None:
    for _ in range(10):
        with pytest.raises(NotAllowed):
            sign_in(password="wrong")
    with filled(ANYBODY):
        assert sign_in(_link(database)).user.id == ana.id


def test_it_is_good_once_and_makes_the_browser_a_known_device(
    database: Database, ana: User, sign_in: SignIn
) -> None:
    link = _link(database)
    device = sign_in(link).device
    assert device != link
    _shut(sign_in)
    with pytest.raises(NotAllowed):
        sign_in(link)
    assert sign_in(device).device == device


def test_it_is_good_for_a_day(database: Database, ana: User, sign_in: SignIn) -> None:
    link = _link(database)
    with filled(ANYBODY):
        with pytest.raises(Unavailable):
            sign_in(link, after=LINK_LIFETIME)
        sign_in(link, after=LINK_LIFETIME - timedelta(seconds=1))


def test_a_new_link_ends_the_one_before_and_leaves_devices_alone(
    database: Database, ana: User, sign_in: SignIn
) -> None:
    device = sign_in().device
    first, second = _link(database), _link(database)
    with filled(ANYBODY):
        with pytest.raises(Unavailable):
            sign_in(first)
        sign_in(second)
        sign_in(device)


def test_it_is_no_use_without_the_password_and_for_nobody_else(
    database: Database, ana: User, sign_in: SignIn
) -> None:
    _add(database, "bor@example.org")
    link = _link(database)
    _shut(sign_in, address="bor@example.org")
    with pytest.raises(NotAllowed):
        sign_in(link, address="bor@example.org")
    for _ in range(10):
        with pytest.raises(NotAllowed):
            sign_in(link, password="wrong")
    with filled(ANYBODY), pytest.raises(Unavailable):
        sign_in(link)


def test_it_is_written_down_and_the_database_keeps_no_secret(database: Database, ana: User) -> None:
    link = _link(database)
    with database.read() as session:
        entry = session.exec(select(AuditEntry)).one()
        assert link not in session.exec(select(KnownDevice)).one().model_dump_json()
    assert (entry.actor, entry.action, entry.subject) == ("cli", "user.let_in", f"user:{ana.id}")


def test_nobody_else_gets_one(database: Database, ana: User) -> None:
    with database.write() as session:
        with pytest.raises(NotFound, match="staff-user-unknown"):
            let_in(session, "nobody@example.org", actor="cli", now=NOON)
        session.get_one(User, ana.id).disabled_at = NOON
        with pytest.raises(Conflict, match="staff-user-disabled"):
            let_in(session, "ana@example.org", actor="cli", now=NOON)
