"""Each reader gets the news of a topic once, as often as she chose: at once, weekly, monthly, or never."""

from datetime import date, time
from itertools import product
from typing import Any

import pytest
from sqlmodel import Session, col, select

from campaigns.automation.change_automation import turn_off
from campaigns.digest_tables import Digest, Pattern
from campaigns.digests.calendar_rule import CalendarRule
from campaigns.digests.run_digests import run_digests
from campaigns.digests.set_up_digest import turn_digest_on
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.draft_statement import draft_statement
from campaigns.frequency.present_audience import present_audience
from campaigns.queries import frozen_of, got_campaign, variants_of
from campaigns.reporting.recipient_copy import Fidelity, readers_copy
from campaigns.review.schedule import send_now
from campaigns.review.submit import identity
from campaigns.sending.launch import launch_due_campaigns
from campaigns.tables import Automation, AutomationMode, Campaign, CampaignKind
from core.json_digest import json_digest
from delivery.status import DeliveryStatus
from delivery.tables import Sender
from news.tables import NewsItem, NewsText
from subscribers.audience import audience_of
from subscribers.audience_left_out import LeftOutReason, count_left_out
from subscribers.lists import create_list
from subscribers.status import SubscriptionStatus
from subscribers.tables import MailingList, Subscriber, Subscription
from subscribers.topic_choices import save_topic_choice
from subscribers.topic_tables import Frequency
from subscribers.topics import create_topic
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.digests.world import campaigns, next_monday, publish, set_up

AT_ONCE = CalendarRule(Pattern.ON_PUBLICATION, (), date(2026, 1, 1), time(8), "Europe/Ljubljana")
FIRSTS = CalendarRule(Pattern.FIRST_OF_MONTH, (), date(2026, 1, 1), time(8), "Europe/Ljubljana")


@pytest.fixture
def website(world: World) -> World:
    """A list whose website goes out at once, weekly and monthly; and one reader of each kind."""
    world.add_readers(["asja", "bine", "cene", "dora"])
    with world.database.write() as session:
        create_topic(session, slug="at-sea", name="At sea", names={}, now=NOON)
        create_topic(session, slug="work", name="Work", names={}, now=NOON)
    choose(world, "bine", Frequency.WEEKLY)
    choose(world, "cene", Frequency.MONTHLY)
    choose(world, "dora", Frequency.NEVER)
    for name, rule in (("website", AT_ONCE), ("months", FIRSTS)):
        set_up(world, name=name, rule=rule, mode=AutomationMode.SEND)
    set_up(world, name="weeks", mode=AutomationMode.SEND, subjects={"en": "Weekly: {titles}"})
    return world


def choose(world: World, name: str, frequency: Frequency, topic_id: int = 1) -> None:
    with world.database.write() as session:
        save_topic_choice(session, hash_of(session, name), topic_id, frequency, now=world.clock.now())


def hash_of(session: Session, name: str) -> str:
    return session.exec(select(Subscriber.address_hash).where(Subscriber.address == f"{name}@example.org")).one()


def about(world: World, slug: str, topic: str = "at-sea", **changes: Any) -> int:
    item_id = publish(world, slug, **changes)
    with world.database.write() as session:
        for text in session.exec(select(NewsText).where(NewsText.item_id == item_id)):
            text.topic = topic
    return item_id


def come_to_rest(world: World) -> None:
    world.clock.advance(minutes=3)
    run_digests(world.context)
    send_all(world)


def send_all(world: World) -> None:
    world.clock.advance(minutes=1)
    world.run(rounds=5)


def until(world: World, day: date) -> None:
    """Each Monday and first day of a month before it, and what they send."""
    while True:
        with world.database.read() as session:
            moments = session.exec(
                select(Digest.next_at)
                .join(Automation, col(Automation.id) == col(Digest.automation_id))
                .where(Automation.is_enabled, col(Digest.next_at).is_not(None))
            )
            due = min(moment for moment in moments if moment)
        if due.date() >= day:
            return
        world.clock.advance(seconds=max(0.0, (due - world.clock.now()).total_seconds()) + 1)
        run_digests(world.context)
        send_all(world)


def test_each_gets_it_once_in_their_own_rhythm(website: World) -> None:
    about(website, "one")
    come_to_rest(website)
    assert website.provider.received == {"asja@example.org": 1}
    until(website, date(2026, 12, 9))
    assert website.provider.received == {f"{name}@example.org": 1 for name in ("asja", "bine", "cene")}


