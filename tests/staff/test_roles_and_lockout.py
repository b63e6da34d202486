"""The two pure rules of the room."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import NotAllowed
from core.i18n import Texts
from staff.lockout import LONGEST_WAIT, wait_after
from staff.roles import Permission, may, require
from staff.tables import Role

P = Permission
EVERYONE = {P.DRAFT, P.EDIT, P.SUBMIT}
APPROVERS = {P.APPROVE, P.SCHEDULE, P.SEND, P.PAUSE, P.CANCEL, P.DECIDE_DOUBTS, P.PUBLISH}
ADMINS = {P.MANAGE_USERS, P.MANAGE_SENDERS, P.MANAGE_LISTS, P.MANAGE_TEMPLATES, P.MANAGE_BRAND}


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
        require(Role.EDITOR, P.APPROVE)
    assert refused.value.params == {"role": "editor", "needed": "approver"}
    require(Role.APPROVER, P.APPROVE)


@pytest.mark.parametrize("language", ["en", "sl"])
@pytest.mark.parametrize("needed", Role)
def test_the_refusal_reads_as_a_sentence_in_both_languages(language: str, needed: Role) -> None:
    text = Texts(["staff"]).text(language, "staff-role-too-low", role="editor", needed=needed.value)
    assert "{" not in text
    assert text.endswith(".")


def test_ten_failures_cost_a_minute() -> None:
    assert wait_after(9) is None
    assert wait_after(10) == timedelta(minutes=1)
    assert wait_after(11) == timedelta(minutes=2)


@given(st.integers(min_value=10, max_value=10_000))
@settings(max_examples=50)
def test_the_wait_never_shrinks_and_never_exceeds_a_day(count: int) -> None:
    now, later = wait_after(count), wait_after(count + 1)
    assert now is not None
    assert later is not None
    assert now <= later <= LONGEST_WAIT
