"""One connection to an SMTP server: opened with verified TLS, used for a batch, one message a recipient.

The line that matters is drawn in `_transmit`: before the text leaves, every failure means "not sent"; from then
until the server has answered, it means "nobody knows".
"""

import re
import smtplib
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from core.write_guard import refuse_in_write
from delivery.errors import ProviderError, SenderMisconfigured, TransientProviderError
from delivery.limit_words import speaks_of_a_limit
from delivery.message.mime import message_id_of
from delivery.message.outgoing import Accepted, DeliveryResult, Doubtful, NotSent, OutgoingMessage, Rejected
from delivery.plain_text import plain_text
from delivery.providers.smtp.replies import Reply, error_of, reject_reason

PROBE_TIMEOUT = 5.0
"""Seconds."""
_CUT_OFF = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError)
"""The connection was lost: no fault of the settings."""
_NO_GREETING = (TimeoutError, smtplib.SMTPServerDisconnected)
_MOST_SAID = 80
"""Characters of what something else than a mail server says."""
_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SmtpServer:
    host: str
    port: int
    security: Literal["tls", "starttls", "none"]
    username: str
    password: str = field(repr=False)
    timeout: timedelta
    ca_file: str = ""
    """Certificates (PEM) that are trusted beside the system's; empty: none."""


class SmtpSession:
    def __init__(self, smtp: smtplib.SMTP) -> None:
        self._smtp = smtp

    def deliver(self, sender: str, message: OutgoingMessage, data: bytes) -> DeliveryResult:
        """What became of this message. Raises ProviderError if it has not been sent and nor can any other be."""
        try:
            refusal = self._envelope(sender, message)
            return refusal or self._transmit(message, data)
        except OSError as error:  # smtplib's own exceptions are OSErrors
            self._smtp.close()
            raise TransientProviderError(f"the connection was lost: {error}") from error

    def expect_sender(self, sender: str) -> None:
        """Raises ProviderError unless the server would take mail from this address. Nothing is sent."""
        try:
            reply = Reply.of(self._smtp.mail(sender))
            self._smtp.rset()
        except OSError as error:
            self._smtp.close()
            raise TransientProviderError(f"the connection was lost: {error}") from error
        if not reply.is_yes:
            raise error_of(reply)

    def close(self) -> None:
        with suppress(OSError):
            self._smtp.quit()
        self._smtp.close()

    def _envelope(self, sender: str, message: OutgoingMessage) -> DeliveryResult | None:
        reply = Reply.of(self._smtp.mail(sender))
        if not reply.is_yes:
            raise error_of(reply)
        reply = Reply.of(self._smtp.rcpt(message.to))
        return None if reply.is_yes else self._refused(message, reply)

    def _transmit(self, message: OutgoingMessage, data: bytes) -> DeliveryResult:
        reply = Reply.of(self._smtp.docmd("DATA"))
        if reply.code != 354:
            return self._refused(message, reply)
        try:
            self._smtp.send(_LEADING_DOT.sub(b"..", data) + b".\r\n")
            reply = Reply.of(self._smtp.getreply())
        except OSError as error:
            self._smtp.close()
            detail = plain_text(f"the connection was lost before the server's answer: {error}")
            return Doubtful(message.delivery_id, detail)
        return self._answered(message, reply)

    def _answered(self, message: OutgoingMessage, reply: Reply) -> DeliveryResult:
        if reply.is_yes:
            return Accepted(message.delivery_id, message_id_of(message))
        if reply.is_no:
            return Rejected(message.delivery_id, reject_reason(reply), str(reply))
        if reply.is_later:
            return NotSent(message.delivery_id, str(reply))
        self._smtp.close()
        return Doubtful(message.delivery_id, f"the server's answer makes no sense: {reply}")

    def _refused(self, message: OutgoingMessage, reply: Reply) -> DeliveryResult:
        """Refused before the text was sent: certain, and the next message starts afresh."""
        if reply.is_goodbye or not (reply.is_no or reply.is_later):
            raise TransientProviderError(str(reply))
        self._smtp.rset()
        if reply.is_no:
            return Rejected(message.delivery_id, reject_reason(reply), str(reply))
        return NotSent(message.delivery_id, str(reply))


