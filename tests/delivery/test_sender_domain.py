"""What a sender's domain says: judged by fake name servers, mended by what the remark says."""

import pytest

from delivery.providers import PROVIDERS
from delivery.senders.dns_records import RecordPurpose, dns_records
from delivery.senders.sender_domain import RemarkKind, examine_domain, provider_records
from tests.delivery.builders import a_sender
from tests.fakes.dns import FakeDns

KEY = "v=DKIM1; k=rsa; p=MIIB"
GOOD = {
    "example.org": ["v=spf1 include:spf.mailjet.com ~all", "google-site-verification=x"],
    "mailjet._domainkey.example.org": [KEY],
    "_dmarc.example.org": ["v=DMARC1; p=reject"],
}


def examine(texts: dict[str, list[str]], provider: str = "mailjet", domain: str = "example.org") -> list[str]:
    remarks = examine_domain(domain, provider=provider, dns=FakeDns(texts=texts), seconds=5)
    return [remark.code.removeprefix("delivery-domain-") for remark in remarks]


def test_a_domain_that_says_everything_is_good() -> None:
    assert examine(GOOD) == ["good"]


@pytest.mark.parametrize(
    ("name", "records", "expected"),
    [
        ("example.org", [], ["spf-missing"]),
        ("example.org", ["v=spf10 nonsense"], ["spf-missing"]),
        ("example.org", ["v=spf1 -all", "v=spf1 ~all"], ["spf-many"]),
        ("example.org", ["v=spf1 include:spf.mailjet.com.evil.example ~all"], ["spf-provider"]),
        ("mailjet._domainkey.example.org", [], ["dkim-missing", "dmarc-refuses"]),
        ("mailjet._domainkey.example.org", ["v=DKIM1; p="], ["dkim-missing", "dmarc-refuses"]),
        ("_dmarc.example.org", [], ["dmarc-missing"]),
        ("_dmarc.example.org", ["v=DMARC1; p=none", "v=DMARC1; p=reject"], ["dmarc-many"]),
    ],
)
def test_what_is_missing_or_twice_is_named(name: str, records: list[str], expected: list[str]) -> None:
    assert examine(GOOD | {name: records}) == expected


def test_dmarc_of_the_domain_above_counts_but_not_that_of_a_whole_ending() -> None:
    below = {"mailjet._domainkey.news.example.org": [KEY], "news.example.org": GOOD["example.org"]}
    assert examine(below | {"_dmarc.example.org": ["v=DMARC1; p=none"]}, domain="news.example.org") == ["good"]
    assert examine(below | {"_dmarc.org": ["v=DMARC1; p=none"]}, domain="news.example.org") == ["dmarc-missing"]


def test_spf_is_asked_for_only_where_it_speaks_of_the_same_domain() -> None:
    bare = GOOD | {"example.org": []}
    assert examine(bare, "smtp") == ["spf-missing-own", "dkim-unseen"]
    assert examine(bare, "ses") == ["dkim-unseen"]


def test_where_a_key_stands_under_a_name_of_ones_own_it_is_said_to_be_unseen() -> None:
    remarks = examine_domain("example.org", provider="ses", dns=FakeDns(texts=GOOD), seconds=5)
    assert [(remark.kind, remark.code) for remark in remarks] == [
        (RemarkKind.UNSEEN, "delivery-domain-dkim-unseen")
    ]


@pytest.mark.parametrize("seconds", [5.0, 0.0])
def test_name_servers_that_are_silent_prove_nothing(seconds: float) -> None:
    dns = FakeDns(texts=GOOD, silent=frozenset({"_dmarc.example.org"}))
    remarks = examine_domain("example.org", provider="mailjet", dns=dns, seconds=seconds)
    assert [remark.code for remark in remarks] == ["delivery-domain-silent"]


def test_every_known_record_says_where_it_is_from_and_is_a_providers_of_ours() -> None:
    assert provider_records()
    for name, known in provider_records().items():
        assert name in PROVIDERS
        assert known.source
        assert known.selectors
        assert known.checked_on.year >= 2026


def test_spf_is_asked_of_the_envelopes_domain_where_that_is_ours() -> None:
    texts = GOOD | {"example.org": [], "bounces.example.org": ["v=spf1 mx ~all"]}

    def spf(provider: str) -> list[str]:
        remarks = examine_domain(
            "example.org",
            provider=provider,
            dns=FakeDns(texts=texts),
            seconds=5,
            envelope_domain="bounces.example.org",
        )
        return [remark.code for remark in remarks if "spf" in remark.code]

    assert spf("smtp") == []
    assert spf("mailjet") == ["delivery-domain-spf-missing"]


@pytest.mark.parametrize(("provider", "names"), [("resend", ["send.example.org"]), ("mailjet", [])])
def test_where_the_provider_wants_its_bounces_is_among_the_records(provider: str, names: list[str]) -> None:
    sender = a_sender()
    sender.provider, sender.from_address = provider, "bulletin@example.org"
    listed = [record.name for record in dns_records(sender) if record.purpose is RecordPurpose.RETURN_PATH]
    assert listed == names
