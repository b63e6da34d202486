"""Staff choose whom a campaign goes to: the approvals are void, and whoever chose does not approve."""

import pytest
from sqlmodel import select

from campaigns.editorial.choose_audience import AudienceChoice, choose_audience
from campaigns.editorial.content_changes import contributors
from campaigns.editorial.contributions import Matter
from campaigns.editorial.stale_edit import StaleEdit, audience_version
from campaigns.queries import rendered_of
from campaigns.reporting.audience_preview import AudienceData, preview_audience
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign, Visibility
from core.errors import InputRefused, NotFound
from core.machine import IllegalTransition
from staff.principal import OPERATOR, Principal
from staff.tables import AuditEntry
from subscribers.audience import Audience
from subscribers.lists import create_list
from subscribers.tables import MailingList
from tests.campaigns.test_audience_of_lists import BULLETIN, reports
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite

__all__ = ["reports"]


def choose(
    world: World, campaign_id: int, *lists: str, without: tuple[str, ...] = (), seen: str | None = None,
    by: Principal | None = None,
) -> Campaign:  # fmt: skip
    choice = AudienceChoice(lists, without, seen=seen)
    with world.database.write() as session:
        return choose_audience(session, campaign_id, choice, actor=by or world.ana, now=world.clock.now())


def preview(world: World, campaign_id: int, viewer: Principal = OPERATOR) -> AudienceData:
    with world.database.read() as session:
        campaign = session.get_one(Campaign, campaign_id)
        return preview_audience(
            session, campaign, campaign.audience, viewer=viewer, settings=world.context.settings, now=NOON
        )


def test_another_audience_voids_the_approval_and_is_on_record(world: World, reports: int) -> None:
    campaign_id = world.scheduled()
    choose(world, campaign_id, "reports", "bulletin", by=world.boris)
    campaign = world.campaign(campaign_id)
    assert campaign.audience == Audience((reports, BULLETIN))
    assert (campaign.status, campaign.content_hash, campaign.scheduled_at) == (CampaignStatus.DRAFT, None, None)
    with world.database.read() as session:
        entry = session.exec(select(AuditEntry).where(AuditEntry.action == "campaign.audience_chosen")).one()
        assert entry.detail == {"lists": [reports, BULLETIN], "excluded": [], "topics": []}
        assert entry.actor == world.boris.name
        hands = contributors(session, session.get_one(Campaign, campaign_id))
    assert hands[world.boris.name] == {Matter.AUDIENCE}
    choose(world, campaign_id, "bulletin", by=world.cilka)
    with world.database.read() as session:
        assert world.boris.name not in contributors(session, session.get_one(Campaign, campaign_id))
    assert world.campaign(campaign_id).audience == Audience((BULLETIN,))


def test_the_same_audience_once_more_changes_nothing(world: World) -> None:
    campaign_id = world.scheduled()
    before = world.campaign(campaign_id)
    choose(world, campaign_id, "bulletin", seen="what stood in an old tab")
    assert world.campaign(campaign_id) == before


def test_it_goes_to_whom_was_chosen_and_says_why_they_get_it(world: World, reports: int) -> None:
    campaign_id = world.draft()
    choose(world, campaign_id, "reports", "bulletin")
    world.submit(campaign_id)
    with world.database.read() as session:
        slovenian, english = (rendered_of(session, campaign_id, language)[0] for language in ("sl", "en"))
    for part in (english.html, english.text):
        footer = " ".join(part.split())
        assert "because you subscribed to at least one of these lists: “Poročila”, “Bilten”." in footer
    assert "vsaj na enega od teh seznamov: »Poročila«, »Bilten«." in " ".join(slovenian.text.split())
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.clock.advance(seconds=60)
    world.run()
    assert world.provider.received == {f"{name}@example.org": 1 for name in ("rosa", "sava", "tina")}


@on_sqlite
def test_a_list_alone_is_named_as_before(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    with world.database.read() as session:
        (english,) = rendered_of(session, campaign_id, "en")
    assert "because you subscribed to “Bilten”." in " ".join(english.text.split())


@on_sqlite
@pytest.mark.parametrize(
    ("lists", "without", "code"),
    [
        ((), (), "campaigns-audience-no-list"),
        ((), ("reports",), "campaigns-audience-no-list"),
        (("bulletin",), ("bulletin",), "campaigns-audience-in-and-out"),
        (("bulletin", "safe"), (), "subscribers-protected-list-mixed"),
        (("bulletin",), ("safe",), "subscribers-protected-list-mixed"),
    ],
)
def test_what_cannot_be_an_audience_changes_nothing(
    world: World, reports: int, lists: tuple[str, ...], without: tuple[str, ...], code: str
) -> None:
    with world.database.write() as session:
        create_list(session, slug="safe", name="Safe", now=NOON, is_protected=True)
    campaign_id = world.scheduled()
    before = world.campaign(campaign_id)
    with pytest.raises(InputRefused, match=code):
        choose(world, campaign_id, *lists, without=without)
    assert world.campaign(campaign_id) == before
    with pytest.raises(NotFound):
        choose(world, campaign_id, "nowhere")


def test_what_everybody_may_read_does_not_go_to_a_protected_list(world: World) -> None:
    campaign_id = world.draft()
    with world.database.write() as session:
        create_list(session, slug="safe", name="Safe", now=NOON, is_protected=True)
        session.get_one(Campaign, campaign_id).visibility = Visibility.PUBLIC
    with pytest.raises(InputRefused, match="campaigns-audience-public"):
        choose(world, campaign_id, "safe")
    with world.database.write() as session:
        session.get_one(Campaign, campaign_id).visibility = Visibility.LINK_ONLY
    choose(world, campaign_id, "safe")


def test_an_audience_that_somebody_else_has_changed_meanwhile_is_not_overwritten(
    world: World, reports: int
) -> None:
    campaign_id = world.draft()
    seen = audience_version(world.campaign(campaign_id))
    choose(world, campaign_id, "reports", seen=seen)
    with pytest.raises(StaleEdit):
        choose(world, campaign_id, "bulletin", "reports", seen=seen)
    assert world.campaign(campaign_id).audience == Audience((reports,))


def test_once_it_is_on_its_way_its_audience_stays(world: World, reports: int) -> None:
    campaign_id = world.launched()
    with pytest.raises(IllegalTransition):
        choose(world, campaign_id, "reports")


def test_the_preview_counts_languages_and_shows_a_sample_to_whoever_may_see_it(world: World, reports: int) -> None:
    campaign_id = world.draft()
    choose(world, campaign_id, "reports", "bulletin", without=())
    data = preview(world, campaign_id)
    assert (data.reach.total, data.reach.by_variant, data.left_out) == (3, {"en": 2, "sl": 1}, {})
    assert {row.address for row in data.sample} == {f"{name}@example.org" for name in ("rosa", "sava", "tina")}
    choose(world, campaign_id, "bulletin", without=("reports",))
    assert preview(world, campaign_id).left_out == {"unsubscribed": 1, "excluded": 1}
    choose(world, campaign_id, "bulletin")
    with world.database.write() as session:
        session.get_one(MailingList, BULLETIN).is_protected = True
    hidden = preview(world, campaign_id, viewer=world.ana).sample
    assert len(hidden) == 2
    assert {(row.address, row.name) for row in hidden} == {(None, "")}
