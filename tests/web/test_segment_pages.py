"""The pages of segments: conditions as rows and as text, who is in one now, and what uses it."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import given
from playwright.sync_api import Browser
from sqlmodel import select

from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from subscribers import audience_sample
from subscribers.audience import ChosenSegment
from subscribers.field_content import TypedValue
from subscribers.field_tables import CustomField, FieldType
from subscribers.person_fields import put_values
from subscribers.segment_condition import AllCondition, Condition
from subscribers.segment_tables import Segment
from subscribers.segment_text import condition_text, parse_condition
from subscribers.tables import MailingList, Subscriber
from subscribers.topics import create_topic, offer_topic
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.people_roles import AUTHOR
from tests.subscribers.conditions import conditions
from tests.web.browser import browser
from tests.web.chromium import open_as_person
from tests.web.conftest import give_passwords
from tests.web.html_forms import forms_on
from tests.web.snapshot import everything_in
from tests.web.test_audience_page import send
from tests.web.test_sign_in import sign_in
from web.staff.segment_form import groups_of, groups_text


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.add_readers(["rosa", "miha"], language="sl")
    world.add_readers(["zala"], language="en")
    give_passwords(database, language="en", roles=AUTHOR)
    with database.write() as session:
        session.add(MailingList(slug="safe", name="Safe house", is_protected=True, created_at=NOON))
    return world


@pytest.fixture
def ana(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        yield client


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    """As a browser posts what stands in the form, but for what is given; a button is `step`."""
    (form,) = [form for form in forms_on(client.get(path).text, path) if form.action == path]
    names = {name.replace("_", "-"): value for name, value in fields.items()}
    return client.post(path, data=form.hidden | names)


def saved(client: httpx.Client, condition: str, *, name: str = "Some") -> str:
    answer = post(client, "/new-segment", name=name, condition=condition, step="save-text")
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("?")[0]


def segments(world: World) -> list[tuple[str, str]]:
    with world.database.read() as session:
        return [(row.name, row.condition) for row in session.exec(select(Segment).order_by(Segment.name))]


def parts_of(condition: Condition) -> set[Condition]:
    return set(condition.parts) if isinstance(condition, AllCondition) else {condition}


@given(condition=conditions())
def test_what_rows_can_say_they_say_as_the_text_does(condition: Condition) -> None:
    groups = groups_of(condition)
    if groups is not None:
        again = parse_condition(groups_text(groups))
        assert groups_of(again) == groups
        is_dated = "signed_up" in condition_text(condition)
        assert is_dated or parts_of(again) == parts_of(condition), "but “not before a day” is “since that day”"


def test_a_segment_is_made_row_by_row_without_a_script(ana: httpx.Client, world: World) -> None:
    page = post(ana, "/new-segment", name="Readers", kind_0="any", add_0="list", step="add-0")
    assert 'name="value-0-0-bulletin"' in page.text
    rows = {"name": "Readers", "kind_0": "any", "row_0_0": "list", "value_0_0_bulletin": "on"}
    page = post(ana, "/new-segment", **rows, kind_1="none", add_1="language", step="add-1")
    assert 'name="value-1-0"' in page.text
    assert segments(world) == []
    rows |= {"kind_1": "none", "row_1_0": "language", "value_1_0": "en; ar"}
    counted = post(ana, "/new-segment", **rows, step="count")
    assert "2 people are in it now" in counted.text
    assert "rosa@example.org" in counted.text
    assert "zala@example.org" not in counted.text
    assert "list = bulletin and not language in (ar, en)" not in counted.text, "the text is what the rows say"
    answer = post(ana, "/new-segment", **rows, step="save")
    assert answer.headers["location"] == "/segments/1?done=saved"
    assert segments(world) == [("Readers", "list = bulletin and not language in (ar, en)")]
    assert "The segment is saved." in ana.get(answer.headers["location"]).text
    assert "Readers" in ana.get("/segments").text


def test_of_very_many_people_it_is_estimated_until_somebody_asks(
    ana: httpx.Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world.database.write() as session:
        for person in session.exec(select(Subscriber)):
            person.address_hash = f"{person.id:064}"
    monkeypatch.setattr(audience_sample, "LOOKED_AT", 1)
    monkeypatch.setattr(audience_sample, "LEAST_SHARE", 2)
    monkeypatch.setattr(audience_sample, "FOUND", 3)
    rows = {"name": "Readers", "row_0_0": "list", "value_0_0_bulletin": "on"}
    post(ana, "/new-segment", **rows, step="save")
    page = ana.get("/segments/1").text
    assert "Between 1 and 18 people are in it now" in page
    assert "data-follows" not in page
    assert "Estimated from one person in 2." in page
    assert "66.7%" in page
    assert "Between 1 and 18 people" in post(ana, "/new-segment", **rows, step="estimate").text
    text = {"name": "Readers", "condition": "list = bulletin"}
    assert "Between 1 and 18 people" in post(ana, "/new-segment", **text, step="estimate-text").text
    for everybody in (
        ana.get("/segments/1?count=everybody").text,
        post(ana, "/new-segment", **rows, step="count").text,
    ):
        assert "3 people are in it now" in everybody
        assert "Estimated" not in everybody
    monkeypatch.setattr(audience_sample, "FOUND", 4)
    assert "data-follows" in ana.get("/segments/1").text, "a script has everybody counted after it"
    monkeypatch.setattr(audience_sample, "LEAST_SHARE", 4)
    assert "3 people are in it now" in ana.get("/segments/1").text, "too few to be estimated"


def test_a_row_is_removed_and_an_empty_one_is_refused(ana: httpx.Client, world: World) -> None:
    rows = {"name": "Some", "row_0_0": "language", "value_0_0": "sl", "row_0_1": "got", "value_0_1": ""}
    refused = post(ana, "/new-segment", **rows, step="save")
    assert refused.status_code == 422
    assert "Condition 2 says nothing yet" in refused.text
    removed = post(ana, "/new-segment", **rows, step="remove-0-1")
    assert 'name="row-0-0"' in removed.text
    assert 'name="row-0-1"' not in removed.text
    nothing = post(ana, "/new-segment", name="Some", step="save")
    assert "The segment has no condition" in nothing.text
    assert segments(world) == []


def test_every_kind_of_row_comes_back_as_it_was_saved(ana: httpx.Client, world: World) -> None:
    sent = world.launched()
    with world.database.write() as session:
        offer_topic(session, create_topic(session, slug="at-sea", name="Sea", names={}, now=NOON).id, [1])
    text = (
        f"list = bulletin and topic = at-sea and not language = ar and not got campaign {sent}"
        " and signed_up >= 2020-01-01"
        f" and (signed_up < 2100-01-01 or got campaign {sent}) and not (language = fa or list = safe)"
    )
    path = saved(ana, text)
    (form,) = [form for form in forms_on(ana.get(path).text, path) if form.action == path]
    ticked = {name: "on" for name, is_ticked in form.boxes.items() if is_ticked}
    fields = form.hidden | form.typed | ticked
    answer = ana.post(path, data=fields | {"step": "save"})
    assert answer.status_code == 303, answer.text
    ((_, condition),) = segments(world)
    assert parts_of(parse_condition(condition)) == parts_of(parse_condition(text))


def test_what_is_nested_deeper_is_edited_as_text(ana: httpx.Client, world: World) -> None:
    path = saved(ana, "list = bulletin and (language = sl or (language = en and not list = safe))")
    page = ana.get(path).text
    assert "nested more deeply" in page
    assert 'value="save-text"' in page
    assert 'value="save"' not in page
    refused = post(ana, path, name="Some", condition="language = sl or", step="save-text")
    assert refused.status_code == 422
    assert "ends too early, at character 17" in " ".join(refused.text.split())
    assert post(ana, path, name="Some", condition="language = sl", step="save-text").status_code == 303
    assert segments(world) == [("Some", "language = sl")]


def test_counting_saves_nothing_and_words_of_anybody_stay_words(ana: httpx.Client, world: World) -> None:
    path = saved(ana, "language = sl", name="<script>alert(1)</script>")
    before = everything_in(world.database)
    hostile = 'language = sl or tag = "<script>alert(2)</script>"'
    counted = post(ana, path, name="<script>alert(3)</script>", condition=hostile, step="count-text")
    for page in (ana.get(path), ana.get("/segments"), counted):
        assert "<script>alert" not in page.text
    assert everything_in(world.database) == before
    for fields in (
        {"row_0_0": "password", "value_0_0": "x", "step": "save"},
        {"row_0_0": "language", "operator_0_0": "drop", "value_0_0": '") or list in ("bulletin', "step": "save"},
        {"step": "add-9", "add_9": "list"},
        {"step": "remove-3-29"},
        {"row_0_0": "signed_up", "value_0_0": "2026-13-45", "step": "save"},
        {"condition": "x" * 5000, "step": "save-text"},
    ):
        assert post(ana, path, name="Some", **fields).status_code in {200, 422}, fields
    assert everything_in(world.database) == before


def test_a_campaign_takes_segments_and_the_pages_say_so(ana: httpx.Client, world: World) -> None:
    path = saved(ana, "language = sl", name="Slovenian")
    draft = world.draft()
    counted = send(ana, draft, "list-bulletin", "in-segment-1", step="count")
    assert "2 people would get it now" in counted.text
    assert "in none of the chosen segments" in counted.text
    send(ana, draft, "list-bulletin", "out-segment-1")
    assert world.campaign(draft).audience.excluded_segments == (ChosenSegment(1, "language = sl"),)
    assert "without the segment " in ana.get(f"/campaigns/{draft}").text
    both = send(ana, draft, "list-bulletin", "in-segment-1", "out-segment-1")
    assert "cannot be both chosen and left out" in both.text
    send(ana, draft, "list-bulletin", "in-segment-1")
    world.submit(draft)
    page = ana.get(path).text
    assert "become drafts again" in page
    assert "/segments/1/delete" not in page
    assert post(ana, path, name="Slovenian", condition="language = en", step="save-text").status_code == 303
    assert world.status(draft) is CampaignStatus.DRAFT
    assert "A segment of its audience was changed" in ana.get(f"/campaigns/{draft}").text
    assert "is not saved yet" not in ana.get(f"/campaigns/{draft}/audience").text
    token = forms_on(page, path)[-1].hidden["form_token"]
    refused = ana.post(f"{path}/delete", data={"form_token": token})
    assert refused.status_code == 409
    world.clock.advance(seconds=1)
    send(ana, draft, "list-bulletin")
    assert "A segment of its audience was changed" not in ana.get(f"/campaigns/{draft}").text
    assert ana.post(f"{path}/delete", data={"form_token": token}).headers["location"] == "/segments?done=deleted"
    assert ana.get(path).status_code == 404


def test_readers_of_a_protected_list_are_counted_and_not_named(ana: httpx.Client, world: World) -> None:
    with world.database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
    page = ana.get(saved(ana, "list = bulletin and language = sl")).text
    assert "2 people are in it now" in page
    assert "A reader (hidden)" in page
    assert "rosa" not in page


def test_strangers_and_forged_forms_change_nothing(client: httpx.Client, ana: httpx.Client, world: World) -> None:
    path = saved(ana, "language = sl")
    for target in ("/segments", "/new-segment", path):
        assert client.get(target).status_code == 303
    for target in ("/new-segment", path, f"{path}/delete"):
        data = {"name": "Other", "condition": "language = en", "step": "save-text", "form_token": "0" * 64}
        assert client.post(target, data=data).status_code in {303, 403}
        assert ana.post(target, data=data).status_code == 403
    assert segments(world) == [("Some", "language = sl")]


def test_what_is_changed_is_counted_without_a_button(ana: httpx.Client, chromium: Browser, world: World) -> None:
    path = saved(ana, "language = sl")
    page = open_as_person(chromium, ana, width=360)
    page.goto(path)
    page.wait_for_selector("text=2 people are in it now")
    page.fill("#value-0-0", "en")
    page.press("#value-0-0", "Tab")
    page.wait_for_selector("text=1 person is in it now")
    page.click("summary:has-text('As text')")
    page.fill("#condition", "language in (sl, en)")
    page.press("#condition", "Tab")
    page.wait_for_selector("text=3 people are in it now")
    page.close()


def test_fields_are_asked_row_by_row(ana: httpx.Client, world: World) -> None:
    with world.database.write() as session:
        for word, kind in (("town", FieldType.TEXT), ("born", FieldType.DATE), ("size", FieldType.DECIMAL)):
            session.add(CustomField(word=word, label=f"<{word}>", type=kind, created_at=NOON))
        role = CustomField(word="role", label="Role", type=FieldType.CHOICE, choices=["press"], created_at=NOON)
        session.add(role)
        session.flush()
        put_values(session, {1: {role.id: TypedValue(text="press")}})
    page = post(ana, "/new-segment", name="Press", add_0="field:role", step="add-0")
    assert '<option value="press">' in page.text
    assert "&lt;town&gt;" in page.text
    rows = {
        "row_0_0": "field:role", "operator_0_0": "is", "value_0_0": "press",
        "row_0_1": "field:town", "operator_0_1": "empty",
        "row_0_2": "field:born", "operator_0_2": "less", "value_0_2": "2000-01-01",
        "row_0_3": "field:size", "operator_0_3": "at_most", "value_0_3": "2,5",
    }  # fmt: skip
    lone = {name: value for name, value in rows.items() if name.endswith(("_0_0", "_0_1"))}
    counted = post(ana, "/new-segment", name="Press", **lone, step="count")
    assert "1 person is in it now" in counted.text
    assert post(ana, "/new-segment", name="Press", **rows, step="save").status_code == 303
    condition = "field role = press and field town is empty and field born < 2000-01-01 and field size <= 2.5"
    assert segments(world) == [("Press", condition)]
    shown = ana.get("/segments/1").text
    assert (
        'type="date" dir="auto" autocomplete="off" spellcheck="false" maxlength="300" value="2000-01-01"' in shown
    )
    wrong = post(
        ana, "/new-segment", name="Other", row_0_0="field:size", operator_0_0="less", value_0_0="big", step="save"
    )
    assert wrong.status_code == 422
