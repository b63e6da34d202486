"""What begins with a host is https; nothing else is changed, and what no browser opens is no address of a page."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rich_text import is_usable_link
from core.typed_address import is_page_address, with_scheme

COMPLETED = {
    "example.org/news/1": "https://example.org/news/1",
    " www.example.org ": "https://www.example.org",
    "example.org:8080/?q=1#a": "https://example.org:8080/?q=1#a",
    "example.org:65535": "https://example.org:65535",
    "//example.org/a": "https://example.org/a",
    "most.example/pot?a=1": "https://most.example/pot?a=1",
    "črnomelj.si/novice": "https://črnomelj.si/novice",
    "xn--rnomelj-9fb.xn--90ais": "https://xn--rnomelj-9fb.xn--90ais",
    "Kolpa.Example.ORG/A": "https://Kolpa.Example.ORG/A",
    "192.0.2.7/a": "https://192.0.2.7/a",
    "\u200bmost.example": "https://most.example",
    "\u200f\u202amost.example\u202c\ufeff\u2060 ": "https://most.example",
    "\ufeffhttps://most.example/a\u200b": "https://most.example/a",
    "http://example.org/a": "http://example.org/a",
    "https://example.org/a": "https://example.org/a",
}
"""Typed → the address. The editor's dialog of a link is tested with the same (tests/editor/test_one_list.py)."""
NO_PAGES = (
    "", "javascript:alert(1)", "javascript:alert.org/1", "//javascript:alert(1)", "ana@example.org",
    "tel:123", "/news/1", "#a", "example", "two words.org", "data:text/html,x", "user:secret@example.org",
    "[[x]].org",
    "most.example:99999", "most.example:65536", "//info@evil.example", "most.example\\evil.com",
    "//most.example\\a",
    "12.30", "1.2.3.256", "porocilo.pdf", "Vabilo.DOCX", "///x", "//", "////most.example", "most..example", ".si",
    "mo\u200bst.example", "most.example\u202e.si", "most\u3002example", "most.example@evil.example", "x.y",
    "a%2f.org",
)  # fmt: skip
NOT_OPENED = (
    "https://javascript:alert(1)", "https://most.example:99999", "https://info@evil.example",
    "https://most.example\\evil.com", "https://12.30", "https://porocilo.pdf", "https://\u200bmost.example",
    "https:///x",
    "https://", "https://most .example", "https://most.example/a b",
    "ftp://most.example", "mailto:ana@example.org",
    "most.example", "https://a:b@localhost/", "https://localhost:99999",
)  # fmt: skip


PORTS = {
    "": True, ":443/a": True, ":65535": True, ":8080?a=1:99999": True, "/a:99999": True, "#:x": True,
    ":99999": False, ":65536/a": False, ":123456#a": False, ":ab": False,
}  # fmt: skip
"""After a host in a link's address, and whether browsers open it."""


@pytest.mark.parametrize(("typed", "address"), COMPLETED.items())
def test_the_address_of_a_page_is_https_unless_somebody_says_otherwise(typed: str, address: str) -> None:
    assert with_scheme(typed) == address
    assert is_page_address(address)


@pytest.mark.parametrize("typed", NO_PAGES)
def test_what_begins_with_no_host_is_as_it_was_and_refused(typed: str) -> None:
    assert with_scheme(typed) == typed
    assert not is_page_address(typed)


@pytest.mark.parametrize("address", NOT_OPENED)
def test_what_no_browser_opens_is_no_address_of_a_page(address: str) -> None:
    assert not is_page_address(address)


@pytest.mark.parametrize(
    "address", ["http://localhost:9001/a", "http://wiki", "https://[2001:db8::1]:8443/", "HTTPS://A.si"]
)
def test_a_host_of_ones_own_network_is_opened_where_its_scheme_is_written(address: str) -> None:
    assert is_page_address(address)


@pytest.mark.parametrize(("port", "is_one"), PORTS.items())
@pytest.mark.parametrize("host", ["x", "most.example", "[2001:db8::1]", "a:b@most.example"])
def test_no_link_has_a_port_that_there_is_not(host: str, port: str, *, is_one: bool) -> None:
    assert is_usable_link(f"https://{host}{port}") is is_one


PARTS = st.sampled_from(
    ["most", "example", "si", ".", ":", "/", "@", "\\", "99999", "80", "\u200b", "?", "#", " ", "ž", "[", "xn--"]
)


@given(st.lists(PARTS, max_size=9).map("".join) | st.text(max_size=20))
def test_what_becomes_https_has_a_host_and_a_port_and_nobodys_name(typed: str) -> None:
    address = with_scheme(typed)
    assert with_scheme(address) == address
    if address.startswith("https://") and not typed.lstrip().startswith("https://"):
        parts = urlsplit(address)
        assert is_page_address(address)
        assert parts.hostname
        assert "." in parts.hostname
        assert "@" not in parts.netloc
        assert "\\" not in parts.netloc
        assert (parts.port or 0) <= 65_535
