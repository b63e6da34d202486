"""Writing news in the browser: what the form asks for, what it refuses beside which field, and what is kept."""

import re

import httpx
import pytest
from playwright.sync_api import Browser, expect
from sqlmodel import Session, select

from kinds.event import EventDetails
from kinds.registry import NewsKind, all_keys
from news.news_form import PLAIN
from news.queries import details_of
from news.tables import Asset, AssetRole, NewsItem, NewsVersion, OriginKind
from staff.audit import entries
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.news.making import a_written_pdf
from tests.web.chromium import open_as_person
from tests.web.conftest import give_passwords
from tests.web.newsroom import draft_with, fields_on, item_number, post_form, send_form, texts_in
from tests.web.snapshot import everything_in
from tests.web.test_brand_page import a_picture
from tests.web.test_campaign_pages import SignInAs, staff, world

__all__ = ["staff", "world"]

STATEMENT = {
    "en-title": "600 people are missing",
    "en-summary": "Nobody came.",
    "en-body": "They **called**.\n\nNobody came.",
    "en-quote": "I only want to know.",
    "en-quote_source": "A brother",
    "sl-title": "Pogrešanih je 600 ljudi",
    "sl-body": "Klicali so.",
    "date": "2026-11-20",
}


def new_item(session: Session) -> NewsItem:
    return session.exec(select(NewsItem).where(NewsItem.origin == OriginKind.BROWSER)).one()


