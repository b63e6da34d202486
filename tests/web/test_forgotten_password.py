"""A forgotten password: the page tells nobody who works here, and the link that comes by email works once."""

import re
from threading import Barrier, Thread
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import func, select

from campaigns.services import build_services
from campaigns.staff_mail.tables import StaffMail
from campaigns.system_mail.answer_resets import AT_MOST, answer_resets
from campaigns.system_mail.send_staff_mails import send_staff_mails
from core.db import Database
from core.errors import NotAllowed
from core.settings import Settings
from staff import passwords
from staff.password_link import LINK_LIFETIME, owner_of_link, set_password
from staff.password_reset import PER_SOURCE, RESET_LIFETIME
from staff.tables import AuditEntry, PasswordLink, PasswordResetRequest, User
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.databases import on_sqlite
from tests.web.browser import browser
from tests.web.conftest import give_passwords
from tests.web.statements import statements_of
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

ANA, NOBODY = "ana@example.org", "nobody@example.org"
NEW = "paper window staple river"
ALERTS = 3
"""Of a sign-in on a new device: emails that go out before."""


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings)
    world.configure(staff_sender="main")
    give_passwords(database)
    return world


@pytest.fixture
def app(world: World) -> FastAPI:
    return create_app(build_services(world.settings, world.database, world.clock))


def ask(client: httpx.Client, address: str) -> httpx.Response:
    token = form_token_on(client.get("/forgotten-password"))
    return client.post("/forgotten-password", data={"form_token": token, "address": address})


def links(world: World) -> list[str]:
    """Whatever has come by email, after the jobs have run."""
    answer_resets(world.context)
    for _ in range(AT_MOST + ALERTS):
        send_staff_mails(world.context)
        world.clock.advance(seconds=10)
    texts = [message.text for batch in world.provider.batches for message in batch.messages]
    return [secret for text in texts for secret in re.findall(r"/password/(\S+)", text)]


def test_a_link_comes_works_once_and_ends_the_other_sessions(app: FastAPI, world: World) -> None:
    with browser(app) as hers, browser(app) as visitor:
        sign_in(hers, ANA)
        assert "Forgotten your password?" in visitor.get("/sign-in").text
        assert "an email is on its way" in ask(visitor, " Ana@Example.org ").text
        (secret,) = links(world)
        path = f"/password/{secret}"
        form = {"form_token": form_token_on(visitor.get(path)), "password": NEW, "password_again": NEW}
        assert visitor.post(path, data=form).status_code == 303
        assert visitor.get("/campaigns").status_code == 200
        assert hers.get("/campaigns").status_code == 303
        assert visitor.get(path).status_code == 403
    with world.database.read() as session:
        assert session.exec(select(PasswordResetRequest)).all() == []
        assert "user.password_reset_asked" in session.exec(select(AuditEntry.action)).all()


def test_known_unknown_and_disabled_are_the_same_in_words_statements_rows_and_hashes(
    app: FastAPI, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_hash(*_: Any, **__: Any) -> None:
        raise AssertionError("no password is compared")

    with world.database.write() as session:
        session.exec(select(User).where(User.name == "Boris")).one().disabled_at = world.clock.now()
    monkeypatch.setattr(passwords, "hasher", no_hash)
    seen = []
    for address in (ANA, NOBODY, "boris@example.org"):
        with browser(app) as client, statements_of(world.database) as statements:
            page = ask(client, address)
        with world.database.read() as session:
            rows = session.exec(select(func.count()).select_from(PasswordResetRequest)).one()
        seen.append((page.status_code, page.text, [text.split(" WHERE")[0] for text in statements], rows))
    assert [(status, text) for status, text, *_ in seen] == [seen[0][:2]] * 3
    assert [statements for *_, statements, _ in seen] == [seen[0][2]] * 3
    assert [rows for *_, rows in seen] == [1, 2, 3]
    assert len(links(world)) == 1


@on_sqlite
def test_of_two_requests_the_latest_link_works_and_after_a_few_no_more_come(app: FastAPI, world: World) -> None:
    with browser(app) as client:
        ask(client, ANA)
        (first,) = links(world)
        ask(client, ANA)
        _, second = links(world)
        with world.database.read() as session, pytest.raises(NotAllowed):
            owner_of_link(session, first, now=world.clock.now())
        with world.database.read() as session:
            assert owner_of_link(session, second, now=world.clock.now()).address == ANA
    for _ in range(4):  # other processes, which know nothing of what this one counted
        with browser(create_app(build_services(world.settings, world.database, world.clock))) as other:
            assert "an email is on its way" in ask(other, ANA).text
    assert len(links(world)) == AT_MOST


@on_sqlite
def test_a_source_is_refused_after_a_few_and_one_address_is_not_flooded(app: FastAPI, world: World) -> None:
    with browser(app) as client:
        answers = [ask(client, f"{number}@example.org").status_code for number in range(PER_SOURCE + 1)]
    assert answers == [200] * PER_SOURCE + [429]


@on_sqlite
def test_the_link_expires_and_a_newer_one_of_an_administrator_takes_its_place(app: FastAPI, world: World) -> None:
    with browser(app) as client:
        ask(client, ANA)
        (secret,) = links(world)
        world.clock.advance(seconds=RESET_LIFETIME.total_seconds())
        assert client.get(f"/password/{secret}").status_code == 403
    assert RESET_LIFETIME < LINK_LIFETIME


@on_sqlite
def test_without_a_working_sender_the_page_says_what_to_do_and_queues_nothing(
    app: FastAPI, world: World, settings: Settings
) -> None:
    world.configure(staff_sender="", sign_up_sender="")
    with browser(create_app(build_services(world.settings, world.database, world.clock))) as client:
        page = client.get("/forgotten-password")
        assert "Ask a colleague who is an administrator" in page.text
        assert "<form" not in page.text
        token = form_token_on(client.get("/sign-in"))
        refused = client.post("/forgotten-password", data={"form_token": token, "address": ANA})
        assert refused.status_code == 409
    with world.database.read() as session:
        assert session.exec(select(PasswordResetRequest)).all() == []


@on_sqlite
def test_another_site_cannot_ask_and_what_is_no_address_is_text(app: FastAPI, world: World) -> None:
    hostile = '"><script>alert(1)</script>'
    with browser(app) as client:
        assert client.post("/forgotten-password", data={"address": ANA}).status_code == 403
        token = form_token_on(client.get("/forgotten-password"))
        form = {"form_token": token, "address": ANA}
        foreign = client.post("/forgotten-password", data=form, headers={"origin": "https://evil.example"})
        assert foreign.status_code == 403
        refused = ask(client, hostile)
        assert (refused.status_code, hostile in refused.text) == (422, False)
    assert links(world) == []


def test_of_two_who_use_one_link_at_once_one_sets_the_password(app: FastAPI, world: World) -> None:
    with browser(app) as client:
        ask(client, ANA)
    (secret,) = links(world)
    start, refused = Barrier(2), []

    def use(name: str) -> None:
        start.wait()
        try:
            with world.database.write() as session:
                set_password(session, secret, name, now=world.clock.now())
        except NotAllowed as error:
            refused.append(error.code)

    threads = [Thread(target=use, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == ["staff-password-link-refused"]
    with world.database.read() as session:
        assert session.exec(select(PasswordLink)).all() == []
        assert session.exec(select(StaffMail.purpose)).all() == ["password_reset"]
