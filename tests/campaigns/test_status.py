"""The campaign's machine: everything that is not in the table is refused."""

from itertools import product

import pytest

from campaigns.status import FINAL, TRANSITIONS, CampaignAction, CampaignStatus, next_status
from core.machine import IllegalTransition


@pytest.mark.parametrize(("state", "action"), list(product(CampaignStatus, CampaignAction)))
def test_every_pair_is_either_in_the_table_or_refused(state: CampaignStatus, action: CampaignAction) -> None:
    if (state, action) in TRANSITIONS:
        assert next_status(state, action) is TRANSITIONS[state, action]
    else:
        with pytest.raises(IllegalTransition):
            next_status(state, action)


def test_nothing_leads_out_of_a_final_state_but_a_persons_decision_over_a_doubt() -> None:
    out_of_final = {pair: after for pair, after in TRANSITIONS.items() if pair[0] in FINAL}
    assert out_of_final == {(CampaignStatus.SENT, CampaignAction.REOPEN): CampaignStatus.SENDING}
    assert {state for state, _ in TRANSITIONS} - FINAL == set(CampaignStatus) - FINAL


def test_every_state_that_is_not_final_can_be_cancelled() -> None:
    cancellable = {state for state, action in TRANSITIONS if action is CampaignAction.CANCEL}
    assert cancellable == set(CampaignStatus) - FINAL


def test_every_state_can_be_reached_from_draft() -> None:
    reached = {CampaignStatus.DRAFT}
    for _ in CampaignStatus:
        reached |= {after for (before, _), after in TRANSITIONS.items() if before in reached}
    assert reached == set(CampaignStatus)
