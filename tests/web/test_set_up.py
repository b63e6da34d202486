"""From an empty installation to an administrator, a brand, a list and a sender, in the browser."""

import re
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import select

from campaigns.services import build_services
from core.db import Database
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from core.public_urls import set_up_url
from core.settings import Settings
from core.signing import Signer
from delivery.providers import FIRST_PROVIDER, known_providers
from delivery.senders.senders import SenderDetails, create_sender, list_senders
from staff.first_administrator import make_set_up_token
from staff.tables import Role, User
from subscribers.lists import create_list, list_lists
from templates.brand import PLACEHOLDER_WEBSITE, BrandDetails, get_brand, save_brand
from tests.conftest import NOON, StoppedClock
from tests.databases import on_sqlite
from tests.people_roles import ADMIN, APPROVER, AUTHOR
from tests.web.browser import browser
from tests.web.conftest import PASSWORD, add_person
from tests.web.html_forms import forms_on, unseen
from tests.web.snapshot import everything_in
from tests.web.test_sign_in import form_token_on, sign_in
from tests.with_variables import with_variables
from web.app import create_app
from web.staff.first_steps import INITIAL_NAME

WHO = {"name": "Ana", "address": "ana@kolpa.example", "language": "en"}
PASSWORDS = {"password": PASSWORD, "password_again": PASSWORD}


@pytest.fixture
def path(database: Database, settings: Settings) -> str:
    """The printed address, in a database as `bilten init` leaves it."""
    signer = Signer(settings.secret_key.get_secret_value())
    with database.write() as session:
        placeholder = BrandDetails(name="Our organisation", postal_address="?", website=PLACEHOLDER_WEBSITE)
        save_brand(session, placeholder, now=NOON)
        create_list(session, slug="bulletin", name="Bulletin", now=NOON)
        first = SenderDetails("first", FIRST_PROVIDER, "Our organisation", "bulletin@example.org")
        create_sender(session, first, now=NOON, known_providers=known_providers())
        token = make_set_up_token(session, signer, now=NOON)
    assert token is not None
    return set_up_url(settings, token).removeprefix(settings.public_url)


@pytest.fixture
def visitor(app: FastAPI) -> Iterator[httpx.Client]:
    with browser(app) as client:
        yield client


