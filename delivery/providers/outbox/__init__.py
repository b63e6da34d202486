"""Outbox, a folder in the place of a provider: what the registry asks of one."""

from datetime import timedelta
from typing import TYPE_CHECKING

from delivery.providers.base import Capabilities, Tracking
from delivery.providers.outbox.settings import Settings

if TYPE_CHECKING:
    import httpx

    from core.settings import Settings as CommonSettings
    from delivery.providers.base import Provider

__all__ = ["CAPABILITIES", "Settings", "build"]

CAPABILITIES = Capabilities(
    max_batch=100,
    max_bytes=40_000_000,
    idempotency=timedelta(days=365),  # as long as nobody empties the folder
    look_up=None,  # a repeat writes over nothing, so none is needed
    leaves_this_machine=False,
    tracking=Tracking.NONE,
    webhooks=None,
)


def build(_: Settings, common: "CommonSettings", __: "httpx.BaseTransport | None") -> "Provider":
    from delivery.providers.outbox.provider import OutboxProvider

    return OutboxProvider(common.var_dir / "outbox")