def test_a_statement_in_two_languages_is_written_without_a_terminal(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    assert 'href="/news/new/statement"' in client.get("/news/new").text
    item_id = item_number(send_form(client, "/news/new/statement", **STATEMENT))
    with world.database.read() as session:
        item = new_item(session)
        assert (item.id, item.slug, item.kind) == (item_id, "600-people-are-missing", NewsKind.STATEMENT)
        texts = texts_in(session, item_id)
        assert set(texts) == {"en", "sl"}
        assert texts["en"].body_html == "<p>They <strong>called</strong>.</p>\n<p>Nobody came.</p>"
        assert (texts["en"].quote, texts["en"].quote_source) == ("I only want to know.", "A brother")
        (entry,) = entries(session, action="news.written", since=world.clock.now())
        assert (entry.actor, entry.detail) == (world.ana.name, {"languages": ["en", "sl"]})
    page = client.get(f"/news/{item_id}?done=written&language=sl")
    assert "The news item has been saved" in page.text
    preview = client.get(f"/news/{item_id}/preview/sl").text
    assert "Klicali so." in preview
    assert "»Bilten«" in preview  # there is no campaign yet whose list could stand there


@on_sqlite
def test_an_event_asks_for_what_events_need_and_days_are_asked_once(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    page = client.get("/news/new/event").text
    assert page.count('name="starts"') == 1
    assert 'name="en-place"' in page
    assert 'name="deadline"' not in page
    typed = {"starts": "2026-12-05", "starts_time": "18:00", "en-place": "Metelkova 6", "en-title": "Assembly"}
    send_form(client, "/news/new/event", **typed)
    with world.database.read() as session:
        text = texts_in(session, new_item(session).id)["en"]
        assert details_of(text) == EventDetails(starts="2026-12-05T18:00", place="Metelkova 6")


@on_sqlite
@pytest.mark.parametrize("kind", NewsKind)
def test_every_kind_has_a_form_with_all_its_keys(world: World, staff: SignInAs, kind: NewsKind) -> None:
    names = fields_on(staff("ana").get(f"/news/new/{kind}")).keys()
    for name, (owner, key) in all_keys().items():
        place = name if key.is_same_in_all_languages else f"sl-{name}"
        assert (place in names) == (owner is kind), place
    assert {f"sl-{name}" for name in PLAIN} <= names


@on_sqlite
@pytest.mark.parametrize(
    ("kind", "changes", "problem"),
    [
        ("page", {"en-title": " "}, ("en-title", "Please fill this in")),
        ("page", {"en-title": "x" * 201}, ("en-title", "201 characters")),
        ("page", {"en-title": "a\x01b"}, ("en-title", "control character")),
        ("page", {"date": "22.11.2026"}, ("date", "is not a date")),
        ("page", {"en-url": "our page"}, ("en-url", "must be complete")),
        ("page", {"en-quote_source": "A brother"}, ("en-quote", "Please fill this in")),
        ("page", {"en-quote": "x", "en-quote_language": "klingonski"}, ("en-quote_language", "language code")),
        ("page", {"en-body": "Good.\n\n<img src=x onerror=alert(1)>"}, ("en-body", "Text, line 3")),
        ("page", {"en-body": "[a](javascript:alert(1))"}, ("en-body", "leads nowhere")),
        ("event", {}, ("starts", "Please fill this in")),
        ("event", {"starts": "2026-12-05"}, ("en-place", "Please fill this in")),
        ("event", {"starts": "2026-12-05", "ends": "2026-12-04"}, ("ends", "later than the start")),
        ("event", {"starts": "2026-12-32"}, ("starts", "is not a date")),
        ("event", {"starts": "2027-03-28", "starts_time": "02:30"}, ("starts", "this time does not exist")),
        ("appeal", {"en-action_url": "https://example.org", "en-count": "many"}, ("en-count", "digits only")),
        ("appeal", {"en-action_url": "https://example.org", "en-count": "5"}, ("en-counted_on", "Please fill")),
    ],
)
def test_what_is_refused_is_said_beside_its_field_and_nothing_typed_is_lost(
    world: World, staff: SignInAs, kind: str, changes: dict[str, str], problem: tuple[str, str]
) -> None:
    field, text = problem
    client = staff("ana")
    before = everything_in(world.database)
    typed = {"en-title": "A title", "en-summary": "Stays & stays", "sl-title": "Ostane"} | changes
    page = send_form(client, f"/news/new/{kind}", **typed)
    assert page.status_code == 422
    beside = page.text.partition(f'id="problem-{field}">')[2].partition("</span>")[0]
    assert text in beside
    assert f'href="#{field}"' in page.text
    shown = fields_on(page)
    assert {name: shown[name] for name in typed} == typed
    assert everything_in(world.database) == before


@on_sqlite
def test_an_empty_form_says_what_it_needs(world: World, staff: SignInAs) -> None:
    page = send_form(staff("ana"), "/news/new/page")
    assert page.status_code == 422
    assert "in at least one language" in page.text


@on_sqlite
def test_a_picture_and_a_pdf_come_with_their_language(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    files = {"sl-image": ("ladja.png", a_picture()), "sl-pdf": ("porocilo.pdf", a_written_pdf("Report"))}
    typed = {"sl-title": "Poročilo", "sl-image_alt": "Ladja", "sl-image_caption": "Foto: A."}
    item_id = item_number(send_form(client, "/news/new/publication", files, **typed))
    with world.database.read() as session:
        assets = {asset.role: asset for asset in session.exec(select(Asset).where(Asset.item_id == item_id))}
    image, pdf = assets[AssetRole.IMAGE], assets[AssetRole.PDF]
    assert (image.language, image.alt, image.caption, image.file_name) == ("sl", "Ladja", "Foto: A.", "ladja.png")
    assert (pdf.language, pdf.page_count, pdf.file_name) == ("sl", 1, "porocilo.pdf")
    assert image.mail_sha256
    assert image.mail_sha256 in client.get("/news").text
    assert "porocilo.pdf" in client.get(f"/news/{item_id}/edit").text


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("en-image", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "SVG images are not accepted"),
        ("en-image", b"GIF89a rubbish", "damaged or incomplete"),
        ("en-image", a_picture()[:40], "damaged or incomplete"),
        ("en-image", a_written_pdf("No picture"), "This is a PDF"),
        ("en-pdf", a_picture(), "This is not a PDF"),
        ("en-pdf", b"%PDF-1.7 rubbish", "damaged"),
        ("en-pdf", b"%PDF-" + b"x" * 25_000_000, "larger than 25 MB"),
        ("en-image", b"MZ" + b"\0" * 900, "neither an image"),
        ("en-image", b"", "is empty"),
    ],
    ids=["svg", "rubbish", "cut off", "pdf as image", "image as pdf", "bad pdf", "too large", "program", "empty"],
)
@on_sqlite
def test_a_file_that_is_none_is_refused_beside_its_field(
    world: World, staff: SignInAs, name: str, data: bytes, text: str
) -> None:
    client = staff("ana")
    before = everything_in(world.database)
    page = send_form(client, "/news/new/page", {name: ("../x<y>", data)}, **{"en-title": "Stays"})
    assert page.status_code == 422
    assert text in page.text.partition(f'id="problem-{name}">')[2].partition("</span>")[0]
    assert fields_on(page)["en-title"] == "Stays"
    assert everything_in(world.database) == before


@on_sqlite
def test_a_form_that_is_too_large_keeps_what_was_typed_and_no_file(
    world: World, staff: SignInAs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.http.streamed_upload.MAX_BODY_BYTES", 3_000_000)
    client = staff("ana")
    assert "up to 150 MB" in client.get("/news/new/page").text
    before = everything_in(world.database)
    files = dict.fromkeys(("en-pdf", "sl-pdf"), ("a.pdf", b"%PDF-" + b"x" * 2000000))
    page = send_form(client, "/news/new/page", files, **{"en-title": "Stays", "sl-title": "Ostane"})
    assert page.status_code == 422
    for name in files:
        problem = page.text.partition(f'id="problem-{name}">')[2].partition("</span>")[0]
        assert "larger than 150 MB together" in problem
    assert (fields_on(page)["en-title"], fields_on(page)["sl-title"]) == ("Stays", "Ostane")
    assert everything_in(world.database) == before


@on_sqlite
@pytest.mark.browser
def test_a_form_that_is_too_large_is_not_sent(world: World, staff: SignInAs, chromium: Browser) -> None:
    page = open_as_person(chromium, staff("ana"), width=360)
    page.goto("/news/new/page")
    page.locator("#en-title").fill("Stays")
    notice = page.get_by_role("alert").filter(has_text="nothing was sent")
    expect(notice).to_be_hidden()
    page.evaluate("document.querySelector('[data-most-megabytes]').dataset.mostMegabytes = '0.001'")
    page.locator("#en-image").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"x" * 2_000})
    page.locator("p.save button").click()
    expect(notice).to_be_focused()
    assert page.url.endswith("/news/new/page")
    expect(page.locator("#en-title")).to_have_value("Stays")
    page.locator("#en-image").set_input_files([])
    page.locator("p.save button").click()
    page.wait_for_url("**/news/*done=written")


