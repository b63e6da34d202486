"""What was seen out in the world, as findings of the check. It asks nobody: submitting must not wait for
strangers, and a finding must not come and go between two people's looks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from campaigns.active_sender import senders_of
from campaigns.review.external.probe_results import ProbeResults, probe_results
from campaigns.review.external.probe_targets import Problem, WebAddress, domain_key, mail_key, web_addresses
from campaigns.review.external.tables import ProbeKind
from campaigns.tables import Campaign
from core.errors import Param
from core.settings import Settings
from delivery.tables import Sender
from templates.check import Finding, Severity
from templates.checks.locate import item_with
from templates.content import Document, RenderedMail

ERRORS = frozenset({"campaigns-outside-gone", "campaigns-outside-name-unknown", "campaigns-outside-inner"})
"""What will be as wrong tomorrow. A server that is silent or fails may be well when the campaign goes out."""


def outside_findings(
    session: Session,
    campaign: Campaign,
    mails: Sequence[tuple[Document, RenderedMail]],
    *,
    settings: Settings,
    now: datetime,
) -> list[Finding]:
    senders = senders_of(session, campaign)
    addresses = [web_addresses(mail.html, public_url=settings.public_url) for _, mail in mails]
    keys = {address.key for some in addresses for address in some}
    keys |= {*map(domain_key, senders), *(mail_key(senders[0], mail) for _, mail in mails)}
    results = probe_results(session, keys, now=now)
    findings = list(_spam(results, senders[0], mails))
    if settings.checks_outbound:
        for (written, _), some in zip(mails, addresses, strict=True):
            for address in some:
                params: dict[str, Param] = {"kind": address.kind.value, "url": address.url}
                problems = results.get((address.kind, address.key), [])
                item = item_with(written, address.url) if problems else ""
                findings += [
                    replace(_finding(problem, "html", written.language, params), item=item) for problem in problems
                ]
        findings += _domains(results, senders)
        findings += _unseen(results, [address for some in addresses for address in some], campaign)
    return findings


def _spam(
    results: ProbeResults, sender: Sender, mails: Sequence[tuple[Document, RenderedMail]]
) -> Iterator[Finding]:
    for written, mail in mails:
        for problem in results.get((ProbeKind.SPAM, mail_key(sender, mail)), []):
            yield _finding(problem, "html", written.language, {})


def _domains(results: ProbeResults, senders: Sequence[Sender]) -> Iterator[Finding]:
    for sender in senders:
        for problem in results.get((ProbeKind.SENDER, domain_key(sender)), []):
            yield _finding(problem, "sender", "", {})


def _unseen(results: ProbeResults, addresses: Sequence[WebAddress], campaign: Campaign) -> Iterator[Finding]:
    """Silence must not look like health."""
    unseen = {address for address in addresses if (address.kind, address.key) not in results}
    if unseen:
        params: dict[str, Param] = {"count": len(unseen), "id": campaign.id}
        yield _finding(Problem("campaigns-outside-unseen", params), "html", "", {})


def _finding(problem: Problem, where: str, language: str, params: dict[str, Param]) -> Finding:
    severity = Severity.ERROR if problem.code in ERRORS else Severity.WARNING
    return Finding(severity, problem.code, where, language, {**problem.params, **params})
