"""A campaign to several lists: everybody once, and each reader by the list that they are reached by."""

import pytest
from sqlmodel import Session, select

from campaigns.audience_lists import AudienceList, audience_lists, frozen_list_names
from campaigns.editorial.manage_list import ListDetails, change_list
from campaigns.merging.personalise import BatchValues
from campaigns.review.reach import reach
from campaigns.review.send_back import send_back
from campaigns.sending.launch import launch_due_campaigns
from campaigns.status import CampaignStatus, PauseReason
from campaigns.tables import Campaign
from core.errors import InputRefused
from delivery.tables import Attempt
from subscribers.audience import Audience
from subscribers.lists import create_list
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod, MailingList, Subscriber, Subscription
from tests.campaigns.earlier_rows import without_list_names
from tests.campaigns.world import World, as_admin
from tests.conftest import NOON
from tests.databases import on_sqlite

BULLETIN = 1


@pytest.fixture
def reports(world: World) -> int:
    """A second list: Rosa is on both, Sava on this one alone, Tina on the first alone."""
    world.add_readers(["rosa", "sava", "tina"])
    with world.database.write() as session:
        other = create_list(session, slug="reports", name="Poročila", now=NOON)
        other.language_chain = ["sl"]
        people = people_of(session)
        people["sava"].language = "fr"
        session.add_all(
            Subscription(
                subscriber_id=people[name].id,
                list_id=other.id,
                status=SubscriptionStatus.CONFIRMED,
                changed_at=NOON,
            )
            for name in ("rosa", "sava")
        )
        leave(session, people["sava"].id, BULLETIN)
        return other.id


def people_of(session: Session) -> dict[str, Subscriber]:
    return {person.address.partition("@")[0]: person for person in session.exec(select(Subscriber)).all()}


def leave(session: Session, subscriber_id: int, list_id: int) -> None:
    unsubscribe(
        session,
        subscriber_id=subscriber_id,
        list_id=list_id,
        method=ConsentMethod.STAFF,
        evidence="test",
        now=NOON,
    )


