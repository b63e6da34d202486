"""The two pure rules of the room."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import NotAllowed
from core.i18n import Texts
from core.networks import SHARES
from staff.lockout import ACCOUNT, DEVICE, SOURCE, Lockout, of_network
from staff.principal import OPERATOR, Principal, PrincipalKind, automation_principal, principal_of, require
from staff.roles import Permission, roles_with
from staff.tables import Role, User
from tests.conftest import NOON
from tests.examples import examples

P = Permission
EVERYBODY_WHO_LOOKS = {Role.AUTHOR, Role.APPROVER, Role.SENDER, Role.KEEPER, Role.ADMIN}
SENDING = (
    P.SCHEDULE, P.SEND, P.PAUSE, P.CANCEL, P.DECIDE_DOUBTS, P.PUBLISH, P.SERVE_SUBSCRIBERS, P.EXPORT_SUBSCRIBERS,
    P.MANAGE_SOURCES,
)  # fmt: skip
AGREED = {
    P.SEE_REPORTS: EVERYBODY_WHO_LOOKS | {Role.VIEWER},
    P.LOOK: EVERYBODY_WHO_LOOKS,
    **{permission: {Role.AUTHOR, Role.ADMIN} for permission in (P.DRAFT, P.EDIT, P.SUBMIT)},
    P.COMMENT: {Role.AUTHOR, Role.APPROVER, Role.ADMIN},
    P.APPROVE: {Role.APPROVER, Role.ADMIN},
    **{permission: {Role.SENDER, Role.ADMIN} for permission in SENDING},
    P.SEE_PROTECTED_READERS: {Role.KEEPER, Role.ADMIN},
}
"""Who may the others is an administrator."""


def a_person(*roles: Role) -> Principal:
    """With number 7."""
    user = User(
        id=7, address="a@example.org", name="A", roles=frozenset(roles), language="en", password_hash="!",
        created_at=NOON,
    )  # fmt: skip
    return principal_of(user)


@pytest.mark.parametrize("permission", Permission)
def test_the_table_of_roles_is_the_one_that_was_agreed(permission: Permission) -> None:
    assert set(roles_with(permission)) == AGREED.get(permission, {Role.ADMIN})


def test_a_refusal_names_who_may() -> None:
    with pytest.raises(NotAllowed) as refused:
        require(a_person(Role.AUTHOR, Role.SENDER), P.APPROVE)
    assert refused.value.params == {"needed": "approver"}
    require(a_person(Role.APPROVER), P.APPROVE)


@given(roles=st.sets(st.sampled_from(Role), min_size=1), permission=st.sampled_from(Permission))
def test_a_person_may_what_any_of_their_roles_may(roles: set[Role], permission: Permission) -> None:
    principal = a_person(*roles)
    assert principal.may(permission) == any(a_person(role).may(permission) for role in roles)
    assert (principal.name, principal.kind, principal.user_id) == ("user:7", PrincipalKind.PERSON, 7)


def test_nobody_says_yes_to_what_they_may_write_or_send_unless_they_are_an_approver_too() -> None:
    for role in set(Role) - {Role.APPROVER, Role.ADMIN}:
        assert not a_person(role).may(P.APPROVE)
    assert not {P.EDIT, P.SEND, P.SCHEDULE} & a_person(Role.APPROVER).permissions


@pytest.mark.parametrize("principal", [OPERATOR, automation_principal(3)])
def test_nothing_keeps_out_whoever_has_the_machine_or_the_program_itself(principal: Principal) -> None:
    for permission in Permission:
        require(principal, permission)
    assert principal.user_id is None
    assert hash(principal) == hash(replace(principal))


@pytest.mark.parametrize("language", ["en", "sl"])
@pytest.mark.parametrize("needed", Role)
def test_the_refusal_reads_as_a_sentence_in_both_languages(language: str, needed: Role) -> None:
    text = Texts(["staff"]).text(language, "staff-role-too-low", needed=needed.value)
    assert "{" not in text
    assert text.endswith(".")


@pytest.mark.parametrize(("lockout", "free"), [(SOURCE, 9), (DEVICE, 9), (ACCOUNT, 99)])
def test_wrong_passwords_beyond_the_free_ones_cost_a_minute_then_two(lockout: Lockout, free: int) -> None:
    assert lockout.wait_after(free) is None
    assert lockout.wait_after(free + 1) == timedelta(minutes=1)
    assert lockout.wait_after(free + 2) == timedelta(minutes=2)


def test_an_account_is_never_shut_for_long_because_anybody_can_shut_it() -> None:
    assert timedelta(minutes=15) >= ACCOUNT.longest_wait
    assert ACCOUNT.free > SOURCE.free


def test_no_network_may_try_as_often_as_shuts_the_account() -> None:
    shares = {share for of_version in SHARES.values() for share in of_version.values()}
    assert all(of_network(share).free < ACCOUNT.free for share in shares)
    assert of_network(1) == SOURCE


@given(st.sampled_from([SOURCE, DEVICE, ACCOUNT]), st.integers(min_value=100, max_value=10_000))
@settings(max_examples=examples(50))
def test_the_wait_never_shrinks_and_never_exceeds_its_longest(lockout: Lockout, count: int) -> None:
    now, later = lockout.wait_after(count), lockout.wait_after(count + 1)
    assert now is not None
    assert later is not None
    assert now <= later <= lockout.longest_wait