def press(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    (form,) = [form for form in forms_on(client.get(path).text, path) if form.action == path]
    data = form.hidden | form.typed | fields
    if form.is_upload:
        return client.post(path, files={name: (None, value) for name, value in data.items()})
    return client.post(path, data=data)


@on_sqlite
def test_the_first_list_is_proposed_a_name_in_the_language_of_the_page(visitor: httpx.Client, path: str) -> None:
    press(visitor, path, **WHO | {"language": "sl"}, **PASSWORDS)
    step = "/first-steps/list"
    (form,) = [form for form in forms_on(visitor.get(step).text, step) if form.action == step]
    assert form.typed["name"] == "Bilten"
    press(visitor, step, name="Bulletins")
    (form,) = [form for form in forms_on(visitor.get(step).text, step) if form.action == step]
    assert form.typed["name"] == "Bulletins", "what somebody has named it stays"


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_that_name_is_the_one_that_init_gives(language: str) -> None:
    commands, pages = Texts(["cli"]), Texts(["web"])
    assert commands.text(language, "cli-init-list-name") == pages.text(language, INITIAL_NAME)


def test_from_nothing_to_a_list_a_brand_and_a_sender(visitor: httpx.Client, path: str, database: Database) -> None:
    made = press(visitor, path, **WHO, **PASSWORDS)
    assert (made.status_code, made.headers["location"]) == (303, "/first-steps/brand")
    assert "Our organisation" not in visitor.get("/first-steps/brand").text, "nobody has to delete a placeholder"
    kolpa = {"name": "Kolpa", "postal_address": "Cesta 1\r\n8340 Črnomelj", "website": "https://kolpa.example"}
    assert press(visitor, "/first-steps/brand", **kolpa).headers["location"] == "/first-steps/list"
    assert press(visitor, "/first-steps/list", name="Novice").headers["location"] == "/first-steps/sender"
    offered = visitor.get("/first-steps/sender").text
    assert 'href="/new-sender/outbox"' in offered
    assert "There is a sender for trying things out" in offered
    assert "nobody gets it" in offered
    assert "There is a sender: “" not in offered
    sender = {"name": "main", "from_name": "Kolpa", "from_address": "bilten@kolpa.example"}
    assert press(visitor, "/new-sender/outbox", **sender).status_code == 303
    with database.read() as session:
        (ana,) = session.exec(select(User)).all()
        brand, (mailing_list,), (first, made_sender) = (
            get_brand(session),
            list_lists(session),
            list_senders(session),
        )
    assert (ana.roles, ana.address, ana.language) == (ADMIN, "ana@kolpa.example", "en")
    assert brand is not None
    assert (brand.name, brand.postal_address) == ("Kolpa", "Cesta 1\n8340 Črnomelj")
    assert (mailing_list.slug, mailing_list.name) == ("bulletin", "Novice")
    assert (first.name, first.from_name, made_sender.from_name) == ("first", "Kolpa", "Kolpa")


@on_sqlite
def test_a_sender_that_was_named_by_somebody_is_left_alone(
    visitor: httpx.Client, path: str, database: Database
) -> None:
    press(visitor, path, **WHO, **PASSWORDS)
    with database.write() as session:
        (first,) = list_senders(session)
        first.from_name = "Ana of Kolpa"
        session.add(first)
    kolpa = {"name": "Kolpa", "postal_address": "Cesta 1", "website": "https://kolpa.example"}
    assert press(visitor, "/first-steps/brand", **kolpa).status_code == 303
    with database.read() as session:
        assert [sender.from_name for sender in list_senders(session)] == ["Ana of Kolpa"]


def test_the_address_is_refused_afterwards_whoever_has_it(
    visitor: httpx.Client, app: FastAPI, path: str, database: Database
) -> None:
    press(visitor, path, **WHO, **PASSWORDS)
    before = everything_in(database)
    with browser(app) as somebody:
        page = somebody.get(path)
        assert page.status_code == 403
        assert "There is an administrator already" in page.text
        token = form_token_on(somebody.get("/sign-in"))
        again = WHO | PASSWORDS | {"address": "eva@example.org", "form_token": token}
        assert somebody.post(path, data=again).status_code == 403
        assert somebody.get("/set-up/nonsense").status_code == 403
    assert everything_in(database) == before


@on_sqlite
@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"password_again": "another horse battery"}, "not the same"),
        ({"password": "zq-zq-zq", "password_again": "zq-zq-zq"}, "12 characters"),
        ({"password": "passwordpassword", "password_again": "passwordpassword"}, "password"),
        ({"address": "nobody"}, "address"),
        ({"name": " "}, "name"),
        ({"language": "klingon"}, "klingon"),
    ],
)
def test_what_is_refused_leaves_nobody_and_keeps_what_was_typed_but_no_password(
    visitor: httpx.Client, path: str, database: Database, wrong: dict[str, str], says: str
) -> None:
    typed = WHO | PASSWORDS | wrong
    refused = press(visitor, path, **typed)
    assert refused.status_code == 422
    assert says in refused.text
    assert typed["password"] not in refused.text
    for name in ("name", "address"):
        assert f'value="{typed[name]}"' in refused.text
    with database.read() as session:
        assert session.exec(select(User)).all() == []


@on_sqlite
def test_the_form_needs_its_token_and_comes_from_here(
    visitor: httpx.Client, path: str, database: Database
) -> None:
    assert visitor.post(path, data=WHO | PASSWORDS).status_code == 403
    token = form_token_on(visitor.get(path))
    elsewhere = {"Origin": "https://elsewhere.example"}
    data = WHO | PASSWORDS | {"form_token": token}
    assert visitor.post(path, data=data, headers=elsewhere).status_code == 403
    too_old = visitor.post(path, data=data | {"form_token": "0" * 64})
    assert too_old.status_code == 403
    assert unseen(too_old, {"address": WHO["address"]}) == {}
    assert PASSWORD not in too_old.text
    with database.read() as session:
        assert session.exec(select(User)).all() == []


