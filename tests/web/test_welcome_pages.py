"""A welcome series in the browser: created, written, approved, turned on, changed; why somebody did not get it."""

import httpx
from sqlmodel import select

from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.html_forms import forms_on
from tests.web.test_automation_pages import Visit, visit
from tests.web.test_campaign_pages import staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed
from tests.web.test_sign_in import form_token_on
from tests.welcome.world import days_pass, say_yes, work, write

__all__ = ["staff", "visit", "world"]


def make(client: httpx.Client, **fields: str) -> httpx.Response:
    (form,) = [form for form in forms_on(client.get("/new-welcome").text, "") if form.action == "/new-welcome"]
    filled = form.hidden | {"name": "Hello", "list": "bulletin", "sender": "main"}
    return followed(client, client.post(form.action, data=filled | fields))


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    token = form_token_on(client.get("/welcome"))
    return followed(client, client.post(f"/welcome/1{path}", data={"form_token": token} | fields))


@on_sqlite
def test_a_series_is_written_turned_on_and_says_who_is_next_and_why_not(visit: Visit, world: World) -> None:
    say_yes(world, "early")
    world.clock.advance(seconds=1)
    with visit(APPROVER) as client:
        assert "needs a name" in make(client, name=" ").text
        assert "The series is created" in make(client).text
        assert "has no email yet" in post(client, "/on").text
        assert "a number from 0 to 90" in post(client, "/emails", days="soon", **{"language-en": "yes"}).text
        for days in ("0", "3"):
            post(client, "/emails", days=days, **{"language-en": "yes"})
        assert "an email on that day already" in post(client, "/emails", days="3", **{"language-en": "yes"}).text
    for number in (1, 2):
        write(world, number)
    world.submit(1)
    with world.database.read() as session:
        mails = session.exec(select(StaffMail).where(StaffMail.purpose == StaffMailPurpose.SUBMITTED)).all()
    assert any("each new reader would get it" in mail.text for mail in mails)
    with visit(ADMIN) as client:
        page = client.get("/campaigns/1").text
        assert "Each new reader on the list “" in page, "what an approval covers, and no number of readers"
    world.approve(1)
    with visit(APPROVER) as client:
        page = client.get("/campaigns/1").text
        assert "an email of the welcome series “Hello”" in page
        assert "/campaigns/1/send" not in page
        page = post(client, "/on").text
        assert ("goes out" in page, "being written" in page) == (True, True)
    world.clock.advance(seconds=60)
    say_yes(world, "nada")
    with visit(APPROVER) as client:
        assert "1 reader, the email right after confirming" in client.get("/welcome/1").text
        work(world)
        assert "1 reader has had it" in client.get("/welcome/1").text
        assert "before the welcome series was turned on" in search(client, "early")
        assert "Sent on" in search(client, "nada")
        assert "Saved" in post(client, "/emails/2/days", days="5").text
        post(client, "/emails/1/text")
        assert "a new text is being written" in client.get("/welcome/1").text
        assert "taken out" in post(client, "/emails/2/remove").text
        assert "The series is off" in post(client, "/off").text
        assert "Hello" in client.get("/welcome").text
    days_pass(world)
    assert set(world.provider.received) == {"nada@example.org"}


@on_sqlite
def test_who_may_not_send_looks_only(visit: Visit, world: World) -> None:
    with visit(ADMIN) as client:
        make(client)
    with visit(AUTHOR) as client:
        assert "Add an email" not in client.get("/welcome/1").text
        assert post(client, "/on").status_code == 403


def search(client: httpx.Client, name: str) -> str:
    token = form_token_on(client.get("/reader-search"))
    data = {"form_token": token, "address": f"{name}@example.org"}
    return client.post("/reader-search", data=data).text
