"""The preview as a chosen subscriber gets it: whom one may choose, and where their address does not go."""

from datetime import date

import httpx
import pytest
from sqlmodel import select

from campaigns.editorial.manage_field import FieldDetails, add_field
from campaigns.people.open_person import OPEN_FOR, OPENED
from staff.principal import OPERATOR
from staff.tables import AuditEntry, Role, User
from subscribers.field_content import TypedValue
from subscribers.field_tables import FieldType
from subscribers.person_fields import put_values
from subscribers.tables import MailingList, Subscriber
from tests.campaigns.test_blocks import bulletin
from tests.campaigns.test_contributions import edit
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_compose import page_of, press

__all__ = ["staff", "world"]

GREETING = "<p>Pozdrav, [[recipient_name|vsi]], rojeni [[field_born|nekoč]]!</p>"


@pytest.fixture
def campaign_id(world: World) -> int:
    world.add_readers(["vida"], language="sl")
    campaign_id = bulletin(world, "shipwreck")
    edit(world, campaign_id, world.ana, language="sl", intro_html=GREETING)
    with world.database.write() as session:
        details = FieldDetails("<Born>", is_in_emails=True)
        born = add_field(session, "born", FieldType.DATE, details, actor=OPERATOR, now=world.clock.now())
        vida = session.exec(select(Subscriber.id).where(Subscriber.name == "Vida")).one()
        put_values(session, {vida: {born.id: TypedValue(day=date(1990, 1, 31))}})
    return campaign_id


def choose(client: httpx.Client, campaign_id: int, address: str = " Vida@example.org") -> httpx.Response:
    return press(client, campaign_id, "compose/reader", address=address, view="desktop")


def test_it_is_in_their_language_and_with_their_name_and_the_address_is_written_nowhere(
    world: World, staff: SignInAs, campaign_id: int, capsys: pytest.CaptureFixture[str]
) -> None:
    client = staff("ana")
    answer = choose(client, campaign_id)
    before = everything_in(world.database)
    assert answer.status_code == 303
    place = answer.headers["location"]
    assert "language=sl" in place
    assert "view=desktop" in place
    page = client.get(place).text
    assert "As Vida gets it." in page
    frame = page.split('class="mail" src="')[1].split('"')[0].replace("&amp;", "&")
    assert '<span dir="auto">Vida</span>' in client.get(frame).text
    assert '<span dir="auto">31. januar 1990</span>!' in client.get(frame).text
    as_text = page_of(client, campaign_id, language="sl", view="text", reader=number_in(place)).text
    assert "Pozdrav, Vida, rojeni 31. januar 1990!" in as_text
    assert "[[field_born|]]" in as_text, "the composer offers it"
    assert "Vida" not in client.get(f"/campaigns/{campaign_id}/preview/sl").text
    assert "vida@" not in (place + page + capsys.readouterr().out).casefold()
    assert everything_in(world.database) == before


@on_sqlite
def test_whoever_was_chosen_was_viewed_and_is_shown_for_as_long_as_that_counts(
    world: World, staff: SignInAs, campaign_id: int
) -> None:
    client = staff("ana")
    with world.database.read() as session:
        vida = session.exec(select(Subscriber.id).where(Subscriber.name == "Vida")).one()
    for _ in range(2):
        assert "Vida" not in page_of(client, campaign_id, reader=vida, language="sl", view="text").text
        frame = client.get(f"/campaigns/{campaign_id}/preview/sl", params={"reader": vida})
        assert (frame.status_code, "Vida" in frame.text) == (404, False)
        choose(client, campaign_id)
        choose(client, campaign_id)
        assert "As Vida gets it." in page_of(client, campaign_id, reader=vida).text
        world.clock.advance(seconds=OPEN_FOR.total_seconds() + 1)
    with world.database.read() as session:
        views = session.exec(select(AuditEntry).where(AuditEntry.action == OPENED)).all()
    assert [(view.actor, view.subject) for view in views] == [(world.ana.name, f"subscriber:{vida}")] * 2


def number_in(place: str) -> int:
    return int(httpx.URL(place).params["reader"])


def test_what_is_no_address_and_who_is_no_subscriber_is_said_at_the_field(
    world: World, staff: SignInAs, campaign_id: int
) -> None:
    client = staff("ana")
    for address, expected in (("nobody@example.org", "no subscriber with this address"), ("vida", "@")):
        answer = choose(client, campaign_id, address)
        assert answer.is_error
        assert expected in answer.text
        assert f'value="{address}"' in answer.text
    assert "As Vida" not in page_of(client, campaign_id, reader=99_999).text
    assert client.get(f"/campaigns/{campaign_id}/preview/sl", params={"reader": 99_999}).status_code == 404
    world.submit(campaign_id)
    assert "blocks/" not in choose(client, campaign_id, "nobody@example.org").text


@on_sqlite
def test_readers_of_a_protected_list_are_chosen_only_by_who_may_see_them(
    world: World, staff: SignInAs, campaign_id: int
) -> None:
    client = staff("ana")
    number = number_in(choose(client, campaign_id).headers["location"])
    with world.database.write() as session:
        session.get_one(MailingList, 1).is_protected = True
        for user in session.exec(select(User)):
            user.roles -= {Role.KEEPER}
    page = page_of(client, campaign_id, reader=number, language="sl", view="text").text
    assert "compose/reader" not in page
    assert "Vida" not in page
    assert choose(client, campaign_id).status_code == 403
    refused = client.get(f"/campaigns/{campaign_id}/preview/sl", params={"reader": number})
    assert refused.status_code == 403
    with world.database.write() as session:
        for user in session.exec(select(User)):
            user.roles |= {Role.KEEPER}
    assert choose(client, campaign_id).status_code == 303
