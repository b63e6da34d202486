"""Campaign report: everything that its page, its CSV and its printed sheet show, in a fixed number of queries.

Nobody is named, nobody was tracked. Memory does not grow with the readers: the database groups them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import Session, col, select

from campaigns.public_archive.publications import downloads_of_campaign
from campaigns.queries import get_campaign
from campaigns.reporting.click_report import ClickReport, click_report
from campaigns.reporting.report import CampaignReport, report, unsubscribe_evidence
from campaigns.reporting.report_comparison import CampaignComparison, compare_with_last
from campaigns.reporting.report_sentence import SentencePart, report_sentence
from campaigns.tables import Campaign
from core.sql import domain_of
from delivery.reporting.breakdown import (
    complained_by_interval,
    count_refusals,
    count_where,
    was_delivered,
    was_refused,
)
from delivery.tables import Delivery
from subscribers.audience import lists_of
from subscribers.queries import unsubscribed_by_interval
from subscribers.tables import Subscriber

MAX_DAYS = 14
MAX_DOMAINS = 10
MIN_PROTECTED_READERS = 10
"""Of a list of people at risk, and to who reads reports alone, a domain with fewer readers is not named: it may be
somebody's own."""


@dataclass(frozen=True, slots=True)
class DayRow:
    day: date | None
    """None: later than the days that are shown one by one."""
    unsubscribed: int
    complained: int


@dataclass(frozen=True, slots=True)
class DomainRow:
    domain: str | None
    """None: all others together, and those who have been erased since."""
    recipients: int
    delivered: int
    refused: int


@dataclass(frozen=True, slots=True)
class FullReport:
    figures: CampaignReport
    sentence: list[SentencePart]
    refusals: dict[str, int]
    """Why it was refused, given up or bounced: code → readers, the most first."""
    domains: list[DomainRow]
    """Those with the most refusals first; the others together at the end."""
    are_small_domains_hidden: bool
    days: list[DayRow]
    """From the launch on."""
    comparison: CampaignComparison | None
    downloads: int | None
    clicks: ClickReport | None
    """None where they are not counted."""


def full_report(
    session: Session, campaign_id: int, *, zone: str, now: datetime, names_small_domains: bool = True
) -> FullReport | None:
    """`zone`: whose days are counted (IANA name). `names_small_domains`: to who may know readers, where the list
    is not protected. None before the launch. Raises NotFound."""
    campaign = get_campaign(session, campaign_id)
    if campaign.launched_at is None:
        return None
    figures = report(session, campaign_id)
    is_protected = any(mailing_list.is_protected for mailing_list in lists_of(session, campaign.audience))
    hides_small = is_protected or not names_small_domains
    return FullReport(
        figures=figures,
        sentence=report_sentence(figures),
        refusals=count_refusals(session, campaign_id, bounced=figures.bounced),
        domains=_domains(session, campaign_id, figures, at_least=MIN_PROTECTED_READERS if hides_small else 1),
        are_small_domains_hidden=hides_small,
        days=_days(session, campaign, ends=ends_of_days(campaign.launched_at, zone=zone, now=now), zone=zone),
        comparison=compare_with_last(session, campaign, figures),
        downloads=downloads_of_campaign(session, campaign_id),
        clicks=click_report(session, campaign, zone=zone),
    )


def ends_of_days(launched_at: datetime, *, zone: str, now: datetime) -> list[datetime]:
    """Pure: where each day since the launch ends by the clock of `zone`, the present one included; at least one,
    and so many at most as are shown. A day in which clocks are changed is as long as it is."""
    local = ZoneInfo(zone)
    first = launched_at.astimezone(local).date()
    days = (now.astimezone(local).date() - first).days + 1
    midnights = (first + timedelta(days=number) for number in range(1, min(max(days, 1), MAX_DAYS) + 1))
    return [
        datetime.combine(midnight, time(), tzinfo=local).astimezone(launched_at.tzinfo) for midnight in midnights
    ]


def _days(session: Session, campaign: Campaign, *, ends: list[datetime], zone: str) -> list[DayRow]:
    evidence = unsubscribe_evidence(campaign.public_id)
    unsubscribed = unsubscribed_by_interval(session, evidence=evidence, ends=ends)
    complained = complained_by_interval(session, campaign.id, ends=ends)
    names = [*((end.astimezone(ZoneInfo(zone)) - timedelta(days=1)).date() for end in ends), None]
    days = [DayRow(day, unsubscribed.get(n, 0), complained.get(n, 0)) for n, day in enumerate(names)]
    later = days[-1]
    return days if later.unsubscribed or later.complained else days[:-1]


def _domains(session: Session, campaign_id: int, figures: CampaignReport, *, at_least: int) -> list[DomainRow]:
    domain, readers = domain_of(session, col(Subscriber.address)), func.count()
    refused = count_where(was_refused())
    rows = session.exec(
        select(domain, readers, count_where(was_delivered()), refused)
        .select_from(Delivery)
        .join(Subscriber, col(Subscriber.id) == col(Delivery.subscriber_id))
        # Of whoever is encrypted the database knows no domain; they stand among the others.
        .where(col(Delivery.campaign_id) == campaign_id, col(Subscriber.encrypted_with).is_(None))
        .group_by(domain)
        .having(readers >= at_least)
        .order_by(refused.desc(), readers.desc(), domain)
        .limit(MAX_DOMAINS)
    ).all()
    named = [DomainRow(*row) for row in rows]
    others = DomainRow(
        None,
        _rest(figures.recipients, (row.recipients for row in named)),
        _rest(figures.delivered, (row.delivered for row in named)),
        _rest(figures.refused, (row.refused for row in named)),
    )
    return [*named, others] if others.recipients > 0 else named


def _rest(total: int, named: Iterable[int]) -> int:
    """Not below zero: while a campaign is sent, the total is a moment older than the rest."""
    return max(total - sum(named), 0)
