"""Amazon SES, API version 2 (https://docs.aws.amazon.com/ses/latest/APIReference-V2/): templates, 50 a call.

The requests are signed by botocore, which only the extra `ses` brings (make install EXTRAS=ses); they travel by
httpx like all others.
"""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

import httpx

from delivery.errors import ContentRejected, SenderMisconfigured
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.providers.base import SuppressedAddress
from delivery.providers.ses import CAPABILITIES
from delivery.providers.ses.request import MAX_HEADER, MAX_HEADERS, build_body, headers_of
from delivery.providers.ses.response import read_answer, refusal, suppressed_because
from delivery.providers.ses.signature import SesSigner
from delivery.providers.shared.grouped_calls import Called, send_groups
from delivery.providers.shared.http_call import delete, get, open_client, post
from delivery.providers.shared.merge_groups import Group, cut_to_size, groups_of
from delivery.providers.shared.preflight import check_batch
from delivery.providers.shared.suppression_rows import MAX_PAGES, by_cause, expect_deleted, rows_of
from delivery.providers.shared.webhook_json import text_or_none

MAX_CALL = 1_000_000
PATH = "/v2/email/outbound-bulk-emails"
SUPPRESSED = "/v2/email/suppression/addresses"
SUPPRESSED_PAGE = 1000


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
        self._base_url = base_url
        self._signer = signer
        self._configuration_set = configuration_set
        self._timeout = timeout
        self._client = open_client(base_url=base_url, headers={}, timeout=timeout, transport=transport)

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        _check_headers(batch)
        self._need_keys()
        groups = groups_of(batch, most=self.capabilities.max_batch)
        groups = cut_to_size(groups, lambda group: len(self._body(batch, group)), MAX_CALL)
        return send_groups(batch, groups, lambda group: self._call(batch, group), longest=self._timeout)

    def suppressed(self, *, from_address: str) -> Iterator[list[SuppressedAddress]]:  # noqa: ARG002  the account's
        self._need_keys()
        params = {"PageSize": str(SUPPRESSED_PAGE)}
        for _ in range(MAX_PAGES):
            signed = self._signer.sign_question(self._base_url + SUPPRESSED, params)
            answer = get(self._client, SUPPRESSED, params=params, headers=signed)
            rows = rows_of(answer, "SuppressedDestinationSummaries", refusal)
            yield by_cause(rows, "EmailAddress", suppressed_because)
            token = text_or_none(answer.json().get("NextToken"))
            if token is None:
                return
            params["NextToken"] = token

    def delete_suppressed(self, address: str) -> None:
        self._need_keys()
        path = f"{SUPPRESSED}/{quote(address, safe='')}"
        expect_deleted(
            delete(self._client, path, headers=self._signer.sign_deletion(self._base_url + path)), refusal
        )

    def close(self) -> None:
        self._client.close()

    def _need_keys(self) -> None:
        if not self._signer.has_keys:
            raise SenderMisconfigured("BILTEN_SES_ACCESS_KEY_ID or BILTEN_SES_SECRET_ACCESS_KEY is empty")

    def _body(self, batch: OutgoingBatch, group: Group) -> bytes:
        return build_body(batch, group, configuration_set=self._configuration_set)

    def _call(self, batch: OutgoingBatch, group: Group) -> Called:
        content = self._body(batch, group)
        answer = post(
            self._client, PATH, content=content, headers=self._signer.sign(self._base_url + PATH, content)
        )
        return read_answer(answer, group)


def _check_headers(batch: OutgoingBatch) -> None:
    for message in batch.messages:
        fields = headers_of(message)
        if len(fields) > MAX_HEADERS or any(len(value) > MAX_HEADER for _, value in fields):
            raise ContentRejected(
                f"delivery {message.delivery_id}: SES takes {MAX_HEADERS} header fields of {MAX_HEADER} characters"
            )
