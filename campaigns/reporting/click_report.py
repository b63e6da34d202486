"""Click report: how often each link of a campaign was followed, by link and by day. Never by whom.

The numbers are upper bounds: mail programs and their virus scanners follow links, too, and are counted with the
readers. A link that fewer readers got than `MIN_READERS` has no number.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import Session, col, select

from campaigns.clicks.click_links import code_in, labels_of_links
from campaigns.clicks.counting import MIN_READERS
from campaigns.clicks.frozen_links import counted_links, readers_by_code
from campaigns.clicks.tables import ClickCount, ClickLink
from campaigns.queries import frozen_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, RenderedVariant
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.audience import lists_of

LAST = 5
MAX_DAYS = 14


@dataclass(frozen=True, slots=True)
class LinkClicks:
    code: str
    target: str
    labels: tuple[str, ...]
    """What readers see of it, in each language and place."""
    clicks: int | None
    """None: too few readers got it for a number."""


@dataclass(frozen=True, slots=True)
class ClickDay:
    day: date | None
    """None: later than the days that are shown one by one."""
    clicks: int


@dataclass(frozen=True, slots=True)
class ClickReport:
    links: list[LinkClicks]
    """The most followed first, those without a number last."""
    total: int
    days: list[ClickDay]
    """From the launch on; empty where no link has a number."""
    earlier: int
    """Of how many campaigns of its kind the median is."""
    median_total: float | None
    languages: list[str]
    """In which the email can be looked at with its numbers."""

    @property
    def is_counted(self) -> bool:
        return any(link.clicks is not None for link in self.links)


def click_report(session: Session, campaign: Campaign, *, zone: str) -> ClickReport | None:
    """None where clicks are not counted: by nobody's wish, or because a list that it went to is protected."""
    links = counted_links(session, campaign)
    if campaign.launched_at is None or not links:
        return None
    if any(mailing_list.is_protected for mailing_list in lists_of(session, campaign.audience)):
        return None
    variants = frozen_of(session, campaign.id)
    shown = _enough_readers(session, campaign, links, variants)
    by_link, by_day = _counts(session, shown)
    labels = _labels(variants)
    rows = [
        LinkClicks(
            link.code,
            link.target,
            labels.get(link.code, ()),
            by_link.get(link.code, 0) if link.code in shown else None,
        )
        for link in links
    ]
    rows.sort(key=lambda row: (row.clicks is None, -(row.clicks or 0), row.target))
    earlier = _earlier_totals(session, campaign)
    first = campaign.launched_at.astimezone(ZoneInfo(zone)).date()
    return ClickReport(
        links=rows,
        total=sum(by_link.values()),
        days=days_since(first, by_day) if shown else [],
        earlier=len(earlier),
        median_total=median(earlier) if earlier else None,
        languages=sorted({variant.language for variant in variants}),
    )


def days_since(first: date, by_day: Mapping[date, int]) -> list[ClickDay]:
    """Pure: each day from the first to the last on which something was counted, the later ones together. Nothing
    is lost: a day before the first, by a clock that was set back, is counted with the first."""
    last = max([first, *by_day])
    days = min((last - first).days + 1, MAX_DAYS)
    counts = [0] * (days + 1)
    for day, count in by_day.items():
        counts[min(max((day - first).days, 0), days)] += count
    shown = [ClickDay(first + timedelta(days=number), counts[number]) for number in range(days)]
    return [*shown, ClickDay(None, counts[days])] if counts[days] else shown


def _enough_readers(
    session: Session, campaign: Campaign, links: Collection[ClickLink], variants: Collection[RenderedVariant]
) -> set[str]:
    """Those that enough readers were to get, and that enough were sent: a campaign may be cancelled early."""
    sent = (
        select(Delivery.variant_id, func.count())
        .where(Delivery.campaign_id == campaign.id, Delivery.status == DeliveryStatus.ACCEPTED)
        .group_by(col(Delivery.variant_id))
    )
    readers = readers_by_code(variants, dict(session.exec(sent).all()))
    return {link.code for link in links if link.reader_count >= MIN_READERS and readers[link.code] >= MIN_READERS}


def _counts(session: Session, codes: Collection[str]) -> tuple[dict[str, int], dict[date, int]]:
    """By link, and by day."""
    by_link: dict[str, int] = defaultdict(int)
    by_day: dict[date, int] = defaultdict(int)
    for row in session.exec(select(ClickCount).where(col(ClickCount.code).in_(codes))):
        by_link[row.code] += row.count
        by_day[row.day] += row.count
    return by_link, by_day


def _labels(variants: Collection[RenderedVariant]) -> dict[str, tuple[str, ...]]:
    """By the link's code, each wording once."""
    labels: dict[str, dict[str, None]] = defaultdict(dict)
    for variant in variants:
        for url, text in labels_of_links(variant.html):
            if text and (code := code_in(url)):
                labels[code][text] = None
    return {code: tuple(texts) for code, texts in labels.items()}


def _earlier_totals(session: Session, campaign: Campaign) -> list[int]:
    """Of the last ones of its kind that had gone out before it and whose clicks were counted."""
    counted = select(ClickLink.campaign_id).where(ClickLink.reader_count >= MIN_READERS)
    ids = session.exec(
        select(Campaign.id)
        .where(
            Campaign.kind == campaign.kind,
            Campaign.status == CampaignStatus.SENT,
            col(Campaign.launched_at) < campaign.launched_at,
            col(Campaign.id).in_(counted),
        )
        .order_by(col(Campaign.launched_at).desc(), col(Campaign.id).desc())
        .limit(LAST)
    ).all()
    totals = dict(
        session.exec(
            select(ClickLink.campaign_id, func.sum(ClickCount.count))
            .join(ClickCount, col(ClickCount.code) == col(ClickLink.code))
            .where(col(ClickLink.campaign_id).in_(ids))
            .group_by(col(ClickLink.campaign_id))
        ).all()
    )
    return [int(totals.get(campaign_id, 0)) for campaign_id in ids]
