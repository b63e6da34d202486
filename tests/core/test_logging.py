"""Redaction: what a log line, a traceback or a kept error may show of people and secrets, which is nothing."""

import json
import logging
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from core.db import Database
from core.logging import configure_logging, get_logger, redact
from core.signing import Signer
from delivery.tables import Sender
from subscribers.links import unsubscribe_token

LATER = datetime(2030, 1, 1, tzinfo=UTC)


def shown(text: str) -> str:
    return str(redact(None, "info", {"event": text})["event"])


@pytest.mark.parametrize(
    "text",
    [
        "to ana@example.org failed",
        "GET /x?address=ana%40example.org HTTP/1.1",
        "GET /x?address=ana%2540example.org",
        "ana=40example.org",
        "https://api.example.com/contacts/ana%40example.org/lists",
        "('ana@example.org',)",
        "<ana@example.org>: 550",
    ],
)
def test_an_address_is_not_shown_however_it_is_encoded(text: str) -> None:
    assert "ana" not in shown(text)
    assert "[address]" in shown(text)


@given(st.from_regex(r"[a-z0-9._+-]{1,20}@[a-z0-9-]{1,20}\.[a-z]{2,6}", fullmatch=True), st.integers(0, 3))
def test_no_encoding_of_an_address_comes_through(address: str, times: int) -> None:
    written = address
    for _ in range(times):
        written = quote(written, safe="")
    assert written not in shown(f"url=https://api.example.com/contacts/{written}?x=1 status=404")


@pytest.mark.parametrize(
    "text",
    [
        "authorization: Bearer s3cr3t-value",
        "Basic czNjcjN0OnMzY3IzdA==",
        "postgresql://bilten:s3cr3t@db.example.org/bilten",
        "POST https://x.example.org/hook?api_key=s3cr3t&b=1",
        "token=s3cr3t",
        "https://s3cr3t@example.org/",
        "?X-Amz-Signature=s3cr3t",
    ],
)
def test_a_secret_in_a_sentence_is_not_shown(text: str) -> None:
    assert "s3cr3t" not in shown(text).lower()
    assert "czNjcjN0" not in shown(text)


def test_a_readers_link_is_not_shown() -> None:
    token = unsubscribe_token(
        Signer("x" * 40), campaign_public_id="abc", subscriber_id=1, list_id=2, expires_at=LATER
    )
    for text in (f"GET /u/{token}", token, f"/u/{token}/?lang=sl", f"%2Fu%2F{token}"):
        assert token not in shown(text)
        assert token.partition(".")[2] not in shown(text)


def test_the_address_of_a_webhook_is_not_shown() -> None:
    assert "Zk3J9xQpL0aBcD8eFgH1" not in shown("POST /webhooks/Zk3J9xQpL0aBcD8eFgH1 404")


@pytest.mark.parametrize(
    "text",
    [
        'File "/srv/bilten/.venv/lib/python3.11/site-packages/sqlalchemy/engine/base.py", line 1967, in _exec',
        "campaign_id=12 kind=delivery-provider-transient worker=web1/4711",
        "2026-11-28T09:00:00Z content_hash 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "sqlite:///var/bilten.sqlite3",
    ],
)
def test_what_is_nobodys_is_left_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_an_error_of_the_database_does_not_name_what_was_written(database: Database) -> None:
    row = {
        "name": "Ana Novak", "provider": "smtp", "from_name": "Ana Novak", "from_address": "ana@example.org",
        "webhook_token": "w", "created_at": LATER,
    }  # fmt: skip
    with database.write() as session:
        session.execute(insert(Sender).values(row))
    with database.write() as session, pytest.raises(IntegrityError) as caught:
        session.execute(insert(Sender).values(row | {"webhook_token": "v"}))
    assert "Ana" not in shown(str(caught.value))
    assert "sender" in shown(str(caught.value))


def test_a_row_that_postgresql_shows_is_not_shown_on() -> None:
    detail = 'null value in column "x"\nDETAIL:  Failing row contains (7, Ana Novak, ana@example.org, null).'
    assert "Ana" not in shown(detail)


def test_tracebacks_and_libraries_go_through_it_too(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(level="info", style="json")
    try:
        raise ValueError("could not write to ana%40example.org with Bearer s3cr3t-value")
    except ValueError:
        get_logger("tests").exception("test.failed")
    logging.getLogger("library").warning("asked %s", "https://x.example/ana%40example.org")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert len(lines) == 2
    assert "ana" not in json.dumps(lines)
    assert "s3cr3t" not in json.dumps(lines)
