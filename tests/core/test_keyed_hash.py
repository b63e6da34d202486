"""The quick HMAC is the standard library's, to the byte."""

import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.keyed_hash import KeyedHash


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
@given(key=st.binary(max_size=200), messages=st.lists(st.binary(max_size=200), min_size=1, max_size=3))
def test_it_says_what_the_standard_library_says_however_often_it_is_asked(
    algorithm: str, key: bytes, messages: list[bytes]
) -> None:
    keyed = KeyedHash(key, algorithm)
    assert [keyed.digest(message) for message in messages] == [
        hmac.digest(key, message, algorithm) for message in messages
    ]
