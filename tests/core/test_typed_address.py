"""What begins with a host is https; nothing else is changed."""

import pytest

from core.typed_address import with_scheme


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org/news/1", "https://example.org/news/1"),
        (" www.example.org ", "https://www.example.org"),
        ("example.org:8080/?q=1#a", "https://example.org:8080/?q=1#a"),
        ("//example.org/a", "https://example.org/a"),
        ("črnomelj.si/novice", "https://črnomelj.si/novice"),
        ("xn--rnomelj-9fb.xn--90ais", "https://xn--rnomelj-9fb.xn--90ais"),
        ("192.0.2.7/a", "https://192.0.2.7/a"),
        ("http://example.org/a", "http://example.org/a"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_the_address_of_a_page_is_https_unless_somebody_says_otherwise(typed: str, address: str) -> None:
    assert with_scheme(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "", "javascript:alert(1)", "javascript:alert.org/1", "mailto:ana@example.org", "ana@example.org",
        "tel:123", "/news/1", "#a", "example", "two words.org", "data:text/html,x",
        "user:secret@example.org", "[[x]].org",
    ],
)  # fmt: skip
def test_what_begins_with_no_host_is_as_it_was(typed: str) -> None:
    assert with_scheme(typed) == typed
