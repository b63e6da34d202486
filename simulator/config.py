"""What a simulator is told at its start. Nothing here is read from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from simulator.dialects import FIRST_DIALECT, dialects
from simulator.faults import Fault, FaultKind


class ConfigRefused(ValueError):
    """The simulator cannot be started like this; the text says which value is wrong."""


def is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def is_loopback_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and is_loopback(parts.hostname)
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatorConfig:
    """How the far side behaves.

    Rates are shares of addresses (0 to 1), drawn from `seed` and the address: the same seed makes the same
    addresses bounce. Without `outbox` no .eml files are written; without `journal` a restart forgets everything.
    """

    api_keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """By dialect; who is not in it takes the one that Bilten has by itself."""
    webhook_url: str | None = None
    webhook_dialect: str = FIRST_DIALECT
    """Whose messages are told of at `webhook_url`: an address belongs to one provider."""
    webhook_secret: str | None = field(default=None, repr=False)
    """What proves webhooks; None: the one that Bilten has by itself."""
    outbox: Path | None = None
    journal: Path | None = None
    seed: int = 0
    bounce_rate: float = 0.0
    complaint_rate: float = 0.0
    unsubscribe_rate: float = 0.0
    shuffle_rate: float = 0.0
    repeat_rate: float = 0.0
    webhook_delay: float = 0.05
    retry_delays: tuple[float, ...] = (0.5, 2.0, 8.0, 30.0, 120.0)
    webhook_workers: int = 2
    drain_seconds: float = 10.0
    requests_per_second: int = 10_000
    index_lag: float = 0.0
    """Seconds until what was taken can be found by a look-up."""
    faults: tuple[Fault | None, ...] = ()
    fault_rates: Mapping[FaultKind, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rates = {name: getattr(self, name) for name in _RATES}
        rates |= {kind.value: rate for kind, rate in self.fault_rates.items()}
        for name, rate in rates.items():
            if not 0 <= rate <= 1:
                raise ConfigRefused(f"{name} must lie between 0 and 1")
        if self.webhook_url is not None and not is_loopback_url(self.webhook_url):
            raise ConfigRefused("webhook_url must be an address on this machine: the simulator sends nothing out")
        if self.webhook_url is not None or self.webhook_secret is not None:
            problem = dialects()[self.webhook_dialect].problem_with(self.signing_secret())
            if problem is not None:
                raise ConfigRefused(problem)
        if min(self.webhook_workers, self.requests_per_second) < 1:
            raise ConfigRefused("webhook_workers and requests_per_second must be 1 or more")

    def api_key(self, dialect: str) -> str:
        return self.api_keys.get(dialect, dialects()[dialect].default_api_key)

    def signing_secret(self) -> str:
        if self.webhook_secret is None:
            return dialects()[self.webhook_dialect].default_webhook_key
        return self.webhook_secret


_RATES = ("bounce_rate", "complaint_rate", "unsubscribe_rate", "shuffle_rate", "repeat_rate")
