"""What needs somebody stands in one list, and an empty list means that all is well."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from campaigns.automation.run_automations import AutomationRequest, add_automation, run_automations
from campaigns.reporting.attention_item import AttentionItem
from campaigns.reporting.needs_attention import SHOWN_FOR, needs_attention
from campaigns.sending.pause import pause
from campaigns.tables import AutomationMode
from core.generation.counter import set_quarantine
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from delivery.errors import SenderMisconfigured
from delivery.senders.breaker import pause_sender
from delivery.tables import WebhookReceipt
from news.sources import add_folder_source
from news.tables import NewsItem
from tests.campaigns.world import World, intake_of, put_file
from tests.databases import on_sqlite

TEXTS = Texts(["core", "news", "delivery", "templates", "campaigns"])
ITEM = "---\nkind: publication\nlanguage: en\ntitle: {title}\nsummary: About it.\n---\nWords.\n"


def items_shown(world: World) -> list[AttentionItem]:
    with world.database.read() as session:
        every = needs_attention(session, now=world.clock.now())
    for item in every:
        for language in STAFF_LANGUAGES:
            texts = [TEXTS.text(language, item.code, **item.params)]
            texts += [TEXTS.text(language, why.code, **why.params) for why in item.why]
            texts += [TEXTS.text(language, item.advice, **item.params)] if item.advice else []
            assert not any("{" in text for text in texts), texts
    return every


def codes(world: World) -> list[str]:
    return [item.code for item in items_shown(world)]


def test_where_all_is_well_nothing_is_asked_of_anybody(world: World) -> None:
    world.add_readers(["asja"])
    world.launched()
    world.run(rounds=3)
    assert items_shown(world) == []


def test_a_sender_and_a_campaign_that_stopped_are_there_with_the_providers_words(world: World) -> None:
    world.add_readers(["asja"])
    world.provider.faults = [SenderMisconfigured("the key is wrong")]
    campaign_id = world.launched()
    world.run(rounds=1)
    sender, campaign = items_shown(world)
    assert sender.code == "campaigns-need-sender"
    assert sender.why[0].code == "delivery-provider-misconfigured"
    assert sender.why[0].params == {"detail": "the key is wrong"}
    assert (campaign.why[0].code, campaign.detail) == ("campaigns-pause-sender_misconfigured", "the key is wrong")
    assert campaign.campaign_id == campaign_id
    assert sender.stops_mail
    assert campaign.stops_mail


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("delivery-provider-quota-spent", "delivery-provider-quota-spent"),
        ("error_threshold", "delivery-sender-failing"),
        ("what a later version wrote", "delivery-sender-failing"),
    ],
)
@on_sqlite
def test_whatever_paused_a_sender_has_words(world: World, reason: str, expected: str) -> None:
    with world.database.write() as session:
        pause_sender(session, 1, reason=reason, detail="no")
    assert items_shown(world)[0].why[0].code == expected


def test_what_staff_paused_themselves_stops_no_mail_that_they_want_to_go(world: World) -> None:
    world.add_readers(["asja"])
    campaign_id = world.launched()
    with world.database.write() as session:
        pause(session, campaign_id, actor=world.boris, now=world.clock.now())
    (item,) = items_shown(world)
    assert (item.why[0].code, item.stops_mail) == ("campaigns-pause-staff", False)


def test_one_that_is_held_says_for_how_long(world: World) -> None:
    world.add_readers(["asja"])
    world.scheduled()
    world.clock.advance(days=3)
    world.run(rounds=1)
    (item,) = items_shown(world)
    assert item.why[0].code == "campaigns-pause-too_late"


def test_refused_files_of_a_watched_folder_are_named_until_they_are_mended(world: World, tmp_path: Path) -> None:
    automation(world, tmp_path)
    broken = tmp_path / "feed" / "broken.en.md"
    put_file(broken, "---\nkind: poem\n", at=world.clock.now())
    later(world)
    (item,) = items_shown(world)
    assert (item.code, item.params) == ("campaigns-need-news", {"name": "feed", "count": 1})
    assert "broken.en.md" in str([why.place for why in item.why])
    broken.unlink()
    later(world)
    assert items_shown(world) == []


def test_what_an_automation_did_not_dare_to_send_waits_until_somebody_takes_it_up(
    world: World, tmp_path: Path
) -> None:
    world.add_readers(["asja"])
    automation(world, tmp_path)
    put_file(tmp_path / "feed" / "new.en.md", ITEM.format(title="TODO title"), at=world.clock.now())
    later(world)
    later(world)
    (item,) = items_shown(world)
    assert item.code == "campaigns-need-automation"
    assert item.params == {"name": "publications", "title": "TODO title", "slug": "new"}
    assert item.why[0].code == "campaigns-automation-check"
    assert item.why[0].params["name"] == "TODO title"
    with world.database.read() as session:
        slug = session.exec(select(NewsItem.slug).where(NewsItem.slug == "new")).one()
    world.draft(slug=slug)
    assert items_shown(world) == []


def test_reports_that_could_not_be_read_are_counted_for_a_while(world: World) -> None:
    with world.database.write() as session:
        unreadable(session, world, "a")
        unreadable(session, world, "b")
    (item,) = items_shown(world)
    assert (item.code, item.params) == ("campaigns-need-receipts", {"name": "main", "count": 2})
    world.clock.advance(seconds=(SHOWN_FOR + timedelta(days=1)).total_seconds())
    assert items_shown(world) == []


def test_what_stops_mail_stands_first(world: World) -> None:
    with world.database.write() as session:
        unreadable(session, world, "a")
        pause_sender(session, 1, reason="error_threshold", detail="no")
    assert codes(world) == ["campaigns-need-sender", "campaigns-need-receipts"]


def unreadable(session: Session, world: World, key: str) -> None:
    now = world.clock.now()
    session.add(
        WebhookReceipt(sender_id=1, dedupe_key=key, body=b"?", received_at=now, processed_at=now, error="KeyError")
    )


def automation(world: World, tmp_path: Path) -> None:
    (tmp_path / "feed").mkdir()
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=tmp_path / "feed", now=world.clock.now())
        request = AutomationRequest(
            name="publications",
            source_name="feed",
            list_slug="bulletin",
            sender_name="main",
            mode=AutomationMode.SEND,
        )
    add_automation(intake_of(world), request, actor=world.boris, now=world.clock.now())


def later(world: World) -> None:
    """Time enough for files to come to rest, and a round of the automations."""
    world.clock.advance(minutes=5)
    run_automations(world.context)


def test_a_database_that_is_held_back_comes_before_everything_else(world: World) -> None:
    with world.database.write() as session:
        set_quarantine(session, reason="behind_mark", counter=1, now=world.clock.now())
    [held] = items_shown(world)
    assert (held.code, held.why[0].code) == ("campaigns-need-held", "core-held-quarantined")
    assert held.stops_mail
