"""Amazon SES, API version 2 (https://docs.aws.amazon.com/ses/latest/APIReference-V2/): templates, 50 a call.

The requests are signed by botocore, which only the extra `ses` brings (uv sync --extra ses); they travel by httpx
like all others.
"""

from datetime import timedelta

import httpx

from delivery.errors import ContentRejected, SenderMisconfigured
from delivery.outgoing import OutgoingBatch, SendResult
from delivery.preflight import check_batch
from delivery.providers.base import Capabilities, Tracking, WebhookProof
from delivery.providers.grouped_calls import Called, send_groups
from delivery.providers.groups import Group, cut_to_size, groups_of
from delivery.providers.http_call import open_client, post
from delivery.providers.ses_answer import read_answer
from delivery.providers.ses_request import MAX_HEADER, MAX_HEADERS, NOT_CARRIED, build_body, headers_of
from delivery.providers.ses_signature import SesSigner

CAPABILITIES = Capabilities(
    max_batch=50,
    max_bytes=500_000,  # the JSON of one call may have a megabyte, escapes and everybody's values included
    idempotency=None,
    look_up=None,
    merges=True,
    headers_not_carried=NOT_CARRIED,
    tracking=Tracking.OFF_IN_EACH_CALL,
    webhooks=WebhookProof.SIGNATURE,
    calls_per_second=0.25,  # full calls keep below the 14 messages a second that a new account has
)
MAX_CALL = 1_000_000
PATH = "/v2/email/outbound-bulk-emails"


class SesProvider:
    name = "ses"
    capabilities = CAPABILITIES

    def __init__(
        self,
        *,
        base_url: str,
        signer: SesSigner,
        configuration_set: str,
        timeout: timedelta,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._url = base_url + PATH
        self._signer = signer
        self._configuration_set = configuration_set
        self._timeout = timeout
        self._client = open_client(base_url=base_url, headers={}, timeout=timeout, transport=transport)

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        _check_headers(batch)
        if not self._signer.has_keys:
            raise SenderMisconfigured("BILTEN_SES_ACCESS_KEY_ID or BILTEN_SES_SECRET_ACCESS_KEY is empty")
        groups = groups_of(batch, most=self.capabilities.max_batch)
        groups = cut_to_size(groups, lambda group: len(self._body(batch, group)), MAX_CALL)
        return send_groups(batch, groups, lambda group: self._call(batch, group), longest=self._timeout)

    def close(self) -> None:
        self._client.close()

    def _body(self, batch: OutgoingBatch, group: Group) -> bytes:
        return build_body(batch, group, configuration_set=self._configuration_set)

    def _call(self, batch: OutgoingBatch, group: Group) -> Called:
        content = self._body(batch, group)
        answer = post(self._client, PATH, content=content, headers=self._signer.sign(self._url, content))
        return read_answer(answer, group)


def _check_headers(batch: OutgoingBatch) -> None:
    for message in batch.messages:
        fields = headers_of(message)
        if len(fields) > MAX_HEADERS or any(len(value) > MAX_HEADER for _, value in fields):
            raise ContentRejected(
                f"delivery {message.delivery_id}: SES takes {MAX_HEADERS} header fields of {MAX_HEADER} characters"
            )
