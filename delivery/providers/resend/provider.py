"""Resend (https://resend.com/docs/api-reference): up to 100 messages a call, each call repeatable for a day.

Three steps: build the request (pure), post it, read the answer (pure).
"""

from datetime import timedelta

import httpx

from delivery.errors import SenderMisconfigured
from delivery.message.outgoing import OutgoingBatch, SendResult
from delivery.providers.resend import CAPABILITIES
from delivery.providers.resend.request import build_body, build_headers
from delivery.providers.resend.response import read_answer
from delivery.providers.shared.http_call import is_key, open_client, post
from delivery.providers.shared.preflight import check_batch


class ResendProvider:
    name = "resend"
    capabilities = CAPABILITIES

    def __init__(
        self, *, base_url: str, api_key: str, timeout: timedelta, transport: httpx.BaseTransport | None = None
    ) -> None:
        self._has_key = is_key(api_key)
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
            raise SenderMisconfigured("BILTEN_RESEND_API_KEY is empty or holds characters that no key has")
        answer = post(self._client, "/emails/batch", content=build_body(batch), headers=build_headers(batch))
        return read_answer(answer, batch)

    def close(self) -> None:
        self._client.close()
