"""Judgement of news for a digest: what waits for the next one, where the rest of it is, and why.

Nothing of it is kept but what a digest has taken (`DigestItem`): what staff read is worked out anew each time,
from the same rows and by the same rules as when the digest is made, and so cannot be another truth than that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import Session

from campaigns.digest_tables import Digest, DigestItem, SeenState
from campaigns.digests.item_facts import ItemFacts, load_facts
from campaigns.news_filter import NewsFilter, filter_from
from campaigns.settings import CampaignSettings
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, Campaign
from core.errors import Param, Refusal
from core.settings import Settings
from news.tables import NewsItem, NewsText


class ItemState(StrEnum):
    IRRELEVANT = "irrelevant"
    SKIPPED = "skipped"
    QUEUED = "queued"
    DRAFTED = "drafted"
    """In a campaign that waits for people, or for its time."""
    SENT = "sent"
    HELD = "held"
    ERRORED = "errored"
    """The last digest could not be made, and the reason says why: it waits for the next one. What goes out by
    itself waits for nothing: it is left to staff."""


@dataclass(frozen=True, slots=True)
class JudgedItem:
    item: NewsItem
    texts: Mapping[str, NewsText]
    state: ItemState
    why: Refusal | None = None
    campaign_id: int | None = None
    is_ready: bool = False
    """It would be in a digest that is made now."""

    @property
    def is_waiting(self) -> bool:
        return self.state is ItemState.QUEUED or self.is_ready

    @property
    def title(self) -> str:
        return next((text.title for text in self.texts.values()), self.item.slug)


@dataclass(frozen=True, slots=True)
class _Bounds:
    chosen: NewsFilter
    oldest_days: int
    now: datetime
    zone: str
    at_rest_before: datetime


def judge_items(
    session: Session,
    automation: Automation,
    digest: Digest,
    items: Sequence[NewsItem],
    *,
    settings: Settings,
    now: datetime,
) -> list[JudgedItem]:
    """Each, in the order in which they came; a handful of queries, however many."""
    known = load_facts(session, automation, digest, items, now=now)
    at_rest = now - CampaignSettings.of(settings).automation_quiet
    bounds = _Bounds(filter_from(digest.chosen), automation.oldest_days, now, digest.zone, at_rest)
    return [_judge(item, known, bounds) for item in items]


def is_free(row: DigestItem | None, campaign: Campaign | None, *, is_given_back: bool) -> bool:
    """Whether no digest has it: none ever had, or its campaign was deleted, or cancelled before anybody got it.
    `is_given_back`: whether the latter counts."""
    if row is None:
        return True
    if not is_given_back or row.seen_as is not SeenState.TAKEN:
        return False
    return campaign is None or (campaign.status is CampaignStatus.CANCELLED and campaign.launched_at is None)


def _judge(item: NewsItem, known: ItemFacts, bounds: _Bounds) -> JudgedItem:
    row = known.rows.get(item.id)
    campaign = known.campaigns.get(row.campaign_id or 0) if row else None
    texts = known.texts[item.id]
    is_waited_for = item.id in known.waited_for
    if not is_waited_for and row is not None and not is_free(row, campaign, is_given_back=known.is_given_back):
        return _of_row(item, texts, row, campaign, known)
    code = bounds.chosen.why_not(item, texts, known.topics[item.id])
    if code is not None:
        return JudgedItem(item, texts, ItemState.IRRELEVANT, _why(code))
    return _of_content(item, texts, known, bounds)


def _of_row(
    item: NewsItem, texts: Mapping[str, NewsText], row: DigestItem, campaign: Campaign | None, known: ItemFacts
) -> JudgedItem:
    if row.seen_as is SeenState.BEFORE:
        return JudgedItem(item, texts, ItemState.IRRELEVANT, _why("campaigns-digest-before"))
    if campaign is None:
        return JudgedItem(item, texts, *_without_campaign(item, row, known))
    is_stopped = campaign.status is CampaignStatus.CANCELLED and campaign.launched_at is None
    if is_stopped or (campaign.id, item.id) not in known.in_blocks:
        why = _why(
            "campaigns-digest-cancelled" if is_stopped else "campaigns-digest-taken-out", name=campaign.name
        )
        return JudgedItem(item, texts, ItemState.SKIPPED, why, campaign.id)
    if campaign.launched_at is not None:
        return JudgedItem(item, texts, ItemState.SENT, None, campaign.id)
    if campaign.status is CampaignStatus.DRAFT and campaign.id in known.held:
        return JudgedItem(item, texts, ItemState.HELD, known.held[campaign.id], campaign.id)
    return JudgedItem(item, texts, ItemState.DRAFTED, None, campaign.id)


def _without_campaign(item: NewsItem, row: DigestItem, known: ItemFacts) -> tuple[ItemState, Refusal]:
    if row.seen_as is SeenState.RESTORED:
        return ItemState.HELD, _why("campaigns-automation-restored")
    if item.id in known.failed_items:
        return ItemState.ERRORED, known.failed_items[item.id]
    return ItemState.SKIPPED, _why("campaigns-digest-deleted")


def _of_content(item: NewsItem, texts: Mapping[str, NewsText], known: ItemFacts, bounds: _Bounds) -> JudgedItem:
    day = item.published_on.isoformat()
    age = bounds.now.astimezone(ZoneInfo(bounds.zone)).date() - item.published_on
    is_waited_for = item.id in known.waited_for
    if not is_waited_for and age.days > bounds.oldest_days:
        why = _why("campaigns-held-old", date=day, days=bounds.oldest_days)
        return JudgedItem(item, texts, ItemState.IRRELEVANT, why)
    if not is_waited_for and item.id in known.went_out:
        earlier = known.went_out[item.id]
        why = _why("campaigns-digest-went-out", name=earlier.name)
        return JudgedItem(item, texts, ItemState.SKIPPED, why, earlier.id)
    skipped = _why_skipped(item, texts, known)
    if skipped is not None:
        return JudgedItem(item, texts, ItemState.SKIPPED, skipped)
    if age.days < 0:
        return JudgedItem(item, texts, ItemState.QUEUED, _why("campaigns-digest-future", date=day))
    if item.updated_at > bounds.at_rest_before:
        return JudgedItem(item, texts, ItemState.QUEUED, _why("campaigns-digest-just-changed"))
    state = ItemState.ERRORED if known.failed else ItemState.QUEUED
    return JudgedItem(item, texts, state, known.failed, is_ready=True)


def _why_skipped(item: NewsItem, texts: Mapping[str, NewsText], known: ItemFacts) -> Refusal | None:
    if item.withdrawn_at is not None or not texts:
        return _why("campaigns-digest-withdrawn")
    if item.source_id is not None and any(text.missing_since for text in texts.values()):
        return _why("campaigns-digest-gone")
    if item.id in known.skipped:
        return _why("campaigns-digest-skipped")
    if item.id in known.secret:
        return _why("campaigns-digest-secret")
    proofs = (repeat for repeat in known.repeats[item.id] if repeat.is_proof)
    return next((Refusal("", None, f"campaigns-held-repeats-{each.kind}", each.params) for each in proofs), None)


def _why(code: str, **params: Param) -> Refusal:
    return Refusal("", None, code, params)
