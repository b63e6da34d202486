"""SendGrid (https://www.twilio.com/docs/sendgrid/api-reference/mail-send): content once, 1000 readers a call.

It keeps no keys. What became of a call whose answer was lost, its log of messages tells.
"""

from collections.abc import Iterator
from datetime import timedelta

import httpx

from delivery.errors import SenderMisconfigured
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.outcome import EventType
from delivery.providers.base import (
    LookUp,
    SuppressedAddress,
)
from delivery.providers.sendgrid import CAPABILITIES
from delivery.providers.sendgrid.lookup import TimeRange, question, read_log, span_of
from delivery.providers.sendgrid.request import MAX_VALUES_LENGTH, build_body
from delivery.providers.sendgrid.response import read_answer, refusal
from delivery.providers.shared.grouped_calls import Called, send_groups
from delivery.providers.shared.http_call import Answer, get, open_client, post
from delivery.providers.shared.merge_groups import Group, cut_to_size, groups_of
from delivery.providers.shared.preflight import check_batch
from delivery.providers.shared.suppression_rows import MAX_PAGES, rows_of, suppressed

MAX_QUERIES = 60
"""Of a look-up: enough for some ten thousand messages of a campaign within the span."""
SUPPRESSED = (
    ("bounces", EventType.BOUNCED),
    ("invalid_emails", EventType.BOUNCED),
    ("spam_reports", EventType.COMPLAINED),
    ("unsubscribes", EventType.UNSUBSCRIBED),
)
SUPPRESSED_PAGE = 500


class SendGridProvider:
    name = "sendgrid"
    capabilities = CAPABILITIES

    def __init__(
        self, *, base_url: str, api_key: str, timeout: timedelta, transport: httpx.BaseTransport | None = None
    ) -> None:
        self._timeout = timeout
        self._has_key = bool(api_key) and api_key.isascii() and api_key.isprintable() and " " not in api_key
        self._client = open_client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {api_key}"} if self._has_key else {},
            timeout=timeout,
            transport=transport,
        )

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        self._need_key()
        groups = groups_of(batch, most=self.capabilities.max_batch, longest_values=MAX_VALUES_LENGTH)
        groups = cut_to_size(groups, lambda group: len(build_body(batch, group)), self.capabilities.max_bytes)
        return send_groups(batch, groups, lambda group: self._call(batch, group), longest=self._timeout)

    def look_up(self, batch: OutgoingBatch) -> LookUp:
        """All that the campaign sent around that time, by address. Absent: who is not in it, if all was shown."""
        if not batch.messages:
            return LookUp(accepted={})
        self._need_key()
        shown: dict[str, str | None] = {}
        spans, is_all = [span_of(batch)], True
        for _ in range(MAX_QUERIES):
            if not spans:
                break
            span = spans.pop()
            rows, is_whole = read_log(self._ask(batch, span))
            shown |= rows
            if not is_whole and span.can_be_halved:
                spans.extend(span.halves())
            else:
                is_all = is_all and is_whole
        of_address = {message.to.lower(): message.delivery_id for message in batch.messages}
        accepted = {delivery_id: shown[address] for address, delivery_id in of_address.items() if address in shown}
        is_all = is_all and not spans
        return LookUp(accepted, frozenset(of_address.values()) - accepted.keys() if is_all else frozenset())

    def suppressed(self, *, from_address: str) -> Iterator[list[SuppressedAddress]]:  # noqa: ARG002  the account's
        """Bounces, invalid addresses, complaints, and who left everything. Blocks pass, and are left out."""
        self._need_key()
        for name, cause in SUPPRESSED:
            for page in range(MAX_PAGES):
                params = {"limit": str(SUPPRESSED_PAGE), "offset": str(page * SUPPRESSED_PAGE)}
                rows = rows_of(get(self._client, f"/v3/suppression/{name}", params=params), None, refusal)
                yield suppressed(rows, "email", cause)
                if len(rows) < SUPPRESSED_PAGE:
                    break

    def close(self) -> None:
        self._client.close()

    def _call(self, batch: OutgoingBatch, group: Group) -> Called:
        answer = post(
            self._client,
            "/v3/mail/send",
            content=build_body(batch, group),
            headers={"Content-Type": "application/json"},
        )
        return read_answer(answer, group), None

    def _ask(self, batch: OutgoingBatch, span: TimeRange) -> Answer:
        headers = {"Content-Type": "application/json"}
        return post(self._client, "/v3/logs", content=question(batch, span), headers=headers)

    def _need_key(self) -> None:
        if not self._has_key:
            raise SenderMisconfigured("BILTEN_SENDGRID_API_KEY is empty or holds characters that no key has")
