"""A correction does not name an item that only people at risk may know of."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, select

from campaigns.automation.run_automations import AutomationRequest, add_automation
from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.preview import preview
from campaigns.review.check import check
from campaigns.tables import AutomationMode, Campaign, CampaignKind
from core.errors import InputRefused
from kinds.correction import CorrectionDetails
from kinds.registry import NewsKind, stored
from news.sources import add_folder_source
from news.tables import NewsItem, NewsText
from subscribers.tables import MailingList
from tests.campaigns.world import World, intake_of
from tests.conftest import NOON

SECRET_TITLE, SECRET_URL = "Safe houses in Celje", "https://example.org/secret-houses"


@pytest.fixture
def quiet(world: World) -> World:
    """With a protected list, another one of these, and a correction of an item that is in no campaign yet."""
    with world.database.write() as session:
        for slug in ("quiet", "hidden"):
            session.add(MailingList(slug=slug, name=slug.title(), is_protected=True, created_at=NOON))
        _add_item(session, "secretplan", NewsKind.STATEMENT, SECRET_TITLE, url=SECRET_URL)
        details = stored(NewsKind.CORRECTION, CorrectionDetails(corrects="secretplan", wrong="60", correct="600"))
        _add_item(session, "correction", NewsKind.CORRECTION, "We were wrong", details=details)
    return world


def _add_item(session: Session, slug: str, kind: NewsKind, title: str, **text: Any) -> None:
    day = date(2026, 6, 18)
    item = NewsItem(slug=slug, kind=kind, published_on=day, created_at=NOON, updated_at=NOON)
    session.add(item)
    session.flush()
    session.add(NewsText(item_id=item.id, language="en", title=title, summary="A summary.", **text))


def draft(world: World, slug: str, list_slug: str = "bulletin") -> int:
    kind = CampaignKind.CORRECTION if slug == "correction" else CampaignKind.STATEMENT
    with world.database.write() as session:
        request = DraftRequest(
            kind=kind, name="", item_slugs=[slug], list_slug=list_slug, sender_name="main", main_language="en"
        )
        return draft_campaign(session, request, actor=world.ana, now=world.clock.now()).id


def errors(world: World, campaign_id: int) -> list[str]:
    with world.database.read() as session:
        findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [finding.code for finding in findings if finding.code == "campaigns-corrects-protected"]


def is_named(world: World, campaign_id: int) -> bool:
    with world.database.read() as session:
        rendered = preview(session, campaign_id, language="en", settings=world.settings)
    return any(word in part for word in (SECRET_TITLE, SECRET_URL) for part in (rendered.html, rendered.text))


def test_it_is_named_where_everybody_may_know_of_it(quiet: World) -> None:
    correction = draft(quiet, "correction")
    assert (is_named(quiet, correction), errors(quiet, correction)) == (True, [])


@pytest.mark.parametrize("list_slug", ["bulletin", "hidden"])
def test_what_is_for_a_protected_list_is_not_named_to_others(quiet: World, list_slug: str) -> None:
    draft(quiet, "secretplan", "quiet")
    correction = draft(quiet, "correction", list_slug)
    assert not is_named(quiet, correction)
    assert errors(quiet, correction) == ["campaigns-corrects-protected"]
    with pytest.raises(InputRefused, match="check-failed"):
        quiet.submit(correction)


def test_it_is_named_to_the_list_that_it_is_for(quiet: World) -> None:
    draft(quiet, "secretplan", "quiet")
    correction = draft(quiet, "correction", "quiet")
    assert (is_named(quiet, correction), errors(quiet, correction)) == (True, [])


def test_what_an_automation_takes_to_a_protected_list_is_secret_before_it_is_drafted(
    quiet: World, tmp_path_factory: pytest.TempPathFactory
) -> None:
    now = quiet.clock.now()
    with quiet.database.write() as session:
        source = add_folder_source(session, name="quiet", folder=tmp_path_factory.mktemp("quiet"), now=now)
        session.exec(select(NewsItem).where(NewsItem.slug == "secretplan")).one().source_id = source.id
    request = AutomationRequest(
        name="quiet", source_name="quiet", list_slug="quiet", sender_name="main", mode=AutomationMode.DRAFT
    )
    add_automation(intake_of(quiet), request, actor=quiet.boris, now=now)
    correction = draft(quiet, "correction")
    assert not is_named(quiet, correction)
    assert errors(quiet, correction) == ["campaigns-corrects-protected"]


def test_it_is_named_once_it_has_gone_out_to_everybody(quiet: World) -> None:
    draft(quiet, "secretplan", "quiet")
    open_campaign = draft(quiet, "secretplan")
    correction = draft(quiet, "correction")
    assert not is_named(quiet, correction)
    with quiet.database.write() as session:
        session.get_one(Campaign, open_campaign).launched_at = quiet.clock.now()
    assert (is_named(quiet, correction), errors(quiet, correction)) == (True, [])
