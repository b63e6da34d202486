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
from staff.roles import Permission, may
from staff.tables import Role, User
from tests.conftest import NOON
from tests.examples import examples

P = Permission
EVERYONE = {P.DRAFT, P.EDIT, P.SUBMIT}
APPROVERS = {P.APPROVE, P.SCHEDULE, P.SEND, P.PAUSE, P.CANCEL, P.DECIDE_DOUBTS, P.PUBLISH,
    P.SERVE_SUBSCRIBERS, P.EXPORT_SUBSCRIBERS, P.MANAGE_SOURCES,
}  # fmt: skip
ADMINS = {
    P.MANAGE_USERS, P.MANAGE_SENDERS, P.MANAGE_LISTS, P.MANAGE_TEMPLATES, P.MANAGE_BRAND, P.SEE_PROTECTED_READERS,
    P.MANAGE_CLICKS, P.MANAGE_FOLDERS, P.ERASE_SUBSCRIBERS, P.MANAGE_DATA_PROTECTION, P.SEE_AUDIT_LOG,
}  # fmt: skip
"""Whoever else sees protected readers was let by name."""


def a_person(role: Role, *, sees: bool = False) -> Principal:
    """With number 7."""
    user = User(
        id=7, address="a@example.org", name="A", role=role, language="en", password_hash="!", created_at=NOON,
        sees_protected_readers=sees,
    )  # fmt: skip
    return principal_of(user)


@pytest.mark.parametrize("permission", Permission)
def test_the_table_of_roles_is_the_one_that_was_agreed(permission: Permission) -> None:
    allowed = {role for role in Role if may(role, permission)}
    if permission in EVERYONE:
        assert allowed == {Role.EDITOR, Role.APPROVER, Role.ADMIN}
    elif permission in APPROVERS:
        assert allowed == {Role.APPROVER, Role.ADMIN}
    else:
        assert permission in ADMINS
        assert allowed == {Role.ADMIN}


def test_a_refusal_names_who_may() -> None:
    with pytest.raises(NotAllowed) as refused:
        require(a_person(Role.EDITOR), P.APPROVE)
    assert refused.value.params == {"role": "editor", "needed": "approver"}
    require(a_person(Role.APPROVER), P.APPROVE)


@given(role=st.sampled_from(Role), sees=st.booleans(), permission=st.sampled_from(Permission))
def test_a_person_may_what_their_role_may_and_what_was_given_to_them_by_name(
    role: Role, sees: bool, permission: Permission
) -> None:
    principal = a_person(role, sees=sees)
    given_by_name = sees and permission is P.SEE_PROTECTED_READERS
    assert principal.may(permission) == (may(role, permission) or given_by_name)
    assert (principal.name, principal.kind, principal.user_id) == ("user:7", PrincipalKind.PERSON, 7)


@pytest.mark.parametrize("principal", [OPERATOR, automation_principal(3)])
def test_nothing_keeps_out_whoever_has_the_machine_or_the_program_itself(principal: Principal) -> None:
    for permission in Permission:
        require(principal, permission)
    assert principal.user_id is None
    assert hash(principal) == hash(replace(principal))


@pytest.mark.parametrize("language", ["en", "sl"])
@pytest.mark.parametrize("needed", Role)
def test_the_refusal_reads_as_a_sentence_in_both_languages(language: str, needed: Role) -> None:
    text = Texts(["staff"]).text(language, "staff-role-too-low", role="editor", needed=needed.value)
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
