"""SMTP: any server there is. One message a recipient, one connection a batch, a result for each.

What a reply says of us, a sending limit for example, ends the batch at that message: a server that is asked on and
on after its no counts that, too.

SMTP knows no idempotency: a message whose answer was lost stays in doubt until a person decides.
"""

import ssl
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from delivery.errors import ProviderError, QuotaSpent, SenderMisconfigured, TransientProviderError
from delivery.message.mime import compose
from delivery.message.outgoing import DeliveryResult, NotSent, OutgoingBatch, SendResult
from delivery.providers.shared.preflight import check_batch
from delivery.providers.shared.verdict import is_enough
from delivery.providers.smtp import CAPABILITIES
from delivery.providers.smtp.session import SmtpServer, SmtpSession, open_session, trusted_certificates

CHECK_TIMEOUT = timedelta(seconds=10)
NO_TIME = "there was no time left in this batch"
NOT_TRIED = "not tried after what the server said to those before"


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
            return self._each(batch, session)
        finally:
            session.close()

    def check_session(self, *, from_address: str, envelope_from: str) -> None:
        """EHLO, TLS, AUTH, MAIL, RSET, QUIT: all that comes before a reader's address. Raises ProviderError."""
        server = replace(self._server, timeout=min(self._server.timeout, CHECK_TIMEOUT))
        session = open_session(server, hello=from_address.rpartition("@")[2], tls=self._tls)
        try:
            session.expect_sender(envelope_from)
        finally:
            session.close()

    def close(self) -> None:
        """Holds no connection between batches."""

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return self._given_tls or trusted_certificates(self._server)

    def _each(self, batch: OutgoingBatch, session: SmtpSession) -> SendResult:
        results: list[DeliveryResult] = []
        deadline = self._monotonic() + self._server.timeout.total_seconds()
        for message in batch.messages:
            if results and self._monotonic() > deadline:
                return _ended(batch, results, NO_TIME)
            try:
                results.append(
                    session.deliver(message.envelope_from or batch.from_address, message, compose(batch, message))
                )
            except (TransientProviderError, SenderMisconfigured, QuotaSpent) as error:
                if not results:
                    raise
                return _ended(batch, results, error.detail, error)
            if is_enough(results):
                return _ended(batch, results, NOT_TRIED)
        return SendResult(tuple(results))


def _ended(
    batch: OutgoingBatch, results: list[DeliveryResult], detail: str, error: ProviderError | None = None
) -> SendResult:
    """What comes after these results was not tried."""
    rest = [NotSent(message.delivery_id, detail, counts=False) for message in batch.messages[len(results) :]]
    return SendResult((*results, *rest), error)
