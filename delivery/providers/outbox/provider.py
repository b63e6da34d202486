"""The outbox: a folder in which every message ends as one .eml file. For rehearsals, and for looking closely.

A file's name is made of the delivery and the attempt's key, and a file that is there is left alone: a repeat
sends nothing twice.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from delivery.errors import OutcomeUnknown, SenderMisconfigured
from delivery.message.mime import compose, message_id_of
from delivery.message.outgoing import Accepted, DeliveryResult, NotSent, OutgoingBatch, OutgoingMessage, SendResult
from delivery.providers.outbox import CAPABILITIES
from delivery.providers.shared.preflight import check_batch


class OutboxProvider:
    name = "outbox"
    capabilities = CAPABILITIES

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, batch: OutgoingBatch) -> SendResult:
        check_batch(batch, self.capabilities)
        self._open_folder()
        results = tuple(self._put(batch, message) for message in batch.messages)
        self._make_names_durable()
        return SendResult(results)

    def close(self) -> None:
        """Holds nothing open."""

    def _open_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SenderMisconfigured(f"the outbox folder cannot be made: {error.strerror}") from error

    def _put(self, batch: OutgoingBatch, message: OutgoingMessage) -> DeliveryResult:
        target = self._folder / f"{message.delivery_id}-{quote(batch.key, safe='')}.eml"
        try:
            if not target.exists():
                _write_whole(target, compose(batch, message))
        except OSError as error:
            return NotSent(message.delivery_id, f"the file could not be written: {error.strerror}")
        return Accepted(message.delivery_id, message_id_of(message))

    def _make_names_durable(self) -> None:
        try:
            folder = os.open(self._folder, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            raise OutcomeUnknown(f"the outbox folder could not be synced: {error.strerror}") from error


def _write_whole(target: Path, content: bytes) -> None:
    """Under another name first: whoever looks at the folder never sees half a message."""
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    except OSError:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
