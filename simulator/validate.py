"""Which of the submitted messages would be taken, and which refused with what words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import uuid4

from simulator.envelope import MessageRefused, read_envelope
from simulator.ledger import Body, Facts, NewMessage


@dataclass(frozen=True, slots=True)
class RefusedMessage:
    index: int
    name: str
    message: str


@dataclass(frozen=True, slots=True)
class ValidationResult:
    taken: list[NewMessage]
    refused: list[RefusedMessage]


def validate(messages: Sequence[tuple[Body, Facts]], *, refuse: Collection[int] = ()) -> ValidationResult:
    """Each by itself. `refuse`: places of those that are refused whatever they say."""
    validation = ValidationResult([], [])
    for index, (body, facts) in enumerate(messages):
        try:
            envelope = read_envelope(body, in_batch=facts.get("in_batch", True))
            if index in refuse:
                raise MessageRefused(
                    "validation_error", "Invalid `to` field. The simulator was told to refuse it."
                )
        except MessageRefused as refused:
            validation.refused.append(RefusedMessage(index, refused.name, refused.message))
        else:
            validation.taken.append(NewMessage(index, str(uuid4()), body, envelope, facts))
    return validation
