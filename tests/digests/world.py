"""What a digest is told of in tests: news that comes, a digest that is set up, and its days that pass."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlmodel import col, select

from campaigns.digest_tables import Digest, DigestFiring, FiringOutcome, Pattern
from campaigns.digests.calendar_rule import CalendarRule
from campaigns.digests.digest_request import DigestRequest
from campaigns.digests.gather_items import latest_items
from campaigns.digests.judge_items import JudgedItem, judge_items
from campaigns.digests.run_digests import run_digests
from campaigns.digests.set_up_digest import add_digest
from campaigns.tables import Automation, AutomationMode, Campaign
from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText
from staff.principal import Principal
from tests.campaigns.world import World

MONDAYS = CalendarRule(Pattern.WEEKLY, (0,), date(2026, 1, 1), time(8), "Europe/Ljubljana")
REQUEST = DigestRequest("Monday", MONDAYS, AutomationMode.DRAFT, ["bulletin"], "main")


def set_up(world: World, *, actor: Principal | None = None, **changes: Any) -> int:
    with world.database.write() as session:
        request = replace(REQUEST, **changes)
        made = add_digest(
            session, request, actor=actor or world.boris, settings=world.settings, now=world.clock.now()
        )
        return made.id


def publish(world: World, slug: str, *titles: tuple[str, str], **changes: Any) -> int:
    """An item in the languages of its titles; `en` with its slug as the title where there are none."""
    now = world.clock.now()
    values: dict[str, Any] = {
        "kind": NewsKind.STATEMENT,
        "published_on": now.date(),
        "created_at": now,
        "updated_at": now,
    }
    with world.database.write() as session:
        item = NewsItem(slug=slug, **(values | changes))
        session.add(item)
        session.flush()
        for language, title in titles or (("en", f"About {slug}"),):
            body = f"<p>What happened, {slug} in {language}, in some words of its own.</p>"
            text = NewsText(item_id=item.id, language=language, title=title, summary=f"{title}.", body_html=body)
            session.add(text)
        return item.id


def next_monday(world: World) -> None:
    """The digest's next moment, and the job."""
    with world.database.read() as session:
        due = min(digest.next_at for digest in session.exec(select(Digest)) if digest.next_at)
    world.clock.advance(seconds=max(0.0, (due - world.clock.now()).total_seconds()) + 1)
    run_digests(world.context)


def outcomes(world: World) -> list[tuple[str, FiringOutcome, int]]:
    with world.database.read() as session:
        rows = session.exec(select(DigestFiring).order_by(col(DigestFiring.local))).all()
        return [(row.local, row.outcome, row.item_count) for row in rows]


def reasons(world: World) -> list[str]:
    with world.database.read() as session:
        rows = session.exec(select(DigestFiring).order_by(col(DigestFiring.local))).all()
        return [reason["code"] for row in rows for reason in row.reasons]


def campaigns(world: World) -> list[Campaign]:
    with world.database.read() as session:
        return list(session.exec(select(Campaign).order_by(col(Campaign.id))).all())


def judged(world: World) -> dict[str, JudgedItem]:
    """By slug."""
    with world.database.read() as session:
        automation = session.exec(select(Automation)).one()
        digest = session.get_one(Digest, automation.id)
        items = judge_items(
            session, automation, digest, latest_items(session, limit=50),
            settings=world.settings, now=world.clock.now(),
        )  # fmt: skip
        return {each.item.slug: each for each in items}


def states(world: World) -> dict[str, str]:
    return {slug: each.state.value for slug, each in judged(world).items()}
