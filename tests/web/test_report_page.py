"""The page of a campaign's report, and the file of it: figures for everybody who works here, nobody's name."""

import csv
import io
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from python_calamine import CalamineWorkbook
from sqlmodel import select, update

from campaigns.public_archive.tables import NoticeKind
from campaigns.sending.recall import recall
from core.db import Database
from core.settings import Settings
from delivery.outcome import EventType
from staff.tables import Role, User
from subscribers.tables import MailingList
from tests.campaigns.test_campaign_report import leave, move_to
from tests.campaigns.test_deliveries import hear
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.people_roles import AUTHOR
from tests.web.browser import browser
from tests.web.chromium import open_as_person
from tests.web.conftest import give_passwords
from tests.web.test_delivery_pages import rosa_is_refused
from tests.web.test_sign_in import sign_in
from web.staff.report_charts import BAR_LENGTH, CHART_HEIGHT, bar_length, chart_columns
from web.staff.report_table import COLUMNS


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"], language="sl")
    world.provider.faults = [rosa_is_refused]
    give_passwords(database, language="en", roles=AUTHOR)
    return world


@pytest.fixture
def sent(world: World) -> int:
    campaign_id = world.launched()
    world.run(rounds=3)
    (miha,) = [row for row in world.deliveries(campaign_id) if row.attempt_id and row.reason is None]
    hear(world, miha.id, (EventType.DELIVERED, None, None))
    leave(world, campaign_id, miha.subscriber_id)
    return campaign_id


@pytest.fixture
def ana(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        yield client


@on_sqlite
def test_strangers_see_no_report(client: httpx.Client, sent: int) -> None:
    for path in (f"/campaigns/{sent}/report", f"/campaigns/{sent}/report.csv"):
        assert client.get(path).status_code == 303
    assert client.get(f"/campaigns/{sent}/report").headers["location"].endswith(f"campaigns%2F{sent}%2Freport")


def test_the_report_says_it_in_a_sentence_and_in_figures_and_names_nobody(ana: httpx.Client, sent: int) -> None:
    page = ana.get(f"/campaigns/{sent}/report")
    assert page.status_code == 200
    assert "1 reader got it; 1 address refused it; 1 person unsubscribed; nothing is pending." in page.text
    assert "there is no such address" in page.text
    assert "<bdi>example.org</bdi>" in page.text
    assert "It is the first campaign of its kind." in page.text
    assert page.text.count("<svg") == page.text.count('aria-hidden="true" focusable="false"') > 2
    assert " style=" not in page.text
    for reader in ("rosa", "miha"):
        assert reader not in page.text.lower()
    assert f"/campaigns/{sent}/report" in ana.get(f"/campaigns/{sent}").text
    assert f"/campaigns/{sent}/report" in ana.get("/campaigns").text


@on_sqlite
@pytest.mark.browser
def test_a_chart_is_as_wide_as_its_days_and_never_wider_than_the_page(
    chromium: Browser, ana: httpx.Client, sent: int, database: Database
) -> None:
    for width in (360, 1280):
        page = open_as_person(chromium, ana, width=width)
        page.goto(f"/campaigns/{sent}/report")
        chart = page.locator(".chart-columns").first
        box = chart.bounding_box()
        assert box is not None
        assert box["width"] == pytest.approx(64, abs=1), "one day"
        chart.evaluate("chart => chart.setAttribute('width', '400rem')")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.close()


@on_sqlite
@pytest.mark.parametrize(("kind", "says"), [("recall", "was taken back"), ("correction", "There was a mistake")])
def test_the_report_says_what_became_of_it_afterwards(
    ana: httpx.Client, sent: int, world: World, kind: str, says: str
) -> None:
    assert says not in ana.get(f"/campaigns/{sent}/report").text
    with world.database.write() as session:
        recall(session, sent, NoticeKind(kind), actor=world.boris, now=world.clock.now())
    assert says in ana.get(f"/campaigns/{sent}/report").text


@on_sqlite
def test_a_campaign_that_has_not_begun_has_no_figures(ana: httpx.Client, world: World) -> None:
    draft = world.draft()
    assert "Numbers appear here once sending begins." in ana.get(f"/campaigns/{draft}/report").text
    assert ana.get(f"/campaigns/{draft}/report.csv").status_code == 404
    assert ana.get("/campaigns/999/report").status_code == 404


def test_the_file_has_the_same_figures(ana: httpx.Client, sent: int) -> None:
    answer = ana.get(f"/campaigns/{sent}/report.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    assert (rows[0]["readers"], rows[0]["delivered"], rows[0]["refused"]) == ("2", "1", "1")
    assert {row["label"]: row["readers"] for row in rows if row["part"] == "domain"} == {"example.org": "2"}
    assert [row["unsubscribed"] for row in rows if row["part"] == "day"] == ["1"]
    assert "rosa" not in text


@on_sqlite
def test_the_file_for_excel_has_the_same_rows_in_columns_and_slovenian_letters(
    ana: httpx.Client, database: Database, sent: int
) -> None:
    """Where Windows is Slovenian, Excel splits no CSV at commas."""
    with database.write() as session:
        session.exec(update(User).values(language="sl"))
    table = ana.get(f"/campaigns/{sent}/report.csv").content.decode("utf-8-sig")
    answer = ana.get(f"/campaigns/{sent}/report.xlsx")
    assert answer.headers["content-disposition"] == f'attachment; filename="report-{sent}.xlsx"'
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).sheet_names
    cells = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_name(sheet).to_python()
    as_text = [[str(int(cell)) if isinstance(cell, float) else cell for cell in row] for row in cells]
    assert as_text == list(csv.reader(io.StringIO(table)))
    assert {1.0, 2.0} <= {cell for row in cells for cell in row if isinstance(cell, float)}, "numbers are numbers"
    assert "č" in str(cells)
    assert ana.get(f"/campaigns/{sent}/report.pdf").status_code == 404


@on_sqlite
def test_the_file_is_in_the_language_of_whoever_downloads_it(
    ana: httpx.Client, world: World, database: Database, sent: int
) -> None:
    with database.write() as session:
        session.exec(update(User).values(language="sl"))
    rows = list(csv.reader(io.StringIO(ana.get(f"/campaigns/{sent}/report.csv").content.decode("utf-8-sig"))))
    assert rows[0][:4] == ["del", "koda", "opis", "prejemniki"]
    assert rows[1][:3] == ["skupaj", "recipients", "Prejemniki"]


@on_sqlite
def test_of_a_protected_list_no_small_domain_is_named_whoever_looks(
    ana: httpx.Client, world: World, database: Database
) -> None:
    move_to(world, ["miha"], "kovac.example.com")
    campaign_id = world.launched()
    with database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
        for user in session.exec(select(User)):
            user.roles |= {Role.KEEPER}
            session.add(user)
    for path in (f"/campaigns/{campaign_id}/report", f"/campaigns/{campaign_id}/report.csv"):
        answer = ana.get(path).text
        assert "kovac" not in answer
        assert "All others" in answer


@given(st.lists(st.integers(0, 10**9), max_size=15))
def test_columns_stand_on_the_edge_and_none_is_higher_than_the_chart(values: list[int]) -> None:
    columns = chart_columns(values)
    assert len(columns) == len(values)
    for value, column in zip(values, columns, strict=True):
        assert column.y + column.height == pytest.approx(CHART_HEIGHT)
        assert (column.height > 0) == (value > 0)
        assert bar_length(value, max(values)) <= BAR_LENGTH
