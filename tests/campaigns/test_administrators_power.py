"""What an administrator does to a colleague's account does not let anybody approve alone (ADR 65)."""

from pathlib import Path

import pytest

from campaigns.status import CampaignStatus
from core.errors import NotAllowed
from staff.colleagues import change_roles, disable, invite
from staff.password_link import make_password_link, set_password
from staff.password_reset import make_reset_link
from staff.principal import OPERATOR, Principal, principal_of
from staff.users import LATELY, invited_user, user_by_address
from tests.campaigns.test_automation_repeats import Feed
from tests.campaigns.test_standing_approval import approve, attention, change_footer, feed, set_up
from tests.campaigns.world import World, as_admin
from tests.people_roles import APPROVER, AUTHOR

__all__ = ["feed"]


@pytest.fixture
def database_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    copy = tmp_path / "bilten.sqlite3"
    copy.write_bytes(migrated_sqlite.read_bytes())
    return f"sqlite:///{copy}"


def _new_password(world: World, whose: Principal, *, by: Principal) -> None:
    assert whose.user_id is not None
    now = world.clock.now()
    with world.database.write() as session:
        secret = make_password_link(session, whose.user_id, actor=by, now=now).secret
        set_password(session, secret, "a hash", now=now)


@pytest.mark.parametrize("step", ["disable", "demote"])
def test_who_takes_a_colleague_away_for_a_moment_is_not_alone(feed: Feed, world: World, step: str) -> None:
    """One approval is asked for. Boris has changed what the automation sends with, Cilka would have to approve."""
    world.configure(approvals_required=1)
    feed.watch()
    assert approve(world, world.cilka) == 0
    change_footer(world, "Here you find us.", world.boris)
    _take_away(world, world.cilka, step)
    set_up(world, world.boris)
    assert attention(world, required=1), "his hand is in it still"
    world.clock.advance(seconds=LATELY.total_seconds())
    set_up(world, world.boris)
    assert attention(world, required=1) == [], "a day later, he really is alone"


def _take_away(world: World, whom: Principal, step: str) -> None:
    assert whom.user_id is not None
    now = world.clock.now()
    with world.database.write() as session:
        if step == "disable":
            disable(session, whom.user_id, actor=OPERATOR, now=now)
        else:
            change_roles(session, whom.user_id, AUTHOR, actor=OPERATOR, now=now)


def test_a_password_set_by_a_contributors_link_does_not_approve_for_a_day(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    _new_password(world, world.cilka, by=as_admin(world.ana))
    with pytest.raises(NotAllowed) as refused:
        world.approve(campaign_id, by=world.cilka)
    assert refused.value.code == "campaigns-approver-let-in"
    world.clock.advance(seconds=LATELY.total_seconds())
    world.approve(campaign_id, by=world.cilka)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_a_link_of_somebody_without_a_hand_in_it_is_no_hindrance(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    _new_password(world, world.cilka, by=as_admin(world.boris))
    world.approve(campaign_id, by=world.cilka)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def _invite(world: World) -> Principal:
    now, ana = world.clock.now(), as_admin(world.ana)
    eva = invited_user(address="eva@example.org", name="Eva", roles=APPROVER, language="en", now=now)
    with world.database.write() as session:
        secret = invite(session, eva, actor=ana, now=now).secret
        return principal_of(set_password(session, secret, "a hash", now=now))


def test_whom_an_administrator_has_just_invited_does_not_approve_for_them_where_others_could(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    eva = _invite(world)
    with pytest.raises(NotAllowed, match="campaigns-approver-let-in"):
        world.approve(campaign_id, by=eva)
    world.clock.advance(seconds=LATELY.total_seconds())
    world.approve(campaign_id, by=eva)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_forgetting_the_password_of_whom_one_has_let_in_is_no_way_round(world: World) -> None:
    """The mailbox of somebody who was made up is the inviter's own, before the first password and after."""
    campaign_id, now = world.draft(), world.clock.now()
    world.submit(campaign_id)
    eva = invited_user(address="eva@example.org", name="Eva", roles=APPROVER, language="en", now=now)
    with world.database.write() as session:
        invite(session, eva, actor=as_admin(world.ana), now=now)
    for _ in range(2):
        with world.database.write() as session:
            secret = make_reset_link(session, user_by_address(session, "eva@example.org"), now=now).secret
            made_up = principal_of(set_password(session, secret, "a hash", now=now))
        with pytest.raises(NotAllowed, match="campaigns-approver-let-in"):
            world.approve(campaign_id, by=made_up)


def test_whom_somebody_lets_in_who_was_let_in_lately_does_not_approve_for_the_first(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    _new_password(world, world.boris, by=as_admin(world.ana))
    _new_password(world, world.cilka, by=as_admin(world.boris))
    with pytest.raises(NotAllowed, match="campaigns-approver-let-in"):
        world.approve(campaign_id, by=world.cilka)


def test_a_later_link_of_somebody_else_does_not_undo_it(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    for by in (world.ana, world.boris):
        _new_password(world, world.cilka, by=as_admin(by))
    with pytest.raises(NotAllowed, match="campaigns-approver-let-in"):
        world.approve(campaign_id, by=world.cilka)


def test_what_somebody_wrote_whom_one_has_let_in_is_for_others_to_approve(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    _new_password(world, world.ana, by=as_admin(world.boris))
    with pytest.raises(NotAllowed, match="campaigns-approver-lets-in"):
        world.approve(campaign_id, by=world.boris)
    _take_away(world, world.cilka, "demote")
    with pytest.raises(NotAllowed, match="campaigns-approver-lets-in"):
        world.approve(campaign_id, by=world.boris)
    world.clock.advance(seconds=LATELY.total_seconds())
    world.approve(campaign_id, by=world.boris)
    assert world.status(campaign_id) is CampaignStatus.APPROVED


def test_a_new_team_waits_for_nobody(world: World) -> None:
    for colleague in (world.boris, world.cilka):
        _take_away(world, colleague, "demote")
    world.clock.advance(seconds=LATELY.total_seconds())
    campaign_id = world.draft()
    world.submit(campaign_id)
    world.approve(campaign_id, by=_invite(world))
    assert world.status(campaign_id) is CampaignStatus.APPROVED
