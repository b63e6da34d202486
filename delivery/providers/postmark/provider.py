"""Postmark (https://postmarkapp.com/developer/api/email-api): up to 500 complete messages a call, in a stream of
its own for mail to many.

It keeps no keys. What became of a call whose answer was lost, a search for the attempt in its metadata tells.
"""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

import httpx

from delivery.errors import SenderMisconfigured
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.providers.base import (
    LookUp,
    SuppressedAddress,
)
from delivery.providers.postmark import CAPABILITIES
from delivery.providers.postmark.request import ATTEMPT, build_body
from delivery.providers.postmark.response import all_pages, read_answer, read_page, refusal, suppressed_because
from delivery.providers.shared.http_call import Answer, get, is_key, open_client, post
from delivery.providers.shared.preflight import check_batch
from delivery.providers.shared.suppression_rows import by_cause, rows_of

PAGE = 250
"""Messages a page of the search: as many again would be longer than the longest answer we read."""
MAX_DUMP = 64 * 1024 * 1024
"""Bytes: room for some four hundred thousand addresses."""


class PostmarkProvider:
    name = "postmark"
    capabilities = CAPABILITIES

    def __init__(
        self,
        *,
        base_url: str,
        server_token: str,
        stream: str,
        timeout: timedelta,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._has_token = is_key(server_token)
        self._stream = stream
        self._client = open_client(
            base_url=base_url,
            headers={"X-Postmark-Server-Token": server_token} if self._has_token else {},
            timeout=timeout,
            transport=transport,
        )

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        self._need_token()
        body, headers = build_body(batch, stream=self._stream), {"Content-Type": "application/json"}
        return read_answer(post(self._client, "/email/batch", content=body, headers=headers), batch)

    def look_up(self, batch: OutgoingBatch) -> LookUp:
        self._need_token()
        accepted: dict[int, str | None] = {}
        seen, total = 0, 1
        for offset in range(0, self.capabilities.max_batch, PAGE):
            if seen >= total:
                break
            page, total = read_page(self._search(batch.key, offset), batch)
            accepted |= page
            seen = offset + PAGE
        return all_pages(accepted, batch, seen=seen, total=total)

    def suppressed(self, *, from_address: str) -> Iterator[list[SuppressedAddress]]:  # noqa: ARG002  the stream's
        """Postmark gives the whole list of a stream in one answer."""
        self._need_token()
        path = f"/message-streams/{quote(self._stream, safe='')}/suppressions/dump"
        rows = rows_of(get(self._client, path, at_most=MAX_DUMP), "Suppressions", refusal)
        yield by_cause(rows, "EmailAddress", suppressed_because)

    def close(self) -> None:
        self._client.close()

    def _search(self, key: str, offset: int) -> Answer:
        params = {
            f"metadata_{ATTEMPT}": key,
            "messagestream": self._stream,
            "count": str(PAGE),
            "offset": str(offset),
        }
        return get(self._client, "/messages/outbound", params=params)

    def _need_token(self) -> None:
        if not self._has_token:
            raise SenderMisconfigured(
                "BILTEN_POSTMARK_SERVER_TOKEN is empty or holds characters that no token has"
            )
