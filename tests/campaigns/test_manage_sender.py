"""Who a sender's mail is from changes under nothing that was approved: campaigns, automations."""

import pytest

from campaigns.review.approve import approve
from campaigns.sending.cancel import cancel
from campaigns.sending.manage_sender import SenderEdit, add_sender, change_sender
from core.errors import Conflict, InputRefused, NotAllowed
from delivery.senders.senders import SenderDetails, SenderIdentityDetails, get_sender
from staff.principal import Principal
from tests.campaigns.test_automation_repeats import Feed
from tests.campaigns.test_standing_approval import approve as approve_automation
from tests.campaigns.test_standing_approval import feed
from tests.campaigns.world import World, as_admin
from tests.conftest import NOON
from tests.databases import on_sqlite

__all__ = ["feed"]

OTHER = SenderIdentityDetails("Somebody else", "else@example.org")


@pytest.fixture
def boss(world: World) -> Principal:
    return as_admin(world.boris)


def change(world: World, actor: Principal, identity: SenderIdentityDetails = OTHER) -> None:
    now = world.clock.now()
    with world.database.write() as session:
        change_sender(session, 1, SenderEdit(identity), actor=actor, settings=world.settings, now=now)


@on_sqlite
def test_only_who_may_manage_senders_does(world: World) -> None:
    details = SenderDetails("x", "outbox", "X", "x@example.org")
    with world.database.write() as session, pytest.raises(NotAllowed):
        add_sender(session, details, actor=world.boris, now=NOON)
    with pytest.raises(NotAllowed):
        change(world, world.boris)


@on_sqlite
@pytest.mark.parametrize(
    "identity",
    [
        SenderIdentityDetails("", "a@example.org"),
        SenderIdentityDetails("A\nBcc: x@example.org", "a@example.org"),
        SenderIdentityDetails("A", "nobody"),
        SenderIdentityDetails("A", "a@example.org", "b"),
    ],
)
def test_what_no_header_can_carry_is_refused(
    world: World, boss: Principal, identity: SenderIdentityDetails
) -> None:
    with pytest.raises(InputRefused):
        change(world, boss, identity)
    with world.database.read() as session:
        assert get_sender(session, 1).identity_changed_at is None


@pytest.mark.parametrize("step", ["in review", "approved", "scheduled", "sending"])
def test_a_sender_that_carries_a_campaign_stays_as_it_was_approved(
    world: World, boss: Principal, step: str
) -> None:
    world.add_readers(["rosa"])
    campaign_id = world.draft()
    if step == "sending":
        campaign_id = world.launched()
    else:
        world.submit(campaign_id)
    if step in ("approved", "scheduled"):
        world.approve(campaign_id)
    if step == "scheduled":
        world.send_now(campaign_id)
    with pytest.raises(Conflict, match="campaigns-sender-campaign-under-way"):
        change(world, boss)
    world.run(rounds=4)


def test_whoever_changed_it_has_a_hand_in_its_drafts_and_an_undone_change_is_none(
    world: World, boss: Principal
) -> None:
    campaign_id = world.draft()
    with world.database.read() as session:
        sender = get_sender(session, 1)
        before = SenderIdentityDetails(sender.from_name, sender.from_address, sender.reply_to)
    change(world, boss)
    world.submit(campaign_id)
    with pytest.raises(NotAllowed, match="senders"):
        say_yes(world, campaign_id, boss)
    with world.database.write() as session:
        cancel(session, campaign_id, actor=boss, now=NOON)
    second = world.draft()
    change(world, boss, before)
    change(world, boss)
    world.submit(second)
    say_yes(world, second, boss)


def say_yes(world: World, campaign_id: int, by: Principal) -> None:
    seen_hash = world.campaign(campaign_id).content_hash or ""
    with world.database.write() as session:
        approve(session, campaign_id, seen_hash=seen_hash, actor=by, settings=world.settings, now=NOON)


def test_an_automation_that_sends_through_it_needs_everybodys_approval_anew(
    feed: Feed, world: World, boss: Principal
) -> None:
    feed.watch()
    assert approve_automation(world, world.cilka) == 0
    change(world, boss)
    assert approve_automation(world, world.cilka) == 0, "whoever changed it answers for it, and one more said yes"
    feed.drop("together.md")
    feed.settle()
    world.run(rounds=4)
    assert world.provider.received.keys() == {"nada@example.org", "omar@example.org"}


def test_without_the_new_approval_it_sends_nothing(feed: Feed, world: World, boss: Principal) -> None:
    feed.watch()
    assert approve_automation(world, world.cilka) == 0
    change(world, boss)
    feed.drop("alone.md")
    feed.settle()
    world.run(rounds=3)
    assert not world.provider.received


def rename(world: World, actor: Principal, name: str) -> None:
    with world.database.write() as session:
        kept = get_sender(session, 1)
        same = SenderIdentityDetails(kept.from_name, kept.from_address, kept.reply_to)
        edit, settings = SenderEdit(same, name), world.context.settings
        change_sender(session, 1, edit, actor=actor, settings=settings, now=world.clock.now())


def test_its_name_for_staff_changes_also_under_what_was_approved(world: World, boss: Principal) -> None:
    world.add_readers(["rosa"])
    world.launched()
    rename(world, boss, " Post ")
    world.run(rounds=3)
    assert len(world.provider.received) == 1
    with world.database.read() as session:
        sender = get_sender(session, 1)
        assert (sender.name, sender.identity_changed_at) == ("Post", None)


@on_sqlite
def test_a_name_that_is_taken_or_that_the_settings_name_is_refused(world: World, boss: Principal) -> None:
    with world.database.write() as session:
        add_sender(session, SenderDetails("second", "outbox", "X", "x@example.org"), actor=boss, now=NOON)
        before = get_sender(session, 1).name
    for name, refused in (("second", Conflict), (" ", InputRefused), ("a\nb", InputRefused)):
        with pytest.raises(refused):
            rename(world, boss, name)
    for variable in ("sign_up_sender", "staff_sender"):
        world.configure(**{variable: before})
        with pytest.raises(Conflict) as in_settings:
            rename(world, boss, "Post")
        assert in_settings.value.code == "campaigns-sender-in-settings"
