"""Clicks: counted only where the organisation wants it, never for people at risk, and frozen with the mail."""

from datetime import UTC, date, datetime

import pytest
from sqlmodel import col, select

from campaigns.clicks import counting
from campaigns.clicks.click_links import click_code
from campaigns.clicks.count_clicks import ClickCounter, add_clicks, find_link
from campaigns.clicks.counting import MIN_READERS, is_counting, set_counting
from campaigns.clicks.tables import ClickCount, ClickLink
from campaigns.editorial.edit import VariantEdit, edit_variant
from campaigns.queries import rendered_of
from campaigns.reporting.click_report import MAX_DAYS, ClickDay, ClickReport, click_report, days_since
from campaigns.review.send_back import send_back
from campaigns.status import CampaignStatus
from core.db import Database
from core.errors import NotAllowed
from core.settings import Settings
from news.tables import NewsText
from staff.tables import AuditEntry
from subscribers.tables import MailingList
from tests.campaigns.world import World, as_admin, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite

TARGET = "https://example.com/appeal?a=1&b=2"
DAY = date(2026, 6, 20)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    with database.write() as session:
        for text in session.exec(select(NewsText)):
            text.body_html += f'<p><a href="{TARGET.replace("&", "&amp;")}">Sign it</a></p>'
    return world


def switch(world: World, *, is_on: bool) -> None:
    with world.database.write() as session:
        set_counting(session, is_on, actor=as_admin(world.boris), now=world.clock.now())


def bodies(world: World, campaign_id: int) -> str:
    with world.database.read() as session:
        return "".join(variant.html for variant in rendered_of(session, campaign_id))


def code_of(world: World, campaign_id: int) -> str:
    return click_code(world.campaign(campaign_id).public_id, TARGET)


def protect(world: World) -> None:
    with world.database.write() as session:
        session.get_one(MailingList, 1).is_protected = True


def report_of(world: World, campaign_id: int) -> ClickReport | None:
    with world.database.read() as session:
        return click_report(session, world.campaign(campaign_id), zone="Europe/Ljubljana")


def is_counted(world: World, campaign_id: int) -> bool:
    with world.database.read() as session:
        link = find_link(session, code_of(world, campaign_id))
    return link is not None and link.is_counted


def sent(world: World, readers: int = MIN_READERS) -> int:
    world.add_readers([f"reader{number}" for number in range(readers)])
    switch(world, is_on=True)
    campaign_id = world.launched()
    world.run()
    return campaign_id


@on_sqlite
def test_nobody_counts_before_an_administrator_says_so_and_the_log_knows_who(world: World) -> None:
    with world.database.read() as session:
        assert not is_counting(session)
    with world.database.write() as session, pytest.raises(NotAllowed):
        set_counting(session, True, actor=world.boris, now=world.clock.now())
    for is_on in (True, True, False):
        switch(world, is_on=is_on)
    with world.database.read() as session:
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "clicks.switched")).all()
    assert [entry.detail for entry in entries] == [{"is_on": True}, {"is_on": False}]


@on_sqlite
def test_while_it_is_off_every_link_is_direct(world: World) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    assert "/l/" not in bodies(world, campaign_id)
    assert report_of(world, campaign_id) is None


@on_sqlite
def test_a_protected_list_is_never_counted(world: World) -> None:
    protect(world)
    switch(world, is_on=True)
    campaign_id = world.draft()
    world.submit(campaign_id)
    assert "/l/" not in bodies(world, campaign_id)
    with world.database.read() as session:
        assert session.exec(select(ClickLink)).first() is None


@on_sqlite
def test_a_list_that_is_protected_later_is_counted_no_more_and_shown_no_more(world: World) -> None:
    campaign_id = sent(world)
    assert is_counted(world, campaign_id)
    protect(world)
    assert not is_counted(world, campaign_id)
    assert report_of(world, campaign_id) is None


def test_every_reader_gets_the_same_address_and_the_text_part_keeps_the_direct_one(world: World) -> None:
    campaign_id = sent(world, readers=3)
    mails = [message for batch in world.provider.batches for message in batch.messages]
    assert len(mails) == 3
    code = code_of(world, campaign_id)
    for mail in mails:
        assert f"/l/{code}" in mail.html
        assert "example.com/appeal" not in mail.html
        assert TARGET in mail.text
        assert "/l/" not in mail.text
    assert len({mail.shared for mail in mails}) == 1


def test_the_same_content_has_the_same_hash_when_it_is_submitted_again(world: World) -> None:
    switch(world, is_on=True)
    campaign_id = world.draft()
    hashes = []
    for _ in range(2):
        world.submit(campaign_id)
        hashes.append((world.campaign(campaign_id).content_hash, bodies(world, campaign_id)))
        with world.database.write() as session:
            send_back(
                session,
                campaign_id,
                remark="Again",
                actor=world.boris,
                settings=world.settings,
                now=world.clock.now(),
            )
        with world.database.read() as session:
            assert find_link(session, code_of(world, campaign_id)) is None
    assert hashes[0] == hashes[1]