@on_sqlite
def test_a_good_file_is_not_asked_for_again_when_something_else_is_refused(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    page = send_form(client, "/news/new/page", {"en-image": ("ship.png", a_picture())}, **{"en-summary": "x"})
    assert page.status_code == 422
    assert "“ship.png” has been uploaded" in page.text
    fields = fields_on(page)
    item_id = item_number(post_form(client, "/news/new/page", fields | {"en-title": "Ship"}))
    with world.database.read() as session:
        assert session.exec(select(Asset.file_name).where(Asset.item_id == item_id)).one() == "ship.png"


@on_sqlite
@pytest.mark.parametrize("kept", ["../../etc/passwd x", "a" * 64 + " x", " "])
def test_a_made_up_earlier_file_is_refused(world: World, staff: SignInAs, kept: str) -> None:
    answer = send_form(staff("ana"), "/news/new/page", **{"en-title": "T", "en-image_kept": kept})
    assert answer.status_code == 422
    assert "no longer here" in answer.text


def test_slugs_are_made_and_differ(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    for _ in range(3):
        send_form(client, "/news/new/page", **{"sl-title": "Šola za življenje"})
    with world.database.read() as session:
        slugs = session.exec(select(NewsItem.slug).where(NewsItem.origin == OriginKind.BROWSER)).all()
    assert set(slugs) == {"sola-za-zivljenje", "sola-za-zivljenje-2", "sola-za-zivljenje-3"}


@on_sqlite
def test_html_of_an_editor_is_sanitised(world: World, staff: SignInAs) -> None:
    html = '<p onclick="x()">Yes<script>alert(1)</script><img src=x onerror=y> <a href="javascript:z">no</a></p>'
    typed = {"en-title": "T", "en-body": html, "en-body_format": "html"}
    item_id = item_number(send_form(staff("ana"), "/news/new/page", **typed))
    with world.database.read() as session:
        assert texts_in(session, item_id)["en"].body_html == "<p>Yes no</p>"


@on_sqlite
@pytest.mark.parametrize("token", ["", "0" * 64, "\0"])
def test_nothing_of_a_file_is_kept_from_a_form_that_is_not_ours(
    world: World, staff: SignInAs, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    """The token comes first; where it is wrong, the file behind it is not even read."""
    client = staff("ana")
    before = everything_in(world.database)
    files = sorted(world.settings.assets_dir.rglob("*"))
    fields = {"form_token": token, "en-title": "T"}
    answer = post_form(client, "/news/new/page", fields, {"en-image": ("a.png", a_picture())})
    assert answer.status_code == 403
    assert everything_in(world.database) == before
    assert sorted(world.settings.assets_dir.rglob("*")) == files


@on_sqlite
def test_a_file_before_the_token_is_refused(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    token = fields_on(client.get("/news/new/page"))["form_token"]
    body = (
        b'--x\r\nContent-Disposition: form-data; name="en-image"; filename="a.png"\r\n\r\n' + a_picture()
        + b'\r\n--x\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n'
        + token.encode() + b"\r\n--x--\r\n"
    )  # fmt: skip
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/news/new/page", content=body, headers=headers).status_code == 403


@on_sqlite
@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("multipart/form-data", b"rubbish", 400),
        ("multipart/form-data; boundary=x", b"--y\r\nrubbish", 400),
        ("application/x-www-form-urlencoded", b"a=b", 400),
        ("application/x-www-form-urlencoded", b"x" * 1_000_001, 413),
        ("text/plain", b"", 400),
    ],
)
def test_a_body_that_is_no_such_form_is_refused(
    world: World, staff: SignInAs, content_type: str, body: bytes, status: int
) -> None:
    client = staff("ana")
    answer = client.post("/news/new/page", content=body, headers={"content-type": content_type})
    assert answer.status_code == status


@on_sqlite
def test_a_stranger_with_a_large_file_is_sent_to_sign_in(client: httpx.Client, world: World) -> None:
    answer = post_form(client, "/news/new/page", {"form_token": "x"}, {"en-pdf": ("a.pdf", b"x" * 3_000_000)})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


@on_sqlite
@pytest.mark.parametrize(
    "path", ["/news/new/nothing", "/news/99", "/news/99/edit", "/news/x", "/news/1/preview/xx"]
)
def test_what_is_not_there_is_said_to_be_so(world: World, staff: SignInAs, path: str) -> None:
    assert staff("ana").get(f"/news/{path}").status_code == 404


@on_sqlite
def test_one_button_leads_from_a_news_item_to_a_draft(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    item_id = item_number(send_form(client, "/news/new/statement", **STATEMENT))
    page = f"/news/{item_id}"
    assert f"/campaigns/new/statement/readers?items={item_id}" in client.get(page).text
    answer = draft_with(client, str(item_id), main="sl")
    assert answer.status_code == 303
    campaign = client.get(answer.headers["location"])
    assert "The campaign has been drafted" in campaign.text
    assert "Pogrešanih je 600 ljudi" in campaign.text
    assert f'href="{answer.headers["location"].removesuffix("/compose?done=drafted")}"' in client.get(page).text


def test_versions_begin_with_the_first(world: World, staff: SignInAs) -> None:
    item_id = item_number(send_form(staff("ana"), "/news/new/statement", **STATEMENT))
    with world.database.read() as session:
        versions = session.exec(select(NewsVersion).where(NewsVersion.item_id == item_id)).all()
    assert {(version.language, version.actor) for version in versions} == {
        ("en", world.ana.name),
        ("sl", world.ana.name),
    }


@on_sqlite
def test_the_languages_of_a_form_keep_their_places_whatever_is_written(world: World, staff: SignInAs) -> None:
    give_passwords(world.database, language="sl")
    client = staff("ana")
    item_id = item_number(
        send_form(client, "/news/new/statement", **{"en-title": "Only English", "ar-title": "عنوان"})
    )
    new, edited = (client.get(f"/news/{form}") for form in ("new/statement", f"{item_id}/edit"))
    assert languages_of(new) == languages_of(edited) == ["sl", "en", "ar", "fa"]
    answer = draft_with(client, str(item_id), **{"language-sl": "yes", "main": "en"})
    composer = client.get(answer.headers["location"])
    assert re.findall(r'id="words-(\w+)"', composer.text)[:2] == ["sl", "en"]


@on_sqlite
def test_the_page_of_an_item_shows_the_preheader_that_its_draft_gets(world: World, staff: SignInAs) -> None:
    client = staff("ana")
    line = "Dear [[recipient_name|friend]], read."
    texts = {"en-title": "They stay", "en-summary": line, "en-body": "The court of Ljubljana has decided today."}
    item_id = item_number(send_form(client, "/news/new/statement", **texts))
    shown = "Dear friend, read. The court of Ljubljana has decided today."
    page = client.get(f"/news/{item_id}").text
    assert f'<dd lang="en" dir="auto">{shown}</dd>' in page
    composer = client.get(draft_with(client, str(item_id)).headers["location"]).text
    assert shown in composer
    assert "Readers would see" in composer  # the field in the summary is mailed as it was typed


def languages_of(page: httpx.Response) -> list[str]:
    return re.findall(r'id="language-(\w+)"', page.text)
