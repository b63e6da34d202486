"""Brevo (https://developers.brevo.com/docs/batch-send-transactional-emails): many versions of one mail a call.

A call is repeatable for some minutes. Afterwards, or where the answer is only that the key is known, the events
that carry the attempt's tag tell what became of it.
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
from delivery.providers.brevo import CAPABILITIES
from delivery.providers.brevo.request import build_body
from delivery.providers.brevo.response import blocked_because, read_answer, read_first_reader, read_tagged, refusal
from delivery.providers.shared.http_call import Answer, delete, get, is_key, open_client, post
from delivery.providers.shared.opaque_id import OpaqueId
from delivery.providers.shared.preflight import check_batch
from delivery.providers.shared.suppression_rows import MAX_PAGES, by_cause, expect_deleted, rows_of

SUPPRESSED_PAGE = 100


class BrevoProvider:
    name = "brevo"
    capabilities = CAPABILITIES

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        opaque_id: OpaqueId,
        timeout: timedelta,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._opaque_id = opaque_id
        self._has_key = is_key(api_key)
        self._client = open_client(
            base_url=base_url,
            headers={"api-key": api_key} if self._has_key else {},
            timeout=timeout,
            transport=transport,
        )

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        self._need_key()
        body, headers = build_body(batch, self._opaque_id), {"Content-Type": "application/json"}
        return read_answer(post(self._client, "/smtp/email", content=body, headers=headers), batch)

    def look_up(self, batch: OutgoingBatch) -> LookUp:
        """By the attempt's tag. Should that find nothing, the first reader's events must agree."""
        if not batch.messages:
            return LookUp(accepted={})
        self._need_key()
        by_tag = read_tagged(self._events(tags=batch.key), batch)
        return by_tag if by_tag.accepted else read_first_reader(self._events(email=batch.messages[0].to), batch)

    def suppressed(self, *, from_address: str) -> Iterator[list[SuppressedAddress]]:  # noqa: ARG002  the account's
        """The oldest first, so that whoever is added meanwhile comes last."""
        self._need_key()
        for page in range(MAX_PAGES):
            params = {"limit": str(SUPPRESSED_PAGE), "offset": str(page * SUPPRESSED_PAGE), "sort": "asc"}
            answer = get(self._client, "/smtp/blockedContacts", params=params)
            rows = rows_of(answer, "contacts", refusal, may_be_missing=True)
            yield by_cause(rows, "email", blocked_because)
            if len(rows) < SUPPRESSED_PAGE:
                return

    def delete_suppressed(self, address: str) -> None:
        self._need_key()
        expect_deleted(delete(self._client, f"/smtp/blockedContacts/{quote(address, safe='')}"), refusal)

    def close(self) -> None:
        self._client.close()

    def _events(self, **chosen: str) -> Answer:
        """Of the last 30 days, as Brevo does without being asked."""
        return get(self._client, "/smtp/statistics/events", params={"limit": "2500", **chosen})

    def _need_key(self) -> None:
        if not self._has_key:
            raise SenderMisconfigured("BILTEN_BREVO_API_KEY is empty or holds characters that no key has")
