"""Form redisplay: whatever is refused, what was typed is in the answer. Every form, found by its route."""

from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI

from campaigns.block_content import BlockKind
from campaigns.tables import Automation, AutomationMode
from core.db import Database
from core.settings import Settings
from delivery.errors import OutcomeUnknown
from kinds.registry import NewsKind
from news.tables import Source, SourceKind
from subscribers.field_tables import CustomField, FieldType
from subscribers.segment_tables import Segment
from subscribers.tables import MailingList
from subscribers.topic_tables import Topic
from tests.campaigns.test_blocks import add
from tests.campaigns.test_contributions import create_sender_named
from tests.campaigns.world import World, make_world
from tests.conftest import NOON, StoppedClock
from tests.digests.world import set_up as set_up_digest
from tests.fakes.provider import FakeProvider
from tests.people_roles import ADMIN
from tests.web.browser import browser
from tests.web.conftest import Reader, add_person, add_reader
from tests.web.form_tables import (
    ASKS_THE_LIBRARY,
    IS_FILLED_BY_NOBODY,
    NOTHING_CHOSEN_IS_REFUSED,
    NOTHING_TYPED,
    POSTED,
    READERS,
    REFUSED,
    TRIED_ELSEWHERE,
)
from tests.web.html_forms import Form, forms_on, unseen
from tests.web.newsroom import add_item, send_form
from tests.web.open_person import open_person
from tests.web.test_accessibility import _template
from tests.web.test_delivery_pages import rosa_is_refused
from tests.web.test_protected_lists import invited
from tests.web.test_sign_in import sign_in
from tests.welcome.world import set_up as set_up_welcome
from web.http.streamed_upload import MAX_DISCARDED_BYTES


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=1, idempotency=None))
    world.add_readers(["rosa", "miha", "zala"], language="sl")
    with database.write() as session:
        session.add(MailingList(slug="safe", name="Safe house", is_protected=True, created_at=NOON))
        condition = "language = sl and (list = bulletin or language = en)"
        session.add(Segment(name="Slovenian", condition=condition, created_at=NOON))
        session.add(CustomField(word="town", label="Town", type=FieldType.TEXT, created_at=NOON))
        session.add(Topic(slug="at-sea", name="At sea", created_at=NOON))
        create_sender_named(session, "second")
        session.add(Source(id=1, name="inbox", kind=SourceKind.FOLDER, location="/nowhere", created_at=NOON))
        session.flush()
        session.add(
            Automation(
                name="inbox", source_id=1, list_id=1, sender_id=1, mode=AutomationMode.DRAFT, created_at=NOON
            )
        )
    set_up_digest(world)
    add_person(database, "boss@example.org", ADMIN)
    return world


@pytest.fixture
def staff(app: FastAPI, world: World) -> Iterator[httpx.Client]:
    with browser(app) as client:
        sign_in(client, "boss@example.org")
        open_person(client, 1)
        open_person(client, 2)
        yield client


def doubtful(world: World) -> int:
    """One reader was refused, and of the other two nobody knows whether they got it."""
    world.provider.faults = [rosa_is_refused, OutcomeUnknown("cut off"), OutcomeUnknown("cut off")]
    campaign_id = world.launched()
    world.run(rounds=10)
    return campaign_id


def pages_of_staff(world: World) -> list[str]:
    _template(world)
    sent, draft, approved = doubtful(world), world.draft(languages=("en",)), world.draft()
    world.submit(approved)
    world.submit(waiting := world.draft())
    world.approve(approved)
    add_item(world.database, "river", "By the river")
    block_id = add(world, draft, BlockKind.QUOTATION)
    set_up_welcome(world, 0)
    return [
        "/new-colleague", "/lists/bulletin", "/lists/bulletin/still-wanted", "/new-list",
        "/new-segment", "/segments/1",
        "/new-automation", "/automations/1", "/new-digest", "/digests/2", "/new-welcome", "/welcome/1",
        "/new-topic", "/topics/at-sea", "/new-field", "/fields/town",
        "/senders/1", "/new-sender/smtp", "/brand", "/first-steps/brand", "/first-steps/list",
        "/templates/own@1", "/templates/new/event",
        f"/campaigns/{draft}", f"/campaigns/{draft}/compose", f"/campaigns/{draft}/compose/news",
        f"/campaigns/{draft}/compose?block={block_id}",
        f"/campaigns/{approved}", f"/campaigns/{approved}/compose",
        f"/campaigns/{sent}", f"/campaigns/{sent}/deliveries", f"/campaigns/{waiting}", "/reader-search",
        "/subscribers", "/subscribers/1", "/subscribers/1/unsubscribe", "/subscribers/1/correct",
        "/subscribers/1/fields",
        "/exports", "/subscribers/1/address", "/subscribers/1/merge", "/subscribers/1/merge/2",
        "/retention", "/data-protection", "/data-protection/register/sl",
        f"/campaigns/{draft}/audience",
        "/campaigns/new", "/campaigns/new/bulletin/readers?items=1",
    ]  # fmt: skip


