"""A reader's yes or no to a list from which nothing was heard of them; and the page where staff turn that on."""

import httpx
import pytest
from playwright.sync_api import Browser
from sqlmodel import select

from campaigns.still_wanted import quiet_readers
from campaigns.still_wanted_tables import StillWantedRule
from subscribers import audience_sample
from subscribers.links import StillWantedLink, still_wanted_token
from subscribers.queries import consent_of
from subscribers.tables import ConsentMethod, MailingList, Subscriber
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER
from tests.still_wanted.world import YEAR, is_on_list, last_step, received, switch_on, work
from tests.web.chromium import open_as_person
from tests.web.snapshot import everything_in
from tests.web.test_automation_pages import Visit, visit
from tests.web.test_campaign_pages import staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed
from tests.web.test_sign_in import form_token_on

__all__ = ["staff", "visit", "world"]
PAGE = "/lists/bulletin/still-wanted"


def asked(world: World) -> str:
    """The path in the email to Rosa."""
    world.configure(sign_up_sender="main")
    switch_on(world, days=30)
    world.clock.advance(days=YEAR)
    work(world)
    mails = [batch.messages[0] for batch in world.provider.batches]
    (mail,) = (mail for mail in mails if mail.to == "rosa@example.org")
    assert mail.text.count("://") == mail.text.count("/still-wanted/") + 1, "one link, and the organisation's site"
    return "/still-wanted/" + mail.text.split("/still-wanted/")[1].split()[0]


def test_looking_changes_nothing_and_a_press_keeps_her_with_the_words_that_stood_there(
    client: httpx.Client, world: World
) -> None:
    path = asked(world)
    before = everything_in(world.database)
    for method in ("GET", "HEAD", "GET"):
        assert client.request(method, path).status_code == 200
    assert everything_in(world.database) == before, "scanners look at links"
    page = client.get(path).text
    for _ in range(2):
        assert "You will go on getting these emails" in client.post(path).text
    assert last_step(world, "rosa") == ("confirmed", ConsentMethod.STILL_WANTED, "web:/still-wanted")
    with world.database.read() as session:
        (person,) = session.exec(select(Subscriber).where(Subscriber.name == "Rosa"))
        steps = [step for step in consent_of(session, person.id) if step.method is ConsentMethod.STILL_WANTED]
    assert len(steps) == 1, "pressed twice, said once"
    assert steps[0].wording in page


@on_sqlite
def test_a_no_takes_her_off_at_once_and_the_link_does_not_bring_her_back(
    client: httpx.Client, world: World
) -> None:
    path = asked(world)
    assert "unsubscribed" in client.post(path, data={"leave": "leave"}).text
    assert not is_on_list(world, "rosa")
    for answer in (client.get(path), client.post(path)):
        assert (answer.status_code, "not on this list any more" in answer.text) == (409, True)
    assert not is_on_list(world, "rosa")


@on_sqlite
def test_a_link_that_is_old_forged_or_somebody_elses_changes_nothing(client: httpx.Client, world: World) -> None:
    path = asked(world)
    now = world.clock.now()
    of_nobody = still_wanted_token(
        world.context.signer, StillWantedLink(1, "f" * 64), expires_at=now.replace(year=2030)
    )
    before = everything_in(world.database)
    assert client.post(f"/still-wanted/{of_nobody}").status_code == 404
    assert client.post(path[:-3] + "abc").status_code in (403, 422)
    world.clock.advance(days=61)
    assert client.post(path).status_code == 403
    assert everything_in(world.database) == before


@on_sqlite
def test_staff_see_how_many_it_would_be_before_they_turn_it_on(visit: Visit, world: World) -> None:
    world.configure(sign_up_sender="main")
    world.clock.advance(days=YEAR)
    with visit(APPROVER) as client:
        page = client.get(PAGE).text
        assert ("2 readers would be asked" in page, "<button" in page.split("<main")[1]) == (True, False)
        token = form_token_on(client.get(PAGE))
        assert client.post(f"{PAGE}/on", data={"form_token": token}).status_code == 403
    with visit(ADMIN) as client:
        fields = {"months": "12", "a_day": "1", "outcome": "leaves", "answer_days": "9"}
        fields |= {"form_token": form_token_on(client.get(PAGE))}
        refused = client.post(PAGE, data=fields)
        assert (refused.status_code, 'value="9"' in refused.text) == (422, True)
        saved = followed(client, client.post(PAGE, data=fields | {"answer_days": "30"})).text
        assert "At most 1 a day: that takes about 2 days." in saved
        with world.database.read() as session:
            assert not session.exec(select(StillWantedRule)).one().is_enabled, "saved is not turned on"
        on = client.post(f"{PAGE}/on", data={"form_token": fields["form_token"]})
        assert "It is on." in followed(client, on).text
        work(world)
        assert len(received(world)) == 1
        assert "1 reader was asked and has a day to answer by." in client.get(PAGE).text
        off = client.post(f"{PAGE}/off", data={"form_token": fields["form_token"]})
        assert "It is off." in followed(client, off).text


@on_sqlite
def test_of_very_many_it_is_said_between_which_numbers_and_all_are_counted_for_who_asks(
    visit: Visit, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.clock.advance(days=YEAR)
    monkeypatch.setattr(quiet_readers, "MANY", 1)
    for name in ("LOOKED_AT", "LEAST_SHARE"):
        monkeypatch.setattr(audience_sample, name, 1)
    with visit(ADMIN) as client:
        page = client.get(PAGE).text
        assert "Estimated from one person in 2." in page
        assert " readers would be asked." in page.split("Between ")[1]
        assert "2 readers would be asked." in client.get(f"{PAGE}?count=everybody").text


@on_sqlite
def test_on_a_protected_list_nobody_can_be_taken_off_by_it(visit: Visit, world: World) -> None:
    with world.database.write() as session:
        session.exec(select(MailingList)).one().is_protected = True
    with visit(ADMIN) as client:
        page = client.get(PAGE)
        assert "outcome" not in page.text
        fields = {"months": "12", "a_day": "1", "outcome": "leaves", "answer_days": "30"}
        answer = client.post(PAGE, data=fields | {"form_token": form_token_on(page)})
        assert (answer.status_code, "for people at risk" in answer.text) == (422, True)


@on_sqlite
def test_a_person_answers_on_a_phone_without_scripts(
    client: httpx.Client, world: World, chromium: Browser
) -> None:
    page = open_as_person(chromium, client, width=360, has_script=False)
    page.goto(f"{asked(world)}?lang=sl")
    page.get_by_role("button", name="Da, pošiljajte mi jih še naprej").click()
    page.get_by_role("heading", name="Hvala").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
    assert last_step(world, "rosa")[1] is ConsentMethod.STILL_WANTED
