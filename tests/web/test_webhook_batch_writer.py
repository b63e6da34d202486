"""Webhooks that come at once share a transaction; each is answered when kept, and a bad one harms only itself."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event
from sqlmodel import select

from core.db import Database
from core.errors import NotFound
from delivery.errors import WebhookRefused
from delivery.events.webhooks import DuplicateWebhook, ReceivedWebhook
from delivery.tables import WebhookReceipt
from tests.conftest import NOON
from tests.delivery.builders import FakeParser, launched
from web.http.webhook_batch_writer import Kept, WebhookBatchWriter


class SlowParser(FakeParser):
    may_ask_others = True


@pytest.fixture
def webhook_writer(database: Database) -> WebhookBatchWriter:
    launched(database, 1)
    return WebhookBatchWriter(database, lambda _: FakeParser())


def at_once(*posts: Callable[[], Awaitable[Kept]]) -> list[Kept | BaseException]:
    async def together() -> list[Kept | BaseException]:
        return await asyncio.gather(*(post() for post in posts), return_exceptions=True)

    # In a thread of its own: beside a browser, this one may have an event loop already.
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(lambda: asyncio.run(together())).result()


def a_post(
    webhook_writer: WebhookBatchWriter, key: str, *, to: str = "token-first"
) -> Callable[[], Awaitable[Kept]]:
    return lambda: webhook_writer.receive(to, headers={"signed": key} if key else {}, body=b"x", now=NOON)


def keys(database: Database) -> set[str]:
    with database.read() as session:
        return set(session.exec(select(WebhookReceipt.dedupe_key)).all())


def test_many_at_once_are_kept_in_few_transactions(database: Database, webhook_writer: WebhookBatchWriter) -> None:
    at_once(a_post(webhook_writer, "first"))
    commits = []
    event.listen(database.engine, "commit", lambda _: commits.append(1))
    answers = at_once(*(a_post(webhook_writer, f"key-{number}") for number in range(50)))
    assert {type(answer) for answer in answers} == {ReceivedWebhook}
    assert len(keys(database)) == 51
    assert len(commits) <= 3


def test_the_same_twice_at_once_is_kept_once(database: Database, webhook_writer: WebhookBatchWriter) -> None:
    answers = at_once(
        a_post(webhook_writer, "same"), a_post(webhook_writer, "same"), a_post(webhook_writer, "other")
    )
    assert sorted(type(answer).__name__ for answer in answers) == [
        "DuplicateWebhook",
        "ReceivedWebhook",
        "ReceivedWebhook",
    ]
    assert isinstance(at_once(a_post(webhook_writer, "same"))[0], DuplicateWebhook)
    assert keys(database) == {"same", "other"}


def test_what_is_refused_harms_nobody_beside_it(database: Database, webhook_writer: WebhookBatchWriter) -> None:
    answers = at_once(
        a_post(webhook_writer, "good"),
        a_post(webhook_writer, ""),
        a_post(webhook_writer, "good too", to="guessed"),
    )
    assert isinstance(answers[0], ReceivedWebhook)
    assert isinstance(answers[1], WebhookRefused)
    assert isinstance(answers[2], NotFound)
    assert keys(database) == {"good"}


def test_what_the_database_will_not_have_harms_nobody_beside_it(
    database: Database, webhook_writer: WebhookBatchWriter
) -> None:
    at_once(a_post(webhook_writer, "first"))
    # PostgreSQL takes no NUL in a text; SQLite does, and then nothing is refused at all.
    answers = at_once(*(a_post(webhook_writer, key) for key in ("one", "n\0l", "two")))
    assert isinstance(answers[0], ReceivedWebhook)
    assert isinstance(answers[2], ReceivedWebhook)
    assert isinstance(answers[1], ReceivedWebhook if database.is_sqlite else Exception)
    assert {"one", "two"} <= keys(database)


def test_a_parser_that_asks_others_works_the_same(database: Database) -> None:
    launched(database, 1)
    webhook_writer = WebhookBatchWriter(database, lambda _: SlowParser())
    assert isinstance(at_once(a_post(webhook_writer, "slow"))[0], ReceivedWebhook)


def test_each_is_told_when_the_database_is_away(database: Database, webhook_writer: WebhookBatchWriter) -> None:
    at_once(a_post(webhook_writer, "first"))

    def refuse(*_: object) -> None:
        raise ConnectionError("away")

    event.listen(database.engine, "begin", refuse)
    answers = at_once(a_post(webhook_writer, "a"), a_post(webhook_writer, "b"))
    event.remove(database.engine, "begin", refuse)
    assert [type(answer) for answer in answers] == [ConnectionError, ConnectionError]
    assert isinstance(at_once(a_post(webhook_writer, "a"))[0], ReceivedWebhook)
