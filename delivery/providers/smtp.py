"""SMTP: any server there is. One message a recipient, one connection a batch, a result for each.

SMTP knows no idempotency: a message whose answer was lost stays in doubt until a person decides.
"""

import ssl
import time
from collections.abc import Callable
from functools import cached_property

from delivery.errors import ContentRejected, SenderMisconfigured, TransientProviderError
from delivery.mime import compose
from delivery.outcome import RejectReason
from delivery.outgoing import DeliveryResult, NotSent, OutgoingBatch, Rejected, SendResult
from delivery.preflight import check_batch
from delivery.providers.base import Capabilities, Tracking
from delivery.providers.smtp_replies import blames_us
from delivery.providers.smtp_session import SmtpServer, SmtpSession, open_session

CAPABILITIES = Capabilities(
    max_batch=20,  # a lost worker leaves no more than these in doubt
    max_bytes=10_000_000,
    idempotency=None,
    look_up=None,
    tracking=Tracking.NONE,
    webhooks=None,
)

_OF_THE_ADDRESS = frozenset({RejectReason.INVALID, RejectReason.BOUNCED})


class SmtpProvider:
    name = "smtp"
    capabilities = CAPABILITIES

    def __init__(
        self,
        server: SmtpServer,
        *,
        tls: ssl.SSLContext | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._server = server
        self._given_tls = tls
        self._monotonic = monotonic

    def send(self, batch: OutgoingBatch) -> SendResult:
        if not batch.messages:
            return SendResult(())
        check_batch(batch, self.capabilities)
        hello = batch.from_address.rpartition("@")[2]
        session = open_session(self._server, hello=hello, tls=self._tls)
        try:
            results = self._each(batch, session)
        finally:
            session.close()
        _refuse_if_it_is_about_us(results)
        return SendResult(tuple(results))

    def close(self) -> None:
        """Holds no connection between batches."""

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return self._given_tls or ssl.create_default_context()

    def _each(self, batch: OutgoingBatch, session: SmtpSession) -> list[DeliveryResult]:
        results: list[DeliveryResult] = []
        deadline = self._monotonic() + self._server.timeout.total_seconds()
        for message in batch.messages:
            if results and self._monotonic() > deadline:
                return results + _not_sent(batch, len(results), "there was no time left in this batch")
            try:
                results.append(session.deliver(batch.from_address, message, compose(batch, message)))
            except (TransientProviderError, SenderMisconfigured) as error:
                if not results:
                    raise
                return results + _not_sent(batch, len(results), error.detail)
        return results


def _not_sent(batch: OutgoingBatch, start: int, detail: str) -> list[DeliveryResult]:
    return [NotSent(message.delivery_id, detail) for message in batch.messages[start:]]


def _refuse_if_it_is_about_us(results: list[DeliveryResult]) -> None:
    """Everyone was refused, nobody for their address: a fault of ours that must not cost a reader their copy.

    Raises SenderMisconfigured or ContentRejected.
    """
    refused = [result for result in results if isinstance(result, Rejected)]
    if len(refused) < len(results) or any(result.reason in _OF_THE_ADDRESS for result in refused):
        return
    if any(blames_us(result.detail) for result in refused):
        raise SenderMisconfigured(refused[0].detail)
    raise ContentRejected(refused[0].detail)
