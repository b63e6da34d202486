"""Whether a provider can carry what a sender will send: asked when the sender is set up. Pure."""

from core.errors import InputRefused
from delivery.providers.base import Capabilities

ONE_CLICK = frozenset({"list-unsubscribe", "list-unsubscribe-post"})


def check_sender(can: Capabilities, *, provider: str, from_name: str) -> None:
    """Raises InputRefused."""
    if ONE_CLICK & can.headers_not_carried:
        raise InputRefused("delivery-sender-no-one-click", provider=provider)
    wrong = sorted(set(from_name) & set(can.not_in_from_name))
    if wrong:
        raise InputRefused("delivery-sender-name-not-carried", provider=provider, characters=" ".join(wrong))
    if can.max_from_name is not None and len(from_name) > can.max_from_name:
        raise InputRefused("delivery-sender-name-too-long", provider=provider, longest=can.max_from_name)
