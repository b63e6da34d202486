"""Envelope: what is asked of one message, in the ledger's own form, before it is taken; read into what is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

MAX_RECIPIENTS = 50
KNOWN_KEYS = frozenset(
    {
        "from",
        "to",
        "subject",
        "bcc",
        "cc",
        "reply_to",
        "html",
        "text",
        "template",
        "headers",
        "scheduled_at",
        "attachments",
        "tags",
        "topic_id",
    }
)
NOT_REHEARSED = ("template", "scheduled_at", "attachments", "topic_id")

_MAILBOX = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}"
_ADDRESS = re.compile(rf"(?P<alone>{_MAILBOX})|(?P<name>[^<>\x00-\x1f\x7f]*)<(?P<named>{_MAILBOX})>")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_TAG_WORD = re.compile(r"[A-Za-z0-9_-]{1,256}")
_HEADER_NAME = re.compile(r"[!-9;-~]{1,76}")


class MessageRefused(Exception):
    """What is wrong with a message: the name of the error, and a sentence."""

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name
        self.message = message


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message without its body."""

    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    bcc: tuple[str, ...]
    reply_to: tuple[str, ...]
    subject: str
    headers: Mapping[str, str]
    tags: Mapping[str, str]

    def addresses(self) -> tuple[str, ...]:
        """Every mailbox it is for, bare and in lower case."""
        return tuple(bare(address) for address in (*self.to, *self.cc, *self.bcc))

    def header(self, name: str) -> str | None:
        wanted = name.lower()
        return next((value for key, value in self.headers.items() if key.lower() == wanted), None)


def bare(address: str) -> str:
    """ana@example.org for `Ana <Ana@Example.org>`."""
    return split_address(address)[1].lower()


def split_address(address: str) -> tuple[str, str]:
    """The name (perhaps empty) and the mailbox of an address that was found to be one."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise ValueError("not an address")
    return (match["name"] or "").strip().strip('"'), match["alone"] or match["named"]


def read_envelope(value: object, *, in_batch: bool) -> Envelope:
    """Raises MessageRefused with the first thing that is wrong."""
    if not isinstance(value, dict):
        raise MessageRefused("validation_error", "Each email must be an object.")
    _check_keys(value, in_batch=in_batch)
    envelope = Envelope(
        sender=_sender(value),
        to=_addresses(value, "to", required=True),
        cc=_addresses(value, "cc"),
        bcc=_addresses(value, "bcc"),
        reply_to=_addresses(value, "reply_to"),
        subject=_subject(value),
        headers=_headers(value.get("headers")),
        tags=_tags(value.get("tags")),
    )
    _check_bodies(value)
    _check_mailboxes(envelope)
    return envelope


def _check_keys(value: Mapping[str, object], *, in_batch: bool) -> None:
    if unknown := sorted(set(value) - KNOWN_KEYS):
        raise MessageRefused("validation_error", f"Unrecognized key: `{unknown[0]}`.")
    for key in NOT_REHEARSED:
        if key in value:
            where = "batch emails" if in_batch else "the simulator"
            raise MessageRefused("validation_error", f"The `{key}` field is not supported in {where}.")


def _sender(value: Mapping[str, object]) -> str:
    sender = _text(value, "from", required=True)
    if not _is_address(sender):
        raise MessageRefused(
            "invalid_from_address",
            "Invalid `from` field. The email address needs to follow the `email@example.com` or "
            "`Name <email@example.com>` format.",
        )
    return sender


def _subject(value: Mapping[str, object]) -> str:
    subject = _text(value, "subject", required=True)
    if _CONTROL.search(subject):
        raise MessageRefused("validation_error", "The `\\n` is not allowed in the `subject` field.")
    return subject


def _text(value: Mapping[str, object], key: str, *, required: bool = False) -> str:
    text = value.get(key, "")
    if not isinstance(text, str):
        raise MessageRefused("validation_error", f"The `{key}` field must be a `string`.")
    if required and not text:
        raise MessageRefused("missing_required_field", f"Missing `{key}` field.")
    return text


def _addresses(value: Mapping[str, object], key: str, *, required: bool = False) -> tuple[str, ...]:
    given = value.get(key)
    if given is None or given == []:
        if required:
            raise MessageRefused("missing_required_field", f"Missing `{key}` field.")
        return ()
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list) or len(listed) > MAX_RECIPIENTS or not all(map(_is_address, listed)):
        raise MessageRefused(
            "validation_error",
            f"Invalid `{key}` field. The email address needs to follow the `email@example.com` or "
            f"`Name <email@example.com>` format, at most {MAX_RECIPIENTS} of them.",
        )
    return tuple(listed)


def _is_address(value: object) -> bool:
    return isinstance(value, str) and _ADDRESS.fullmatch(value) is not None


def _headers(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise MessageRefused("validation_error", "The `headers` field must be an object of strings.")
    for name, text in value.items():
        if not _HEADER_NAME.fullmatch(name) or _CONTROL.search(text):
            raise MessageRefused("validation_error", "The `headers` field contains an invalid header.")
    return value


def _tags(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, list) or not all(map(_is_tag, value)):
        raise MessageRefused(
            "validation_error",
            "Tags should only contain ASCII letters, numbers, underscores, or dashes, at most 256 of them.",
        )
    return {tag["name"]: tag["value"] for tag in value}


def _is_tag(tag: object) -> bool:
    return (
        isinstance(tag, dict)
        and set(tag) == {"name", "value"}
        and all(isinstance(word, str) and _TAG_WORD.fullmatch(word) for word in tag.values())
    )


def _check_bodies(value: Mapping[str, object]) -> None:
    if not _text(value, "html") and not _text(value, "text"):
        raise MessageRefused("missing_required_field", "Missing `html` or `text` field.")


def _check_mailboxes(envelope: Envelope) -> None:
    if any(address.startswith("reject") for address in envelope.addresses()):
        raise MessageRefused("validation_error", "Invalid `to` field. The email address is not deliverable.")
