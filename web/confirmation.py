"""What a sign-up hands on: somebody asked, and only a link sent to their address can make it a yes."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConfirmationWanted:
    address: str
    name: str
    language: str
    list_name: str
    confirm_url: str


AskToConfirm = Callable[[ConfirmationWanted], None]
