"""Which websites may frame a form: plain origins only, because they go into a policy."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import InputRefused
from subscribers.frame_origins import MAX_ORIGINS, check_origins, split_origins


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        ("https://www.example.org", "https://www.example.org"),
        ("example.org", "https://example.org"),
        ("https://Example.ORG/", "https://example.org"),
        ("https://example.org:443", "https://example.org"),
        ("https://example.org:8443", "https://example.org:8443"),
        ("https://čuvaji.si", "https://xn--uvaji-gya.si"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000"),
    ],
)
def test_an_origin_is_kept_as_a_browser_writes_it(written: str, origin: str) -> None:
    assert check_origins([written, written]) == [origin]


@pytest.mark.parametrize(
    "written",
    [
        "http://example.org",
        "example.org/form",
        "example.org:99999",
        "example",
        "https://*.example.org",
        "*",
        "'self'",
        "https://example.org/form",
        "https://example.org?x",
        "https://user@example.org",
        "https://example.org;script-src",
        "https://[::1]",
        "https://a_b.example.org",
        "https://",
        "data:text/html",
        "null",
    ],
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(InputRefused):
        check_origins([written])


@given(st.text(alphabet="htps:/*.;,'a0\\@[]#? \n\tč-_", max_size=30))
def test_whatever_is_written_a_policy_gets_origins_only(text: str) -> None:
    try:
        origins = check_origins(split_origins(f"https://{text}"))
    except InputRefused:
        return
    assert all(re.fullmatch(r"https?://[a-z0-9.-]+(:\d{1,5})?", origin) for origin in origins)


def test_there_is_a_limit() -> None:
    with pytest.raises(InputRefused):
        check_origins(f"https://s{number}.example.org" for number in range(MAX_ORIGINS + 1))