@on_sqlite
def test_neither_the_address_nor_a_password_is_logged(
    visitor: httpx.Client, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor.get(path)
    press(visitor, path, **WHO, **PASSWORDS)
    logged = capsys.readouterr()
    assert "/set-up/{token}" in logged.out
    assert path.rpartition("/")[2] not in logged.out + logged.err
    assert PASSWORD not in logged.out + logged.err
    assert WHO["address"] not in logged.out


@on_sqlite
def test_the_page_says_no_name_of_anybody_and_sets_no_session(visitor: httpx.Client, path: str) -> None:
    page = visitor.get(path)
    assert page.headers["cache-control"] == "no-store"
    assert "no-referrer" not in page.headers["referrer-policy"], "its form could not be posted"
    assert "bilten-session" not in str(page.headers.get("set-cookie"))
    assert visitor.get("/first-steps/brand").status_code in (303, 401)


@pytest.mark.parametrize("roles", [AUTHOR, APPROVER])
@on_sqlite
def test_the_steps_are_an_administrators(
    app: FastAPI, path: str, database: Database, roles: frozenset[Role]
) -> None:
    add_person(database, "eva@example.org", roles)
    with browser(app) as client:
        sign_in(client, "eva@example.org")
        before = everything_in(database)
        token = form_token_on(client.get("/lists"))
        for step in ("brand", "list", "sender"):
            assert client.get(f"/first-steps/{step}").status_code == 403
        assert client.post("/first-steps/list", data={"form_token": token}).status_code == 403
        form = {"form_token": (None, token)}
        assert client.post("/first-steps/brand", files=form).status_code == 403
        assert everything_in(database) == before


@on_sqlite
def test_the_steps_keep_what_was_refused_and_show_it_as_it_was_typed(
    visitor: httpx.Client, path: str, database: Database
) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    press(visitor, path, **WHO | {"name": hostile}, **PASSWORDS)
    fields = {"name": hostile, "postal_address": hostile, "website": "javascript:alert(1)"}
    brand = press(visitor, "/first-steps/brand", **fields)
    assert brand.status_code == 422
    assert brand.text.count("&lt;img src=x") >= 3
    assert 'value="javascript:alert(1)"' in brand.text
    named = press(visitor, "/first-steps/list", name="n" * 121)
    assert named.status_code == 422
    assert "n" * 121 in named.text
    for page in (brand, named, visitor.get("/first-steps/sender")):
        assert "<img src=x" not in page.text
        assert re.search(r"aria-current=.step", page.text)
    press(visitor, "/first-steps/list", name=hostile)
    assert "&lt;img src=x" in visitor.get("/first-steps/list").text
    with database.write() as session:
        create_list(session, slug="press", name="Press", now=NOON)
    press(visitor, "/first-steps/list", name="A third")
    with database.read() as session:
        assert {row.slug for row in list_lists(session)} == {"bulletin", "press", "a-third"}


@on_sqlite
def test_until_a_sender_is_named_for_it_administrators_are_told_what_is_off(
    settings: Settings, database: Database, clock: StoppedClock
) -> None:
    add_person(database, "boss@example.org", ADMIN)
    add_person(database, "eda@example.org", AUTHOR)
    unset = with_variables(settings, sign_up_sender="")
    for address, is_told in (("boss@example.org", True), ("eda@example.org", False)):
        with browser(create_app(build_services(unset, database, clock))) as client:
            sign_in(client, address)
            assert ("BILTEN_SIGN_UP_SENDER" in client.get("/campaigns").text) is is_told
    with browser(create_app(build_services(settings, database, clock))) as client:
        sign_in(client, "boss@example.org")
        assert "BILTEN_SIGN_UP_SENDER" not in client.get("/campaigns").text
