"""Links: good for one thing, for a time, for nobody else."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from core.errors import InputRefused, NotAllowed
from core.signing import Signer
from subscribers.links import (
    ADDRESS_CHANGE,
    ADDRESS_REFUSAL,
    CONFIRMATION,
    INVITATION,
    LEFT,
    PREFERENCES,
    STILL_WANTED,
    UNSUBSCRIBE,
    AddressLink,
    ConfirmationLink,
    StillWantedLink,
    UnsubscribeLink,
    address_token,
    confirmation_token,
    invitation_token,
    left_token,
    preferences_token,
    read_address_token,
    read_confirmation_token,
    read_invitation_token,
    read_left_token,
    read_preferences_token,
    read_still_wanted_token,
    read_unsubscribe_token,
    still_wanted_token,
    unsubscribe_token,
)
from tests.conftest import NOON

SIGNER = Signer("secret-of-the-tests")
LATER = NOON + timedelta(days=14)


def unsubscribing() -> str:
    return unsubscribe_token(SIGNER, campaign_public_id="k3m9", subscriber_id=7, list_id=1, expires_at=LATER)


def confirming() -> str:
    return confirmation_token(SIGNER, ConfirmationLink(7, 1, LATER))


def test_a_link_says_who_and_what() -> None:
    assert read_unsubscribe_token(SIGNER, unsubscribing(), now=NOON) == UnsubscribeLink("k3m9", 7, 1, LATER)
    assert read_confirmation_token(SIGNER, confirming(), now=NOON) == ConfirmationLink(7, 1, LATER)


def test_the_same_facts_give_the_same_link() -> None:
    assert unsubscribing() == unsubscribing()


FACTS: dict[str, Any] = {"campaign_public_id": "k3m9", "subscriber_id": 7, "list_id": 1, "expires_at": LATER}
MOVE = AddressLink(7, "a" * 64, "b" * 64)
TOKENS = {
    UNSUBSCRIBE: unsubscribe_token(SIGNER, **FACTS),
    PREFERENCES: preferences_token(SIGNER, **FACTS),
    LEFT: left_token(SIGNER, UnsubscribeLink("k3m9", 7, 1, LATER), expires_at=LATER),
    CONFIRMATION: confirmation_token(SIGNER, ConfirmationLink(7, 1, LATER, (2,), (3,))),
    INVITATION: invitation_token(SIGNER, list_slug="shelter", expires_at=LATER),
    ADDRESS_CHANGE: address_token(SIGNER, ADDRESS_CHANGE, MOVE, expires_at=LATER),
    ADDRESS_REFUSAL: address_token(SIGNER, ADDRESS_REFUSAL, MOVE, expires_at=LATER),
    STILL_WANTED: still_wanted_token(SIGNER, StillWantedLink(1, "a" * 64), expires_at=LATER),
}
READERS: dict[str, Callable[..., object]] = {
    UNSUBSCRIBE: read_unsubscribe_token,
    PREFERENCES: read_preferences_token,
    LEFT: read_left_token,
    CONFIRMATION: read_confirmation_token,
    INVITATION: read_invitation_token,
    ADDRESS_CHANGE: lambda signer, token, *, now: read_address_token(signer, ADDRESS_CHANGE, token, now=now),
    ADDRESS_REFUSAL: lambda signer, token, *, now: read_address_token(signer, ADDRESS_REFUSAL, token, now=now),
    STILL_WANTED: read_still_wanted_token,
}


@pytest.mark.parametrize("purpose", READERS)
def test_a_link_is_good_for_its_purpose_only_and_for_its_time(purpose: str) -> None:
    read, own = READERS[purpose], TOKENS[purpose]
    assert read(SIGNER, own, now=NOON)
    for other in TOKENS.keys() - {purpose}:
        with pytest.raises(NotAllowed, match=f"subscribers-{purpose}-link-refused"):
            read(SIGNER, TOKENS[other], now=NOON)
    for signer, token, now in (
        (Signer("another secret"), own, NOON),
        (SIGNER, ("A" if own[0] != "A" else "B") + own[1:], NOON),
        (SIGNER, own, LATER + timedelta(seconds=1)),
    ):
        with pytest.raises(NotAllowed, match=f"subscribers-{purpose}-link-refused"):
            read(signer, token, now=now)


@pytest.mark.parametrize("token", ["", "abc", "a" * 1501, "č" * 30, "a b" * 10, "x" * 30 + "\n"])
def test_what_is_no_link_at_all_is_called_damaged(token: str) -> None:
    with pytest.raises(InputRefused, match="subscribers-link-damaged"):
        read_unsubscribe_token(SIGNER, token, now=NOON)
