"""Device cookies: several people's secrets in one, and whatever else somebody may have put there."""

from hypothesis import given
from hypothesis import strategies as st

from staff.known_devices import PEOPLE_OF_A_DEVICE, secrets_in, with_secret

SECRETS = st.text("abcXYZ019-_", min_size=1, max_size=43)


@given(st.none() | st.text(), SECRETS)
def test_whatever_a_cookie_holds_the_last_ones_secret_comes_first_and_there_are_few(
    cookie: str | None, secret: str
) -> None:
    kept = secrets_in(with_secret(cookie, secret))
    assert kept[0] == secret
    assert len(set(kept)) == len(kept) <= PEOPLE_OF_A_DEVICE


@given(st.lists(SECRETS, unique=True, max_size=PEOPLE_OF_A_DEVICE))
def test_each_of_them_is_found_again(people: list[str]) -> None:
    cookie = None
    for secret in people:
        cookie = with_secret(cookie, secret)
    assert set(secrets_in(cookie)) == set(people)
