"""Errors, split by what the caller should do next.

    BiltenError
    ├── InputRefused     correct the input; what was good has been kept, the rest is as it was
    ├── NotFound         name something that exists
    ├── NotAllowed       somebody else, or another role, has to do this
    ├── Conflict         look again: the thing is in another state than this step needs
    ├── Unavailable      try again later; nothing was lost
    │   └── TooManyAttempts  the same, because of what came from there before (429)
    └── Misconfigured    the operator has to change a setting

An error carries a code, which is the key of its text in `texts/*.ftl`, and the values for that text. What a
person reads is made by an entry point in that person's language; `str(error)` is for logs and developers.
"""

from dataclasses import dataclass
from typing import ClassVar

Param = str | int


class BiltenError(Exception):
    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500

    def __init__(self, code: str, /, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{name}={value!r}" for name, value in self.params.items())])


class InputRefused(BiltenError):
    exit_code = 2
    http_status = 422


class NotFound(BiltenError):
    exit_code = 3
    http_status = 404


class NotAllowed(BiltenError):
    exit_code = 4
    http_status = 403


class Conflict(BiltenError):
    exit_code = 5
    http_status = 409


class Unavailable(BiltenError):
    exit_code = 75
    http_status = 503


class TooManyAttempts(Unavailable):
    http_status = 429


class Misconfigured(BiltenError):
    exit_code = 78
    http_status = 500


@dataclass(frozen=True, slots=True)
class Refusal:
    """One piece of input that was refused while the rest was kept.

    `place` names the file (or field), `line` counts from 1; `code` and `params` are the text's, as in BiltenError.
    """

    place: str
    line: int | None
    code: str
    params: dict[str, Param]
