"""A small SMTP server on the loopback interface that keeps what arrives and misbehaves when told to.

with smtp_server(SmtpScript(rcpt={"gone@example.org": "550 5.1.1 no such user"})) as server:
    ...connect to 127.0.0.1, server.port...
    assert server.recipients == [...]
"""

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

DROP = "drop"
"""In place of a reply: the connection is cut."""


@dataclass
class SmtpScript:
    """Replies other than the friendly ones; those of `rcpt`, `data` and `after_dot` by recipient."""

    greeting: str = "220 fake ESMTP"
    mail: str = "250 2.1.0 ok"
    rcpt: dict[str, str] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    after_dot: dict[str, str] = field(default_factory=dict)
    auth: str = ""
    """The reply to AUTH; empty where the server offers none."""
    hello: str = ""
    """The reply to EHLO and HELO; empty: what it offers."""
    start_tls: str = ""
    """The reply to STARTTLS where it is none that goes ahead."""
    tls: ssl.SSLContext | None = None
    tls_from_the_start: bool = False


@dataclass(frozen=True)
class Arrived:
    sender: str
    recipient: str
    data: bytes


class FakeSmtpServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, script: SmtpScript) -> None:
        self.script = script
        self.arrived: list[Arrived] = []
        """What the server took responsibility for, even if its answer was lost."""
        self.commands: list[str] = []
        self.connections = 0
        super().__init__(("127.0.0.1", 0), _Session)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def recipients(self) -> list[str]:
        return [mail.recipient for mail in self.arrived]


class _Session(socketserver.BaseRequestHandler):
    server: FakeSmtpServer

    def handle(self) -> None:
        self.server.connections += 1
        self.sender, self.recipient = "", ""
        self.is_encrypted, self.is_in_transaction = False, False
        with suppress(OSError):
            if self.server.script.tls_from_the_start:
                self._encrypt()
            self.stream = self.request.makefile("rb")
            if self._say(self.server.script.greeting):
                self._talk()
        with suppress(OSError):
            self.request.close()

    def _talk(self) -> None:
        while line := self.stream.readline():
            command = line.decode().rstrip("\r\n")
            self.server.commands.append(command)
            if not self._obey(command):
                return

    def _obey(self, command: str) -> bool:
        script, verb = self.server.script, command[:4].upper()
        if verb == "DATA":
            return self._data(script)
        if verb == "STAR":
            return self._say(script.start_tls) if script.start_tls else self._start_tls()
        if verb == "MAIL" and self.is_in_transaction:
            return self._say("503 5.5.1 nested MAIL command")
        if verb in ("MAIL", "RSET"):
            self.sender, self.is_in_transaction = _address(command), verb == "MAIL"
        if verb == "RCPT":
            self.recipient = _address(command)
        replies = {
            "EHLO": script.hello or self._features(),
            "HELO": script.hello or "250 fake",
            "AUTH": script.auth,
            "MAIL": script.mail,
            "RCPT": script.rcpt.get(self.recipient, "250 2.1.5 ok"),
            "RSET": "250 2.0.0 ok",
            "QUIT": "221 2.0.0 bye",
        }
        return self._say(replies.get(verb, "500 5.5.1 what")) and verb != "QUIT"

    def _features(self) -> str:
        script = self.server.script
        offers = ["fake"]
        if script.tls and not self.is_encrypted:
            offers.append("STARTTLS")
        if script.auth:
            offers.append("AUTH PLAIN")
        *others, last = offers
        return "\r\n".join([*(f"250-{offer}" for offer in others), f"250 {last}"])

    def _start_tls(self) -> bool:
        self._say("220 2.0.0 go ahead")
        self._encrypt()
        self.stream = self.request.makefile("rb")
        return True

    def _encrypt(self) -> None:
        assert self.server.script.tls is not None
        self.request = self.server.script.tls.wrap_socket(self.request, server_side=True)
        self.is_encrypted = True

    def _data(self, script: SmtpScript) -> bool:
        reply = script.data.get(self.recipient, "354 go on")
        if not reply.startswith("354"):
            return self._say(reply)
        self._say(reply)
        data = b""
        while (line := self.stream.readline()) != b".\r\n":
            if not line:
                return False
            data += line.removeprefix(b".")
        self.is_in_transaction = False
        reply = script.after_dot.get(self.recipient, "250 2.0.0 taken")
        if reply == DROP or reply.startswith("250"):
            self.server.arrived.append(Arrived(self.sender, self.recipient, data))
        return self._say(reply)

    def _say(self, reply: str) -> bool:
        if reply == DROP:
            return False
        self.request.sendall(reply.encode() + b"\r\n")
        return not reply.startswith("421")


def _address(command: str) -> str:
    return command.partition("<")[2].partition(">")[0]


@contextmanager
def smtp_server(script: SmtpScript | None = None) -> Iterator[FakeSmtpServer]:
    with FakeSmtpServer(script or SmtpScript()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
