"""Scaleway Transactional Email (https://www.scaleway.com/en/docs/transactional-email/): one message a call.

For system mail only, such as the question whether to subscribe: its terms forbid newsletters, so no campaign can
be given to a sender of it. It tracks nothing. Its events come through a message queue and are not read: system
mail has no delivery that they could change.
"""

import json
from datetime import timedelta
from typing import Any

import httpx

from delivery.errors import OutcomeUnknown, SenderMisconfigured
from delivery.message.outgoing import Accepted, OutgoingBatch, OutgoingMessage, SendResult
from delivery.providers.scaleway import CAPABILITIES
from delivery.providers.shared.grouped_calls import Called, send_groups
from delivery.providers.shared.http_call import Answer, open_client, post
from delivery.providers.shared.http_errors import classify, wait_asked_for
from delivery.providers.shared.merge_groups import Group, groups_of
from delivery.providers.shared.preflight import check_batch

PATH = "/transactional-email/v1alpha1/regions/fr-par/emails"
MAX_ID = 200


class ScalewayProvider:
    name = "scaleway"
    capabilities = CAPABILITIES

    def __init__(
        self,
        *,
        base_url: str,
        secret_key: str,
        project_id: str,
        timeout: timedelta,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._project_id = project_id
        self._timeout = timeout
        self._has_key = bool(secret_key) and secret_key.isascii() and secret_key.isprintable()
        self._client = open_client(
            base_url=base_url,
            headers={"X-Auth-Token": secret_key} if self._has_key else {},
            timeout=timeout,
            transport=transport,
        )

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        if not self._has_key or not self._project_id:
            raise SenderMisconfigured("BILTEN_SCALEWAY_SECRET_KEY or BILTEN_SCALEWAY_PROJECT_ID is empty")
        groups = groups_of(batch, most=1, may_share=False)
        return send_groups(batch, groups, lambda group: self._call(batch, group), longest=self._timeout)

    def close(self) -> None:
        self._client.close()

    def _call(self, batch: OutgoingBatch, group: Group) -> Called:
        (message,) = group.messages
        answer = post(
            self._client,
            PATH,
            content=build_body(batch, message, project_id=self._project_id),
            headers={"Content-Type": "application/json"},
        )
        return [read_answer(answer, message)], None


def build_body(batch: OutgoingBatch, message: OutgoingMessage, *, project_id: str) -> bytes:
    headers = [*message.headers, *([("Reply-To", batch.reply_to)] if batch.reply_to else [])]
    body = {
        "from": _mailbox(batch.from_name, batch.from_address),
        "to": [_mailbox(message.to_name, message.to)],
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "project_id": project_id,
        "additional_headers": [{"key": name, "value": value} for name, value in headers],
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def read_answer(answer: Answer, message: OutgoingMessage) -> Accepted:
    """Raises ProviderError."""
    payload = answer.json()
    if not 200 <= answer.status <= 299:
        detail = str(payload.get("message", "")) if isinstance(payload, dict) else ""
        raise classify(answer.status, detail=detail, retry_after=wait_asked_for(answer.headers))
    name = _name(payload)
    if name is None:
        raise OutcomeUnknown(f"HTTP {answer.status}, but the answer names no message")
    return Accepted(message.delivery_id, name)


def _name(payload: Any) -> str | None:
    items = payload.get("emails") if isinstance(payload, dict) else None
    first = items[0] if isinstance(items, list) and len(items) == 1 else None
    name = first.get("id") if isinstance(first, dict) else None
    return name if isinstance(name, str) and 0 < len(name) <= MAX_ID else None


def _mailbox(name: str | None, address: str) -> dict[str, str]:
    shown = (name or "").strip()
    return {"email": address, "name": shown} if shown else {"email": address}