def test_a_digest_differs_by_reader_only_in_its_items_and_each_copy_is_proven(website: World) -> None:
    """Asja had one of two at once; Bine gets both; who wants nothing of it gets none."""
    about(website, "one")
    come_to_rest(website)
    switch_off(website, "website")
    about(website, "two", "work", updated_at=website.clock.now())
    choose(website, "cene", Frequency.NEVER, topic_id=2)
    next_monday(website)
    (digest,) = [each for each in campaigns(website) if each.name.startswith("weeks")]
    with website.database.read() as session:
        frozen = {each.item_set: each for each in frozen_of(session, digest.id)}
    assert set(frozen) == {"", "3"}
    assert "About one" in frozen[""].html
    assert "About one" not in frozen["3"].html + frozen["3"].text + frozen["3"].subject
    assert frozen["3"].subject == "Weekly: About two"
    send_all(website)
    assert copies(website, digest.id) == {"asja": "3", "bine": "", "dora": "3"}
    for delivery in website.deliveries(digest.id):
        with website.database.read() as session:
            copy = readers_copy(
                session,
                delivery,
                settings=website.settings,
                signer=website.context.signer,
                now=website.clock.now(),
            )
        assert copy is not None
        assert copy.fidelity is Fidelity.PROVEN


def test_where_everybody_gets_the_same_it_is_frozen_and_hashed_as_ever(world: World) -> None:
    world.add_readers(["asja", "bine"])
    set_up(world, mode=AutomationMode.SEND)
    publish(world, "one")
    publish(world, "two")
    next_monday(world)
    (digest,) = campaigns(world)
    with world.database.read() as session:
        (frozen,) = frozen_of(session, digest.id)
        campaign = session.get_one(Campaign, digest.id)
        sender = session.get_one(Sender, campaign.sender_id)
        names = {"list_names": [[1, session.get_one(MailingList, 1).name]]}
        before = json_digest([[["en", frozen.hash]], 1, list(identity(sender)), names])
        assert frozen.item_set == ""
        assert campaign.content_hash == before


def test_urgent_statements_go_to_everybody_and_what_is_more_than_news_does_too(website: World) -> None:
    item_id = about(website, "one")
    switch_off(website, "website")
    with website.database.write() as session:
        urgent = draft_statement(
            session, item_id, staff_language="en", actor=website.ana, now=website.clock.now()
        ).id
    assert reached(website, urgent) == {"asja", "bine", "cene"}
    with website.database.write() as session:
        session.get_one(Campaign, urgent).is_urgent = False
    assert reached(website, urgent) == {"asja"}
    with website.database.write() as session:
        variants_of(session, urgent)[0].intro_html = "<p>What stands in no digest.</p>"
    assert reached(website, urgent) == {"asja", "bine", "cene"}


def test_who_is_left_out_is_counted_with_the_reason(website: World) -> None:
    campaign_id = by_hand(website, about(website, "one"))
    with website.database.read() as session:
        audience = present_audience(session, session.get_one(Campaign, campaign_id))
        left_out = count_left_out(session, audience, got_campaign, now=website.clock.now())
    assert left_out == {
        LeftOutReason.NOT_THEIR_TOPIC: 1,
        LeftOutReason.IN_WEEKLY_DIGEST: 1,
        LeftOutReason.IN_MONTHLY_DIGEST: 1,
    }


def test_where_no_digest_serves_a_rhythm_any_more_its_readers_get_news_at_once(website: World) -> None:
    """And what they were waiting for comes by the digest that there still is."""
    about(website, "one")
    come_to_rest(website)
    switch_off(website, "weeks")
    about(website, "two")
    come_to_rest(website)
    assert website.provider.received == {"asja@example.org": 2, "bine@example.org": 1}
    until(website, date(2026, 12, 9))
    assert website.provider.received == {"asja@example.org": 2, "bine@example.org": 2, "cene@example.org": 1}
    assert sorted(items_of_copies(website, "bine")) == ["one", "two"]


@pytest.mark.parametrize("after", ["at once", "frozen", "launched"])
def test_whoever_changes_their_mind_in_between_gets_it_once(website: World, after: str) -> None:
    """From each choice to each, between any two steps."""
    changes = {f"{before}-{to}".replace("_", ""): (before, to) for before, to in product(Frequency, Frequency)}
    website.add_readers(changes)
    for name, (before, _) in changes.items():
        choose(website, name, before)
    about(website, "one")
    come_to_rest(website)

    def change_now(step: str) -> None:
        for name, (_, to) in changes.items() if step == after else ():
            choose(website, name, to)

    change_now("at once")
    next_monday(website)
    change_now("frozen")
    website.clock.advance(minutes=1)
    launch_due_campaigns(website.context)
    change_now("launched")
    website.run(rounds=5)
    until(website, date(2026, 12, 9))
    for name, (before, to) in changes.items():
        is_no = to is Frequency.NEVER and before is not Frequency.AT_ONCE
        was_no = before is Frequency.NEVER and after != "at once"
        wanted = {0, 1} if was_no else {0} if is_no else {1}
        assert website.provider.received[f"{name}@example.org"] in wanted, name


