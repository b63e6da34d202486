"""Whether a provider can carry what a sender will send, alone."""

from dataclasses import replace

import pytest

from core.errors import InputRefused
from delivery.providers import known_providers
from delivery.senders.check_sender import check_sender
from tests.fakes.provider import FakeProvider

CAN = FakeProvider().capabilities


@pytest.mark.parametrize("provider", known_providers())
def test_every_provider_carries_one_click_unsubscribing(provider: str) -> None:
    check_sender(known_providers()[provider], provider=provider, from_name="Društvo Žarek")


@pytest.mark.parametrize(("longest", "is_refused"), [(None, False), (13, False), (12, True)])
def test_a_name_may_be_as_long_as_the_provider_takes_it(longest: int | None, is_refused: bool) -> None:
    can = replace(CAN, max_from_name=longest)
    if is_refused:
        with pytest.raises(InputRefused, match="delivery-sender-name-too-long"):
            check_sender(can, provider="fake", from_name="Društvo Žarek")
    else:
        check_sender(can, provider="fake", from_name="Društvo Žarek")


def test_each_character_that_is_not_carried_is_named_once() -> None:
    with pytest.raises(InputRefused) as refused:
        check_sender(replace(CAN, not_in_from_name=",;"), provider="fake", from_name="a, b; c,")
    assert refused.value.params["characters"] == ", ;"
