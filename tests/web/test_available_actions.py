"""Which buttons a page offers: the state machine and the table of roles, together."""

from itertools import product

import pytest

from campaigns.status import FINAL, CampaignStatus
from staff.principal import Principal, PrincipalKind
from staff.roles import permissions_of
from staff.tables import Role
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from web.staff.available_actions import available_actions

S = CampaignStatus


def a_person(roles: frozenset[Role]) -> Principal:
    return Principal("user:1", PrincipalKind.PERSON, permissions_of(roles), 1)


@pytest.mark.parametrize(
    ("status", "steps"),
    [
        (S.DRAFT, ["submit", "cancel"]),
        (S.IN_REVIEW, ["approve", "send-back", "cancel"]),
        (S.APPROVED, ["schedule", "send", "cancel"]),
        (S.SCHEDULED, ["schedule", "send", "unschedule", "pause", "cancel"]),
        (S.PREPARING, ["pause", "cancel"]),
        (S.SENDING, ["pause", "cancel"]),
        (S.PAUSED, ["resume", "cancel"]),
        (S.SENT, []),
        (S.CANCELLED, []),
    ],
)
def test_an_approver_is_offered_what_the_state_allows(status: CampaignStatus, steps: list[str]) -> None:
    assert available_actions(status, a_person(APPROVER), had_a_hand=False) == steps


def test_an_editor_is_offered_submitting_alone() -> None:
    offered = {status: available_actions(status, a_person(AUTHOR), had_a_hand=True) for status in S}
    assert offered == {status: ["submit"] if status is S.DRAFT else [] for status in S}


def test_authors_are_not_offered_their_own_approval() -> None:
    assert available_actions(S.IN_REVIEW, a_person(ADMIN), had_a_hand=True) == ["send-back", "cancel"]


def test_nothing_is_offered_when_all_is_over() -> None:
    for status, role in product(FINAL, Role):
        assert available_actions(status, a_person(frozenset({role})), had_a_hand=False) == []
