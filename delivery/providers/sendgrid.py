"""SendGrid (https://www.twilio.com/docs/sendgrid/api-reference/mail-send): content once, 1000 readers a call."""

from datetime import timedelta

import httpx

from delivery.errors import SenderMisconfigured
from delivery.outgoing import OutgoingBatch, SendResult
from delivery.preflight import check_batch
from delivery.providers.base import Capabilities, Tracking, WebhookProof
from delivery.providers.grouped_calls import Called, send_groups
from delivery.providers.groups import Group, cut_to_size, groups_of
from delivery.providers.http_call import open_client, post
from delivery.providers.sendgrid_answer import read_answer
from delivery.providers.sendgrid_request import LONGEST_VALUES, build_body

CAPABILITIES = Capabilities(
    max_batch=1000,
    max_bytes=30_000_000,
    idempotency=None,
    look_up=None,
    merges=True,
    tracking=Tracking.OFF_IN_EACH_CALL,
    webhooks=WebhookProof.SIGNATURE,
)


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
        if not self._has_key:
            raise SenderMisconfigured("BILTEN_SENDGRID_API_KEY is empty or holds characters that no key has")
        groups = groups_of(batch, most=self.capabilities.max_batch, longest_values=LONGEST_VALUES)
        groups = cut_to_size(groups, lambda group: len(build_body(batch, group)), self.capabilities.max_bytes)
        return send_groups(batch, groups, lambda group: self._call(batch, group), longest=self._timeout)

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
