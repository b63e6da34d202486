"""Second factor: which codes are right and how often, what is stored of them, and what stops a guesser."""

from datetime import timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Secret, ValidationError
from sqlmodel import select

from core.db import Database
from core.errors import Conflict, NotAllowed, NotFound, TooManyAttempts
from staff.own_second_factor import AccountTerms, SetUpRequest, set_up_second_factor
from staff.recovery_codes import code_hash, new_codes
from staff.second_factor import (
    CodeKind,
    has_second_factor,
    open_secret,
    remove_second_factor,
    renew_recovery_codes,
    save_second_factor,
    seal_secret,
    second_factor_state,
    use_code,
)
from staff.settings import SecondFactorSettings
from staff.sign_in import SecondFactorNeeded
from staff.sign_in_guard import SignInGuard
from staff.tables import AuditEntry, RecoveryCode, Role, SecondFactor, StaffSession, User
from staff.totp import STEP_SECONDS, matching_step, new_secret
from staff.try_code import CodeAttempt, try_code
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.people_roles import APPROVER
from tests.staff.test_colleagues import LIFETIME, PASSWORD, _add, _sign_in

KEY = "k" * 40
RULES = AccountTerms(KEY, LIFETIME)
SECRET = new_secret()
HERE, ELSEWHERE = "198.51.100.7", "203.0.113.9"


def code(steps: int = 0, secret: str = SECRET) -> str:
    return pyotp.TOTP(secret).at(NOON + timedelta(seconds=STEP_SECONDS * steps))


@pytest.fixture
def ana(database: Database) -> User:
    return _add(database, "ana", APPROVER)


@pytest.fixture
def codes(database: Database, ana: User) -> list[str]:
    """Her recovery codes; the code of an hour ago has confirmed her app."""
    with database.write() as session:
        step = int(NOON.timestamp()) // STEP_SECONDS - 120
        return save_second_factor(session, ana.id, SECRET, secret_key=KEY, step=step, now=NOON)


def use(database: Database, user: User, typed: str, *, key: str = KEY) -> CodeKind | None:
    with database.write() as session:
        return use_code(session, user.id, typed, secret_key=key, now=NOON)


def actions(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.exec(select(AuditEntry.action)).all())


def test_a_code_of_the_app_is_good_once_and_an_earlier_one_not_after_it(
    database: Database, ana: User, codes: list[str]
) -> None:
    assert use(database, ana, code(-2)) is None
    assert use(database, ana, code(2)) is None
    assert use(database, ana, f" {code()[:3]} {code()[3:]} ") is CodeKind.APP
    assert use(database, ana, code()) is None
    assert use(database, ana, code(-1)) is None
    assert use(database, ana, code(1)) is CodeKind.APP


def test_a_recovery_code_is_good_once_however_it_is_typed(database: Database, ana: User, codes: list[str]) -> None:
    assert len(set(codes)) == 10
    assert use(database, ana, codes[0].upper().replace("-", " ")) is CodeKind.RECOVERY
    assert use(database, ana, codes[0]) is None
    assert use(database, ana, codes[1]) is CodeKind.RECOVERY
    assert actions(database).count("user.recovery_code_used") == 2
    with database.write() as session:
        state = second_factor_state(session, ana.id)
        assert state is not None
        assert state.codes_left == 8
        renewed = renew_recovery_codes(session, ana.id, secret_key=KEY, now=NOON)
    assert use(database, ana, codes[2]) is None
    assert use(database, ana, renewed[2]) is CodeKind.RECOVERY


@on_sqlite
def test_the_rows_tell_neither_key_nor_codes_and_fit_nobody_else(
    database: Database, ana: User, codes: list[str]
) -> None:
    boris = _add(database, "boris", APPROVER)
    with database.read() as session:
        factor = session.exec(select(SecondFactor)).one()
        hashes = session.exec(select(RecoveryCode.code_hash)).all()
    assert SECRET not in factor.sealed_secret
    assert not {typed.replace("-", "") for typed in codes} & set(hashes)
    assert open_secret(factor.sealed_secret, ana.id, secret_key=KEY) == SECRET
    assert open_secret(factor.sealed_secret, boris.id, secret_key=KEY) is None
    assert open_secret(factor.sealed_secret, ana.id, secret_key="o" * 40) is None
    assert use(database, ana, code(), key="o" * 40) is None
    assert use(database, boris, code()) is None


def _set_up(
    database: Database, user: User, *, typed: str, password: str = PASSWORD, sealed_for: int | None = None
) -> list[str]:
    sealed = seal_secret(SECRET, sealed_for or user.id, secret_key=KEY)
    sent = SetUpRequest(sealed, password, CodeAttempt(user.id, typed, HERE))
    return set_up_second_factor(database, SignInGuard(), user, sent, rules=RULES, now=NOON).codes


