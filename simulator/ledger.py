"""What every address really received, and the ids, answers and webhook jobs that a restart must not forget.

Accepting a request is one journal line: its ids, its answer, its key and its body stand or fall together. The
bodies of messages stay in the journal; memory keeps envelopes and counts. Safe for use from several threads.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import islice
from threading import Lock
from typing import Any

from simulator.dialects import FIRST_DIALECT
from simulator.envelope import Envelope, bare, read_envelope
from simulator.idempotency import Answer, IdempotencyKeys, RememberedAnswer
from simulator.journal import Journal

Body = Mapping[str, Any]
Facts = Mapping[str, Any]
"""What a provider remembers of a message beside the message: its tags, the name of its call. JSON values."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One request as it came in; `body` is its messages, in the form in which the ledger keeps all of them."""

    dialect: str
    body: bytes
    digest: str
    key: str | None


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message that the provider would take, at its place in the request, with the id it gets."""

    index: int
    id: str
    body: Body
    envelope: Envelope
    facts: Facts


@dataclass(frozen=True, slots=True)
class ReceivedMessage:
    """One accepted message. `position` and `index` say where its body stands; `fingerprint` is what a second
    copy of it would share: its Message-ID, or where it has none its content."""

    id: str
    envelope: Envelope
    at: datetime
    position: int
    index: int
    fingerprint: str
    dialect: str
    facts: Facts

    @property
    def mailbox(self) -> str:
        """The address whose pattern decides what becomes of the message."""
        return bare(self.envelope.to[0])


@dataclass(frozen=True, slots=True)
class DuplicateMessage:
    address: str
    fingerprint: str
    count: int


class Ledger:
    def __init__(self, journal: Journal) -> None:
        self._lock = Lock()
        self._journal = journal
        self._start_empty()
        for position, line in journal.records():
            self._replay(position, json.loads(line))

    def _start_empty(self) -> None:
        self.keys = IdempotencyKeys()
        self._messages: dict[str, ReceivedMessage] = {}
        self._addresses: Counter[str] = Counter()
        self._copies: Counter[tuple[str, str]] = Counter()
        self._webhook_jobs: dict[str, str] = {}

    def accept(
        self, submission: Submission, messages: Sequence[NewMessage], *, answer: Answer, now: datetime
    ) -> list[ReceivedMessage]:
        """Take these messages of the request; a repeat with the same key gets the same answer."""
        head = {
            "at": now.isoformat(),
            "dialect": submission.dialect,
            "key": submission.key,
            "digest": submission.digest,
            "ids": {message.index: message.id for message in messages},
            "facts": {message.index: message.facts for message in messages if message.facts},
            "answer": answer,
        }
        with self._lock:
            position = self._journal.append(_line(head, submission.body))
            self._remember(submission.dialect, submission.key, submission.digest, answer=answer, at=now)
            return [
                self._take(message, dialect=submission.dialect, position=position, at=now) for message in messages
            ]

    def _replay(self, position: int, record: dict[str, Any]) -> None:
        if "errand" in record:
            self._webhook_jobs[record["errand"]] = record["outcome"]
            return
        head, body = record["accepted"], record["body"]
        at = datetime.fromisoformat(head["at"])
        dialect = head.get("dialect", FIRST_DIALECT)  # as it was when there was no other
        self._remember(dialect, head["key"], head["digest"], answer=head["answer"], at=at)
        for index, id_ in head["ids"].items():
            raw = body[int(index)] if isinstance(body, list) else body
            envelope = read_envelope(raw, in_batch=isinstance(body, list))
            message = NewMessage(int(index), id_, raw, envelope, head.get("facts", {}).get(index, {}))
            self._take(message, dialect=dialect, position=position, at=at)

    def _remember(self, dialect: str, key: str | None, digest: str, *, answer: Answer, at: datetime) -> None:
        if key is not None:
            self.keys.remember(f"{dialect} {key}", RememberedAnswer(digest, answer, at))

    def _take(self, message: NewMessage, *, dialect: str, position: int, at: datetime) -> ReceivedMessage:
        received = ReceivedMessage(
            id=message.id,
            envelope=message.envelope,
            at=at,
            position=position,
            index=message.index,
            fingerprint=_fingerprint(message),
            dialect=dialect,
            facts=message.facts,
        )
        self._messages[received.id] = received
        for address in received.envelope.addresses():
            self._addresses[address] += 1
            self._copies[address, received.fingerprint] += 1
        return received

    def close_webhook_job(self, name: str, outcome: str) -> None:
        """A webhook job is done or given up: after a restart it is not run again."""
        with self._lock:
            self._journal.append(json.dumps({"errand": name, "outcome": outcome}).encode())
            self._webhook_jobs[name] = outcome

    def webhook_job_outcomes(self) -> dict[str, str]:
        with self._lock:
            return dict(self._webhook_jobs)

    def find(self, message_id: str) -> ReceivedMessage | None:
        return self._messages.get(message_id)

    def body(self, received: ReceivedMessage) -> Body:
        """The message as it was submitted."""
        with self._lock:
            line = self._journal.read(received.position)
        body = json.loads(line)["body"]
        message_body: Body = body[received.index] if isinstance(body, list) else body
        return message_body

    def messages(self) -> list[ReceivedMessage]:
        """All of them, oldest first."""
        with self._lock:
            return list(self._messages.values())

    def newest(self, *, limit: int, skip: int = 0) -> list[ReceivedMessage]:
        with self._lock:
            backwards: Iterator[ReceivedMessage] = reversed(self._messages.values())
            return list(islice(backwards, skip, skip + limit))

    def count(self) -> int:
        return len(self._messages)

    def count_by_address(self) -> dict[str, int]:
        with self._lock:
            return dict(self._addresses)

    def duplicates(self) -> list[DuplicateMessage]:
        """Addresses that got the same message more than once. It should be empty."""
        with self._lock:
            return [DuplicateMessage(*copy, count) for copy, count in self._copies.items() if count > 1]

    def clear(self) -> None:
        with self._lock:
            self._journal.clear()
            self._start_empty()

    def close(self) -> None:
        with self._lock:
            self._journal.close()


def _line(head: Mapping[str, object], body: bytes) -> bytes:
    """The body as it came: writing it anew would cost more than all the rest."""
    if b"\n" in body or b"\r" in body:
        body = json.dumps(json.loads(body)).encode()
    return b'{"accepted":' + json.dumps(head).encode() + b',"body":' + body + b"}"


def _fingerprint(message: NewMessage) -> str:
    message_id = message.envelope.header("Message-ID")
    if message_id is not None:
        return message_id
    content = [message.envelope.subject, message.body.get("html"), message.body.get("text")]
    return sha256(json.dumps(content).encode()).hexdigest()
