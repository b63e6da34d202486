"""IMAP (RFC 3501) mailbox: each email is fetched once, by its number, and marked or moved when it is kept.

How far it was read is a row in the database (UIDVALIDITY and the last UID), so that a person who looks into the
mailbox, and a server that forgets a flag, change nothing. Numbers that begin anew are read anew; what was kept
before counts once.
"""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from core.errors import Unavailable
from core.write_guard import refuse_in_write
from delivery.mail_reports.mail_parts import MAX_READ
from delivery.mailbox.settings import BounceSettings
from delivery.plain_text import plain_text

BATCH_SIZE = 20
TIMEOUT = 30.0
"""Seconds for one answer."""
MAX_LITERAL = MAX_READ + 64 * 1024
"""Bytes that the server may send at once: what is asked for, and room for an answer about many numbers."""
_NUMBER = re.compile(rb"\d+")


class MailboxUnavailable(Unavailable):
    """Nothing is lost: what is in the mailbox is read when it can be."""


@dataclass(frozen=True, slots=True)
class ReadMark:
    """How far a mailbox was read."""

    uid_validity: int | None = None
    last_uid: int = 0


@dataclass(slots=True)
class MailboxRun:
    """What one reading came to."""

    mark: ReadMark
    read: int = 0
    new: int = 0
    left: list[int] = field(default_factory=list)


def read_imap(
    settings: BounceSettings, keep: Callable[[Sequence[bytes]], int], *, mark: ReadMark, limit: int
) -> Iterator[MailboxRun]:
    """Keeps what is new after `mark`, batch by batch, at most `limit` emails; what is yielded after each batch is
    durable, and its mark is for the caller to keep. Raises MailboxUnavailable, and as `keep` does."""
    refuse_in_write("reading a mailbox by IMAP")
    with _translated(), _session(settings) as imap:
        validity = _select(imap, settings.imap_folder)
        last = mark.last_uid if mark.uid_validity == validity else 0
        if settings.imap_done_folder and last:  # killed between keeping and moving
            _finish(imap, _search(imap, 1, last)[:limit], settings)
        run = MailboxRun(ReadMark(validity, last))
        uids = _search(imap, last + 1, None)[:limit]
        for start in range(0, len(uids), BATCH_SIZE):
            batch = uids[start : start + BATCH_SIZE]
            mails = [mail for uid in batch if (mail := _fetch(imap, uid)) is not None]
            run.new += keep(mails)
            run.read += len(mails)
            run.mark = ReadMark(validity, batch[-1])
            yield run
            _finish(imap, batch, settings)
        if not uids:
            yield run


class _BoundedImap(imaplib.IMAP4):
    """A server that sends more than it was asked for is left."""

    def read(self, size: int) -> bytes:
        if size > MAX_LITERAL:
            raise self.abort(f"the server sends {size} bytes at once")
        return super().read(size)


class _BoundedImapTls(imaplib.IMAP4_SSL):
    def read(self, size: int) -> bytes:
        if size > MAX_LITERAL:
            raise self.abort(f"the server sends {size} bytes at once")
        return super().read(size)


@contextmanager
def _session(settings: BounceSettings) -> Iterator[imaplib.IMAP4]:
    tls = ssl.create_default_context()
    if settings.imap_ca_file:
        tls.load_verify_locations(cafile=settings.imap_ca_file)
    imap: imaplib.IMAP4
    if settings.imap_security == "tls":
        imap = _BoundedImapTls(settings.imap_host, settings.imap_port, ssl_context=tls, timeout=TIMEOUT)
    else:
        imap = _BoundedImap(settings.imap_host, settings.imap_port, timeout=TIMEOUT)
    try:
        if settings.imap_security == "starttls":
            imap.starttls(tls)
        imap.login(settings.imap_username, settings.imap_password.get_secret_value())
        yield imap
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            imap.logout()
        with suppress(OSError):  # where signing off has failed, it is open still
            imap.shutdown()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (OSError, imaplib.IMAP4.error) as error:  # ssl.SSLError is an OSError
        first = error.args[0] if error.args else ""
        problem = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(error)
        raise MailboxUnavailable(
            "delivery-mailbox-unavailable", problem=plain_text(problem) or type(error).__name__
        ) from error


def _select(imap: imaplib.IMAP4, folder: str) -> int:
    _ask(imap.select(f'"{folder}"'))
    _, validity = imap.response("UIDVALIDITY")
    match = _NUMBER.search(validity[0] or b"") if validity else None
    return int(match[0]) if match else 0


def _search(imap: imaplib.IMAP4, first: int, last: int | None) -> list[int]:
    """`n:*` also names the last one where that is below n (RFC 3501, section 9)."""
    answer = _ask(imap.uid("SEARCH", f"UID {first}:{last or '*'}"))
    uids = sorted({int(number) for line in answer if isinstance(line, bytes) for number in _NUMBER.findall(line)})
    return [uid for uid in uids if uid >= first and (last is None or uid <= last)]


def _fetch(imap: imaplib.IMAP4, uid: int) -> bytes | None:
    """None where somebody has deleted it meanwhile."""
    answer = _ask(imap.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{MAX_READ}>)"))
    return next((bytes(part[1])[:MAX_READ] for part in answer if isinstance(part, tuple)), None)


def _finish(imap: imaplib.IMAP4, uids: list[int], settings: BounceSettings) -> None:
    if not uids:
        return
    numbers, folder = ",".join(map(str, uids)), f'"{settings.imap_done_folder}"'
    if not settings.imap_done_folder:
        _ask(imap.uid("STORE", numbers, "+FLAGS.SILENT", r"(\Seen)"))
    elif "MOVE" in imap.capabilities:  # RFC 6851
        _ask(imap.uid("MOVE", numbers, folder))
    else:
        _ask(imap.uid("COPY", numbers, folder))
        _ask(imap.uid("STORE", numbers, "+FLAGS.SILENT", r"(\Seen \Deleted)"))
        _ask(imap.uid("EXPUNGE", numbers) if "UIDPLUS" in imap.capabilities else imap.expunge())


def _ask(answer: tuple[str, list[Any]]) -> list[Any]:
    status, data = answer
    if status != "OK":
        text = data[0] if data and isinstance(data[0], bytes) else b""
        raise imaplib.IMAP4.error(text.decode("utf-8", "replace") or status)
    return data
