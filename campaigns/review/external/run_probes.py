"""Look at what a campaign points to, out in the world, and keep what was seen.

Nothing is asked while a transaction is open, everything is asked side by side, and all of it together is over in
LONGEST, whatever the far sides do. What went unasked for want of time is asked at the next look.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import delete
from sqlmodel import Session, col

from campaigns.active_sender import senders_of
from campaigns.editorial.render_variants import render_variants
from campaigns.queries import get_campaign
from campaigns.review.external.probe_domain import probe_domain
from campaigns.review.external.probe_links import probe_link
from campaigns.review.external.probe_results import probe_results
from campaigns.review.external.probe_spam_filter import probe_spam_filter, specimen
from campaigns.review.external.probe_targets import Problem, domain_key, mail_key, web_addresses
from campaigns.review.external.probes import Probes
from campaigns.review.external.tables import ProbeKind, ProbeRecord
from campaigns.tables import Campaign
from core.db import Database
from core.pinned_network import Deadline
from core.settings import Settings
from core.sql import upsert
from delivery.senders.senders import sends_by_mail

LONGEST = 10.0
"""Seconds for everything together."""
MAX_PROBES = 60
"""Questions in one look."""
AT_ONCE = 8
RESULT_TTL = timedelta(days=1)
FORGOTTEN_AFTER = timedelta(days=30)

Ask = Callable[[float], list[Problem] | None]
"""In so many seconds, what is wrong; None where nothing can be said."""


@dataclass(frozen=True, slots=True)
class Probe:
    kind: ProbeKind
    key: str
    ask: Ask


@dataclass(frozen=True, slots=True)
class ProbeRun:
    asked: int
    answered: int


def run_probes(
    database: Database, campaign_id: int, *, probes: Probes, settings: Settings, now: datetime
) -> ProbeRun:
    """What was good a little while ago is not asked again; what was not, is. Raises NotFound, InputRefused where a
    variant cannot be rendered, Misconfigured."""
    with database.read() as session:
        campaign = get_campaign(session, campaign_id)
        planned = list(_planned(session, campaign, probes=probes, settings=settings, now=now))
        due = _due(session, planned, now=now)[:MAX_PROBES]
    answers = _ask_all(due)
    with database.write() as session:
        _remember(session, due, answers, now=now)
    return ProbeRun(asked=len(due), answered=sum(answer is not None for answer in answers))


def _planned(
    session: Session, campaign: Campaign, *, probes: Probes, settings: Settings, now: datetime
) -> Iterator[Probe]:
    """Each once, the few before the many."""
    mails = [mail for _, mail in render_variants(session, campaign, settings=settings)]
    senders = senders_of(session, campaign)
    if probes.dns is not None:
        for sender in filter(sends_by_mail, senders):
            yield Probe(ProbeKind.SENDER, domain_key(sender), partial(probe_domain, probes.dns, sender))
    if probes.spam_filter is not None:
        for mail in mails:
            message = specimen(mail, senders[0], settings=settings, now=now)
            if message is not None:
                yield Probe(
                    ProbeKind.SPAM,
                    mail_key(senders[0], mail),
                    partial(probe_spam_filter, probes.spam_filter, message),
                )
    if probes.outbound is not None:
        addresses = [
            address for mail in mails for address in web_addresses(mail.html, public_url=settings.public_url)
        ]
        for address in dict.fromkeys(addresses):
            yield Probe(address.kind, address.key, partial(probe_link, probes.outbound, address))


def _due(session: Session, planned: Sequence[Probe], *, now: datetime) -> list[Probe]:
    """Those that nothing is known of, then those that were not well: somebody may have mended them."""
    results = probe_results(session, {probe.key for probe in planned}, now=now)
    unknown = [probe for probe in planned if (probe.kind, probe.key) not in results]
    failed = [probe for probe in planned if results.get((probe.kind, probe.key))]
    return unknown + failed


def _ask_all(planned: Sequence[Probe]) -> list[list[Problem] | None]:
    deadline = Deadline(LONGEST)

    def ask(probe: Probe) -> list[Problem] | None:
        left = deadline.left()
        return probe.ask(left) if left else None

    with ThreadPoolExecutor(max_workers=AT_ONCE) as threads:
        return list(threads.map(ask, planned))


def _remember(
    session: Session, planned: Sequence[Probe], answers: Sequence[list[Problem] | None], *, now: datetime
) -> None:
    """Two people may look at once: the later answer stands."""
    session.execute(delete(ProbeRecord).where(col(ProbeRecord.good_until) < now - FORGOTTEN_AFTER))
    # In one order for everybody, or two looks could wait for each other's rows.
    for probe, answer in sorted(zip(planned, answers, strict=True), key=lambda pair: pair[0].key):
        if answer is None:
            continue
        seen = {
            "said": [problem.as_json() for problem in answer],
            "looked_at": now,
            "good_until": now + RESULT_TTL,
        }
        statement = upsert(session, ProbeRecord)
        session.execute(
            statement.values(kind=probe.kind, key=probe.key, **seen).on_conflict_do_update(
                index_elements=["kind", "key"], set_=seen
            )
        )
