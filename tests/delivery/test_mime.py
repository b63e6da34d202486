"""A message in MIME: what was written is what is read, in the same bytes every time."""

from datetime import timedelta, timezone
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.message.headers import HeaderRefused
from delivery.message.mime import compose, message_id_of
from tests.conftest import NOON
from tests.delivery.batches import a_batch, a_message


def read(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def text_of(data: bytes, kind: str) -> str:
    part = read(data).get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_message_arrives_with_its_fields() -> None:
    message = a_message(7, to_name="Špela Kos")
    mail = read(compose(a_batch(message), message))
    assert mail["From"] == "Društvo Žarek <bulletin@bulletin.example.org>"
    assert mail["To"] == "Špela Kos <reader7@example.org>"
    assert mail["Reply-To"] == "office@bulletin.example.org"
    assert mail["Subject"] == "Brodolom pri Krotonu – izjava"
    assert mail["Date"].datetime == NOON
    assert mail["Message-ID"] == message_id_of(message)
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    assert not mail.defects


def test_the_unsubscribe_link_is_on_one_line_and_not_encoded() -> None:
    message = a_message(7)
    link = dict(message.headers)["List-Unsubscribe"]
    assert f"\r\nList-Unsubscribe: {link}\r\n".encode() in compose(a_batch(message), message)


def test_the_same_message_is_the_same_bytes() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=2)))
    assert compose(a_batch(), a_message(1)) == compose(a_batch(date=there), a_message(1))


@pytest.mark.parametrize(
    "text", ["عاجل: بيان حول غرق السفينة\n" * 20, "Živjo\n" * 200, "a" * 5000, ".\n.\n..\nFrom x\n"]
)
def test_no_line_is_longer_than_smtp_allows_and_no_byte_needs_eight_bits(text: str) -> None:
    message = a_message(1, text=text, html=f"<p>{text}</p>")
    data = compose(a_batch(message), message)
    assert data.isascii()
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert text_of(data, "plain").rstrip("\n") == text.rstrip("\n")


def test_a_script_that_is_not_latin_goes_as_base64_which_is_shorter() -> None:
    message = a_message(1, text="عاجل: بيان حول غرق السفينة\n" * 20, html="<p>Živjo</p>")
    parts = list(read(compose(a_batch(message), message)).iter_parts())
    assert [part["Content-Transfer-Encoding"] for part in parts] == ["base64", "quoted-printable"]


@given(
    st.text(
        st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
    )
)
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    message = a_message(1, text=text)
    assert text_of(compose(a_batch(message), message), "plain").rstrip("\n") == text.rstrip("\n")


def test_a_boundary_cannot_occur_in_the_text() -> None:
    first = a_message(1)
    boundary = read(compose(a_batch(first), first)).get_boundary()
    message = a_message(1, text=f"--{boundary}--\n--{boundary}\n")
    mail = read(compose(a_batch(message), message))
    assert len(list(mail.iter_parts())) == 2
    assert text_of(compose(a_batch(message), message), "plain").rstrip("\n") == message.text.rstrip("\n")


def test_a_subject_with_a_line_break_is_refused() -> None:
    message = a_message(1, subject="Izjava\r\nBcc: everyone@example.org")
    with pytest.raises(HeaderRefused):
        compose(a_batch(message), message)
