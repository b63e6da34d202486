"""A designer writes templates in the browser: errors have their place, versions stay, nothing typed is lost."""

import html
import re

import httpx
import pytest

from templates.versions import find_version, in_use, library_design, versions
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, press, staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed, make_admin
from tests.web.test_sign_in import form_token_on

__all__ = ["staff", "world"]

LIBRARY = library_design("statement")
LOUD = LIBRARY.html.replace("{% block content %}", "{% block content %}{# LOUD #}<mj-raw><!-- LOUD --></mj-raw>")


@pytest.fixture
def designer(world: World, staff: SignInAs) -> httpx.Client:
    make_admin(world, "ana")
    return staff("ana")


def save(client: httpx.Client, at: str = "/templates/new/statement", **fields: str) -> httpx.Response:
    given = {"html": LIBRARY.html, "text": LIBRARY.text, "note": "", "form_token": form_token_on(client.get(at))}
    return followed(client, client.post(at, data=given | fields))


def post(client: httpx.Client, path: str, at: str) -> httpx.Response:
    return followed(client, client.post(path, data={"form_token": form_token_on(client.get(at))}))


def handles(world: World) -> list[str]:
    with world.database.read() as session:
        return [named_version.handle for named_version in versions(session)]


def test_everybody_looks_and_looking_changes_nothing(
    world: World, designer: httpx.Client, staff: SignInAs
) -> None:
    assert save(designer, name="own").status_code == 200
    client = staff("boris")
    before = everything_in(world.database)
    for path in ("", "/own", "/own@1", "/own@1/preview", "/new/event"):
        page = client.get(f"/templates{path}")
        assert page.status_code == 200, path
        assert 'name="html"' not in page.text, "an approver looks"
    assert everything_in(world.database) == before


@on_sqlite
@pytest.mark.parametrize("path", ["", "/own", "/own/preview", "/new/statement"])
def test_strangers_see_nothing(client: httpx.Client, world: World, path: str) -> None:
    assert client.get(f"/templates{path}").status_code == 303


@on_sqlite
def test_the_editor_begins_with_the_librarys_sources(designer: httpx.Client) -> None:
    page = html.unescape(designer.get("/templates/new/statement").text)
    assert LIBRARY.html in page
    assert LIBRARY.text in page


def test_a_version_is_saved_and_the_next_one_beside_it(world: World, designer: httpx.Client) -> None:
    assert "Saved as a new version" in save(designer, name="own", note="First").text
    page = save(designer, at="/templates/own@1", html=LOUD, note="Louder").text
    assert handles(world) == ["own@2", "own@1"]
    assert "Louder" in page
    assert re.search(r"^\+.*LOUD", html.unescape(page), re.MULTILINE), "what is new in it is shown"


@on_sqlite
def test_an_error_has_its_line_and_column_and_what_was_typed_stays(world: World, designer: httpx.Client) -> None:
    broken = LIBRARY.html.replace("{{ part.intro(mail) }}", "{{ part.intro(mail) }}\n  <mj-text>{{ mail.nope }}")
    line = broken.splitlines().index("  <mj-text>{{ mail.nope }}") + 1
    answer = save(designer, name="own", html=broken)
    page = html.unescape(answer.text)
    assert answer.status_code == 422
    assert f"line {line}, column 20" in page
    assert f"{line:>5}    <mj-text>{{{{ mail.nope }}}}\n{' ' * 26}^" in page
    assert broken in page
    assert 'value="own"' in page
    assert handles(world) == []


@on_sqlite
def test_an_error_of_the_text_part_shows_the_text_part(designer: httpx.Client) -> None:
    answer = save(designer, name="own", text="{{ nope }}")
    assert "    1  {{ nope }}\n          ^" in html.unescape(answer.text)


@on_sqlite
def test_a_taken_or_impossible_name_keeps_what_was_typed(designer: httpx.Client) -> None:
    answer = save(designer, name="Not A Name", html=LOUD)
    assert answer.status_code == 422
    assert LOUD in html.unescape(answer.text)