def pages_of_news(staff: httpx.Client) -> list[str]:
    kinds = [f"/news/new/{kind}" for kind in NewsKind]
    answer = send_form(staff, "/news/new/page", **{"sl-title": "Novica", "sl-body": "Besedilo."})
    item = answer.headers["location"].partition("?")[0]
    return [*kinds, "/news/new/address", "/news/new/file", item, f"{item}/edit"]


def route_of(form: Form) -> str:
    path = urlsplit(form.action).path
    return next(route.path for route in POSTED if route.path_regex.match(path))


def typed_into(form: Form, refused: dict[str, str]) -> dict[str, str]:
    """Something else than stands in each field, and what is refused."""
    typed = {name: f"{value}\nTyped <{name}> & “more”".strip() for name, value in form.typed.items()}
    typed |= {name: values[-1] for name, values in form.choices.items()}
    typed |= {"colour": "#7a1f1f"} if "colour" in form.typed else {}
    typed |= {"address": "typed@example.org"} if "address" in form.typed else {}
    typed |= dict.fromkeys(form.boxes, "on")
    typed = {name: value for name, value in typed.items() if not name.endswith(ASKS_THE_LIBRARY)}
    return {name: value for name, value in typed.items() if not _is_honeypot(form, name)} | {
        name: value for name, value in refused.items() if name in form.typed
    }


def _is_honeypot(form: Form, name: str) -> bool:
    return name in IS_FILLED_BY_NOBODY and "postal_address" not in form.typed


def post(client: httpx.Client, form: Form, fields: dict[str, str]) -> httpx.Response:
    if form.is_upload:
        return client.post(form.action, files={name: (None, value) for name, value in fields.items()})
    return client.post(form.action, data=fields)


def _is_same(other: Form, form: Form) -> bool:
    """The composer has a form for comments at each block."""
    return (other.action, other.hidden.get("block")) == (form.action, form.hidden.get("block"))


def lost_fields(answer: httpx.Response, form: Form, typed: dict[str, str]) -> dict[str, str]:
    """What is in no field of the form in the answer."""
    again = next((other for other in forms_on(answer.text, form.action) if _is_same(other, form)), None)
    if again is None:
        return typed
    boxes = {name: "on" for name, is_ticked in again.boxes.items() if is_ticked}
    return {
        name: value
        for name, value in typed.items()
        if (again.typed | boxes).get(name, "").replace("\r\n", "\n").strip() != value
    }


def test_every_form_is_in_one_of_the_tables() -> None:
    assert {route.path for route in POSTED} == REFUSED.keys() | NOTHING_TYPED | TRIED_ELSEWHERE


def test_what_staff_typed_is_in_the_answer(staff: httpx.Client, world: World) -> None:
    seen = set()
    for path in pages_of_staff(world):
        for form in forms_on(staff.get(path).text, path):
            route = route_of(form)
            seen.add(route)
            refused = REFUSED.get(route, {})
            typed = typed_into(form, refused)
            if route in NOTHING_TYPED:
                assert typed == {}, route
                continue
            answer = post(staff, form, form.hidden | refused | typed)
            if route in NOTHING_CHOSEN_IS_REFUSED:
                continue
            assert 400 <= answer.status_code < 500, (route, answer.headers)
            assert lost_fields(answer, form, typed) == {}, route
    assert {route for route in REFUSED if not route.startswith(READERS)} <= seen


@pytest.mark.parametrize("reason", ["too old", "signed out", "cookie forgotten"])
def test_what_staff_typed_stands_where_the_form_cannot_be_shown_again(
    staff: httpx.Client, world: World, reason: str
) -> None:
    """A browser forgets the cookie of a session that has come to its end."""
    token = "0" * 64 if reason == "too old" else ""
    forms = [
        form
        for path in [*pages_of_staff(world), *pages_of_news(staff)]
        for form in forms_on(staff.get(path).text, path)
    ]
    assert {route.path for route in POSTED} - NOTHING_TYPED - TRIED_ELSEWHERE - {
        route_of(form) for form in forms
    } == {route for route in REFUSED if route.startswith(READERS)}
    if reason == "signed out":
        cookie = next(name for name in staff.cookies if "session" in name)
        staff.cookies.set(cookie, "of yesterday", domain="127.0.0.1", path="/")
    for form in forms:
        if reason == "cookie forgotten":
            staff.cookies.clear()
        typed = typed_into(form, {})
        answer = post(staff, form, form.hidden | typed | {"form_token": token})
        if reason == "cookie forgotten" and answer.status_code == 303:
            assert set(typed) <= set(form.boxes), "nothing that was typed"
            continue
        assert answer.status_code == 403
        assert unseen(answer, {name: value for name, value in typed.items() if name not in form.boxes}) == {}
        assert not any(value in answer.text for value in form.hidden.values() if len(value) > 20)