@on_sqlite
def test_it_is_set_up_with_the_password_and_a_first_code_once_and_ends_other_sessions(
    database: Database, ana: User
) -> None:
    _sign_in(database, "ana")
    for typed, password in (("123", PASSWORD), (code(), "a wrong one")):
        with pytest.raises(NotAllowed):
            _set_up(database, ana, typed=typed, password=password)
    with pytest.raises(NotAllowed):
        _set_up(database, ana, typed=code(), sealed_for=ana.id + 1)
    assert len(_set_up(database, ana, typed=code())) == 10
    with pytest.raises(Conflict):
        _set_up(database, ana, typed=code())
    assert use(database, ana, code()) is None, "the code that confirmed it was used"
    with database.read() as session:
        (held,) = session.exec(select(StaffSession)).all()
        assert held.proved_at == NOON
    with pytest.raises(SecondFactorNeeded):
        _sign_in(database, "ana")
    with database.read() as session:
        assert len(session.exec(select(StaffSession)).all()) == 1


@on_sqlite
def test_wrong_codes_shut_the_source_then_the_account_and_a_right_password_forgets_none_of_them(
    database: Database, ana: User, codes: list[str]
) -> None:
    guard = SignInGuard()

    def attempt(typed: str, source: str) -> bool:
        sent = CodeAttempt(ana.id, typed, source)
        return try_code(database, guard, sent, lambda *_: True, secret_key=KEY, now=NOON)

    for _ in range(10):
        with pytest.raises(NotAllowed):
            attempt("000000", HERE)
    with pytest.raises(TooManyAttempts):
        attempt(code(), HERE)
    for number in range(90):
        with pytest.raises(SecondFactorNeeded):
            _sign_in(database, "ana")
        with pytest.raises(NotAllowed):
            attempt("000000", f"2001:db8:{number:x}::1")
    with pytest.raises(NotAllowed):
        attempt(code(), ELSEWHERE)
    assert actions(database).count("user.second_factor_refused") == 100
    assert "user.locked" in actions(database)


@on_sqlite
def test_it_is_removed_with_its_codes_and_everybody_is_signed_out(
    database: Database, ana: User, codes: list[str]
) -> None:
    with database.write() as session:
        remove_second_factor(session, ana.id, actor="cli", reason="lost at sea", now=NOON)
        assert not has_second_factor(session, ana.id)
        assert session.exec(select(RecoveryCode)).all() == []
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "user.second_factor_removed")).one()
        assert (entry.actor, entry.detail) == ("cli", {"reason": "lost at sea"})
        with pytest.raises(NotFound):
            remove_second_factor(session, ana.id, actor="cli", reason="again", now=NOON)
        with pytest.raises(Conflict):
            renew_recovery_codes(session, ana.id, secret_key=KEY, now=NOON)
    assert _sign_in(database, "ana")


def test_the_codes_are_those_of_the_standard() -> None:
    """RFC 6238, appendix B, for SHA-1, of which an app shows the last six digits."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    for moment, expected in ((59, "287082"), (1111111109, "081804"), (20000000000, "353130")):
        now = NOON.fromtimestamp(moment, NOON.tzinfo)
        assert matching_step(secret, expected, now=now, after=0) == moment // STEP_SECONDS


@given(away=st.integers(-20, 20), used=st.integers(-20, 20))
def test_a_code_is_right_if_it_is_near_and_later_than_the_last(away: int, used: int) -> None:
    present = int(NOON.timestamp()) // STEP_SECONDS
    is_right = abs(away) <= 1 and away > used
    step = matching_step(SECRET, code(away), now=NOON, after=present + used)
    assert step == (present + away if is_right else None)


@given(typed=st.text(max_size=50))
def test_whatever_is_typed_is_no_error(typed: str) -> None:
    assert matching_step(SECRET, typed, now=NOON + timedelta(days=999), after=0) is None or len(typed) >= 6
    code_hash(typed, 1, secret_key=KEY)


def test_recovery_codes_of_two_people_have_different_hashes() -> None:
    (first, *_) = new_codes()
    assert code_hash(first, 1, secret_key=KEY) != code_hash(first, 2, secret_key=KEY)


def test_roles_that_need_one_are_read_from_the_setting_and_unknown_ones_refused() -> None:
    def read(roles: str) -> frozenset[Role]:
        return SecondFactorSettings.read({"second_factor_roles": Secret(roles)}).required_roles

    assert read("") == frozenset()
    assert read(" admin, approver,") == {Role.ADMIN, Role.APPROVER}
    with pytest.raises(ValidationError):
        read("admin,boss")
