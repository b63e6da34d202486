"""Signing in, staying signed in, signing out, and what stops a guesser."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from core.db import Database
from core.errors import NotAllowed, TooManyAttempts, Unavailable
from staff import sign_in as room
from staff.hashing import ANYBODY, KNOWN, Bulkhead
from staff.known_devices import DEVICES_OF_A_PERSON
from staff.passwords import nobodys_hash
from staff.sessions import held_session, sign_out
from staff.sign_in import Credentials, SignInResult
from staff.sign_in_guard import SignInGuard
from staff.tables import AuditEntry, KnownDevice, StaffSession, User
from staff.users import add_user, new_user
from tests.conftest import NOON, StoppedClock
from tests.people_roles import AUTHOR
from tests.staff.test_hashing import filled
from tests.web.statements import statements_of

ADDRESS, PASSWORD = "ana@example.org", "correct horse battery"
LIFETIME = timedelta(hours=12)
HOME, ELSEWHERE = "198.51.100.7", "203.0.113.9"


class GuardOfTest:
    """The guard of the process that a test stands for."""

    guard = SignInGuard()


@pytest.fixture(autouse=True)
def fresh_guard() -> None:
    GuardOfTest.guard = SignInGuard()


def sign_in(
    database: Database,
    *,
    address: str = ADDRESS,
    password: str = PASSWORD,
    source: str = HOME,
    device: str | None = None,
    now: datetime = NOON,
) -> SignInResult:
    who = Credentials(address=address, password=password, source=source, device=device)
    return room.sign_in(database, GuardOfTest.guard, who, now=now, lifetime=LIFETIME)


@pytest.fixture
def ana(database: Database) -> User:
    person = new_user(address=ADDRESS, name="Ana", roles=AUTHOR, language="sl", password=PASSWORD, now=NOON)
    with database.write() as session:
        return add_user(session, person)


def _try(
    database: Database, password: str, clock: StoppedClock, source: str = HOME, device: str | None = None
) -> bool:
    try:
        sign_in(database, password=password, source=source, device=device, now=clock.now())
    except (NotAllowed, TooManyAttempts):
        return False
    return True


def test_the_right_password_opens_a_session(database: Database, ana: User) -> None:
    signed_in = sign_in(database, address="Ana@Example.org")
    assert signed_in.user.id == ana.id
    with database.read() as session:
        held = held_session(session, signed_in.secret, now=NOON + LIFETIME - timedelta(seconds=1), idle=LIFETIME)
        assert held is not None
        assert held[0].id == ana.id


def test_the_database_keeps_no_secret(database: Database, ana: User) -> None:
    secret = sign_in(database).secret
    with database.read() as session:
        stored = session.exec(select(StaffSession)).one()
    assert secret not in stored.model_dump_json()
    assert len(secret) >= 43


def test_a_session_ends_with_its_lifetime(database: Database, ana: User) -> None:
    secret = sign_in(database).secret
    with database.read() as session:
        assert held_session(session, secret, now=NOON + LIFETIME, idle=LIFETIME) is None


def test_signing_out_ends_one_session_and_doing_it_twice_is_no_error(database: Database, ana: User) -> None:
    here, there = sign_in(database).secret, sign_in(database).secret
    for _ in range(2):
        with database.write() as session:
            sign_out(session, here, now=NOON)
    with database.read() as session:
        last = session.exec(select(AuditEntry).order_by(col(AuditEntry.id).desc()).limit(2)).all()
        name = f"user:{ana.id}"
        assert [(entry.action, entry.actor) for entry in last] == [
            ("user.signed_out", name),
            ("user.signed_in", name),
        ]
        assert held_session(session, here, now=NOON, idle=LIFETIME) is None
        assert held_session(session, there, now=NOON, idle=LIFETIME) is not None


def test_a_disabled_person_is_out_at_once_and_stays_out(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    secret = sign_in(database).secret
    with database.write() as session:
        session.get_one(User, ana.id).disabled_at = NOON
    with database.read() as session:
        assert held_session(session, secret, now=NOON, idle=LIFETIME) is None
    assert not _try(database, PASSWORD, clock)


def test_nine_wrong_passwords_are_forgiven(database: Database, ana: User, clock: StoppedClock) -> None:
    assert [_try(database, "wrong", clock) for _ in range(9)] == [False] * 9
    assert _try(database, PASSWORD, clock)
    with database.read() as session:
        assert session.get_one(User, ana.id).failed_count == 0


def test_the_tenth_shuts_the_account_to_that_source_even_with_the_right_password(
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


def test_nobody_is_locked_out_by_what_comes_from_elsewhere(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    """49 requests from one source kept a colleague out for 30 days."""
    for _ in range(500):
        _try(database, "wrong", clock, source=ELSEWHERE)
        clock.advance(seconds=30)
    assert not _try(database, PASSWORD, clock, source=ELSEWHERE)
    assert _try(database, PASSWORD, clock, source=HOME)


def test_a_crowd_of_sources_shuts_the_account_for_minutes_but_never_to_a_known_device(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    device = sign_in(database).device
    for number in range(110):
        _try(database, "wrong", clock, source=f"10.0.{number}.1")
    assert not _try(database, PASSWORD, clock, source="10.1.1.1")
    assert _try(database, PASSWORD, clock, source="10.1.1.1", device=device)
    for number in range(110):
        _try(database, "wrong", clock, source=f"10.2.{number}.1")
    assert not _try(database, PASSWORD, clock, source="10.1.1.1")
    clock.advance(minutes=15)
    assert _try(database, PASSWORD, clock, source="10.1.1.1")


def test_one_network_shuts_nobodys_account(database: Database, ana: User, clock: StoppedClock) -> None:
    """100 guesses from 100 of the 65,536 networks that one /48 has shut a colleague with a new laptop out."""
    for number in range(1000):
        _try(database, "wrong", clock, source=f"2001:db8:1:{number * 64:x}::/64")
    assert not _try(database, PASSWORD, clock, source="2001:db8:1:ffff::/64")
    for number in range(250):
        _try(database, "wrong", clock, source=f"203.0.113.{number}")
    assert _try(database, PASSWORD, clock)


def test_a_network_in_which_somebody_signs_in_is_not_shut_for_their_own_mistakes(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    for number in range(30):
        for _ in range(3):
            _try(database, "wrong", clock, source=f"203.0.113.{number}")
        clock.advance(hours=1)
        assert _try(database, PASSWORD, clock, source=f"203.0.113.{number}")


def test_who_stole_a_device_cookie_guesses_no_longer_than_others(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    device = sign_in(database).device
    for number in range(30):
        _try(database, "wrong", clock, source=f"10.0.0.{number}", device=device)
    with database.read() as session:
        known = session.exec(select(KnownDevice)).one()
        assert (known.failed_count, session.get_one(User, ana.id).failed_count) == (10, 20)


def test_a_device_cookie_signs_nobody_in_and_is_no_use_for_others(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    bor = new_user(address="bor@example.org", name="Bor", roles=AUTHOR, language="sl", password=PASSWORD, now=NOON)
    with database.write() as session:
        add_user(session, bor)
    device = sign_in(database).device
    assert not _try(database, "wrong", clock, device=device)
    again = sign_in(database, address="bor@example.org", device=device)
    assert again.device != device


def test_of_a_persons_devices_only_the_latest_are_kept(database: Database, ana: User) -> None:
    devices = [sign_in(database, now=NOON + timedelta(hours=n)).device for n in range(DEVICES_OF_A_PERSON + 3)]
    kept = sign_in(database, device=devices[-1], now=NOON + timedelta(days=9)).device
    assert kept == devices[-1]
    with database.read() as session:
        rows = session.exec(select(KnownDevice)).all()
    assert len(rows) == DEVICES_OF_A_PERSON
    assert all(device not in row.model_dump_json() for device in devices for row in rows)


def test_one_source_tries_only_so_many_accounts(database: Database, ana: User, clock: StoppedClock) -> None:
    """Password spraying."""
    for number in range(30):
        with pytest.raises(NotAllowed):
            sign_in(database, address=f"user{number}@example.org", source=ELSEWHERE)
    with pytest.raises(TooManyAttempts) as refused:
        sign_in(database, source=ELSEWHERE)
    assert refused.value.params == {"minutes": 1}
    assert _try(database, PASSWORD, clock, source=HOME)


def test_a_lock_is_written_in_the_audit_log_without_the_address(
    database: Database, ana: User, clock: StoppedClock
) -> None:
    for number in range(100):
        _try(database, "wrong", clock, source=f"10.0.{number}.1")
    with database.read() as session:
        entry = session.exec(select(AuditEntry).where(col(AuditEntry.action) == "user.locked")).one()
    assert (entry.actor, entry.subject, entry.detail) == (f"user:{ana.id}", f"user:{ana.id}", {"failures": 100})


def test_a_flood_of_strangers_refuses_no_known_device(database: Database, ana: User, clock: StoppedClock) -> None:
    """12 of 12 with the right password and a known device were refused: all shared the places for hashing."""
    device = sign_in(database).device
    with filled(ANYBODY):
        with pytest.raises(Unavailable, match="staff-sign-in-busy"):
            sign_in(database, source=ELSEWHERE)
        assert _try(database, PASSWORD, clock, source=ELSEWHERE, device=device)
    assert _try(database, PASSWORD, clock, source=ELSEWHERE)


def test_no_cookie_of_another_account_and_no_invented_one_gets_a_place_of_known_devices(
    database: Database, ana: User
) -> None:
    bor = new_user(address="bor@example.org", name="Bor", roles=AUTHOR, language="sl", password=PASSWORD, now=NOON)
    with database.write() as session:
        add_user(session, bor)
    device = sign_in(database, address="bor@example.org").device
    with filled(ANYBODY):
        for cookie in (device, "invented", ""):
            with pytest.raises(Unavailable, match="staff-sign-in-busy"):
                sign_in(database, device=cookie)


def test_an_unknown_person_takes_no_place_of_known_devices_either(database: Database, ana: User) -> None:
    device = sign_in(database).device
    nobodys_hash.cache_clear()
    with filled(KNOWN):
        with pytest.raises(NotAllowed):
            sign_in(database, address="nobody@example.org")
        with pytest.raises(Unavailable, match="staff-sign-in-busy"):
            sign_in(database, device=device)


def test_who_has_to_wait_costs_the_database_nothing(
    database: Database, ana: User, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(10):
        _try(database, "wrong", clock, source=ELSEWHERE)

    def asked() -> None:
        raise AssertionError("the database was asked")

    monkeypatch.setattr(database, "read", asked)
    with pytest.raises(TooManyAttempts):
        sign_in(database, source=ELSEWHERE)
    with filled(ANYBODY), pytest.raises(Unavailable, match="staff-sign-in-busy"):
        sign_in(database)


def test_an_unknown_address_costs_the_same_work_as_a_known_one(
    database: Database, ana: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def compare(password: str, password_hash: str, *, places: Bulkhead) -> bool:
        assert places is ANYBODY
        compared.append(password_hash)
        return False

    monkeypatch.setattr(room, "matches", compare)
    refusals = []
    for address in (ADDRESS, "nobody@example.org", "no address at all"):
        with pytest.raises(NotAllowed) as refused:
            sign_in(database, address=address)
        refusals.append((refused.value.code, refused.value.params))
    assert refusals == [("staff-sign-in-refused", {})] * 3
    assert [hashed.split("$")[:4] for hashed in compared] == [compared[0].split("$")[:4]] * 3


def test_for_whomever_it_is_the_database_is_asked_and_told_the_same(database: Database, ana: User) -> None:
    closed = {"gone@example.org": {"disabled_at": NOON}, "shut@example.org": {"locked_until": NOON + LIFETIME}}
    with database.write() as session:
        for address, changed in closed.items():
            session.add(User(**ana.model_dump(exclude={"id"}) | {"address": address} | changed))
    asked = []
    for address in (ADDRESS, "nobody@example.org", *closed):
        with statements_of(database) as statements, pytest.raises(NotAllowed):
            sign_in(database, address=address, password="a wrong guess")
        asked.append(sorted(text.partition(" WHERE")[0] for text in statements))
    assert asked == [asked[0]] * 4
    assert any(text.startswith("INSERT INTO audit_entry") for text in asked[0])


def test_signing_in_sweeps_out_sessions_that_have_ended(database: Database, ana: User) -> None:
    sign_in(database)
    sign_in(database, now=NOON + LIFETIME)
    with database.read() as session:
        assert len(session.exec(select(StaffSession)).all()) == 1
