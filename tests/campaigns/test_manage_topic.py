"""Topics are made, named, archived and deleted; campaigns are given them, and the check says what does not fit."""

import pytest

from campaigns.editorial.content_changes import contributors
from campaigns.editorial.contributions import Matter
from campaigns.editorial.duplicate import duplicate
from campaigns.editorial.manage_topic import (
    TopicDetails,
    archive_topic,
    change_topic,
    remove_topic,
    suggested_topics,
)
from campaigns.editorial.stale_edit import StaleEdit
from campaigns.review.check import check
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from core.errors import Conflict, InputRefused, NotAllowed, NotFound
from staff.principal import OPERATOR
from subscribers.tables import MailingList
from subscribers.topics import lists_of_topic, topic_by_slug
from tests.campaigns.test_topics import a_topic, about, give, says_never, world
from tests.campaigns.world import World, as_admin
from tests.conftest import NOON
from tests.databases import on_sqlite

__all__ = ["world"]


def codes(world: World, campaign_id: int) -> set[str]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return {finding.code for finding in findings if "topic" in finding.code}


@on_sqlite
def test_the_check_names_unknown_words_and_news_that_some_would_miss(world: World) -> None:
    about(world, "Rivers", "")
    assert codes(world, world.draft()) == set(), "nobody uses topics"
    at_sea = a_topic(world)
    campaign_id = world.draft()
    assert codes(world, campaign_id) == {"campaigns-topic-unknown"}
    give(world, campaign_id, "at-sea")
    assert codes(world, campaign_id) == {"campaigns-topic-unknown", "campaigns-topic-not-of-item"}
    about(world, "At sea", "")
    assert codes(world, campaign_id) == set()
    assert world.campaign(campaign_id).audience.topics == (at_sea,)


@on_sqlite
def test_other_topics_void_the_approval_and_no_topics_are_the_hash_of_before(world: World) -> None:
    a_topic(world)
    campaign_id = world.draft()
    world.submit(campaign_id)
    plain = world.campaign(campaign_id).content_hash
    give(world, campaign_id, "at-sea")
    assert world.status(campaign_id) is CampaignStatus.DRAFT
    world.submit(campaign_id)
    assert world.campaign(campaign_id).content_hash != plain
    give(world, campaign_id)
    world.submit(campaign_id)
    assert world.campaign(campaign_id).content_hash == plain


@on_sqlite
def test_an_archived_topic_is_kept_and_not_given(world: World) -> None:
    at_sea = a_topic(world)
    about(world, "At sea", "")
    with_it, without = world.draft(), world.draft()
    give(world, without)
    with world.database.write() as session:
        archive_topic(session, "at-sea", is_archived=True, actor=OPERATOR, now=NOON)
    with pytest.raises(InputRefused, match="campaigns-topic-archived"):
        give(world, without, "at-sea")
    assert give(world, with_it, "at-sea").audience.topics == (at_sea,)
    with world.database.write() as session:
        assert duplicate(session, with_it, name="", actor=world.ana, now=NOON).campaign.audience.topics == ()
    assert world.campaign(world.draft()).audience.topics == ()


@on_sqlite
def test_a_topic_is_renamed_and_its_news_stays_with_it(world: World) -> None:
    at_sea = a_topic(world, sl="Na morju")
    about(world, "At sea", "Na morju")
    with world.database.write() as session:
        details = TopicDetails("Rescue", {"sl": "Reševanje"}, [])
        change_topic(session, "at-sea", details, actor=OPERATOR, now=NOON)
    campaign = world.campaign(world.draft())
    assert campaign.audience.topics == (at_sea,)
    with world.database.read() as session:
        assert suggested_topics(session, limit=10) == []
        assert lists_of_topic(session, at_sea) == set()


@on_sqlite
def test_whoever_renames_a_topic_has_a_hand_in_the_drafts_that_show_it(world: World) -> None:
    a_topic(world)
    about(world, "at-sea", "")
    campaign_id = world.draft()
    boris = as_admin(world.boris)
    with world.database.write() as session:
        change_topic(session, "at-sea", TopicDetails("Rescue"), actor=boris, now=NOON)
    with world.database.read() as session:
        hands = contributors(session, session.get_one(Campaign, campaign_id))
    assert hands[boris.name] == {Matter.AUDIENCE}


@on_sqlite
def test_a_word_means_one_topic(world: World) -> None:
    a_topic(world, sl="Na morju")
    for name, names in (("AT SEA", {}), ("Ocean", {"ar": "na morju"}), ("at-sea", {})):
        with pytest.raises(Conflict, match="subscribers-topic-word-taken"):
            a_topic(world, "ocean", name, **names)
    with pytest.raises(Conflict, match="subscribers-topic-exists"):
        a_topic(world, "at-sea", "Ocean")
    for name in ("", " ", "a\nb" * 40, "n" * 81, "\u0301"):
        with pytest.raises(InputRefused, match="subscribers-topic-name-refused"):
            a_topic(world, "ocean", name)
    with pytest.raises(InputRefused, match="subscribers-topic-slug-refused"):
        a_topic(world, "No slug", "Ocean")


@on_sqlite
def test_a_new_topic_is_offered_on_every_list_but_the_protected_ones(world: World) -> None:
    with world.database.write() as session:
        session.add(MailingList(slug="safe", name="Safe house", is_protected=True, created_at=NOON))
    at_sea = a_topic(world)
    with world.database.read() as session:
        assert lists_of_topic(session, at_sea) == {1}


@on_sqlite
def test_a_topic_in_use_is_not_deleted_and_a_stale_form_changes_nothing(world: World) -> None:
    at_sea = a_topic(world)
    about(world, "At sea", "")
    campaign_id = world.draft()
    with pytest.raises(Conflict, match="campaigns-topic-has-campaign"):
        remove(world)
    give(world, campaign_id)
    says_never(world, "asja", at_sea)
    with pytest.raises(Conflict, match="campaigns-topic-chosen"):
        remove(world)
    with world.database.write() as session, pytest.raises(StaleEdit):
        change_topic(session, "at-sea", TopicDetails("Sea", seen="another"), actor=OPERATOR, now=NOON)
    with world.database.write() as session, pytest.raises(NotAllowed):
        change_topic(session, "at-sea", TopicDetails("Sea"), actor=world.ana, now=NOON)
    a_topic(world, "rivers", "Rivers")
    remove(world, "rivers")
    with world.database.read() as session, pytest.raises(NotFound):
        topic_by_slug(session, "rivers")
    assert a_topic(world, "streams", "Rivers") > at_sea + 1, "the word is free, and no number is given twice"


def remove(world: World, slug: str = "at-sea") -> None:
    with world.database.write() as session:
        remove_topic(session, slug, actor=OPERATOR, now=NOON)