def scheduled_to(world: World, audience: Audience) -> int:
    campaign_id = world.draft()
    with world.database.write() as session:
        session.get_one(Campaign, campaign_id).audience_lists = audience_lists(audience)
    world.submit(campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    return campaign_id


def list_ids(world: World) -> dict[str, str]:
    """Reader → the List-Id header of their copy."""
    return {
        message.to.partition("@")[0]: dict(message.headers)["List-Id"]
        for batch in world.provider.batches
        for message in batch.messages
    }


def test_everybody_gets_one_copy_through_the_first_list_they_are_on(world: World, reports: int) -> None:
    campaign_id = scheduled_to(world, Audience((reports, BULLETIN)))
    with world.database.read() as session:
        reached = reach(session, session.get_one(Campaign, campaign_id), now=world.clock.now())
        names = {person.id: name for name, person in people_of(session).items()}
    # Nobody reads French: the list that Sava is on has Slovenian stand in, not the main language.
    assert (reached.total, reached.by_variant) == (3, {"en": 2, "sl": 1})
    world.run()
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert world.provider.received == {f"{name}@example.org": 1 for name in ("rosa", "sava", "tina")}
    by = {names[delivery.subscriber_id]: delivery.list_id for delivery in world.deliveries(campaign_id)}
    assert by == {"rosa": reports, "sava": reports, "tina": BULLETIN}
    headers = list_ids(world)
    assert "reports." in headers["rosa"]
    assert "reports." in headers["sava"]
    assert "bulletin." in headers["tina"]


def rename(world: World, name: str) -> None:
    with world.database.write() as session:
        change_list(session, "bulletin", ListDetails(name=name), actor=as_admin(world.ana), now=NOON)


def test_a_list_is_called_in_the_headers_what_it_was_called_when_the_campaign_was_approved(
    world: World, reports: int
) -> None:
    campaign_id = scheduled_to(world, Audience((BULLETIN, reports)))
    rename(world, "Quite another name")
    world.run()
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert list_ids(world)["tina"].startswith("Bilten <bulletin.")


@on_sqlite
def test_a_list_is_called_as_it_is_then_when_a_campaign_is_submitted_again(world: World, reports: int) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    rename(world, "A new name")
    with world.database.write() as session:
        send_back(session, campaign_id, remark="Once more", actor=world.boris, settings=world.settings, now=NOON)
        assert frozen_list_names(session.get_one(Campaign, campaign_id).audience_lists) == {}
    world.submit(campaign_id)
    with world.database.read() as session:
        assert frozen_list_names(session.get_one(Campaign, campaign_id).audience_lists) == {BULLETIN: "A new name"}


def test_what_was_approved_before_names_were_kept_still_goes_out(world: World, reports: int) -> None:
    campaign_id = scheduled_to(world, Audience((BULLETIN, reports)))
    without_list_names(world.database)
    rename(world, "Quite another name")
    world.run()
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert list_ids(world)["tina"].startswith("Quite another name <bulletin.")


@on_sqlite
def test_a_name_that_was_changed_behind_an_approval_stops_the_launch(world: World, reports: int) -> None:
    campaign_id = scheduled_to(world, Audience((BULLETIN, reports)))
    with world.database.write() as session:
        session.get_one(AudienceList, (campaign_id, BULLETIN)).list_name = "Not approved"
    world.run()
    assert world.campaign(campaign_id).pause_reason is PauseReason.CONTENT_CHANGED


def test_whoever_leaves_the_list_they_are_reached_by_is_not_mailed_through_another(
    world: World, reports: int
) -> None:
    campaign_id = scheduled_to(world, Audience((reports, BULLETIN)))
    launch_due_campaigns(world.context)
    with world.database.write() as session:
        leave(session, people_of(session)["rosa"].id, reports)
    world.run()
    assert world.provider.received == {"sava@example.org": 1, "tina@example.org": 1}
    assert world.report(campaign_id).skipped == {"unsubscribed": 1}


def test_readers_of_an_excluded_list_get_nothing(world: World, reports: int) -> None:
    scheduled_to(world, Audience((BULLETIN,), excluded=(reports,)))
    world.run()
    assert world.provider.received == {"tina@example.org": 1}


def test_another_list_is_another_content_and_voids_what_was_approved(world: World, reports: int) -> None:
    campaign_id = scheduled_to(world, Audience((BULLETIN,)))
    with world.database.write() as session:
        session.get_one(Campaign, campaign_id).audience_lists = audience_lists(Audience((BULLETIN, reports)))
    world.run()
    assert world.status(campaign_id) is CampaignStatus.PAUSED
    assert not world.provider.received


def test_a_campaign_that_mixes_a_protected_list_with_another_is_not_submitted(world: World, reports: int) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        session.get_one(MailingList, reports).is_protected = True
        session.get_one(Campaign, campaign_id).audience_lists = audience_lists(Audience((BULLETIN, reports)))
    with pytest.raises(InputRefused, match="subscribers-protected-list-mixed"):
        world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.DRAFT


def test_what_was_stored_when_a_batch_had_one_list_is_still_read(world: World) -> None:
    world.add_readers(["rosa", "tina"])
    world.provider.faults = ["lose the answer"]
    world.launched()
    world.run(rounds=1)
    with world.database.read() as session:
        stored = session.exec(select(Attempt.merge_values)).one()
    assert stored is not None
    addressees = [
        {name: value for name, value in addressee.items() if name not in ("list_name", "list_slug")}
        for addressee in stored["addressees"]
    ]
    older = {**stored, "addressees": addressees, "list_name": "Bilten", "list_slug": "bulletin"}
    assert BatchValues.from_json(older) == BatchValues.from_json(stored)
