"""The last look at a batch before it leaves this machine. Whatever is refused here has certainly not been sent."""

from collections.abc import Sequence
from functools import lru_cache

from delivery.errors import CallRefused, ContentRejected, SenderMisconfigured
from delivery.message.headers import HeaderRefused, check_extra, mailbox, unstructured
from delivery.message.outgoing import OutgoingBatch, OutgoingMessage, SharedText, check_recipients
from delivery.providers.base import Capabilities


def check_batch(batch: OutgoingBatch, capabilities: Capabilities) -> None:
    """Raises WrongRecipient, SenderMisconfigured or ContentRejected; CallRefused for what only one of its messages
    may have, such as a name with a line break. ValueError if the batch is too large."""
    if len(batch.messages) > capabilities.max_batch:
        raise ValueError(
            f"{len(batch.messages)} messages in a batch; this provider takes {capabilities.max_batch}"
        )
    check_recipients(batch)
    _check_sender(batch)
    for message in batch.messages:
        _check_content(message, capabilities.max_bytes)


def how_many_fit(messages: Sequence[OutgoingMessage], capabilities: Capabilities) -> int:
    """How many of them, from the first on, the provider takes in one call. One is always worth a try."""
    room = capabilities.max_call_bytes
    if room is None:
        return len(messages)
    for count, message in enumerate(messages):
        room -= size_of(message, "replace")
        if room < 0:
            return max(count, 1)
    return len(messages)


def size_of(message: OutgoingMessage, errors: str = "strict") -> int:
    """Of html and text in UTF-8. What many messages share is measured once. Raises UnicodeEncodeError."""
    if message.shared is None:
        return _size(message.html, errors) + _size(message.text, errors)
    values = dict(message.values)
    shared = (message.shared.html, message.shared.text)
    return sum(
        _shared_size(part, errors) + sum(_size(values[gap], errors) for gap in part.gaps) for part in shared
    )


@lru_cache(maxsize=64)
def _shared_size(shared: SharedText, errors: str) -> int:
    return sum(_size(literal, errors) for literal in shared.literals)


def _size(text: str, errors: str) -> int:
    return len(text.encode("utf-8", errors))


def _check_sender(batch: OutgoingBatch) -> None:
    try:
        mailbox("From", batch.from_name, batch.from_address)
        if batch.reply_to:
            mailbox("Reply-To", None, batch.reply_to)
    except HeaderRefused as error:
        raise SenderMisconfigured(str(error)) from error


def _check_content(message: OutgoingMessage, max_bytes: int) -> None:
    try:
        mailbox("To", message.to_name, message.to)
        unstructured("Subject", message.subject)
        check_extra(message.headers)
        size = size_of(message)
    except (HeaderRefused, UnicodeEncodeError) as error:
        raise CallRefused(f"delivery {message.delivery_id}: {error}") from error
    if size * 4 > max_bytes * 3:  # base64 makes four bytes of three
        raise ContentRejected(f"delivery {message.delivery_id}: {size} bytes are more than the provider takes")
