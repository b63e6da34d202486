"""Colleagues: invited by a link, given roles, disabled, signed out; and never without an administrator."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from core.db import Database
from core.errors import BiltenError, Conflict, NotAllowed, NotFound
from staff import sign_in as room
from staff.colleagues import change_roles, disable, enable, invite, list_colleagues, sign_out_everywhere
from staff.password_link import LINK_LIFETIME, make_password_link, owner_of_link, set_password
from staff.passwords import hash_password
from staff.principal import OPERATOR, principal_of
from staff.roles import Permission
from staff.sessions import held_session
from staff.sign_in import Credentials
from staff.sign_in_guard import SignInGuard
from staff.tables import AuditEntry, KnownDevice, PasswordLink, Role, User
from staff.users import LATELY, add_user, invited_user, new_user, who_could_lately
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER, AUTHOR

LIFETIME = timedelta(hours=12)
PASSWORD, ANOTHER = "correct horse battery", "staple paper window"


@pytest.fixture
def ana(database: Database) -> User:
    return _add(database, "ana", ADMIN)


@pytest.fixture
def boris(database: Database) -> User:
    return _add(database, "boris", APPROVER)


def _add(database: Database, name: str, roles: frozenset[Role]) -> User:
    person = new_user(
        address=f"{name}@example.org", name=name.title(), roles=roles, language="sl", password=PASSWORD, now=NOON
    )
    with database.write() as session:
        return add_user(session, person)


def _sign_in(database: Database, name: str, password: str = PASSWORD) -> str:
    who = Credentials(f"{name}@example.org", password, "198.51.100.7")
    return room.sign_in(database, SignInGuard(), who, now=NOON, lifetime=timedelta(hours=12)).secret


def test_who_is_invited_signs_in_with_the_password_that_they_set(database: Database, ana: User) -> None:
    cilka = invited_user(address="cilka@example.org", name="Cilka", roles=AUTHOR, language="sl", now=NOON)
    with database.write() as session:
        secret = invite(session, cilka, actor=principal_of(ana), now=NOON).secret
    with pytest.raises(NotAllowed):
        _sign_in(database, "cilka")
    with database.read() as session:
        assert owner_of_link(session, secret, now=NOON).name == "Cilka"
    hashed = hash_password(PASSWORD)
    with database.write() as session:
        set_password(session, secret, hashed, now=NOON)
    assert _sign_in(database, "cilka")
    with database.read() as session:
        assert session.exec(select(PasswordLink)).all() == []
        assert [entry.action for entry in session.exec(select(AuditEntry))][:3] == [
            "user.added",
            "user.sign_in_refused",
            "user.password_set",
        ]


@on_sqlite
@pytest.mark.parametrize("wrong", ["used", "old", "replaced", "forged", "disabled"])
def test_a_link_is_good_once_and_not_for_ever(database: Database, ana: User, boris: User, wrong: str) -> None:
    now = NOON + LINK_LIFETIME if wrong == "old" else NOON
    with database.write() as session:
        secret = make_password_link(session, boris.id, actor=principal_of(ana), now=NOON).secret
        if wrong == "used":
            set_password(session, secret, "a hash", now=NOON)
        elif wrong == "replaced":
            make_password_link(session, boris.id, actor=principal_of(ana), now=NOON)
        elif wrong == "forged":
            secret += "x"
        elif wrong == "disabled":
            disable(session, boris.id, actor=principal_of(ana), now=NOON)
    with database.write() as session, pytest.raises(NotAllowed):
        set_password(session, secret, "a hash", now=now)


def test_a_new_password_ends_what_was_open_with_the_old_one(database: Database, ana: User, boris: User) -> None:
    old, hashed = _sign_in(database, "boris"), hash_password(ANOTHER)
    with database.write() as session:
        secret = make_password_link(session, boris.id, actor=principal_of(ana), now=NOON).secret
        assert held_session(session, old, now=NOON, idle=LIFETIME) is not None, (
            "until the link is used, nothing has changed"
        )
        set_password(session, secret, hashed, now=NOON)
        assert held_session(session, old, now=NOON, idle=LIFETIME) is None
        assert session.exec(select(KnownDevice)).all() == []
    with pytest.raises(NotAllowed):
        _sign_in(database, "boris")
    assert _sign_in(database, "boris", ANOTHER)


def test_who_is_disabled_is_out_at_once_and_comes_back_by_signing_in(
    database: Database, ana: User, boris: User
) -> None:
    open_secret = _sign_in(database, "boris")
    with database.write() as session:
        disable(session, boris.id, actor=principal_of(ana), now=NOON)
    with pytest.raises(NotAllowed):
        _sign_in(database, "boris")
    with database.write() as session:
        enable(session, boris.id, actor=principal_of(ana), now=NOON)
        assert held_session(session, open_secret, now=NOON, idle=LIFETIME) is None
    assert _sign_in(database, "boris")


@on_sqlite
def test_who_is_signed_out_everywhere_has_no_open_session(database: Database, ana: User, boris: User) -> None:
    first, second = _sign_in(database, "boris"), _sign_in(database, "boris")
    with database.write() as session:
        sign_out_everywhere(session, boris.id, actor=principal_of(ana), now=NOON)
        assert (
            held_session(session, first, now=NOON, idle=LIFETIME)
            is held_session(session, second, now=NOON, idle=LIFETIME)
            is None
        )


@on_sqlite
@pytest.mark.parametrize(
    "step",
    [
        lambda session, actor: change_roles(session, 1, AUTHOR, actor=actor, now=NOON),
        lambda session, actor: disable(session, 1, actor=actor, now=NOON),
    ],
)
def test_nobody_takes_themselves_or_the_last_administrator_away(
    database: Database, ana: User, step: Callable[..., User]
) -> None:
    assert ana.id == 1
    for actor, code in ((principal_of(ana), "staff-user-oneself"), (OPERATOR, "staff-user-last-administrator")):
        with database.write() as session, pytest.raises(Conflict) as refused:
            step(session, actor)
        assert refused.value.code == code


@on_sqlite
def test_only_administrators_do_any_of_it(database: Database, ana: User, boris: User) -> None:
    actor = principal_of(boris)
    person = invited_user(address="eva@example.org", name="Eva", roles=AUTHOR, language="sl", now=NOON)
    with database.write() as session:
        for step in (
            lambda: invite(session, person, actor=actor, now=NOON),
            lambda: change_roles(session, ana.id, AUTHOR, actor=actor, now=NOON),
            lambda: disable(session, ana.id, actor=actor, now=NOON),
            lambda: enable(session, ana.id, actor=actor, now=NOON),
            lambda: sign_out_everywhere(session, ana.id, actor=actor, now=NOON),
            lambda: make_password_link(session, ana.id, actor=actor, now=NOON),
        ):
            with pytest.raises(NotAllowed):
                step()
        with pytest.raises(NotFound):
            disable(session, 99, actor=OPERATOR, now=NOON)


def test_of_two_administrators_who_demote_each_other_at_once_one_stays(database: Database, ana: User) -> None:
    eva = _add(database, "eva", ADMIN)
    start, refused = Barrier(2), []

    def demote(actor: User, other: User) -> None:
        start.wait()
        try:
            with database.write() as session:
                change_roles(session, other.id, AUTHOR, actor=principal_of(actor), now=NOON)
        except BiltenError as error:
            refused.append(error.code)

    threads = [Thread(target=demote, args=pair) for pair in ((ana, eva), (eva, ana))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        assert [user.roles for user in list_colleagues(session)].count(ADMIN) == 1
    assert refused == ["staff-user-last-administrator"]


MADE = {
    "author": AUTHOR,
    "sender": frozenset({Role.SENDER}),
    "approver": APPROVER,
    "admin": ADMIN,
    "both": ADMIN | AUTHOR,
}
APPROVING = {Role.APPROVER, Role.ADMIN}
STEPS = st.lists(
    st.tuples(
        st.sampled_from([*MADE, "disable", "enable"]),
        st.integers(min_value=0, max_value=30),
    ),
    max_size=8,
)


@on_sqlite
def test_who_could_approve_within_a_day_counts_as_there(database: Database, ana: User) -> None:
    @given(steps=STEPS)
    def check(steps: list[tuple[str, int]]) -> None:
        user = _add_once(database)
        now, until = NOON, NOON - LATELY
        with database.write() as session:
            reset = session.get_one(User, user.id)
            reset.roles, reset.disabled_at, reset.former_roles, reset.former_until = APPROVER, None, None, None
            for step, hours in steps:
                if not reset.roles.isdisjoint(APPROVING) and reset.disabled_at is None:
                    until = now + timedelta(hours=hours)
                now += timedelta(hours=hours)
                _do(session, user.id, step, now)
            may_now = not reset.roles.isdisjoint(APPROVING) and reset.disabled_at is None
            names = [person.name for person in who_could_lately(session, Permission.APPROVE, now=now)]
            assert ("Cilka" in names) == (may_now or until > now - LATELY)

    check()


def _do(session: Session, user_id: int, step: str, now: datetime) -> None:
    if step in MADE:
        change_roles(session, user_id, MADE[step], actor=OPERATOR, now=now)
    else:
        (disable if step == "disable" else enable)(session, user_id, actor=OPERATOR, now=now)


def _add_once(database: Database) -> User:
    with database.read() as session:
        known = session.exec(select(User).where(User.name == "Cilka")).one_or_none()
    return known or _add(database, "cilka", APPROVER)
