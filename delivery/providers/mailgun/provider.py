"""Mailgun (https://documentation.mailgun.com): content once and values per recipient, up to 1000 people a call.

It keeps no keys. What became of a call whose answer was lost, its record of accepted messages tells.
"""

import base64
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

import httpx

from delivery.errors import SenderMisconfigured
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.outcome import EventType
from delivery.providers.base import (
    LookUp,
    SuppressedAddress,
)
from delivery.providers.mailgun import CAPABILITIES
from delivery.providers.mailgun.lookup import next_page, question, read_page
from delivery.providers.mailgun.request import build_body
from delivery.providers.mailgun.response import read_answer, refusal
from delivery.providers.shared.grouped_calls import Called, send_groups
from delivery.providers.shared.http_call import get, open_client, post
from delivery.providers.shared.merge_groups import Group, groups_of
from delivery.providers.shared.preflight import check_batch
from delivery.providers.shared.suppression_rows import MAX_PAGES as MAX_SUPPRESSED_PAGES
from delivery.providers.shared.suppression_rows import rows_of, suppressed

MAX_PAGES = 40
"""Of a look-up; far more than all that one minute's calls can fill."""
SUPPRESSED = (
    ("bounces", EventType.BOUNCED),
    ("complaints", EventType.COMPLAINED),
    ("unsubscribes", EventType.UNSUBSCRIBED),
)
SUPPRESSED_PAGE = 1000


class MailgunProvider:
    name = "mailgun"
    capabilities = CAPABILITIES

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        domain: str,
        timeout: timedelta,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._domain = domain
        self._timeout = timeout
        self._has_key = bool(api_key) and api_key.isascii() and api_key.isprintable() and " " not in api_key
        credentials = base64.b64encode(f"api:{api_key}".encode()).decode()
        self._client = open_client(
            base_url=base_url,
            headers={"Authorization": f"Basic {credentials}"},
            timeout=timeout,
            transport=transport,
        )

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        self._need_key()
        groups = groups_of(batch, most=self.capabilities.max_batch)
        return send_groups(batch, groups, lambda group: self._call(batch, group), longest=self._timeout)

    def look_up(self, batch: OutgoingBatch) -> LookUp:
        """By the attempt's key, which stands in every event. Absent: who is on none of the pages, if they end."""
        if not batch.messages:
            return LookUp(accepted={})
        self._need_key()
        path = f"{self._path(batch.from_address)}/events"
        accepted: dict[int, str | None] = {}
        page = read_page(get(self._client, path, params=question(batch)), batch, path=path)
        for _ in range(MAX_PAGES):
            accepted |= page.accepted
            if page.next is None:
                everyone = frozenset(message.delivery_id for message in batch.messages)
                return LookUp(accepted, everyone - accepted.keys())
            page = read_page(get(self._client, page.next), batch, path=path)
        return LookUp(accepted)

    def suppressed(self, *, from_address: str) -> Iterator[list[SuppressedAddress]]:
        """Three lists of the sender's domain. Who left only the mails of one tag has not left all."""
        self._need_key()
        for name, cause in SUPPRESSED:
            path = f"{self._path(from_address)}/{name}"
            answer = get(self._client, path, params={"limit": str(SUPPRESSED_PAGE)})
            for _ in range(MAX_SUPPRESSED_PAGES):
                rows = rows_of(answer, "items", refusal)
                if not rows:
                    break
                yield suppressed([row for row in rows if "*" in row.get("tags", "*")], "address", cause)
                answer = get(self._client, next_page(answer, path))

    def close(self) -> None:
        self._client.close()

    def _call(self, batch: OutgoingBatch, group: Group) -> Called:
        answer = post(
            self._client,
            f"{self._path(batch.from_address)}/messages",
            content=build_body(batch, group),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        return read_answer(answer, group), None

    def _path(self, from_address: str) -> str:
        domain = self._domain or from_address.rpartition("@")[2]
        return f"/v3/{quote(domain, safe='')}"

    def _need_key(self) -> None:
        if not self._has_key:
            raise SenderMisconfigured("BILTEN_MAILGUN_API_KEY is empty or holds characters that no key has")
