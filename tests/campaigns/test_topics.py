"""Topics: what a campaign is about, who does not get it, and that a restore keeps what was chosen."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.choose_audience import AudienceChoice, choose_audience
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.manage_topic import (
    TopicDetails,
    add_topic,
)
from campaigns.queries import got_campaign, variants_of
from campaigns.review.freeze import compose
from campaigns.sending.send import send_next_batch
from campaigns.tables import Campaign
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from delivery.status import DeliveryStatus
from kinds.registry import NewsKind
from news.tables import NewsItem, NewsText
from staff.principal import OPERATOR
from subscribers.audience import Audience
from subscribers.audience_left_out import LeftOutReason, count_left_out
from subscribers.tables import Subscriber
from subscribers.topic_choices import choices_of, choose_topics, end_pause, pause_mail, pause_of
from subscribers.topic_tables import Frequency
from subscribers.topics import topic_by_slug, topics_by_word
from templates.content import Item
from tests.campaigns.stored_backup import StoredBackup, adopted
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.fakes.provider import FakeProvider

NAMES = ("asja", "bine", "cene")
TOMORROW = NOON + timedelta(days=1)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=1, refuses_other_content=True))
    world.add_readers(NAMES)
    return world


def a_topic(world: World, slug: str = "at-sea", name: str = "At sea", **names: str) -> int:
    with world.database.write() as session:
        details = TopicDetails(name, names)
        return add_topic(session, slug, details, actor=OPERATOR, now=world.clock.now()).id


def about(world: World, *written: str) -> None:
    """What the texts of the world's news item say that it is about, in the order of their languages."""
    with world.database.write() as session:
        texts = session.exec(select(NewsText).order_by(NewsText.language)).all()
        for text, word in zip(texts, written, strict=True):
            text.topic = word


def hash_of(session: Session, name: str) -> str:
    return session.exec(select(Subscriber.address_hash).where(Subscriber.address == f"{name}@example.org")).one()


def says_never(world: World, name: str, *topics: int) -> None:
    with world.database.write() as session:
        choose_topics(session, hash_of(session, name), dict.fromkeys(topics, False), now=world.clock.now())


def pauses(world: World, name: str) -> None:
    with world.database.write() as session:
        pause_mail(session, hash_of(session, name), TOMORROW, now=world.clock.now())


def got(world: World) -> set[str]:
    return {address.partition("@")[0] for address in world.provider.received}


@on_sqlite
def test_a_campaign_has_the_topics_that_the_words_in_its_news_mean(world: World) -> None:
    at_sea, work = a_topic(world, sl="Na morju"), a_topic(world, "work", "Work")
    for written, topics in {
        ("At sea", "na  MORJU"): (at_sea,),
        ("at-sea", ""): (at_sea,),
        ("Work", "Na morju"): (at_sea, work),
        ("Rivers", ""): (),
        ("", ""): (),
    }.items():
        about(world, *written)
        assert world.campaign(world.draft()).audience == Audience((1,), topics=topics)


@on_sqlite
def test_with_news_that_has_no_topic_it_is_for_everybody(world: World) -> None:
    a_topic(world)
    about(world, "At sea", "")
    with world.database.write() as session:
        item = NewsItem(
            slug="other", kind=NewsKind.STATEMENT, published_on=NOON.date(), created_at=NOON, updated_at=NOON
        )
        session.add(item)
        session.flush()
        session.add(NewsText(item_id=item.id, language="en", title="Other"))
    request = DraftRequest(None, "", ["shipwreck", "other"], "bulletin", "main", "en")
    with world.database.write() as session:
        assert draft_campaign(session, request, actor=world.ana, now=NOON).audience.topics == ()


@on_sqlite
def test_a_word_is_shown_as_the_topics_name_in_its_language_and_another_as_it_is_written(world: World) -> None:
    a_topic(world, sl="Na morju")
    for written, shown in {
        ("at-sea", "at-sea"): ["At sea", "Na morju"],
        ("Reka", "Rivers"): ["Reka", "Rivers"],
    }.items():
        about(world, *written)
        campaign_id = world.draft()
        with world.database.read() as session:
            campaign = session.get_one(Campaign, campaign_id)
            documents = compose(
                session,
                campaign,
                blocks_of(session, campaign_id),
                variants_of(session, campaign_id),
                settings=world.settings,
                now=NOON,
            ).documents
        assert [
            block.topic for document in documents for block in document.blocks if isinstance(block, Item)
        ] == shown