@pytest.mark.parametrize("reason", ["too old", "signed out", "cookie forgotten"])
@pytest.mark.parametrize("page", ["/news/new/statement", "/brand"])
@pytest.mark.parametrize("size", [3_000_000, 40_000_000])
def test_a_file_in_the_form_costs_none_of_what_was_typed(
    staff: httpx.Client, world: World, reason: str, page: str, size: int
) -> None:
    kept = sorted(world.settings.assets_dir.rglob("*"))
    (form,) = [form for form in forms_on(staff.get(page).text, page) if form.is_upload]
    typed = typed_into(form, {}) | ({"en-title": "Typed title"} if page != "/brand" else {"name": "Typed name"})
    typed.pop("en-topic", None)
    if reason == "signed out":
        cookie = next(name for name in staff.cookies if "session" in name)
        staff.cookies.set(cookie, "of yesterday", domain="127.0.0.1", path="/")
    elif reason == "cookie forgotten":
        staff.cookies.clear()
    parts: list[tuple[str, tuple[str | None, str | bytes]]] = [("form_token", (None, "0" * 64))]
    parts += [(name, (None, value)) for name, value in typed.items()]
    parts += [("en-pdf", ("a.pdf", b"%PDF" + b"x" * size)), ("en-topic", (None, "After the file"))]
    answer = staff.post(page, files=parts)
    assert answer.status_code == 403
    assert unseen(answer, {name: value for name, value in typed.items() if name not in form.boxes}) == {}
    is_read_to_its_end = size < MAX_DISCARDED_BYTES
    assert ("After the file" in answer.text) is is_read_to_its_end
    assert sorted(world.settings.assets_dir.rglob("*")) == kept


def test_what_an_editor_sent_stands_there_with_its_links_and_headings(staff: httpx.Client) -> None:
    fields = {
        "form_token": "0" * 64,
        "sl-body": '<h2>Zdaj</h2><p>Rešite <strong>vse</strong> na <a href="https://a.example/?x=1&amp;y=2">morju</a>'
        "<br>danes &lt;takoj&gt;</p><ul><li>prvi</li></ul><script>alert(1)</script>",
        "sl-body_format": "html",
        "klingon-title": "nobody's",
        "footer-klingon": "nobody's",
    }
    answer = staff.post("/news/new/page", files={name: (None, value) for name, value in fields.items()})
    assert answer.status_code == 403
    expected = "## Zdaj\n\nRešite **vse** na [morju](https://a.example/?x=1&y=2)\ndanes <takoj>\n\n- prvi"
    assert expected in unescape(answer.text)
    assert "<script>alert" not in answer.text
    assert "nobody&#39;s" not in answer.text


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_what_another_site_has_posted_with_a_file_is_not_shown(staff: httpx.Client, *, is_signed_in: bool) -> None:
    if not is_signed_in:
        cookie = next(name for name in staff.cookies if "session" in name)
        staff.cookies.set(cookie, "of yesterday", domain="127.0.0.1", path="/")
    for page, name in (("/brand", "name"), ("/news/new/page", "en-title")):
        files: dict[str, tuple[str | None, str]] = {name: (None, "send me money"), "logo": ("a.png", "x")}
        answer = staff.post(page, files=files, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 403
        assert "send me money" not in answer.text


def test_what_another_site_has_posted_is_not_shown(staff: httpx.Client, world: World) -> None:
    page = staff.get("/lists/bulletin").text
    (form,) = [form for form in forms_on(page, "") if form.action == "/lists/bulletin/details"]
    headers = {"Origin": "https://elsewhere.example.org"}
    answer = staff.post(form.action, data=form.hidden | {"name": "send me money"}, headers=headers)
    assert answer.status_code == 403
    assert "send me money" not in answer.text


def test_what_a_reader_typed_is_in_the_answer(client: httpx.Client, settings: Settings, reader: Reader) -> None:
    address = f"{reader.preferences_path}/address"
    for path in ("/subscribe/bulletin", invited(settings), reader.preferences_path, address):
        (form,) = forms_on(client.get(path).text, path)
        typed = typed_into(form, REFUSED[route_of(form)])
        if "name" in form.typed and "name" not in REFUSED[route_of(form)]:
            typed["name"] = "Rosa"
        answer = post(client, form, form.hidden | typed)
        assert answer.status_code == 422
        assert lost_fields(answer, form, typed) == {}, path


def test_an_address_stays_where_signing_in_fails_and_a_password_does_not(
    client: httpx.Client, world: World
) -> None:
    for path in ("/sign-in", "/sign-in/some-link"):
        (form,) = forms_on(client.get(path).text, path)
        answer = post(client, form, form.hidden | {"address": "boss@example.org", "password": "my secret"})
        assert lost_fields(answer, form, {"address": "boss@example.org"}) == {}
        too_old = post(client, form, {"address": "boss@example.org", "password": "my secret", "form_token": "x"})
        assert unseen(too_old, {"address": "boss@example.org"}) == {}
        assert "my secret" not in answer.text + too_old.text


def test_a_reader_who_has_to_wait_types_nothing_again(
    client: httpx.Client, database: Database, settings: Settings
) -> None:
    add_reader(database, settings, is_confirmed=True)
    typed = {"address": "rosa@example.org", "name": "Rosa", "language": "ar"}
    answers = [client.post("/subscribe/bulletin", data=typed) for _ in range(30)]
    assert answers[-1].status_code == 429
    assert unseen(answers[-1], {"address": "rosa@example.org", "name": "Rosa"}) == {}
