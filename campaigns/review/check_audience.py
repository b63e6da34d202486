"""Check of an audience: whom a campaign reaches, in which language, and whether that is many or few."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from statistics import median

from sqlmodel import Session, col, func, select

from campaigns.audience_lists import AudienceList
from campaigns.block_content import BlockContent
from campaigns.frequency.present_audience import present_audience
from campaigns.queries import goes_to
from campaigns.review.reach import LanguageFallback, reach_of
from campaigns.settings import CampaignSettings
from campaigns.tables import Campaign
from campaigns.weekly_cap import count_capped
from core.settings import Settings
from delivery.tables import Delivery
from templates.check import Finding, Severity

LAST = 5
UNUSUAL = 10
"""So many times the usual number is worth a question: a list that was filled by mistake shows in it."""


def check_audience(
    session: Session,
    campaign: Campaign,
    languages: Sequence[str],
    blocks: Sequence[BlockContent],
    *,
    settings: Settings,
    now: datetime,
) -> list[Finding]:
    """A list without readers is worth a word now; whether it stays so is seen at the launch. The campaign need not
    be in the database yet."""
    capped = _check_cap(session, campaign, blocks, settings=settings, now=now)
    return [*_check_reach(session, campaign, languages, blocks, now=now), *capped]


def audience_finding(severity: Severity, code: str, **params: str | int) -> Finding:
    return Finding(severity=severity, code=code, where="audience", language="", params=params)


def _check_reach(
    session: Session,
    campaign: Campaign,
    languages: Sequence[str],
    blocks: Sequence[BlockContent],
    *,
    now: datetime,
) -> list[Finding]:
    reached = reach_of(session, campaign, languages, blocks=blocks, now=now)
    required = [
        audience_finding(Severity.ERROR, "campaigns-required-variant-missing", language=language)
        for language in reached.missing
    ]
    if not reached.total:
        return [*required, audience_finding(Severity.WARNING, "campaigns-audience-empty")]
    by_instead: dict[str, list[LanguageFallback]] = {}
    for fallback in reached.fallbacks:
        by_instead.setdefault(fallback.instead, []).append(fallback)
    others = [
        audience_finding(
            Severity.WARNING,
            "campaigns-language-missing",
            languages=" ".join(fallback.language for fallback in fallbacks),
            number=len(fallbacks),
            count=sum(fallback.count for fallback in fallbacks),
            instead=instead,
        )
        for instead, fallbacks in by_instead.items()
    ]
    usual = _usual_audience(session, campaign)
    if usual is not None and reached.total >= UNUSUAL * max(usual, 1):
        others.append(
            audience_finding(Severity.WARNING, "campaigns-audience-unusual", count=reached.total, usual=usual)
        )
    return [*required, *others]


def _check_cap(
    session: Session, campaign: Campaign, blocks: Sequence[BlockContent], *, settings: Settings, now: datetime
) -> Iterator[Finding]:
    """Whom it would leave out, who are otherwise seen only afterwards."""
    most = CampaignSettings.of(settings).emails_a_week
    audience = present_audience(session, campaign, blocks=blocks)
    if count := count_capped(session, campaign, audience, settings=settings, now=now):
        yield audience_finding(Severity.WARNING, "campaigns-audience-capped", count=count, most=most)


def _usual_audience(session: Session, campaign: Campaign) -> int | None:
    """The middle one of the last campaigns to one of its lists; None before the first. Two queries."""
    before = (
        select(Campaign.id)
        .where(
            goes_to(col(AudienceList.list_id).in_(campaign.audience.lists)),
            col(Campaign.launched_at).is_not(None),
            col(Campaign.id) != campaign.id,
        )
        .order_by(col(Campaign.launched_at).desc())
        .limit(LAST)
    )
    earlier = list(session.exec(before).all())
    counts = select(func.count(col(Delivery.id))).where(col(Delivery.campaign_id).in_(earlier))
    sizes = session.exec(counts.group_by(col(Delivery.campaign_id))).all() if earlier else []
    return round(median(sizes)) if sizes else None
