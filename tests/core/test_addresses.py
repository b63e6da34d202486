"""The quick way to read a plain address is no other way: what it takes, the validator takes as it is."""

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from core.addresses import AddressRefused, EmailAddress

PART = st.text("abz09.+-_@'A\u017e", max_size=8)
ADDRESS = st.builds(
    lambda *parts: "".join(parts),
    PART,
    st.sampled_from(["a", "b1", "x" * 63, ""]),
    st.sampled_from(["@", "@@", ""]),
    st.text("abz09.-_", max_size=8),
    st.sampled_from([".si", ".example.org", "x.com", ".test", ".local", ".invalid", "-.si", "x.xn--p1ai", ".SI"]),
)


def validated(text: str) -> str | None:
    try:
        address = validate_email(text, check_deliverability=False, test_environment=True, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    return address.ascii_email or address.normalized


@given(text=ADDRESS | st.builds(lambda name, place: f"{name}@{place}.org", PART, PART))
def test_an_address_is_what_the_validator_says(text: str) -> None:
    expected = validated(text.strip())
    try:
        assert EmailAddress.parse(text, may_be_long=True).value == expected
    except AddressRefused:
        assert expected is None


@pytest.mark.parametrize("text", ["ana.novak+news@mail.example.org", "a_b-c@x-y.si", "1@2.info"])
def test_plain_addresses_stay_as_they_are(text: str) -> None:
    assert EmailAddress.parse(text).value == validated(text) == text


def test_more_than_sixty_four_letters_before_the_at_are_no_plain_address() -> None:
    with pytest.raises(AddressRefused):
        EmailAddress.parse(f"{'x' * 65}@example.org")
