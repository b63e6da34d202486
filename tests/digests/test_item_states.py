"""Staff read of each item where it is and why; what they read is what the digest does."""

from pathlib import Path

import pytest
from sqlmodel import col, select

from campaigns.audience_lists import AudienceList
from campaigns.digest_tables import Digest
from campaigns.editorial.arrange_blocks import remove_block
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.content_changes import record_changes
from campaigns.news_filter import BY_HAND, NewsFilter
from campaigns.tables import AutomationMode
from kinds.registry import NewsKind
from news.feeds.tables import EntryState, FeedEntry
from news.fingerprint_rows import fingerprint_all
from news.tables import NewsItem, NewsText, Source, SourceKind
from subscribers.tables import MailingList
from tests.campaigns.world import World
from tests.digests.world import campaigns, judged, next_monday, publish, reasons, set_up, states


@pytest.fixture
def database_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    copy = tmp_path / "bilten.sqlite3"
    copy.write_bytes(migrated_sqlite.read_bytes())
    return f"sqlite:///{copy}"


def why(world: World, slug: str) -> str:
    reason = judged(world)[slug].why
    return reason.code if reason else ""


def test_an_archive_is_irrelevant_and_says_so(world: World) -> None:
    set_up(world)
    assert states(world) == {"shipwreck": "irrelevant"}
    assert why(world, "shipwreck") == "campaigns-digest-before"


@pytest.mark.parametrize(
    ("chosen", "code"),
    [
        (NewsFilter(kinds=["event"]), "campaigns-digest-other-kind"),
        (NewsFilter(sources=[7]), "campaigns-digest-other-source"),
        (NewsFilter(languages=["sl"]), "campaigns-digest-other-language"),
        (NewsFilter(topics=[3]), "campaigns-digest-other-topic"),
        (NewsFilter(phrases=["bread", "roses"]), "campaigns-digest-other-words"),
        (NewsFilter(["statement"], [BY_HAND], (), ["en"], ["HÓUS"]), ""),
    ],
)
def test_what_it_is_not_for_is_left_out_with_the_reason(world: World, chosen: NewsFilter, code: str) -> None:
    set_up(world, chosen=chosen)
    publish(world, "housing")
    world.clock.advance(minutes=5)
    assert (states(world)["housing"], why(world, "housing")) == ("irrelevant" if code else "queued", code)
    next_monday(world)
    assert len(campaigns(world)) == (0 if code else 1)


def test_where_each_is_and_why(world: World) -> None:
    set_up(world)
    publish(world, "old", published_on=world.clock.now().date().replace(year=2025))
    publish(world, "later", published_on=world.clock.now().date().replace(year=2027))
    publish(world, "withdrawn", withdrawn_at=world.clock.now())
    source_id = _feed(world)
    skipped, gone = publish(world, "skipped"), publish(world, "gone", source_id=source_id)
    with world.database.write() as session:
        session.add(
            FeedEntry(
                source_id=source_id,
                state=EntryState.SKIPPED,
                title="Skipped",
                digest="",
                item_id=skipped,
                came_at=world.clock.now(),
            )
        )
        for text in session.exec(select(NewsText).where(NewsText.item_id == gone)):
            text.missing_since = world.clock.now()
    world.clock.advance(minutes=5)
    publish(world, "fresh")
    assert {slug: (state, why(world, slug)) for slug, state in states(world).items() if slug != "shipwreck"} == {
        "old": ("irrelevant", "campaigns-held-old"),
        "later": ("queued", "campaigns-digest-future"),
        "withdrawn": ("skipped", "campaigns-digest-withdrawn"),
        "skipped": ("skipped", "campaigns-digest-skipped"),
        "gone": ("skipped", "campaigns-digest-gone"),
        "fresh": ("queued", "campaigns-digest-just-changed"),
    }


def _feed(world: World) -> int:
    with world.database.write() as session:
        source = Source(
            name="site", kind=SourceKind.FEED, location="https://x.example", created_at=world.clock.now()
        )
        session.add(source)
        session.flush()
        return source.id


