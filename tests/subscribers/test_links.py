"""Links: good for one thing, for a time, for nobody else."""

from datetime import timedelta

import pytest

from core.errors import InputRefused, NotAllowed
from core.signing import Signer
from subscribers.links import (
    ConfirmationLink,
    UnsubscribeLink,
    confirmation_token,
    read_confirmation_token,
    read_unsubscribe_token,
    unsubscribe_token,
)
from tests.conftest import NOON

SIGNER = Signer("secret-of-the-tests")
LATER = NOON + timedelta(days=14)


def unsubscribing(signer: Signer = SIGNER) -> str:
    return unsubscribe_token(signer, campaign_public_id="k3m9", subscriber_id=7, list_id=1, expires_at=LATER)


def confirming() -> str:
    return confirmation_token(SIGNER, ConfirmationLink(7, 1, LATER))


def test_a_link_says_who_and_what() -> None:
    assert read_unsubscribe_token(SIGNER, unsubscribing(), now=NOON) == UnsubscribeLink("k3m9", 7, 1, LATER)
    assert read_confirmation_token(SIGNER, confirming(), now=NOON) == ConfirmationLink(7, 1, LATER)


def test_the_same_facts_give_the_same_link() -> None:
    assert unsubscribing() == unsubscribing()


def test_a_link_is_good_for_its_purpose_only() -> None:
    with pytest.raises(NotAllowed, match="subscribers-confirmation-link-refused"):
        read_confirmation_token(SIGNER, unsubscribing(), now=NOON)
    with pytest.raises(NotAllowed, match="subscribers-unsubscribe-link-refused"):
        read_unsubscribe_token(SIGNER, confirming(), now=NOON)


def test_a_link_runs_out() -> None:
    with pytest.raises(NotAllowed, match="subscribers-unsubscribe-link-refused"):
        read_unsubscribe_token(SIGNER, unsubscribing(), now=LATER + timedelta(seconds=1))


def test_a_forged_link_is_refused() -> None:
    with pytest.raises(NotAllowed):
        read_unsubscribe_token(SIGNER, unsubscribing(Signer("another secret")), now=NOON)
    changed = unsubscribing()
    changed = ("A" if changed[0] != "A" else "B") + changed[1:]
    with pytest.raises(NotAllowed):
        read_unsubscribe_token(SIGNER, changed, now=NOON)


@pytest.mark.parametrize("token", ["", "abc", "a" * 1501, "č" * 30, "a b" * 10, "x" * 30 + "\n"])
def test_what_is_no_link_at_all_is_called_damaged(token: str) -> None:
    with pytest.raises(InputRefused, match="subscribers-link-damaged"):
        read_unsubscribe_token(SIGNER, token, now=NOON)
