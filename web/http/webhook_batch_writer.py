"""Group commit: webhooks that come at the same time are kept in one transaction: a commit costs the same for one
and for many.

Each is answered when what it brought is durable, not before. While one transaction is written, the next ones
gather; a lone webhook waits for nobody. Lives on the event loop, because a thread for each webhook would cost more
than all the rest.
"""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from core.db import Database
from core.errors import InputRefused
from core.logging import get_logger
from delivery.errors import WebhookRefused
from delivery.events.webhook_health import note_refused
from delivery.events.webhooks import (
    DuplicateWebhook,
    ReceivedWebhook,
    VerifiedWebhook,
    WebhookEndpoint,
    WebhookParserFor,
    find_endpoint,
    store_webhooks,
    verify_webhook,
)

BATCH_SIZE = 200
WRITE_INTERVAL = timedelta(seconds=10)

log = get_logger(__name__)

Kept = ReceivedWebhook | DuplicateWebhook
_Waiting = list[tuple[VerifiedWebhook, "asyncio.Future[Kept]"]]


class RefusalThrottle:
    """Webhooks that were refused are counted, and written down at most every few seconds for each sender: one with
    a wrong secret posts as often as one with the right one. What was counted since is lost with the process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._counts: dict[int, int] = {}
        self._written_at: dict[int, datetime] = {}

    async def note(self, sender_id: int, code: str, *, now: datetime) -> None:
        """Never fails: whoever posted it is to hear of the refusal itself."""
        count = self._counts.get(sender_id, 0) + 1
        self._counts[sender_id] = count
        written_at = self._written_at.get(sender_id)
        if written_at is not None and abs(now - written_at) < WRITE_INTERVAL:
            return
        self._counts[sender_id], self._written_at[sender_id] = 0, now
        log.warning("webhook.refused", sender_id=sender_id, code=code, count=count)
        try:
            await asyncio.to_thread(note_refused, self._database, sender_id, code=code, count=count, now=now)
        except SQLAlchemyError as error:
            log.warning("webhook.refusal_not_noted", sender_id=sender_id, error=type(error).__name__)


class WebhookBatchWriter:
    def __init__(self, database: Database, parser_for: WebhookParserFor) -> None:
        self._database = database
        self._parser_for = parser_for
        self._endpoints: dict[str, WebhookEndpoint] = {}
        """Those that exist: a sender's token and provider never change."""
        self._refusals = RefusalThrottle(database)
        self._waiting: _Waiting = []
        self._writing: asyncio.Task[None] | None = None

    async def receive(self, sender_token: str, *, headers: Mapping[str, str], body: bytes, now: datetime) -> Kept:
        """Returns when it is durable. Raises NotFound, WebhookRefused, InputRefused, or as the database does."""
        endpoint = self._endpoints.get(sender_token)
        if endpoint is None:
            endpoint = await asyncio.to_thread(find_endpoint, self._database, sender_token, self._parser_for)
            self._endpoints[sender_token] = endpoint
        try:
            webhook = await _verify(endpoint, headers, body, now)
        except (WebhookRefused, InputRefused) as refusal:
            await self._refusals.note(endpoint.sender_id, refusal.code, now=now)
            raise
        return await self._put(webhook)

    async def _put(self, webhook: VerifiedWebhook) -> Kept:
        is_kept: asyncio.Future[Kept] = asyncio.get_running_loop().create_future()
        self._waiting.append((webhook, is_kept))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await is_kept

    async def _write(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:BATCH_SIZE], self._waiting[BATCH_SIZE:]
                await self._write_batch(batch)
        finally:
            self._writing = None

    async def _write_batch(self, batch: _Waiting) -> None:
        try:
            kept = await asyncio.to_thread(store_webhooks, self._database, [webhook for webhook, _ in batch])
        except (DataError, IntegrityError) as refusal:
            if len(batch) == 1:
                _fail(batch, refusal)
                return
            for (
                waiting
            ) in batch:  # one of them is what the database will not have: the others are kept all the same
                await self._write_batch([waiting])
        except Exception as failure:
            _fail(batch, failure)
        else:
            for (_, is_kept), answer in zip(batch, kept, strict=True):
                if not is_kept.done():
                    is_kept.set_result(answer)


async def _verify(
    endpoint: WebhookEndpoint, headers: Mapping[str, str], body: bytes, now: datetime
) -> VerifiedWebhook:
    if endpoint.parser.may_ask_others:
        return await asyncio.to_thread(verify_webhook, endpoint, headers, body, now=now)
    return verify_webhook(endpoint, headers, body, now=now)


def _fail(batch: _Waiting, error: Exception) -> None:
    for _, is_kept in batch:
        if not is_kept.done():  # whoever posted it may be gone
            is_kept.set_exception(error)
