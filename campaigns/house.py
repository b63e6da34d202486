"""What the jobs that run by themselves work with. Built once, by the scheduler's engine builder."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from campaigns.variants import CompiledVariants
from core.clock import Clock
from core.db import Database
from core.settings import Settings
from core.signing import Signer
from delivery.providers.base import Provider, WebhookParser
from news.store import AssetStore


@dataclass(frozen=True)
class House:
    database: Database
    clock: Clock
    settings: Settings
    signer: Signer
    store: AssetStore
    provider: Callable[[str], Provider]
    """The provider of that name, set up and ready to take batches."""
    webhook_parser: Callable[[str], WebhookParser]
    """What reads that provider's webhooks."""
    worker: str
    """This process among all that may work on the same database; never used by another."""
    variants: CompiledVariants = field(default_factory=CompiledVariants)
    stopping: Event = field(default_factory=Event)
    """Set when the process is asked to end: what is in flight is finished, nothing new is claimed."""