@on_sqlite
@pytest.mark.parametrize("is_on", [True, False])
def test_switching_between_submit_and_send_changes_nothing_of_what_was_approved(world: World, is_on: bool) -> None:
    world.add_readers(["rosa"])
    switch(world, is_on=not is_on)
    campaign_id = world.draft()
    world.submit(campaign_id)
    approved = world.campaign(campaign_id).content_hash, bodies(world, campaign_id)
    switch(world, is_on=is_on)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.run(seconds=30)
    assert world.status(campaign_id) is CampaignStatus.SENT
    assert (world.campaign(campaign_id).content_hash, bodies(world, campaign_id)) == approved


@on_sqlite
def test_an_edit_takes_the_addresses_away(world: World) -> None:
    switch(world, is_on=True)
    campaign_id = world.draft()
    world.submit(campaign_id)
    with world.database.write() as session:
        edit_variant(
            session, campaign_id, "en", VariantEdit({"subject": "Another"}), actor=world.ana, now=world.clock.now()
        )
    with world.database.read() as session:
        assert session.exec(select(ClickLink)).first() is None


@on_sqlite
def test_a_target_that_was_changed_in_the_table_leads_nowhere(world: World) -> None:
    campaign_id = sent(world)
    with world.database.write() as session:
        session.get_one(ClickLink, code_of(world, campaign_id)).target = "https://evil.example"
    with world.database.read() as session:
        assert find_link(session, code_of(world, campaign_id)) is None
    report = report_of(world, campaign_id)
    assert report is not None
    assert "https://evil.example" not in {link.target for link in report.links}


@on_sqlite
def test_nothing_is_counted_before_the_launch_nor_after_it_was_switched_off(world: World) -> None:
    world.add_readers([f"reader{number}" for number in range(MIN_READERS)])
    switch(world, is_on=True)
    campaign_id = world.draft()
    world.submit(campaign_id)
    assert not is_counted(world, campaign_id)
    world.approve(campaign_id)
    world.send_now(campaign_id)
    world.run(seconds=30)
    assert is_counted(world, campaign_id)
    switch(world, is_on=False)
    assert not is_counted(world, campaign_id)
    with world.database.read() as session:
        assert find_link(session, code_of(world, campaign_id)) is not None


@on_sqlite
def test_a_link_that_few_readers_have_is_not_counted_and_has_no_number(world: World) -> None:
    campaign_id = sent(world, readers=MIN_READERS - 1)
    assert not is_counted(world, campaign_id)
    report = report_of(world, campaign_id)
    assert report is not None
    assert not report.is_counted
    assert {link.clicks for link in report.links} == {None}
    assert report.days == []


@on_sqlite
def test_a_link_in_one_small_language_is_not_counted_though_the_campaign_is_large(world: World) -> None:
    other = "https://example.com/only-in-slovenian"
    with world.database.write() as session:
        text = session.exec(select(NewsText).where(NewsText.language == "sl")).one()
        text.body_html += f'<p><a href="{other}">Samo tukaj</a></p>'
    world.add_readers(["rosa", "miha"], language="sl")
    campaign_id = sent(world)
    report = report_of(world, campaign_id)
    assert report is not None
    clicks = {link.target: link.clicks for link in report.links}
    assert (clicks[TARGET], clicks[other]) == (0, None)


def test_clicks_are_added_by_link_and_day_in_one_statement_and_nothing_else_is_kept(world: World) -> None:
    campaign_id = sent(world)
    code = code_of(world, campaign_id)
    for _ in range(2):
        with world.database.write() as session:
            add_clicks(session, {(code, DAY): 2, (code, DAY.replace(day=21)): 1})
    with world.database.read() as session:
        rows = session.exec(select(ClickCount).order_by(col(ClickCount.day))).all()
    assert [(row.day.day, row.count) for row in rows] == [(20, 4), (21, 2)]
    assert set(ClickCount.model_fields) == {"code", "day", "count"}


def test_a_counter_that_cannot_write_says_nothing_to_the_reader_and_goes_on(world: World) -> None:
    counter = ClickCounter(world.database)
    counter.count("f" * 32, DAY)  # refers to no link: the database refuses it
    campaign_id = sent(world)
    counter.count(code_of(world, campaign_id), DAY)
    with world.database.read() as session:
        assert [row.count for row in session.exec(select(ClickCount))] == [1]


@on_sqlite
def test_the_report_has_links_days_and_the_median_of_the_last_of_its_kind(world: World) -> None:
    earlier = sent(world)
    later = world.launched()
    world.run()
    with world.database.write() as session:
        add_clicks(session, {(code_of(world, earlier), DAY): 7})
        add_clicks(session, {(code_of(world, later), DAY): 3})
    report = report_of(world, later)
    assert report is not None
    assert (report.total, report.median_total, report.earlier) == (3, 7, 1)
    assert {link.labels for link in report.links if link.target == TARGET} == {("Sign it",)}
    assert sum(day.clicks for day in report.days) == 3


def test_days_hold_every_click() -> None:
    first = datetime(2026, 6, 18, tzinfo=UTC).date()
    counts = {first.replace(day=17): 1, first: 2, first.replace(day=20): 3, first.replace(month=8): 4}
    days = days_since(first, counts)
    assert sum(day.clicks for day in days) == 10
    assert (days[0].clicks, days[2].clicks, days[-1]) == (3, 3, ClickDay(None, 4))
    assert len(days) == MAX_DAYS + 1
    assert days_since(first, {}) == [ClickDay(first, 0)]


def test_the_least_number_of_readers_is_one_that_hides_a_person() -> None:
    assert counting.MIN_READERS >= 50
