"""What automations and their watched folders need somebody for."""

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.automation.refusals import count_held, held_items, refused_items
from campaigns.reporting.attention_item import MAX_PER_KIND, AttentionItem
from campaigns.reporting.changed_news import changed_news
from campaigns.review.standing_approval import lacks_approvers_for, lost_approvals, missing_approvals
from campaigns.tables import Automation
from core.errors import Param
from news.sources import last_refusals, watched_sources


def unapproved_automations(session: Session, required: int, *, now: datetime) -> Iterator[AttentionItem]:
    enabled = session.exec(select(Automation).where(col(Automation.is_enabled)).order_by(col(Automation.name)))
    for automation in enabled:
        missing = missing_approvals(session, automation, required=required)
        if missing:
            is_stuck = lacks_approvers_for(session, automation, required=required, now=now)
            advice = "campaigns-do-set-up-anew" if is_stuck else "campaigns-do-approve-automation"
            code = "campaigns-need-automation-approval"
            why = tuple(lost_approvals(session, automation))
            yield AttentionItem(code, {"name": automation.name, "count": missing}, why=why, advice=advice)


def refused_by_automations(session: Session, since: datetime) -> Iterator[AttentionItem]:
    for item in refused_items(session, since=since, limit=MAX_PER_KIND):
        params: dict[str, Param] = {"name": item.automation, "title": item.title, "slug": item.slug}
        yield AttentionItem("campaigns-need-automation", params, why=(item.why,), advice="campaigns-do-draft")


def held_by_automations(session: Session) -> Iterator[AttentionItem]:
    held = held_items(session, limit=MAX_PER_KIND)
    for item in held:
        params: dict[str, Param] = {"name": item.automation, "title": item.title}
        advice = "campaigns-do-release"
        yield AttentionItem(
            "campaigns-need-held-draft", params, why=item.why, advice=advice, campaign_id=item.campaign_id
        )
    more = count_held(session) - len(held)
    if more > 0:
        yield AttentionItem("campaigns-need-held-drafts-more", {"count": more}, advice="campaigns-do-release")


def refused_news(session: Session) -> Iterator[AttentionItem]:
    for source in watched_sources(session):
        refused = last_refusals(source)
        if refused:
            params: dict[str, Param] = {"name": source.name, "count": len(refused)}
            yield AttentionItem(
                "campaigns-need-news",
                params,
                why=tuple(refused[:MAX_PER_KIND]),
                advice="campaigns-do-correct",
                stops_mail=False,
            )


def changed_news_needs(session: Session, since: datetime) -> Iterator[AttentionItem]:
    """What a watched folder has brought since, and nobody sends by itself."""
    for news in changed_news(session, since=since, limit=MAX_PER_KIND):
        params: dict[str, Param] = {"title": news.title, "slug": news.slug, "language": news.language}
        code, advice = f"campaigns-need-news-{news.when}", f"campaigns-do-news-{news.when}"
        yield AttentionItem(code, params, advice=advice, campaign_id=news.campaign_id, stops_mail=False)