@on_sqlite
def test_saving_the_same_again_says_so(world: World, designer: httpx.Client) -> None:
    save(designer, name="own")
    answer = save(designer, at="/templates/own@1")
    assert answer.status_code == 409
    assert "There is nothing new" in answer.text
    assert handles(world) == ["own@1"]


def test_a_version_is_put_in_use_and_the_librarys_design_again(world: World, designer: httpx.Client) -> None:
    save(designer, name="own")
    assert "New campaigns" in post(designer, "/templates/own@1/use", "/templates/own@1").text
    with world.database.read() as session:
        assert in_use(session, "statement") == find_version(session, "own").version.id
    post(designer, "/templates/library/statement", "/templates")
    with world.database.read() as session:
        assert in_use(session, "statement") is None


@on_sqlite
def test_only_an_administrator_writes(world: World, designer: httpx.Client, staff: SignInAs) -> None:
    save(designer, name="own")
    client = staff("boris")
    token = form_token_on(client.get("/campaigns"))
    given = {"form_token": token, "html": LOUD, "text": LIBRARY.text, "name": "theirs"}
    for path in ("new/statement", "own@1", "own@1/use", "library/statement"):
        assert client.post(f"/templates/{path}", data=given).status_code == 403, path
    assert handles(world) == ["own@1"]


@on_sqlite
def test_a_form_from_elsewhere_changes_nothing(world: World, designer: httpx.Client) -> None:
    answer = designer.post("/templates/new/statement", data={"name": "x", "html": LOUD, "text": LIBRARY.text})
    assert answer.status_code == 403
    assert handles(world) == []


def test_a_campaign_takes_a_version_on_its_own_page(world: World, designer: httpx.Client, staff: SignInAs) -> None:
    save(designer, name="own", html=LOUD)
    campaign_id = world.draft()
    client = staff("boris")
    page = followed(client, press(client, campaign_id, "template", template="own@1"))
    assert "The template is chosen" in page.text
    assert "LOUD" in client.get(f"/campaigns/{campaign_id}/preview/en").text
    press(client, campaign_id, "template", template="library")
    assert "LOUD" not in client.get(f"/campaigns/{campaign_id}/preview/en").text


@on_sqlite
def test_the_preview_is_framed_by_us_alone_and_runs_nothing(designer: httpx.Client, world: World) -> None:
    save(designer, name="own", html=LOUD)
    campaign_id = world.draft(languages=("en", "sl"))
    example = designer.get("/templates/own@1/preview?language=ar")
    assert 'dir="rtl"' in example.text
    assert "script-src" not in example.headers["content-security-policy"]
    assert example.headers["content-security-policy"].startswith("default-src 'none'")
    own = designer.get(f"/templates/own@1/preview?language=sl&campaign={campaign_id}")
    assert "LOUD" in own.text
    assert "[[" not in own.text


@on_sqlite
@pytest.mark.parametrize("query", ["campaign=999", "campaign=x", "language=zz", "campaign=1&language=fa"])
def test_rubbish_in_the_address_is_answered_with_a_page(world: World, designer: httpx.Client, query: str) -> None:
    save(designer, name="own")
    world.draft()
    for path in ("/templates/own@1", "/templates/own@1/preview"):
        assert designer.get(f"{path}?{query}").status_code in (200, 404)


@on_sqlite
@pytest.mark.parametrize(
    "path", ["/templates/none", "/templates/own@7", "/templates/own@", "/templates/new/nothing"]
)
def test_what_there_is_not_is_said(world: World, designer: httpx.Client, path: str) -> None:
    save(designer, name="own")
    assert designer.get(path).status_code in (404, 422)


@on_sqlite
def test_what_its_examples_lack_is_said_on_its_page(designer: httpx.Client) -> None:
    assert "Must be fixed" not in save(designer, name="own").text
    page = save(designer, at="/templates/own@1", html=LIBRARY.html + "{% block footer %}{% endblock %}\n").text
    assert "Must be fixed" in page
    assert "unsubscribe" in page
