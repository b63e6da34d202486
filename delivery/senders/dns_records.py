"""DNS records of a sender: what the domain in From needs so that mailbox providers take its mail (SPF, RFC 7208;
DKIM, RFC 6376; DMARC, RFC 7489), as far as it is known for its provider (`provider_records.toml`). Pure."""

from dataclasses import dataclass
from enum import StrEnum

from delivery.providers import PROVIDERS, capabilities_of
from delivery.senders.sender_domain import provider_records
from delivery.tables import Sender


class RecordPurpose(StrEnum):
    SPF = "spf"
    SPF_OWN = "spf_own"
    """Of a mail server of one's own: which it is, only its owner knows."""
    RETURN_PATH = "return_path"
    """MX and SPF of the name to which bounces come back to the provider."""
    DKIM = "dkim"
    """A key, or a pointer to one, which the provider shows for the domain."""
    DKIM_ELSEWHERE = "dkim_elsewhere"
    """The same, under a name that only the provider's page for the domain says."""
    DMARC = "dmarc"


@dataclass(frozen=True, slots=True)
class DnsRecord:
    purpose: RecordPurpose
    name: str
    """Where it stands; empty where only the provider knows."""
    value: str
    """Of a TXT record; empty where only the provider or the owner of the server knows."""


def dns_records(sender: Sender) -> list[DnsRecord]:
    """What is to be entered, in the order in which it is checked. None for a provider whose mail stays here."""
    if sender.provider in PROVIDERS and not capabilities_of(sender.provider).leaves_this_machine:
        return []
    return [
        *_spf(sender),
        *_return_path(sender),
        *_dkim(sender),
        DnsRecord(RecordPurpose.DMARC, f"_dmarc.{sender.domain}", "v=DMARC1; p=none"),
    ]


def _spf(sender: Sender) -> list[DnsRecord]:
    known = provider_records().get(sender.provider)
    if known and known.spf_include:
        return [DnsRecord(RecordPurpose.SPF, sender.domain, f"v=spf1 include:{known.spf_include} ~all")]
    if sender.provider in PROVIDERS and capabilities_of(sender.provider).bounces_to_from:
        return [DnsRecord(RecordPurpose.SPF_OWN, sender.envelope_domain, "")]
    return []


def _return_path(sender: Sender) -> list[DnsRecord]:
    known = provider_records().get(sender.provider)
    if known is None or not known.return_path:
        return []
    return [DnsRecord(RecordPurpose.RETURN_PATH, f"{known.return_path}.{sender.domain}", "")]


def _dkim(sender: Sender) -> list[DnsRecord]:
    known = provider_records().get(sender.provider)
    if known is None:
        return [DnsRecord(RecordPurpose.DKIM_ELSEWHERE, "", "")]
    names = [f"{selector}._domainkey.{sender.domain}" for selector in known.selectors]
    return [DnsRecord(RecordPurpose.DKIM, name, "") for name in names]
