"""Whatever comes to a bounce address, and anyone may send there: it is read within bounds, and acts on "
"nothing that
is not proven."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.signing import Signer
from delivery.mail_reports.mail_parts import MAX_HEADER, MAX_PARTS, MAX_READ, MAX_TEXT, read_mail
from delivery.mail_reports.mail_report import MailKind, MailReport, read_mail_report
from delivery.message.bounce_token import (
    DELIMITERS,
    MAX_BOUNCE_LOCAL_PART,
    MAX_TOKEN,
    BounceToken,
    bounce_token_of,
    envelope_sender,
    read_bounce_token,
    write_token,
)
from delivery.plain_text import MAX_WORDS
from tests.delivery.test_mail_reports import DSNS, OLDER, SENT, SIGNER, TOKEN, read
from tests.examples import examples

SHAPES = [raw for raw, _ in (DSNS | OLDER).values()]
MULTIPART = b"Content-Type: multipart/mixed; boundary=x\n\n"
HOSTILE = {
    "ten thousand parts": MULTIPART + b"--x\n\na\n" * 10_000,
    "ten thousand reports": MULTIPART
    + b"--x\nContent-Type: message/delivery-status\n\nAction: failed\n\n" * 10_000,
    "nested a thousand deep": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1000)
    ),
    "messages in messages": b"Content-Type: message/rfc822\n\n" * 20_000,
    "a header of a megabyte": b"Subject: " + b"x" * 1_000_000 + b"\n\n",
    "a header folded a hundred thousand times": b"Subject: x" + b"\n x" * 100_000 + b"\n\n",
    "a hundred thousand headers": b"To: a@b.example\n" * 100_000 + b"\n",
    "as many recipients": b"To: " + b"a@b.example, " * 100_000 + b"\n\n",
    "encoded words without end": b"Subject: " + b"=?utf-8?q?=" * 100_000 + b"\n\n",
    "a charset that is none": b"Content-Type: text/plain; charset=\xff\0x\nSubject: =?nowhere?b?!?=\n\n\xff\xfe",
    "a boundary that is empty": b'Content-Type: multipart/report; boundary=""\n\n--\n\n----\n',
    "no boundary": b"Content-Type: multipart/report; report-type=delivery-status\n\n--x\n",
    "base64 that is none": b"Content-Type: message/global-delivery-status\n"
    b"Content-Transfer-Encoding: base64\n\n====!\n",
    "a moment that cannot be": b"Date: Sun, 99 Foo 99999 99:99:99 +9999\n\n",
    "NUL": b"\0" * 200_000,
    "one line": b"a" * 3_000_000,
    "one tag": b"Content-Type: text/html\n\n" + b"<" * 100_000,
    "styles without end": b"Content-Type: text/html\n\n" + b"<style>" * 20_000,
    "older shapes at once": b"From: MAILER-DAEMON@x.example\n\n"
    + b"The following addresses had\n<a@b.example>:\n" * 5_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_is_read_within_bounds_and_proves_nothing(name: str) -> None:
    report = read(HOSTILE[name])
    assert not report.is_proven
    assert_bounded(report)
    mail = read_mail(HOSTILE[name])
    assert len(mail.raw) <= MAX_READ
    assert len(mail.parts) <= MAX_PARTS
    assert len(mail.text) <= MAX_TEXT
    assert len(mail.header("Subject")) <= MAX_HEADER


def assert_bounded(report: MailReport) -> None:
    assert len(report.detail) <= MAX_WORDS + 40
    assert "@" not in report.detail
    assert (report.verdict is None) == (report.kind is MailKind.OTHER)


@given(st.binary(max_size=4_000))
def test_any_bytes_are_an_email(raw: bytes) -> None:
    report = read(raw)
    assert not report.is_proven
    assert_bounded(report)


@given(st.data())
def test_a_report_that_is_damaged_anywhere_costs_nothing_but_itself(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(SHAPES)))
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(raw)))
        raw[start : start + data.draw(st.integers(0, 200))] = data.draw(st.binary(max_size=60))
    report = read(bytes(raw))
    assert_bounded(report)
    assert report.token in (None, TOKEN), "no damage makes another token"


@given(
    st.integers(1, 2_097_151),
    st.integers(0, 2**63 - 1),
    st.binary(min_size=32, max_size=32),
    st.sampled_from(DELIMITERS),
)
def test_every_token_fits_and_is_read_in_any_case(
    sender: int, delivery: int, digest: bytes, delimiter: str
) -> None:
    token = bounce_token_of(sender, delivery, digest.hex())
    assert len(write_token(SIGNER, token)) <= MAX_TOKEN
    bounce_address = "b" * MAX_BOUNCE_LOCAL_PART + "@example.org"
    address = envelope_sender(SIGNER, token, bounce_address=bounce_address, delimiter=delimiter)
    assert len(address.partition("@")[0]) <= 64
    assert read_bounce_token(SIGNER, address.upper()) == token
    assert read_bounce_token(Signer("another"), address) is None


@given(st.integers(0, 37), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_a_token_with_another_character_in_it_is_none_or_the_same(place: int, character: str) -> None:
    token = write_token(SIGNER, BounceToken(3, delivery_id=4711))
    place = min(place, len(token) - 1)
    changed = token[:place] + character + token[place + 1 :]
    assert read_bounce_token(SIGNER, f"b+{changed}@example.org") in (None, TOKEN)


@settings(max_examples=examples(20))
@given(st.sampled_from(SHAPES))
def test_a_foreign_secret_proves_nothing(raw: bytes) -> None:
    report = read_mail_report(raw, signer=Signer("another"), list_domain="elsewhere.example")
    assert not report.is_proven


def test_a_token_in_base64_is_found_where_the_mail_came_to() -> None:
    raw = b"To: %s\nContent-Transfer-Encoding: base64\n\n" % SENT.envelope_from.encode() + base64.b64encode(
        b"x" * 9000
    )
    assert read(raw).token == TOKEN
