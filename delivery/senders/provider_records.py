"""What each provider has its customers write into their domain, as far as it is known: provider_records.toml."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ProviderRecords:
    selectors: tuple[str, ...]
    """Where its DKIM keys stand; empty where they stand under a name of each customer's own."""
    spf_include: str
    source: str
    checked_on: date


@cache
def provider_records() -> dict[str, ProviderRecords]:
    found = tomllib.loads((files("delivery.senders") / "provider_records.toml").read_text(encoding="utf-8"))
    return {
        name: ProviderRecords(
            selectors=tuple(known["selectors"]),
            spf_include=known.get("spf_include", ""),
            source=known["source"],
            checked_on=known["checked_on"],
        )
        for name, known in found.items()
    }
