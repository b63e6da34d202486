"""A sender is set up in the browser: by its provider's card, tested, its domain looked up; never a secret."""

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import col, select

from campaigns.review.external.probes import Probes
from campaigns.services import build_services
from campaigns.status import CampaignStatus
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from delivery.providers import PROVIDERS, known_providers
from delivery.senders import trial_message
from delivery.senders.senders import find_sender, get_sender
from delivery.tables import Sender
from staff.tables import AuditEntry, Role
from tests.campaigns.world import World
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.fakes.dns import FakeDns
from tests.fakes.provider import FakeProvider
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import add_person
from tests.web.html_forms import forms_on
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed, make_admin
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

__all__ = ["staff", "world"]

HOSTILE = "<img src=x onerror=alert(1)>"
GOOD = {"name": "press", "from_name": "InfoKolpa", "from_address": "press@example.org"}


@pytest.fixture
def boss(world: World, staff: SignInAs) -> httpx.Client:
    make_admin(world, "ana")
    return staff("ana")


def post(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    fields["form_token"] = form_token_on(client.get("/senders"))
    return followed(client, client.post(path, data=fields))


def change(client: httpx.Client, **fields: str) -> httpx.Response:
    (form,) = [form for form in forms_on(client.get("/senders/1").text, "") if form.action == "/senders/1/details"]
    return followed(client, client.post(form.action, data=form.hidden | form.typed | fields))


@on_sqlite
def test_every_provider_has_a_card_and_a_form_that_asks_for_no_secret(boss: httpx.Client) -> None:
    cards = boss.get("/new-sender").text
    for name in PROVIDERS:
        assert f'href="/new-sender/{name}"' in cards
        page = boss.get(f"/new-sender/{name}")
        (form,) = [form for form in forms_on(page.text, "") if "new-sender" in form.action]
        assert set(form.typed) == {"name", "from_name", "from_address", "reply_to"}
        assert 'type="password"' not in page.text
    assert boss.get("/new-sender/pigeon").status_code == 404


@on_sqlite
def test_the_form_names_the_settings_that_are_missing_and_shows_no_value(
    settings: Settings, database: Database, clock: StoppedClock, world: World
) -> None:
    make_admin(world, "ana")
    with database.write() as session:
        for name in known_providers():
            session.add(
                Sender(
                    name=name, provider=name, from_name="K", from_address="k@example.org", webhook_token=name * 9,
                    created_at=clock.now(),
                )
            )  # fmt: skip
    from tests.with_variables import with_variables

    secret = "s3cret-of-ours-that-nobody-sees"
    provider = "brevo"
    own = with_variables(settings, **{f"{provider}_api_key": secret})
    with browser(create_app(build_services(own, database, clock))) as client:
        add_person(database, "boss@example.org", ADMIN)
        sign_in(client, "boss@example.org")
        page = client.get(f"/new-sender/{provider}").text
        assert f"BILTEN_{provider.upper()}_BASE_URL" in page
        assert f"BILTEN_{provider.upper()}_API_KEY" not in page, "that one is set"
        for sender in range(1, 12):
            assert secret not in client.get(f"/senders/{sender}").text
        assert secret not in page + client.get("/new-sender").text + client.get("/senders").text


def test_an_admin_makes_a_sender_and_what_is_refused_stays_in_the_form(
    boss: httpx.Client, database: Database
) -> None:
    page = post(boss, "/new-sender/outbox", **GOOD, reply_to="office@example.org")
    assert "The sender is created" in page.text
    with database.read() as session:
        made = find_sender(session, "press")
        assert made is not None
        assert (made.from_address, made.reply_to) == ("press@example.org", "office@example.org")
        assert (
            session.exec(select(AuditEntry.action).order_by(col(AuditEntry.id).desc())).first() == "sender.created"
        )
    again = post(boss, "/new-sender/outbox", **GOOD)
    assert again.status_code == 409
    assert 'value="InfoKolpa"' in again.text
    refused = post(boss, "/new-sender/outbox", **GOOD | {"name": "other", "from_address": "nobody"})
    assert refused.status_code == 422


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
@on_sqlite
def test_others_look_and_are_offered_nothing(app: FastAPI, world: World, roles: frozenset[Role]) -> None:
    add_person(world.database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        before = everything_in(world.database)
        assert "/new-sender" not in client.get("/senders").text
        assert [form.action for form in forms_on(client.get("/senders/1").text, "")] == ["/sign-out"]
        for path in ("/new-sender", "/new-sender/outbox"):
            assert client.get(path).status_code == 403
        token = form_token_on(client.get("/lists"))
        for path in ("/new-sender/outbox", "/senders/1/details", "/senders/1/test", "/senders/1/domain"):
            assert client.post(path, data={"form_token": token, **GOOD}).status_code == 403, path
        assert everything_in(world.database) == before


def test_who_email_is_from_is_changed_and_not_under_a_campaign_that_was_submitted(
    boss: httpx.Client, world: World
) -> None:
    assert "Saved" in change(boss, from_name="InfoKolpa", reply_to="office@example.org").text
    world.submit(campaign_id := world.draft())
    refused = change(boss, from_name="Somebody else")
    assert refused.status_code == 409
    assert "is under way" in refused.text
    assert 'value="Somebody else"' in refused.text, "what was typed"
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW
    with world.database.read() as session:
        assert get_sender(session, 1).from_name == "InfoKolpa"


@on_sqlite
def test_of_two_who_change_it_at_once_the_second_is_told(boss: httpx.Client, world: World) -> None:
    (form,) = [form for form in forms_on(boss.get("/senders/1").text, "") if "details" in form.action]
    change(boss, from_name="First")
    late = boss.post(form.action, data=form.hidden | form.typed | {"from_name": "Second"})
    assert late.status_code == 409
    assert "First" in late.text
    assert 'value="Second"' in late.text


@on_sqlite
def test_a_test_goes_to_whoever_asks_and_says_what_the_provider_said(
    boss: httpx.Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider = FakeProvider()
    monkeypatch.setattr(trial_message, "build_provider", lambda name, settings: provider)
    with world.database.write() as session:
        session.add(replace_provider(get_sender(session, 1)))
    assert "has accepted the test to ana@example.org" in post(boss, "/senders/1/test").text
    assert [message.to for batch in provider.batches for message in batch.messages] == ["ana@example.org"]
    provider.faults = [OutcomeUnknown("550 <b>no such key</b>")]
    answer = post(boss, "/senders/1/test")
    assert "&lt;b&gt;no such key" in answer.text
    for _ in range(18):
        post(boss, "/senders/1/test")
    assert post(boss, "/senders/1/test").status_code == 429
    assert len(provider.batches) == 20


def replace_provider(sender: Sender) -> Sender:
    sender.provider = "outbox"
    return sender


@on_sqlite
def test_what_the_domain_says_is_looked_up_by_a_button(
    settings: Settings, database: Database, clock: StoppedClock, world: World
) -> None:
    add_person(database, "boss@example.org", ADMIN)
    with database.write() as session:
        sender = get_sender(session, 1)
        sender.provider, sender.from_address = "smtp", "bilten@kolpa.example"
        session.add(sender)
    dns = FakeDns(texts={"_dmarc.kolpa.example": ["v=DMARC1; p=none"]})
    services = build_services(settings, database, clock)
    with browser(create_app(services, probes=Probes(None, dns, None))) as client:
        sign_in(client, "boss@example.org")
        page = client.get("/senders/1").text
        assert "_dmarc.kolpa.example" in page
        assert dns.asked == [], "looking asks nobody"
        answer = post(client, "/senders/1/domain")
        assert "does not say who may send for it (SPF)" in answer.text
        assert "kolpa.example" in dns.asked
    with browser(create_app(services, probes=Probes(None, None, None))) as client:
        sign_in(client, "boss@example.org")
        page = client.get("/senders/1").text
        assert "/senders/1/domain" not in page
        assert "BILTEN_OUTBOUND_CHECKS" in page


@on_sqlite
def test_hostile_names_are_shown_as_they_were_typed(boss: httpx.Client, database: Database) -> None:
    made = post(boss, "/new-sender/outbox", name=HOSTILE, from_name=HOSTILE, from_address="x@example.org")
    for page in (made, boss.get("/senders"), post(boss, "/new-sender/outbox", name=HOSTILE, from_name=HOSTILE)):
        assert "<img src=x" not in page.text
        assert "&lt;img src=x" in page.text
