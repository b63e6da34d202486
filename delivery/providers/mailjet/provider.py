"""Mailjet (https://dev.mailjet.com/email/guides/send-api-v31/): up to 50 complete messages a call.

It keeps no keys. What became of a call whose answer was lost, it says when asked for each delivery by its name.
"""

import base64
from collections.abc import Iterator
from datetime import timedelta

import httpx

from delivery.errors import ProviderError, SenderMisconfigured
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.outcome import EventType
from delivery.providers.base import (
    LookUp,
    SuppressedAddress,
)
from delivery.providers.mailjet import CAPABILITIES
from delivery.providers.mailjet.request import build_body, custom_id
from delivery.providers.mailjet.response import read_answer, read_search, refusal
from delivery.providers.shared.http_call import get, is_key, open_client, post
from delivery.providers.shared.preflight import check_batch
from delivery.providers.shared.suppression_rows import MAX_PAGES, rows_of, suppressed

SUPPRESSED_PAGE = 500


class MailjetProvider:
    name = "mailjet"
    capabilities = CAPABILITIES

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        secret_key: str,
        timeout: timedelta,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._has_key = is_key(api_key) and is_key(secret_key)
        credentials = base64.b64encode(f"{api_key}:{secret_key}".encode()).decode()
        self._client = open_client(
            base_url=base_url,
            headers={"Authorization": f"Basic {credentials}"} if self._has_key else {},
            timeout=timeout,
            transport=transport,
        )

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        self._need_key()
        headers = {"Content-Type": "application/json"}
        return read_answer(post(self._client, "/v3.1/send", content=build_body(batch), headers=headers), batch)

    def look_up(self, batch: OutgoingBatch) -> LookUp:
        """One question a delivery. If one fails, those before it are known; the rest is for another time."""
        self._need_key()
        accepted: dict[int, str | None] = {}
        absent: set[int] = set()
        for message in batch.messages:
            name = custom_id(batch, message.delivery_id)
            params = {"CustomID": name, "ShowCustomID": "true", "Limit": "10"}
            try:
                known = read_search(get(self._client, "/v3/REST/message", params=params), name)
            except ProviderError:
                if not accepted and not absent:
                    raise
                break
            if known:
                accepted[message.delivery_id] = known
            elif known is not None:
                absent.add(message.delivery_id)
        return LookUp(accepted, frozenset(absent))

    def suppressed(self, *, from_address: str) -> Iterator[list[SuppressedAddress]]:  # noqa: ARG002  the account's
        """Whom Mailjet excludes from campaigns; it does not say why. Bounces and complaints it posts as events."""
        self._need_key()
        for page in range(MAX_PAGES):
            span = {"Limit": str(SUPPRESSED_PAGE), "Offset": str(page * SUPPRESSED_PAGE)}
            params = {"IsExcludedFromCampaigns": "true", "Sort": "ID", **span}
            rows = rows_of(get(self._client, "/v3/REST/contact", params=params), "Data", refusal)
            yield suppressed(rows, "Email", EventType.UNSUBSCRIBED)
            if len(rows) < SUPPRESSED_PAGE:
                return

    def close(self) -> None:
        self._client.close()

    def _need_key(self) -> None:
        if not self._has_key:
            raise SenderMisconfigured(
                "BILTEN_MAILJET_API_KEY or _SECRET_KEY is empty or holds characters that no key has"
            )
