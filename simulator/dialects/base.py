"""A provider's manner of speaking: how a request becomes messages, how answers and events are said.

What all of them have in common (faults, keys, the ledger, what becomes of a message) is no dialect's business.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.idempotency import Answer
from simulator.ledger import Body, Facts, Ledger, ReceivedMessage
from simulator.mailbox_outcome import EventType
from simulator.validate import ValidationResult


class Refusal(Exception):
    """An answer that is no yes, in the provider's own words. `name` is what requests are counted under."""

    def __init__(self, name: str, response: Response) -> None:
        super().__init__(name)
        self.name = name
        self.response = response


class Trouble(StrEnum):
    """What every provider can say, each in its own way."""

    RATE_LIMIT = "rate_limit"
    QUOTA = "quota"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class SubmittedMessage:
    """One message as it was submitted: what is judged and kept, and what the provider remembers besides."""

    body: Body
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SubmissionRequest:
    """What a request asks for."""

    messages: Sequence[SubmittedMessage]
    key: str | None = None
    """The idempotency key."""
    is_strict: bool = False
    """Whether the caller wants one bad message to keep all others back, where the provider lets it choose."""


@dataclass(frozen=True, slots=True)
class SignedWebhook:
    """A webhook: its headers and its body."""

    headers: dict[str, str]
    body: bytes


Question = Callable[[Request, bytes, "Record"], Response]
"""What answers a question about the past; asking changes nothing."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a provider shows of what it took: all but what is too fresh for its index."""

    ledger: Ledger
    visible_until: datetime
    last_event: Callable[[ReceivedMessage], str]

    def of(self, dialect: str) -> list[ReceivedMessage]:
        return [
            message
            for message in self.ledger.messages()
            if message.dialect == dialect and message.at <= self.visible_until
        ]


class Dialect(ABC):
    name: ClassVar[str]
    paths: ClassVar[tuple[str, ...]]
    """Where messages are submitted."""
    keeps_as_it_came: ClassVar[bool] = False
    """Whether the body of a request is in the ledger's own form already."""
    key_lifetime: ClassVar[timedelta] = timedelta(hours=24)
    default_api_key: ClassVar[str] = "simulator"
    """The one that Bilten has by itself."""
    default_webhook_key: ClassVar[str] = "simulator"

    def questions(self) -> Sequence[tuple[str, str, Question]]:
        """Method, path and what answers there."""
        return ()

    @abstractmethod
    def authenticate(self, request: Request, body: bytes, key: str) -> None:
        """Raises Refusal unless the request shows that it knows the account's `key`."""

    @abstractmethod
    def read(self, request: Request, body: bytes) -> SubmissionRequest:
        """Raises Refusal for what cannot be read."""

    @abstractmethod
    def answer(self, order: SubmissionRequest, validation: ValidationResult) -> Answer:
        """What is said of the messages. Raises Refusal where none is taken: then none of them is."""

    def respond(self, answer: Answer) -> Response:
        return JSONResponse(answer)

    def repeated(self, answer: Answer) -> Response:
        """What a request with a known key gets; `answer` is that of the first one."""
        return self.respond(answer)

    def reused(self, *, is_in_flight: bool) -> Refusal:
        """A known key with another body, or while the first request is still under way."""
        raise AssertionError(f"{self.name} knows no keys")

    @abstractmethod
    def trouble(self, kind: Trouble, *, retry_after: int, now: datetime) -> Refusal: ...

    def problem_with(self, webhook_secret: str) -> str | None:
        """Why no webhook could be proven with it; None if one could."""
        return None

    def secret_for_webhooks(self, shared: str | None, folder: Path) -> str | None:
        """What proves webhooks to Bilten: by itself what it shares with the provider; None where nothing can. A
        key of the simulator's own is kept in `folder`."""
        return shared

    def verification_key(self, secret: str) -> str | None:
        """What Bilten has to know to believe what `secret` signs; None where it knows the secret itself."""
        return None

    def tell(
        self, received: ReceivedMessage, event: EventType, *, secret: str, now: datetime
    ) -> SignedWebhook | None:
        """The event as this provider posts it; None where it posts no such event."""
        return None


def read_json(body: bytes, refused: Callable[[str], Refusal]) -> Any:
    """Raises what `refused` makes of the words."""
    try:
        value = json.loads(body.decode())
        if b"\\ud" in body or b"\\uD" in body:
            json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError):
        raise refused("The request body is not valid JSON.") from None
    return value


def text_of(value: Any, name: str) -> str:
    member = value.get(name) if isinstance(value, dict) else None
    return member if isinstance(member, str) else ""


def mailbox_of(value: Any, *, email: str = "email", name: str = "name") -> str:
    """`Name <address>` from an object with both."""
    shown, address = text_of(value, name), text_of(value, email)
    return f"{shown} <{address}>" if shown else address


def object_of(value: Any, *names: str) -> Any:
    """What lies at the end of the path, or None."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def texts_of(value: Any) -> dict[str, str]:
    """An object's texts; whatever else is in it is left out."""
    given = value.items() if isinstance(value, dict) else ()
    return {name: text for name, text in given if isinstance(text, str)}


def items_of(value: Any, name: str) -> list[Any]:
    member = value.get(name) if isinstance(value, dict) else None
    return member if isinstance(member, list) else []


def number_of(message_id: str) -> int:
    """A whole number that stands for a message's id, with more digits than a float can hold."""
    return 10**17 + int(message_id.replace("-", ""), 16) % (9 * 10**17)
