"""Migration 0036: what publications' pages show is frozen with the campaigns whose mails lead to them (ADR 42)."""

import pytest
from sqlmodel import select

from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.public_archive.publications import publication
from campaigns.public_archive.tables import PublicationPage
from campaigns.status import CampaignStatus
from core.settings import Settings
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from news.tables import Asset, AssetRole, NewsItem
from tests.campaigns.earlier_rows import without_list_names
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.project.kept_revisions import MigratedTo

SLUG = "shipwreck"


@pytest.fixture
def world(migrated_to: MigratedTo, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(migrated_to(), clock, settings)
    world.add_readers(["rosa"])
    return world


def add_pdf(world: World, language: str, sha256: str) -> None:
    with world.database.write() as session:
        session.add(
            Asset(
                item_id=session.exec(select(NewsItem)).one().id,
                role=AssetRole.PDF,
                language=language,
                sha256=sha256,
                media_type="application/pdf",
                byte_count=9,
                file_name="x.pdf",
                words=f"in {language}",
            )
        )


def upgraded_from_before(world: World) -> None:
    without_list_names(world.database)
    downgrade(world.database, str(alembic_scripts().get_revision("0036").down_revision))
    upgrade(world.database)


def test_what_pages_show_is_frozen_in_each_language_and_old_links_open(world: World) -> None:
    launched, draft = world.launched(), world.draft()
    add_pdf(world, "ar", "a" * 64)
    add_pdf(world, "sl", "b" * 64)
    upgraded_from_before(world)
    with world.database.read() as session:
        rows = session.exec(select(PublicationPage)).all()
        assert {(row.campaign_id, row.language, row.pdf_sha256, row.pdf_language) for row in rows} == {
            (launched, "en", "a" * 64, "ar"),
            (launched, "sl", "b" * 64, "sl"),
        }
        shown = publication(session, SLUG, "sl")
        assert shown is not None
        assert (shown.page.title, shown.page.words) == ("Pogrešanih je 600 ljudi", "in sl")
    assert world.status(draft) is CampaignStatus.DRAFT


def test_what_was_approved_before_goes_out_and_what_is_edited_since_has_links_of_its_own(world: World) -> None:
    scheduled, edited = world.scheduled(), world.scheduled()
    add_pdf(world, "sl", "b" * 64)
    upgraded_from_before(world)
    now = world.clock.now()
    with world.database.write() as session:
        edit_variant(session, edited, "en", VariantEdit({"intro_html": "<p>More.</p>"}), actor=world.ana, now=now)
    world.submit(edited)
    world.clock.advance(seconds=60)
    world.run(rounds=3)
    assert world.status(scheduled) is CampaignStatus.SENT
    with world.database.read() as session:
        rows = session.exec(select(PublicationPage)).all()
        assert {(row.campaign_id, row.is_found_by_slug) for row in rows} == {(scheduled, True), (edited, False)}