def test_news_from_before_a_digest_was_turned_on_comes_by_it_where_it_goes_out_later(website: World) -> None:
    """An archive's item that somebody sends: whoever is left out of that waits for it."""
    old = about(website, "old")
    for name in ("website", "weeks", "months"):
        switch_off(website, name)
        switch_on(website, name)
    website.clock.advance(minutes=1)
    send(website, by_hand(website, old))
    until(website, date(2026, 12, 9))
    assert website.provider.received == {f"{name}@example.org": 1 for name in ("asja", "bine", "cene")}


def test_a_digest_to_two_lists_serves_who_is_on_either(world: World) -> None:
    """Each by her own lists; whoever is on both gets one."""
    world.add_readers(["asja", "bine", "cene"])
    with world.database.write() as session:
        reports = create_list(session, slug="reports", name="Reports", now=NOON).id
        create_topic(session, slug="at-sea", name="At sea", names={}, now=NOON)
        for person in session.exec(select(Subscriber).where(Subscriber.name != "Cene")):
            status = SubscriptionStatus.CONFIRMED
            session.add(Subscription(subscriber_id=person.id, list_id=reports, status=status, changed_at=NOON))
    for name in ("bine", "cene"):
        choose(world, name, Frequency.WEEKLY)
    both = ["reports", "bulletin"]
    set_up(world, name="website", rule=AT_ONCE, mode=AutomationMode.SEND, list_slugs=both)
    set_up(world, name="weeks", mode=AutomationMode.SEND, list_slugs=both[:1])
    about(world, "one")
    come_to_rest(world)
    assert world.provider.received == {"asja@example.org": 1, "cene@example.org": 1}
    set_up(world, name="all weeks", mode=AutomationMode.SEND, list_slugs=both)
    switch_off(world, "weeks")
    switch_off(world, "website")
    about(world, "two")
    until(world, date(2026, 12, 1))
    assert world.provider.received == {"asja@example.org": 2, "bine@example.org": 1, "cene@example.org": 2}


def switch_off(world: World, name: str) -> None:
    with world.database.write() as session:
        turn_off(session, name, actor=world.boris, now=world.clock.now())


def switch_on(world: World, name: str) -> None:
    with world.database.write() as session:
        turn_digest_on(session, name, actor=world.boris, settings=world.settings, now=world.clock.now())


def by_hand(world: World, item_id: int) -> int:
    with world.database.write() as session:
        slug = session.get_one(NewsItem, item_id).slug
        request = DraftRequest(CampaignKind.STATEMENT, "", [slug], "bulletin", "main", "en")
        return draft_campaign(session, request, actor=world.ana, now=world.clock.now()).id


def send(world: World, campaign_id: int) -> None:
    world.submit(campaign_id)
    world.approve(campaign_id)
    with world.database.write() as session:
        send_now(session, campaign_id, actor=world.boris, settings=world.settings, now=world.clock.now())
    send_all(world)


def reached(world: World, campaign_id: int) -> set[str]:
    with world.database.read() as session:
        audience = present_audience(session, session.get_one(Campaign, campaign_id))
        rows = session.exec(audience_of(audience, got_campaign, now=world.clock.now())).all()
        return {names(session)[row[0]] for row in rows}


def names(session: Session) -> dict[int, str]:
    return {person.id: person.name.lower() for person in session.exec(select(Subscriber))}


def copies(world: World, campaign_id: int) -> dict[str, str]:
    """By reader: the set that they were sent."""
    with world.database.read() as session:
        sets = {each.id: each.item_set for each in frozen_of(session, campaign_id)}
        by_id = names(session)
    rows = world.deliveries(campaign_id)
    return {
        by_id[row.subscriber_id]: sets[row.variant_id] for row in rows if row.status is DeliveryStatus.ACCEPTED
    }


def items_of_copies(world: World, name: str) -> list[str]:
    """The titles in all that somebody was sent, without "About"."""
    with world.database.read() as session:
        variants = {
            each.id: each.text for campaign in campaigns(world) for each in frozen_of(session, campaign.id)
        }
        number = next(key for key, value in names(session).items() if value == name)
    texts = [
        variants[row.variant_id]
        for campaign in campaigns(world)
        for row in world.deliveries(campaign.id)
        if row.subscriber_id == number and row.status is DeliveryStatus.ACCEPTED
    ]
    return [slug for text in texts for slug in ("one", "two") if f"What happened, {slug} in" in text]
