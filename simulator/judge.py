"""What Resend makes of the body of a request: which messages it would take, which it refuses, or an error."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import uuid4

from simulator.answers import ApiError
from simulator.envelope import MessageRefused, read_envelope
from simulator.ledger import NewMessage

MAX_BATCH = 100


@dataclass(frozen=True, slots=True)
class Refused:
    index: int
    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Judgement:
    taken: list[NewMessage]
    refused: list[Refused]


def judge_one(body: bytes, *, refuse: Collection[int] = ()) -> Judgement:
    """Raises ApiError unless the message can be taken."""
    judgement = _judge([read_json(body)], in_batch=False, refuse=refuse)
    for refused in judgement.refused:
        raise ApiError(422, refused.name, refused.message)
    return judgement


def judge_batch(body: bytes, *, permissive: bool, refuse: Collection[int] = ()) -> Judgement:
    """A strict batch is taken whole or, with ApiError, not at all."""
    values = read_json(body)
    if not isinstance(values, list) or not values:
        raise ApiError(422, "validation_error", "The batch must be a non-empty array of emails.")
    if len(values) > MAX_BATCH:
        raise ApiError(422, "validation_error", f"The batch must contain at most {MAX_BATCH} emails.")
    judgement = _judge(values, in_batch=True, refuse=refuse)
    if not permissive:
        for refused in judgement.refused:
            raise ApiError(422, refused.name, f"[{refused.index}] {refused.message}")
    return judgement


def _judge(values: Sequence[object], *, in_batch: bool, refuse: Collection[int]) -> Judgement:
    judgement = Judgement([], [])
    for index, value in enumerate(values):
        try:
            envelope = read_envelope(value, in_batch=in_batch)
            if index in refuse:
                raise MessageRefused(
                    "validation_error", "Invalid `to` field. The simulator was told to refuse it."
                )
        except MessageRefused as refused:
            judgement.refused.append(Refused(index, refused.name, refused.message))
        else:
            assert isinstance(value, dict)  # noqa: S101  read_envelope has seen to it
            judgement.taken.append(NewMessage(index, str(uuid4()), value, envelope))
    return judgement


def read_json(body: bytes) -> object:
    try:
        value: object = json.loads(body.decode())
        if b"\\ud" in body or b"\\uD" in body:
            json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError):
        raise ApiError(400, "validation_error", "The request body is not valid JSON.") from None
    return value