@pytest.mark.parametrize("takes_sent", [False, True])
def test_what_its_readers_have_had_is_in_no_digest_unless_it_is_asked_for(world: World, takes_sent: bool) -> None:
    world.add_readers(["nada"])
    set_up(world, takes_sent=takes_sent)
    publish(world, "urgent")
    world.run(rounds=1)
    sent = world.launched(slug="urgent")
    world.run(rounds=5)
    expected = ("queued", "") if takes_sent else ("skipped", "campaigns-digest-went-out")
    world.clock.advance(minutes=5)
    assert (states(world)["urgent"], why(world, "urgent")) == expected
    assert judged(world)["urgent"].campaign_id == (None if takes_sent else sent)


def test_what_belongs_to_a_protected_list_is_not_told_to_others(world: World) -> None:
    with world.database.write() as session:
        session.add(MailingList(slug="camp", name="Camp", is_protected=True, created_at=world.clock.now()))
    set_up(world)
    publish(world, "secret")
    campaign_id = world.draft(slug="secret")
    with world.database.write() as session:
        session.get_one(AudienceList, (campaign_id, 1)).list_id = 2
    world.clock.advance(minutes=5)
    assert (states(world)["secret"], why(world, "secret")) == ("skipped", "campaigns-digest-secret")


def test_the_same_words_again_are_recognised(world: World) -> None:
    world.add_readers(["nada"])
    set_up(world)
    sent = publish(world, "first", ("en", "Housing report"))
    world.launched(slug="first")
    again = publish(world, "again", ("en", "Housing report"))
    with world.database.write() as session:
        wanted = col(NewsText.item_id).in_([sent, again])
        texts = {text.item_id: text for text in session.exec(select(NewsText).where(wanted))}
        texts[again].body_html = texts[sent].body_html
    fingerprint_all(world.database, now=world.clock.now())
    world.clock.advance(minutes=5)
    assert (states(world)["again"], why(world, "again")[:22]) == ("skipped", "campaigns-held-repeats")


def test_in_a_draft_taken_out_of_it_and_sent(world: World) -> None:
    world.add_readers(["nada"])
    set_up(world, mode=AutomationMode.DRAFT)
    publish(world, "one")
    publish(world, "two")
    next_monday(world)
    (campaign,) = campaigns(world)
    assert {states(world)[slug] for slug in ("one", "two")} == {"drafted"}
    with world.database.write() as session:
        block = blocks_of(session, campaign.id)[0]
        remove_block(session, campaign.id, block.id, actor=world.ana, now=world.clock.now())
    assert (states(world)["two"], why(world, "two")) == ("skipped", "campaigns-digest-taken-out")
    world.submit(campaign.id)
    world.approve(campaign.id)
    world.send_now(campaign.id)
    world.clock.advance(minutes=1)
    world.run(rounds=5)
    assert (states(world)["one"], states(world)["two"]) == ("sent", "skipped")
    next_monday(world)
    assert len(campaigns(world)) == 1, "what staff took out is in no other one"


def test_what_a_person_wrote_is_not_sent_by_itself(world: World) -> None:
    """The standing approval is for what sources bring; whoever writes does not approve by it."""
    set_up(world, mode=AutomationMode.SEND)
    item_id = publish(world, "one")
    with world.database.write() as session:
        changes = {"en/title": ("", "About one")}
        record_changes(session, f"news_item:{item_id}", changes, actor=world.ana.name, now=world.clock.now())
    next_monday(world)
    assert reasons(world) == ["campaigns-digest-by-hand"]
    assert states(world)["one"] == "held"


def test_more_than_it_takes_waits_its_turn(world: World) -> None:
    set_up(world, most=1)
    for slug in ("one", "two", "three"):
        publish(world, slug)
    for _ in range(3):
        next_monday(world)
    assert len(campaigns(world)) == 3
    assert {states(world)[slug] for slug in ("one", "two", "three")} == {"drafted"}
    with world.database.read() as session:
        assert session.exec(select(Digest)).one().most == 1
        assert session.exec(select(NewsItem).where(NewsItem.kind == NewsKind.STATEMENT)).all()
