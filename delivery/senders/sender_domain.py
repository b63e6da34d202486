"""Whether the domain in From says that the provider may send for it: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC
7489, looked for from the domain upwards). Large mailbox providers refuse bulk mail of domains that do not.

What stands in the domain is all that can be seen from here. Which domain the provider puts into Return-Path, and
whether it really signs, shows in the first mail's Authentication-Results.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

from core.dns import Dns, NoAnswer
from core.errors import Param
from core.pinned_network import Deadline
from delivery.providers import PROVIDERS, capabilities_of

_SPF, _DMARC = "v=spf1", "v=dmarc1"
_STRICT = frozenset({"quarantine", "reject"})


class RemarkKind(StrEnum):
    GOOD = "good"
    UNSEEN = "unseen"
    """It may be in order; from here it does not show."""
    MEND = "mend"


@dataclass(frozen=True, slots=True)
class DomainRemark:
    kind: RemarkKind
    code: str
    params: dict[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProviderDnsRecord:
    """What a provider has its customers write into their domain."""

    selectors: tuple[str, ...]
    """Where its DKIM keys stand; empty where they stand under a name of each customer's own."""
    spf_include: str
    return_path: str
    """The name under the domain to which bounces come back, where its provider wants it set up; may be empty."""
    source: str
    checked_on: date


@cache
def provider_records() -> dict[str, ProviderDnsRecord]:
    """By provider, as far as it is known: provider_records.toml."""
    entries = tomllib.loads((files("delivery.senders") / "provider_records.toml").read_text(encoding="utf-8"))
    return {
        name: ProviderDnsRecord(
            selectors=tuple(known["selectors"]),
            spf_include=known.get("spf_include", ""),
            return_path=known.get("return_path", ""),
            source=known["source"],
            checked_on=known["checked_on"],
        )
        for name, known in entries.items()
    }


class _Silent(Exception):
    """The time is over, or a name server did not answer."""


def examine_domain(
    domain: str, *, provider: str, dns: Dns, seconds: float, envelope_domain: str | None = None
) -> list[DomainRemark]:
    """What there is to say, in the order in which it is mended; never empty. `envelope_domain`: of the bounce
    address, where it is another."""
    asked = _Asked(domain, provider, dns, Deadline(seconds), envelope_domain or domain)
    try:
        spf, dkim = list(_spf(asked)), list(_dkim(asked))
        is_unsigned = any(remark.kind is RemarkKind.MEND for remark in dkim)
        remarks = [*spf, *dkim, *_dmarc(asked, is_unsigned=is_unsigned)]
    except (NoAnswer, _Silent):
        return [asked.mend("silent")]
    return remarks or [asked.remark(RemarkKind.GOOD, "good")]


@dataclass(frozen=True, slots=True)
class _Asked:
    domain: str
    provider: str
    dns: Dns
    deadline: Deadline
    envelope_domain: str

    def texts(self, name: str) -> list[str]:
        left = self.deadline.left()
        if not left:
            raise _Silent
        return list(self.dns.texts(name, within=left))

    def records(self, name: str, version: str) -> list[str]:
        return [text for text in self.texts(name) if text.lower().replace(";", " ").split()[:1] == [version]]

    def mend(self, what: str, **params: Param) -> DomainRemark:
        return self.remark(RemarkKind.MEND, what, **params)

    def remark(self, kind: RemarkKind, what: str, **params: Param) -> DomainRemark:
        common: dict[str, Param] = {"domain": self.domain, "provider": self.provider}
        return DomainRemark(kind, f"delivery-domain-{what}", common | params)


def _spf(asked: _Asked) -> Iterator[DomainRemark]:
    """Only where the provider's mail is judged by the From domain's own record is a missing one a fault."""
    known = provider_records().get(asked.provider)
    include = known.spf_include if known else ""
    asks_envelope = _spf_asks_from(asked.provider)
    domain = asked.envelope_domain if asks_envelope else asked.domain
    records = asked.records(domain, _SPF)
    if len(records) > 1:
        yield asked.mend("spf-many", count=len(records), domain=domain)
    elif not records and include:
        yield asked.mend("spf-missing", include=include)
    elif not records and asks_envelope:
        yield asked.mend("spf-missing-own", domain=domain)
    elif records and include and f"include:{include}" not in records[0].lower().split():
        yield asked.mend("spf-provider", include=include)


def _spf_asks_from(provider: str) -> bool:
    return provider in PROVIDERS and capabilities_of(provider).bounces_to_from


def _dkim(asked: _Asked) -> Iterator[DomainRemark]:
    known = provider_records().get(asked.provider)
    if known is None:
        yield asked.remark(RemarkKind.UNSEEN, "dkim-unseen")
        return
    names = [f"{selector}._domainkey.{asked.domain}" for selector in known.selectors]
    if not any(_has_key(text) for name in names for text in asked.texts(name)):
        yield asked.mend("dkim-missing", names=", ".join(names))


def _has_key(record: str) -> bool:
    """An empty p= is a key that was withdrawn."""
    return any(tag.strip().lower().startswith("p=") and len(tag.strip()) > 2 for tag in record.split(";"))


def _dmarc(asked: _Asked, *, is_unsigned: bool) -> Iterator[DomainRemark]:
    """A domain that asks for strictness has mail thrown away that no signature of its own vouches for."""
    records = next(filter(None, (asked.records(f"_dmarc.{name}", _DMARC) for name in _upwards(asked.domain))), [])
    if len(records) > 1:
        yield asked.mend("dmarc-many", count=len(records))
    elif not records:
        yield asked.mend("dmarc-missing")
    elif is_unsigned and (policy := _policy(records[0])) in _STRICT:
        yield asked.mend("dmarc-refuses", policy=policy)


def _policy(record: str) -> str:
    tags = dict(tag.strip().lower().split("=", 1) for tag in record.split(";") if "=" in tag)
    return tags.get("p", "").strip()


def _upwards(domain: str) -> Iterator[str]:
    """The domain and what it is under, down to two names: nobody publishes DMARC for all of .org in our place."""
    names = domain.split(".")
    for first in range(max(1, len(names) - 1)):
        yield ".".join(names[first:])
