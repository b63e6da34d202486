"""Passkeys: what a device must have signed, for whom, where and when; and that nothing is good twice."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import col, func, select

from core.db import Database
from core.errors import Conflict, InputRefused, NotAllowed, NotFound, TooManyAttempts
from staff.colleagues import delete_account, disable
from staff.own_second_factor import AccountTerms, PasskeyRequest, SetUpResult, add_own_passkey
from staff.passkey_ceremony import PasskeyAnswerRefused, new_passkey_question, passkey_question, read_used_answer
from staff.passkey_challenges import CHALLENGE_LIFETIME, MOST_TO_SIGN_IN, new_challenge
from staff.passkey_sign_in import PasskeyCredentials, sign_in_with_passkey
from staff.passkey_site import PasskeySite, passkey_site
from staff.passkeys import MAX_NAME, check_passkey_name, list_passkeys, user_handle
from staff.principal import OPERATOR
from staff.second_factor import (
    has_second_factor,
    remove_app,
    remove_own_passkey,
    remove_second_factor,
    save_second_factor,
    second_factor_state,
    use_code,
)
from staff.sign_in import SecondFactorNeeded, SignInResult
from staff.sign_in_guard import SignInGuard
from staff.tables import (
    AuditEntry,
    Passkey,
    PasskeyChallenge,
    PasskeyPurpose,
    RecoveryCode,
    StaffSession,
    User,
)
from staff.totp import new_secret
from staff.try_code import CodeAttempt, try_code
from staff.try_passkey import PasskeyAttempt
from tests.conftest import NOON
from tests.people_roles import ADMIN, APPROVER
from tests.staff.software_device import BE, HOST, ORIGIN, UP, VERIFIED, SoftwareDevice
from tests.staff.test_colleagues import LIFETIME, PASSWORD, _add, _sign_in

KEY = "k" * 40
RULES = AccountTerms(KEY, LIFETIME)
SITE = PasskeySite(HOST, ORIGIN)
BROWSER = "the cookie of this browser"
HERE = "198.51.100.7"


@pytest.fixture
def ana(database: Database) -> User:
    return _add(database, "ana", APPROVER)


def add(
    database: Database, user: User, device: SoftwareDevice, *, name: str = "Phone", password: str = PASSWORD
) -> SetUpResult:
    handle = user_handle(user.id, secret_key=KEY)
    with database.write() as session:
        challenge = new_challenge(session, BROWSER, PasskeyPurpose.ADD, user_id=user.id, now=NOON)
    answer = device.make(new_passkey_question(SITE, user, handle, challenge, taken=()))
    request = PasskeyRequest(name, password, PasskeyAttempt(answer, BROWSER, SITE), HERE)
    return add_own_passkey(database, SignInGuard(), user, request, rules=RULES, now=NOON)


@pytest.fixture
def device(database: Database, ana: User) -> SoftwareDevice:
    """With a passkey of hers."""
    made = SoftwareDevice()
    add(database, ana, made)
    return made


def ask(
    database: Database,
    *,
    user: User | None = None,
    holder: str = BROWSER,
    purpose: PasskeyPurpose | None = None,
    now: datetime = NOON,
) -> str:
    why = purpose or (PasskeyPurpose.PROVE if user else PasskeyPurpose.SIGN_IN)
    with database.write() as session:
        user_id = user.id if user else None
        return passkey_question(SITE, new_challenge(session, holder, why, user_id=user_id, now=now))


def give(
    database: Database,
    answer: str,
    *,
    guard: SignInGuard | None = None,
    holder: str = BROWSER,
    site: PasskeySite = SITE,
    now: datetime = NOON,
) -> SignInResult:
    return sign_in_with_passkey(
        database,
        guard or SignInGuard(),
        PasskeyCredentials(PasskeyAttempt(answer, holder, site), HERE),
        now=now,
        lifetime=LIFETIME,
        on_new_device=lambda session, user: None,
    )


def prove(database: Database, user: User, answer: str, *, guard: SignInGuard | None = None) -> bool:
    attempt = CodeAttempt(user.id, "", HERE, passkey=PasskeyAttempt(answer, BROWSER, SITE))
    is_right = try_code(
        database, guard or SignInGuard(), attempt, lambda session, user: True, secret_key=KEY, now=NOON
    )
    return is_right


def actions(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id))))


def test_one_signs_in_by_itself_and_counts_as_both_factors(
    database: Database, ana: User, device: SoftwareDevice
) -> None:
    signed_in = give(database, device.use(ask(database)))
    with database.read() as session:
        sessions = session.exec(select(StaffSession).where(StaffSession.proved_at == NOON)).all()
        (passkey,) = list_passkeys(session, ana.id)
    assert (signed_in.user.id, signed_in.is_new_device, len(sessions)) == (ana.id, True, 2)
    assert (passkey.name, passkey.used_at, passkey.sign_count, passkey.host) == ("Phone", NOON, 1, HOST)
    assert actions(database)[-2:] == ["user.passkey_added", "user.signed_in"]


def test_the_first_one_brings_recovery_codes_and_ends_other_sessions(database: Database, ana: User) -> None:
    _sign_in(database, "ana")
    made = add(database, ana, SoftwareDevice())
    further = add(database, ana, SoftwareDevice(), name="Computer")
    assert (len(made.codes), further.codes) == (10, [])
    with database.write() as session:
        assert session.exec(select(func.count()).select_from(StaffSession)).one() == 1
        assert save_second_factor(session, ana.id, new_secret(), secret_key=KEY, step=0, now=NOON) == []
        assert use_code(session, ana.id, made.codes[0], secret_key=KEY, now=NOON)


def test_after_the_password_it_is_the_second_factor(database: Database, ana: User, device: SoftwareDevice) -> None:
    with pytest.raises(SecondFactorNeeded):
        _sign_in(database, "ana")
    answer = device.use(ask(database, user=ana))
    assert prove(database, ana, answer)
    with pytest.raises(NotAllowed):
        prove(database, ana, answer)


def test_an_answer_is_good_once_in_the_browser_that_was_asked_for_what_and_when_it_was_asked(
    database: Database, ana: User, device: SoftwareDevice
) -> None:
    answer = device.use(ask(database))
    give(database, answer)
    replayed = replace(device, counter=0)
    late = NOON + CHALLENGE_LIFETIME
    for refused in (
        lambda: give(database, answer),
        lambda: give(database, device.use(ask(database)), holder="another browser"),
        lambda: give(database, device.use(ask(database)), now=late),
        lambda: give(database, device.use(ask(database, user=ana))),
        lambda: give(database, device.use(ask(database, purpose=PasskeyPurpose.ADD))),
        lambda: give(database, device.use('{"challenge": "AAAA"}')),
        lambda: prove(database, ana, device.use(ask(database))),
        lambda: give(database, replayed.use(ask(database))),
    ):
        with pytest.raises(NotAllowed, match="staff-passkey-refused"):
            refused()


@pytest.mark.parametrize(
    "falsify",
    [
        lambda device: replace(device, origin="https://bi1ten.example.org"),
        lambda device: replace(device, origin="http://bilten.example.org"),
        lambda device: replace(device, host="example.org"),
        lambda device: replace(device, flags=UP),
        lambda device: replace(device, flags=VERIFIED & ~UP),
        lambda device: replace(device, flags=VERIFIED | BE),
        lambda device: replace(device, key=SoftwareDevice().key),
        lambda device: replace(device, is_in_a_frame=True),
        lambda device: replace(device, user_handle=user_handle(4711, secret_key=KEY)),
        lambda device: replace(device, user_handle=None),
        lambda device: replace(device, credential_id=b"nobody knows it!"),
    ],
    ids=("origin", "scheme", "host", "verified", "present", "copied", "key", "frame", "owner", "none", "unknown"),
)
def test_what_is_false_is_refused_in_the_same_words(
    database: Database, device: SoftwareDevice, falsify: Callable[[SoftwareDevice], SoftwareDevice]
) -> None:
    with pytest.raises(NotAllowed, match="staff-passkey-refused"):
        give(database, falsify(device).use(ask(database)))
    assert give(database, device.use(ask(database)))


def test_a_counter_that_goes_back_or_stands_still_is_refused_and_noted_but_no_guess(
    database: Database, ana: User, device: SoftwareDevice
) -> None:
    copy = replace(device)
    for _ in range(3):
        give(database, device.use(ask(database)))
    still = replace(device, steps=0)
    for use in (
        lambda: give(database, copy.use(ask(database))),
        lambda: prove(database, ana, still.use(ask(database, user=ana))),
    ):
        with pytest.raises(NotAllowed, match="staff-passkey-refused"):
            use()
        assert actions(database)[-1] == "user.passkey_counter_refused"
    with database.read() as session:
        assert session.get_one(User, ana.id).failed_count == 0


def test_a_device_that_counts_nothing_is_as_good(database: Database, ana: User) -> None:
    device = SoftwareDevice(steps=0)
    add(database, ana, device)
    assert give(database, device.use(ask(database))).user.id == give(database, device.use(ask(database))).user.id


def test_whoever_is_disabled_or_deleted_gets_in_by_none(
    database: Database, ana: User, device: SoftwareDevice
) -> None:
    _add(database, "boss", ADMIN)
    with database.write() as session:
        disable(session, ana.id, actor=OPERATOR, now=NOON)
    with pytest.raises(NotAllowed, match="staff-passkey-refused"):
        give(database, device.use(ask(database)))
    with database.write() as session:
        delete_account(session, ana.id, actor=OPERATOR, now=NOON)
        assert not has_second_factor(session, ana.id)


def test_guesses_are_counted_as_passwords_are_by_account_and_by_source(
    database: Database, ana: User, device: SoftwareDevice
) -> None:
    guard, stolen = SignInGuard(), replace(device, key=SoftwareDevice().key)
    for _ in range(10):
        with pytest.raises(NotAllowed):
            give(database, stolen.use(ask(database)), guard=guard)
    with pytest.raises(TooManyAttempts):
        give(database, device.use(ask(database)), guard=guard)
    with database.read() as session:
        assert session.get_one(User, ana.id).failed_count == 10
    assert actions(database).count("user.sign_in_refused") == 10
    with pytest.raises(NotAllowed):
        prove(database, ana, stolen.use(ask(database, user=ana)))
    assert actions(database)[-1] == "user.second_factor_refused"


def test_a_new_one_needs_the_password_a_name_and_an_answer_of_this_page(database: Database, ana: User) -> None:
    for device, password, name in (
        (SoftwareDevice(), "a wrong one", "Phone"),
        (SoftwareDevice(), PASSWORD, " "),
        (SoftwareDevice(origin="https://bi1ten.example.org"), PASSWORD, "Phone"),
        (SoftwareDevice(flags=UP), PASSWORD, "Phone"),
    ):
        with pytest.raises((NotAllowed, InputRefused)):
            add(database, ana, device, name=name, password=password)
    with database.read() as session:
        assert not has_second_factor(session, ana.id)


def test_one_passkey_belongs_to_one_person(database: Database, ana: User, device: SoftwareDevice) -> None:
    boris = _add(database, "boris", APPROVER)
    with pytest.raises(Conflict, match="staff-passkey-exists"):
        add(database, boris, device)
    with pytest.raises(NotAllowed):
        prove(database, boris, device.use(ask(database, user=boris)))
    with database.write() as session:
        (hers,) = list_passkeys(session, ana.id)
        with pytest.raises(NotFound):
            remove_own_passkey(session, boris.id, hers.id, now=NOON)


def test_recovery_codes_stay_until_the_last_second_factor_goes(
    database: Database, ana: User, device: SoftwareDevice
) -> None:
    with database.write() as session:
        save_second_factor(session, ana.id, new_secret(), secret_key=KEY, step=0, now=NOON)
        (passkey,) = list_passkeys(session, ana.id)
        assert remove_app(session, ana.id, now=NOON)
        assert second_factor_state(session, ana.id).codes_left == 10
        assert not remove_own_passkey(session, ana.id, passkey.id, now=NOON)
        assert session.exec(select(RecoveryCode)).all() == []
    assert _sign_in(database, "ana")


def test_the_operator_removes_all_at_once(database: Database, ana: User, device: SoftwareDevice) -> None:
    with database.write() as session:
        remove_second_factor(session, ana.id, actor="cli", reason="The phone was stolen", now=NOON)
        assert [*session.exec(select(Passkey)), *session.exec(select(StaffSession))] == []
    with pytest.raises(NotAllowed):
        give(database, device.use(ask(database)))


def test_one_of_an_earlier_host_keeps_counting_as_a_second_factor_but_does_not_work(
    database: Database, ana: User, device: SoftwareDevice
) -> None:
    moved = PasskeySite("news.example.org", "https://news.example.org")
    with pytest.raises(NotAllowed):
        give(database, device.use(ask(database)), site=moved)
    with pytest.raises(SecondFactorNeeded):
        _sign_in(database, "ana")


def test_a_flood_of_questions_leaves_a_bounded_number_of_rows(database: Database, ana: User) -> None:
    kept = ask(database, user=ana)
    with database.write() as session:
        for number in range(MOST_TO_SIGN_IN + 5):
            row = PasskeyChallenge(
                challenge_hash=str(number),
                holder_hash="",
                purpose=PasskeyPurpose.SIGN_IN,
                expires_at=NOON + LIFETIME,
            )
            session.add(row)
    ask(database)
    with database.read() as session:
        assert session.exec(select(func.count()).select_from(PasskeyChallenge)).one() == MOST_TO_SIGN_IN + 1
    ask(database, now=NOON + LIFETIME)
    with database.read() as session:
        assert session.exec(select(func.count()).select_from(PasskeyChallenge)).one() == 1
    assert json.loads(kept)["rpId"] == HOST


def test_nothing_of_a_challenge_or_an_owner_is_in_the_rows(database: Database, ana: User) -> None:
    challenge = json.loads(ask(database, user=ana))["challenge"]
    with database.read() as session:
        row = session.exec(select(PasskeyChallenge)).one()
    assert challenge not in row.challenge_hash
    assert row.holder_hash != BROWSER
    assert user_handle(1, secret_key=KEY) != user_handle(2, secret_key=KEY) != user_handle(2, secret_key="x" * 40)


@given(st.one_of(st.text(), st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps)))
def test_whatever_is_sent_instead_of_an_answer_is_a_refusal(text: str) -> None:
    with pytest.raises(PasskeyAnswerRefused):
        read_used_answer(text)


@pytest.mark.parametrize(
    ("public_url", "expected"),
    [
        ("https://bilten.example.org", PasskeySite("bilten.example.org", "https://bilten.example.org")),
        ("https://bilten.example.org:8443", PasskeySite("bilten.example.org", "https://bilten.example.org:8443")),
        ("https://bilten.example.org:443", PasskeySite("bilten.example.org", "https://bilten.example.org")),
        ("http://localhost:8000", PasskeySite("localhost", "http://localhost:8000")),
        ("https://časopis.si", PasskeySite("xn--asopis-h2a.si", "https://xn--asopis-h2a.si")),
        ("http://127.0.0.1:8000", "staff-passkeys-need-a-name"),
        ("https://192.0.2.7", "staff-passkeys-need-a-name"),
        ("https://[2001:db8::7]", "staff-passkeys-need-a-name"),
        ("http://bilten.example.org", "staff-passkeys-need-https"),
    ],
)
def test_the_host_of_the_public_address_is_their_name(public_url: str, expected: PasskeySite | str) -> None:
    if isinstance(expected, PasskeySite):
        assert passkey_site(public_url) == expected
    else:
        with pytest.raises(Conflict, match=expected):
            passkey_site(public_url)


def test_a_name_is_short_and_in_one_line() -> None:
    assert check_passkey_name(" Anin telefon ") == "Anin telefon"
    for name in ("", " ", "a" * (MAX_NAME + 1), "a\nb", "a\u202eb"):
        with pytest.raises(InputRefused):
            check_passkey_name(name)
