"""Digests in the browser: switched on for Mondays, seen before they go, changed, approved, turned off and on."""

import httpx
import pytest
from sqlmodel import select

from campaigns.digest_tables import Digest
from campaigns.digests.run_digests import run_digests
from campaigns.tables import Automation, AutomationMode
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.digests.world import next_monday, publish
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.html_forms import forms_on
from tests.web.test_automation_pages import Visit, visit
from tests.web.test_campaign_pages import staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed
from tests.web.test_sign_in import form_token_on

__all__ = ["staff", "visit", "world"]


def make(client: httpx.Client, **fields: str) -> httpx.Response:
    (form,) = [form for form in forms_on(client.get("/new-digest").text, "") if form.action == "/new-digest"]
    chosen = {name: values[0] for name, values in form.choices.items() if name in ("sender", "second_sender")}
    filled = form.hidden | form.typed | chosen | {"name": "Mondays", "list-bulletin": "yes", "day-0": "yes"}
    filled |= {"pattern": "weekly", "mode": "draft", "design": "digest", "moves": "yes"}
    return followed(client, client.post(form.action, data=filled | fields))


def change(client: httpx.Client, **fields: str) -> httpx.Response:
    page = client.get("/digests/1").text
    (form,) = [form for form in forms_on(page, "") if form.action == "/digests/1/details"]
    filled = form.hidden | form.typed | {"list-bulletin": "yes", "day-0": "yes", "pattern": "weekly"}
    filled |= {"mode": "draft", "design": "digest", "sender": "main"}
    return followed(client, client.post(form.action, data=filled | fields))


def post(client: httpx.Client, path: str) -> httpx.Response:
    return followed(client, client.post(path, data={"form_token": form_token_on(client.get("/digests"))}))


@on_sqlite
def test_a_digest_without_a_name_is_told_so(visit: Visit) -> None:
    with visit(APPROVER) as client:
        assert "A digest needs a name" in make(client, name=" ").text


@on_sqlite
def test_a_monday_digest_is_switched_on_and_says_what_comes_and_why(visit: Visit, world: World) -> None:
    with visit(APPROVER) as client:
        page = make(client).text
        assert "The digest is on" in page
        assert page.count("Monday, ") == 10, "the next ten"
        publish(world, "housing", ("en", "Housing report"), ("sl", "Poročilo o stanovanjih"))
        world.clock.advance(minutes=5)
        page = client.get("/digests/1").text
        assert page.count("Poročilo o stanovanjih") >= 1
        assert "It was there before the digest was turned on." in page
    next_monday(world)
    with visit(APPROVER) as client:
        page = client.get("/digests/1").text
        assert "drafted" in page
        assert "Campaign 1" in page
        assert "There was nothing new." in page, "what would go out now"
        assert "Mondays" in client.get("/digests").text


@on_sqlite
def test_each_item_goes_out_by_itself_where_that_is_chosen(visit: Visit, world: World) -> None:
    with visit(APPROVER) as client:
        assert 'value="on_publication" checked' in client.get("/new-digest?source=1").text
        page = make(client, pattern="on_publication", most_at_once="2").text
        assert "As soon as something is published" in page
        assert "Nothing is waiting." in page
        assert "each item by itself" in client.get("/digests").text
        publish(world, "one", ("en", "600 people are missing"))
        world.clock.advance(minutes=3)
        page = client.get("/digests/1").text
        assert "600 people are missing" in page
        run_digests(world.context)
        assert "drafted" in client.get("/digests/1").text
        assert "The digest is off" in post(client, "/digests/1/off").text
        assert make(client, pattern="on_publication", most_at_once="0", name="Other").status_code == 422


@on_sqlite
def test_it_is_changed_approved_turned_off_and_on(visit: Visit, world: World) -> None:
    world.configure(approvals_required=2)
    with visit(APPROVER) as client:
        make(client, mode="send")
        assert "/digests/1/approve" not in client.get("/digests/1").text, "said already, by making it"
        assert "Saved" in change(client, mode="send", at="09:15", least="2", phrases="Housing, refuge").text
        assert "The digest is off" in post(client, "/digests/1/off").text
        assert "The digest is on" in post(client, "/digests/1/on").text
    with visit(ADMIN) as client:
        assert "Your approval is recorded" in post(client, "/digests/1/approve").text
    with world.database.read() as session:
        digest, row = session.exec(select(Digest)).one(), session.exec(select(Automation)).one()
    assert (digest.at, digest.least, digest.chosen["phrases"]) == ("09:15", 2, ["Housing", "refuge"])
    assert row.mode is AutomationMode.SEND


@on_sqlite
@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"at": "noon"}, "is not a time of day"),
        ({"zone": "Mars/Olympus"}, "is not a time zone"),
        ({"starts_on": "soon"}, "is not a date"),
        ({"pattern": "hourly"}, "is not offered here"),
        ({"least": "5", "most": "2"}, "The least number of items"),
        ({"oldest_days": "x"}, "The age of an item"),
        ({"phrases": "," + "w" * 80}, "words"),
        ({"introduction-en": "i" * 2001}, "An introduction is at most"),
        ({"subject-en": "{number}"}, "A subject can have"),
        ({"lead": "nonsense"}, "is not offered here"),
        ({"name": " "}, "name"),
    ],
)
def test_what_cannot_be_is_refused_with_what_was_typed(visit: Visit, fields: dict[str, str], refusal: str) -> None:
    with visit(APPROVER) as client:
        answer = make(client, **fields)
    assert answer.status_code in (400, 422)
    assert refusal in answer.text


@on_sqlite
def test_whoever_may_not_send_looks_and_changes_nothing(visit: Visit) -> None:
    with visit(APPROVER) as client:
        make(client)
    with visit(AUTHOR) as client:
        assert "/digests/1/details" not in client.get("/digests/1").text
        assert client.get("/new-digest").status_code == 403
        token = form_token_on(client.get("/digests"))
        for path in ("/new-digest", *(f"/digests/1/{step}" for step in ("details", "on", "off", "approve"))):
            assert client.post(path, data={"form_token": token}).status_code == 403, path


@on_sqlite
def test_one_page_is_not_the_others(visit: Visit) -> None:
    """A digest watches no folder."""
    with visit(APPROVER) as client:
        make(client)
        assert client.get("/automations/1").status_code == 404
        assert "Mondays" not in client.get("/automations").text
        assert client.get("/digests/7").status_code == 404
