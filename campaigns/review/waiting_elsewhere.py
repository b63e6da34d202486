"""Duplicate detection among what has not gone out: another campaign with the same news, for some of the same
readers. Whoever sends both mails them the same twice, and nothing that was sent before tells of it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, func, select

from campaigns.block_content import BlockContent
from campaigns.block_tables import CampaignBlock
from campaigns.frequency.present_audience import item_ids_of, present_audience
from campaigns.language_choice import best_text
from campaigns.queries import got_campaign
from campaigns.review.check_audience import audience_finding
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from news.queries import texts_of
from subscribers.audience import Audience, audience_of, first_list, is_in
from subscribers.audience_sample import draw_share
from subscribers.tables import Subscription
from templates.check import Finding, Severity

MAX_SHOWN = 5
_MAX_ASKED = 20
MANY = 20_000
"""On the lists of each of two campaigns, of whom not everybody is asked whether the other one reaches them."""
_LOOKED_AT = 2_000
"""People, up to twice as many. Among them is somebody of both if those are more than a few in a hundred."""


def check_waiting_elsewhere(
    session: Session, campaign: Campaign, blocks: Sequence[BlockContent], *, zone: str, now: datetime
) -> Iterator[Finding]:
    """One for each other campaign, the newest first. The campaign need not be in the database yet. None for the
    texts of a welcome series: these go to new readers, one by one."""
    if campaign.series_email_id is not None:
        return
    others = _with_these_items(session, item_ids_of(blocks), but=campaign.id)
    if not others:
        return
    audience = present_audience(session, campaign, blocks=blocks)
    shared = (
        (other, count, item_id)
        for other, count, item_id in others
        if _have_readers_in_common(session, audience, present_audience(session, other), now=now)
    )
    main = campaign.main_language
    for other, count, item_id in islice(shared, MAX_SHOWN):
        title = best_text(texts_of(session, [item_id])[item_id], main, chain=(), main=main).title
        finding = audience_finding(
            Severity.WARNING,
            "campaigns-repeats-waiting",
            count=count,
            title=title,
            name=other.name,
            state=other.status.value,
            time=_local(other, zone=zone),
        )
        yield replace(finding, item=title, campaign=other.id)


def _local(campaign: Campaign, *, zone: str) -> str:
    """When it is to go out, as `DATE` in a text takes it; empty where that is open."""
    if campaign.scheduled_at is None:
        return ""
    return f"{campaign.scheduled_at.astimezone(ZoneInfo(campaign.scheduled_zone or zone)):%Y-%m-%dT%H:%M}"


def _with_these_items(
    session: Session, item_ids: Collection[int], *, but: int | None
) -> Sequence[tuple[Campaign, int, int]]:
    """What nobody has got yet and may still go out, with how many of the items each has, and one of them."""
    if not item_ids:
        return []
    item_id = col(CampaignBlock.item_id)
    of_these = (
        select(CampaignBlock.campaign_id, func.count().label("number"), func.min(item_id).label("item_id"))
        .where(item_id.in_(item_ids), CampaignBlock.campaign_id != but)
        .group_by(col(CampaignBlock.campaign_id))
        .subquery()
    )
    wanted = (
        select(Campaign, of_these.c.number, of_these.c.item_id)
        .join(of_these, of_these.c.campaign_id == col(Campaign.id))
        .where(
            col(Campaign.launched_at).is_(None),
            col(Campaign.status) != CampaignStatus.CANCELLED,
            col(Campaign.series_email_id).is_(None),
        )
    )
    return session.exec(wanted.order_by(col(Campaign.id).desc()).limit(_MAX_ASKED)).all()


def _have_readers_in_common(session: Session, first: Audience, second: Audience, *, now: datetime) -> bool:
    """Of protected lists, whether it is the same list: by people it would tell who is on one. Of two audiences of
    very many, whether a share of everybody shows any: to find out that nobody is in both, each would be asked."""
    audiences = (first, second)
    if any(first_list(session, audience).is_protected for audience in audiences):
        return not set(first.lists).isdisjoint(second.lists)
    if _may_be_apart(first, second) and all(_has_many(session, audience) for audience in audiences):
        share = draw_share(session, size=_LOOKED_AT)
        people = [audience_of(audience, got_campaign, now=now, share=share) for audience in audiences]
        these, those = ({row[0] for row in session.exec(query)} for query in people)
        return not these.isdisjoint(those)
    of_first, of_second = (audience_of(audience, got_campaign, now=now).subquery() for audience in audiences)
    in_both = select(of_first.c.id).join(of_second, of_second.c.id == of_first.c.id).limit(1)
    return session.exec(in_both).first() is not None


def _may_be_apart(first: Audience, second: Audience) -> bool:
    """Where they cannot be, the first reader who is asked is in both."""
    is_narrowed = any(each.segments or each.excluded or each.excluded_segments for each in (first, second))
    return is_narrowed or set(first.lists).isdisjoint(second.lists)


def _has_many(session: Session, audience: Audience) -> bool:
    beyond = select(Subscription.id).where(is_in(audience.lists)).offset(MANY).limit(1)
    return session.exec(beyond).first() is not None