def give(world: World, campaign_id: int, *topics: str) -> Campaign:
    with world.database.write() as session:
        choice = AudienceChoice(["bulletin"], topics=topics)
        return choose_audience(session, campaign_id, choice, actor=world.ana, now=world.clock.now())


def test_whoever_wants_nothing_of_it_or_has_paused_is_left_out_and_counted_by_reason(world: World) -> None:
    at_sea, work = a_topic(world), a_topic(world, "work", "Work")
    about(world, "At sea", "Work")
    says_never(world, "asja", at_sea, work)
    says_never(world, "bine", at_sea)
    pauses(world, "cene")
    campaign_id = world.launched()
    world.run()
    assert got(world) == {"bine"}
    assert len(world.deliveries(campaign_id)) == 1
    with world.database.read() as session:
        audience = session.get_one(Campaign, campaign_id).audience
        left_out = count_left_out(session, audience, got_campaign, now=world.clock.now())
    assert left_out == {LeftOutReason.PAUSED: 1, LeftOutReason.NOT_THEIR_TOPIC: 1}


@pytest.mark.parametrize("after", ["the launch", "a call without an answer"])
def test_whoever_says_never_or_pauses_in_between_is_left_out(world: World, after: str) -> None:
    at_sea = a_topic(world)
    about(world, "At sea", "")
    if after == "the launch":
        campaign_id = world.launched()
    else:
        world.provider.capabilities = FakeProvider(refuses_other_content=True).capabilities
        world.provider.faults = [OutcomeUnknown("cut before it arrived")]
        campaign_id = world.launched()
        send_next_batch(world.context, campaign_id)
    says_never(world, "asja", at_sea)
    pauses(world, "bine")
    world.run(rounds=10, seconds=60)
    assert got(world) == {"cene"}
    reasons = {row.subscriber_id: row.reason for row in world.deliveries(campaign_id)}
    assert reasons == {1: "not_their_topic", 2: "paused", 3: None}
    assert world.delivery_states(campaign_id) == {DeliveryStatus.SKIPPED, DeliveryStatus.ACCEPTED}


@on_sqlite
def test_a_pause_ends_by_itself_and_by_the_reader(world: World) -> None:
    pauses(world, "asja")
    pauses(world, "bine")
    with world.database.write() as session:
        end_pause(session, hash_of(session, "bine"), now=world.clock.now())
    world.launched()
    world.run()
    assert got(world) == {"bine", "cene"}
    world.clock.advance(seconds=86_400)
    world.launched()
    world.run()
    assert got(world) == set(NAMES)


def test_a_restore_keeps_what_was_chosen_since_with_the_topic_that_it_was_about(world: World) -> None:
    kept = a_topic(world, "work", "Work")
    backup = StoredBackup(world)
    backup.back_up()
    lost = a_topic(world, sl="Na morju")
    says_never(world, "asja", lost, kept)
    pauses(world, "bine")
    with world.database.write() as session:
        stranger = "f" * 64
        choose_topics(session, stranger, {lost: False}, now=world.clock.now())
        asja = hash_of(session, "asja")
        choose_topics(session, asja, {kept: True}, now=world.clock.now())
    backup.put_back()
    adopted(world)
    with world.database.read() as session:
        topic = topic_by_slug(session, "at-sea")
        assert (topic.id, topic.names) == (lost, {"sl": "Na morju"})
        assert topics_by_word(session, ["Na morju"])["Na morju"].id == lost
        assert choices_of(session, asja) == {lost: Frequency.NEVER, kept: Frequency.AT_ONCE}
        assert choices_of(session, stranger) == {lost: Frequency.NEVER}
        assert pause_of(session, hash_of(session, "bine"), now=NOON) is not None
    assert a_topic(world, "third", "Third") > lost, "no number is given twice"
