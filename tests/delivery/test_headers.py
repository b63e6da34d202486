"""Headers arrive as what they are meant to be, or are refused."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.message.headers import (
    HeaderRefused,
    bulk_headers,
    check_extra,
    fold,
    mailbox,
    phrase,
    unstructured,
)

FACTS = {
    "unsubscribe_url": "https://bulletin.example.org/u/abc",
    "list_name": "Bilten",
    "list_slug": "bilten",
    "list_domain": "bulletin.example.org",
    "message_id": "<abc@bulletin.example.org>",
}


def test_bulk_mail_says_that_it_is_and_how_to_get_out() -> None:
    assert bulk_headers(**FACTS) == (
        ("List-Unsubscribe", "<https://bulletin.example.org/u/abc>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ("List-Id", "Bilten <bilten.bulletin.example.org>"),
        ("Message-ID", "<abc@bulletin.example.org>"),
        ("Precedence", "bulk"),
    )


def test_a_list_name_in_another_script_is_encoded() -> None:
    listed = dict(bulk_headers(**FACTS | {"list_name": "نشرة أخبار، شهرية"}))["List-Id"]
    assert listed.isascii()
    display_name, _, address = listed.rpartition(" ")
    assert str(make_header(decode_header(display_name))) == "نشرة أخبار، شهرية"
    assert address == "<bilten.bulletin.example.org>"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("unsubscribe_url", "mailto:out@example.org"),
        ("unsubscribe_url", "javascript:alert(1)"),
        ("unsubscribe_url", "https://example.org/a b"),
        ("unsubscribe_url", "https://example.org/>, <https://evil.example"),
        ("unsubscribe_url", "https://example.org/\r\nBcc: everyone@example.org"),
        ("unsubscribe_url", "https://example.org/" + "x" * 1000),
        ("list_name", "Bilten\r\nBcc: everyone@example.org"),
        ("list_slug", "bil ten"),
        ("list_slug", "bilten>"),
        ("list_domain", "example.org>\r\nX: y"),
        ("message_id", "abc@example.org"),
        ("message_id", "<abc@example.org>\r\nX: y"),
    ],
)
def test_a_value_that_would_be_another_header_is_refused(field: str, value: str) -> None:
    with pytest.raises(HeaderRefused):
        bulk_headers(**FACTS | {field: value})


@given(st.dictionaries(st.sampled_from(sorted(FACTS)), st.text(max_size=40), min_size=1, max_size=3))
def test_whatever_is_put_in_nothing_but_five_lines_of_ascii_comes_out(changes: dict[str, str]) -> None:
    try:
        headers = bulk_headers(**FACTS | changes)
    except HeaderRefused:
        return
    assert [name for name, _ in headers] == [name for name, _ in bulk_headers(**FACTS)]
    assert all(value.isascii() and value.isprintable() for _, value in headers)


@given(st.text(max_size=120))
def test_a_subject_arrives_as_it_was_written_or_is_refused(text: str) -> None:
    try:
        line = fold("Subject", unstructured("Subject", text))
    except HeaderRefused:
        return
    assert all(part.isascii() and part.isprintable() and len(part) <= 998 for part in line.split("\r\n"))
    read = message_from_bytes(f"{line}\r\n\r\n".encode(), policy=default)
    assert str(make_header(decode_header(str(line.partition(":")[2].strip().replace("\r\n", ""))))) == text.strip()
    assert list(read.keys()) == ["Subject"]


@given(st.text(st.sampled_from("aš  م\u200c😀"), min_size=20, max_size=200))
def test_no_line_with_an_encoded_word_is_longer_than_it_may_be(text: str) -> None:
    """RFC 2047, section 2."""
    name = "".join(text.split())[:60]
    for field in (
        fold("Subject", unstructured("Subject", text)),
        fold("From", mailbox("From", name, "a@b.example")),
    ):
        assert all(len(line) <= 76 for line in field.split("\r\n") if "=?" in line)


@given(st.text(max_size=80))
def test_a_display_name_never_changes_the_address(name: str) -> None:
    try:
        line = fold("To", mailbox("To", name, "reader@example.org"))
    except HeaderRefused:
        return
    (read,) = message_from_bytes(f"{line}\r\n\r\n".encode(), policy=default)["To"].addresses
    assert read.addr_spec == "reader@example.org"


def test_a_name_with_a_comma_is_encoded_because_providers_refuse_quotes() -> None:
    assert phrase("From", "Žarek, društvo").startswith("=?utf-8?")
    assert '"' not in mailbox("From", 'Ana "Anica" K.', "a@example.org")
    assert mailbox("From", "Ana Kos", "a@example.org") == "Ana Kos <a@example.org>"
    assert mailbox("From", None, "a@example.org") == "a@example.org"


@pytest.mark.parametrize(
    "address", ["a@b@c", "a b@example.org", "a@example.org,b@example.org", "a@x\r\nBcc: b@x", "ž@x.si"]
)
def test_what_is_not_one_plain_address_is_refused(address: str) -> None:
    with pytest.raises(HeaderRefused):
        mailbox("To", None, address)


@pytest.mark.parametrize(
    "header",
    [
        ("Bcc", "everyone@example.org"),
        ("From", "somebody@example.org"),
        ("Content-Type", "text/html"),
        ("X-Note", "žal"),
        ("X-Note", "a\r\nBcc: b@example.org"),
        ("X-Note", "a\nb"),
        ("X-Note", ""),
        ("X Note", "a"),
        ("X-Note:", "a"),
        ("X-Note", "x" * 1000),
    ],
)
def test_an_extra_header_that_is_not_one_is_refused(header: tuple[str, str]) -> None:
    with pytest.raises(HeaderRefused):
        check_extra((header,))


def test_an_extra_header_comes_once() -> None:
    with pytest.raises(HeaderRefused):
        check_extra((("X-Note", "a"), ("x-note", "b")))


def test_a_long_link_stays_in_one_piece() -> None:
    link = f"<https://bulletin.example.org/{'a' * 300}>"
    assert fold("List-Unsubscribe", link) == f"List-Unsubscribe: {link}"


def test_a_long_line_is_broken_at_its_spaces() -> None:
    lines = fold("X-Note", " ".join(["word"] * 60)).split("\r\n")
    assert len(lines) > 3
    assert all(len(line) <= 78 for line in lines)
    assert all(line.startswith(" word") for line in lines[1:])