def open_session(server: SmtpServer, *, hello: str, tls: ssl.SSLContext) -> SmtpSession:
    """Connected, encrypted and signed in as `server` says. Raises ProviderError; nothing has been sent then."""
    refuse_in_write("calling a mail server")
    try:
        smtp = _connect(server, hello, tls)
    except OSError as error:
        raise _why_not(error, server) from error
    try:
        _prepare(smtp, server, tls)
    except OSError as error:
        smtp.close()
        raise _why_not(error, server) from error
    return SmtpSession(smtp)


def trusted_certificates(server: SmtpServer) -> ssl.SSLContext:
    """The system's, and those of the file. Raises SenderMisconfigured where that cannot be read."""
    context = ssl.create_default_context()
    if server.ca_file:
        try:
            context.load_verify_locations(cafile=server.ca_file)
        except OSError as error:  # ssl.SSLError is one
            detail = f"BILTEN_SMTP_CA_FILE cannot be read as certificates: {error}"
            raise SenderMisconfigured(detail) from error
    return context


def _connect(server: SmtpServer, hello: str, tls: ssl.SSLContext) -> smtplib.SMTP:
    timeout = server.timeout.total_seconds()
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, local_hostname=hello, timeout=timeout, context=tls)
    return smtplib.SMTP(server.host, server.port, local_hostname=hello, timeout=timeout)


def _prepare(smtp: smtplib.SMTP, server: SmtpServer, tls: ssl.SSLContext) -> None:
    if server.security == "starttls":
        smtp.starttls(context=tls)
    smtp.ehlo_or_helo_if_needed()
    if server.username:
        smtp.login(server.username, server.password)


def _why_not(error: OSError, server: SmtpServer) -> ProviderError:
    if isinstance(error, smtplib.SMTPResponseException):
        return _of_reply(error, server)
    misfit = _misfit(error, server)
    return SenderMisconfigured(misfit) if misfit else TransientProviderError(f"no connection: {error}")


def _of_reply(error: smtplib.SMTPResponseException, server: SmtpServer) -> ProviderError:
    """Why the session was not opened. A no at the greeting may be about this hour; one to our name is about us."""
    reply = Reply.of((error.smtp_code, _bytes(error.smtp_error)))
    if not 200 <= reply.code <= 599:
        reply_text = reply.text[:_MOST_SAID]
        return SenderMisconfigured(
            f"port {server.port} is no mail server's: it does not speak SMTP ({reply_text})"
        )
    is_about_us = isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPHeloError)
    if is_about_us or (reply.is_no and speaks_of_a_limit(reply.text)):
        return error_of(reply)
    return TransientProviderError(f"no connection: {reply}")


def _misfit(error: OSError, server: SmtpServer) -> str:
    """In what the settings do not fit the server, which no waiting will mend; empty: they may."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the server's certificate is not to be trusted: {error.verify_message}"
    if isinstance(error, ssl.SSLError) and not isinstance(error, _CUT_OFF):
        return f"no encryption as BILTEN_SMTP_SECURITY={server.security} asks for it: {error.reason or error}"
    if type(error) in (smtplib.SMTPNotSupportedError, smtplib.SMTPException):
        return f"the server cannot do what BILTEN_SMTP_* asks for: {error}"
    if server.security != "tls" and isinstance(error, _NO_GREETING) and _begins_with_tls(server):
        return f"port {server.port} begins with TLS: BILTEN_SMTP_SECURITY has to be tls there"
    return ""


def _begins_with_tls(server: SmtpServer) -> bool:
    """Whether that is why it says nothing. Only the handshake is tried: nothing is sent, so nobody is trusted."""
    anybody = ssl.create_default_context()
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    timeout = min(server.timeout.total_seconds(), PROBE_TIMEOUT)
    with suppress(OSError), socket.create_connection((server.host, server.port), timeout=timeout) as plain:
        anybody.wrap_socket(plain, server_hostname=server.host).close()
        return True
    return False


def _bytes(value: bytes | str) -> bytes:
    return value if isinstance(value, bytes) else value.encode()
