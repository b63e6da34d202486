"""Tokens are the library's own to the byte, however they are made."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import URLSafeSerializer

from core.signing import SIGNATURE_LENGTH, Signer, TokenRefused
from tests.conftest import NOON

SECRET = "a-secret-of-the-tests-own-long-enough"
payloads = st.lists(st.integers(0, 2**53) | st.text(max_size=20), max_size=4)


@given(payload=payloads)
def test_a_token_reads_as_what_was_signed_and_as_the_library_reads_it(payload: list[int | str]) -> None:
    token = Signer(SECRET).sign("leave", payload, expires_at=NOON)
    assert Signer(SECRET).read("leave", token, now=NOON) == payload
    assert URLSafeSerializer(SECRET, salt="bilten.leave").loads(token) == [1, int(NOON.timestamp()), payload]


def test_links_from_before_are_still_good() -> None:
    before = URLSafeSerializer(SECRET, salt="bilten.leave").dumps([1, int(NOON.timestamp()), ["camp", 7]])
    assert Signer(SECRET).read("leave", str(before), now=NOON) == ["camp", 7]
    assert Signer(SECRET).sign("leave", ["camp", 7], expires_at=NOON) == before


def test_a_token_is_good_for_its_purpose_its_secret_and_its_time() -> None:
    token = Signer(SECRET).sign("leave", [7], expires_at=NOON)
    for signer, purpose, now in (
        (Signer(SECRET), "choose", NOON),
        (Signer(SECRET + "x"), "leave", NOON),
        (Signer(SECRET), "leave", NOON + timedelta(seconds=1)),
    ):
        with pytest.raises(TokenRefused):
            signer.read(purpose, token, now=now)


def test_nothing_stands_behind_a_signature() -> None:
    token = Signer(SECRET).sign("leave", ["a"], expires_at=NOON)
    assert len(token.partition(".")[2]) == SIGNATURE_LENGTH
