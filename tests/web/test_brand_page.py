"""The brand in the browser: what cannot be used is refused whole, and what was typed stays."""

import html
import io
import re
from collections.abc import Mapping

import httpx
import pytest
from PIL import Image

from staff.audit import entries
from templates.brand import BrandDetails, get_brand, save_brand
from templates.tables import Brand
from tests.campaigns.world import World
from tests.databases import on_sqlite
from tests.news.making import a_written_pdf
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import SignInAs, staff, world
from tests.web.test_languages_of_campaigns_and_lists import followed, make_admin
from tests.web.test_sign_in import form_token_on

__all__ = ["staff", "world"]

NOTHING: Mapping[str, bytes] = {}


def a_picture(colour: str = "#00ff00", kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, kind)
    return made.getvalue()


@pytest.fixture
def admin(world: World, staff: SignInAs) -> httpx.Client:
    make_admin(world, "ana")
    return staff("ana")


def brand(world: World) -> Brand:
    with world.database.read() as session:
        stored = get_brand(session)
    assert stored is not None
    return stored


def save(client: httpx.Client, files: Mapping[str, bytes] = NOTHING, /, **fields: str) -> httpx.Response:
    fields["form_token"] = form_token_on(client.get("/brand"))
    sent = {name: ("file", data, "image/png") for name, data in files.items()}
    # A browser sends a field of files as multipart, also where nothing was chosen.
    return followed(client, client.post("/brand", data=fields, files=sent or {"logo": ("", b"")}))


@on_sqlite
def test_everybody_looks_and_looking_changes_nothing(world: World, staff: SignInAs) -> None:
    client = staff("boris")
    before = everything_in(world.database)
    page = client.get("/brand")
    assert "Odprta pot" in page.text
    assert 'type="file"' not in page.text, "an approver looks"
    assert client.get("/brand/preview?kind=appeal&language=ar").status_code == 200
    assert everything_in(world.database) == before


@on_sqlite
@pytest.mark.parametrize("path", ["/brand", "/brand/preview"])
def test_strangers_see_nothing(client: httpx.Client, world: World, path: str) -> None:
    assert client.get(path).status_code == 303


def test_what_is_saved_is_in_the_next_mail_and_in_the_log(world: World, admin: httpx.Client) -> None:
    answer = save(
        admin,
        name="Naša pot",
        postal_address="Metelkova 6\r\n1000 Ljubljana",
        socials="Mastodon = https://social.example.org/@pot\r\n\r\nForum=https://forum.example.org",
        **{"footer-sl": "Hvala, ker berete."},
    )
    assert answer.status_code == 200
    assert "Saved" in answer.text
    kept = brand(world)
    assert (kept.name, kept.postal_address) == ("Naša pot", "Metelkova 6\n1000 Ljubljana")
    assert list(kept.socials) == ["Mastodon", "Forum"]
    shown = admin.get("/brand/preview?language=sl").text
    assert "Naša pot" in shown
    assert "Hvala, ker berete." in shown
    with world.database.read() as session:
        (entry,) = entries(session, action="brand.saved", since=world.clock.now())
    assert entry.detail == {"fields": ["footer_texts", "name", "postal_address", "socials"]}


@on_sqlite
def test_a_logo_is_uploaded_shown_and_taken_away(world: World, admin: httpx.Client) -> None:
    save(admin, {"logo": a_picture(), "logo_dark": a_picture("#ffffff")}, logo_alt="Odprta pot")
    kept = brand(world)
    assert kept.logo_sha256
    assert kept.logo_dark_sha256
    for sha256 in (kept.logo_sha256, kept.logo_dark_sha256):
        assert f"/assets/{sha256}.png" in admin.get("/brand").text
        assert admin.get(f"/assets/{sha256}.png").status_code == 200
    save(admin, **{"away-logo_dark": "on"})
    assert brand(world).logo_dark_sha256 is None
    assert brand(world).logo_sha256 == kept.logo_sha256


@on_sqlite
def test_what_a_picture_says_of_its_place_is_removed(world: World, admin: httpx.Client) -> None:
    picture = Image.new("RGB", (40, 20))
    exif = picture.getexif()
    exif[0x010F] = "Somebody's camera"
    made = io.BytesIO()
    picture.save(made, "JPEG", exif=exif)
    save(admin, {"logo": made.getvalue()})
    assert b"camera" not in world.context.assets.read(brand(world).logo_sha256 or "")


@on_sqlite
@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        b"GIF89a rubbish",
        a_picture()[:40],
        a_written_pdf("No logo"),
        b"\x00" * 900,
    ],
)
def test_what_is_no_picture_is_refused_and_changes_nothing(world: World, admin: httpx.Client, data: bytes) -> None:
    before = brand(world)
    answer = save(admin, {"logo": data}, name="Other")
    assert answer.status_code == 422
    assert 'value="Other"' in answer.text, "what was typed stays"
    assert brand(world) == before


@on_sqlite
def test_addresses_without_a_scheme_are_https(world: World, admin: httpx.Client) -> None:
    assert 'type="url"' not in admin.get("/brand").text, "a browser would not send them"
    assert save(admin, website="kolpa.example", socials="Mastodon = social.example.org/@kolpa").status_code == 200
    saved = brand(world)
    assert (saved.website, saved.socials) == (
        "https://kolpa.example",
        {"Mastodon": "https://social.example.org/@kolpa"},
    )


@on_sqlite
@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", " "),
        ("postal_address", ""),
        ("website", "javascript:alert(1)"),
        ("website", "//javascript:alert(1)"),
        ("website", "most.example:99999"),
        ("website", "//info@evil.example"),
        ("colour", "#ffff00"),
        ("colour", "red"),
        ("socials", "Mastodon https://social.example.org"),
        ("socials", "Mastodon = ftp://social.example.org"),
        ("socials", "Mastodon = most.example\\evil.com"),
        ("footer-sl", "x" * 601),
    ],
)
def test_what_cannot_be_used_is_refused_and_what_was_typed_stays(
    world: World, admin: httpx.Client, field: str, typed: str
) -> None:
    before = brand(world)
    answer = save(admin, **{"logo_alt": "In words", field: typed})
    assert answer.status_code == 422
    assert "In words" in answer.text
    assert typed.strip() in html.unescape(answer.text)
    assert brand(world) == before


@on_sqlite
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"x" * 25_000_001, "larger than 25 MB"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 26_000_000, "larger than 25 MB"),
        (b"x" * 3_000_000, "neither"),
        (a_written_pdf("No logo"), "A PDF cannot be a logo"),
    ],
    ids=["over the limit", "longer than any file may be", "no picture", "pdf"],
)
def test_whatever_is_wrong_with_a_logo_the_other_values_stay(
    world: World, admin: httpx.Client, data: bytes, code: str
) -> None:
    before = brand(world)
    answer = save(admin, {"logo": data}, name="New name", postal_address="New street", **{"footer-ar": "جديد"})
    assert answer.status_code == 422
    assert code in html.unescape(answer.text)
    for typed in ("New name", "New street", "جديد"):
        assert typed in answer.text
    assert re.findall(r'<input id="([^"]+)"[^>]*aria-invalid="true"', answer.text) == ["logo"]
    assert brand(world) == before


@on_sqlite
def test_a_heavy_logo_is_taken_in_the_size_of_mails(world: World, admin: httpx.Client) -> None:
    noise = Image.effect_noise((1800, 900), 100)
    made = io.BytesIO()
    noise.save(made, "PNG")
    assert len(made.getvalue()) > 1_000_000
    assert save(admin, {"logo": made.getvalue()}).status_code == 200
    kept = world.context.assets.read(brand(world).logo_sha256 or "")
    with Image.open(io.BytesIO(kept)) as image:
        assert image.size == (192, 96)
    assert len(kept) < 200_000


@on_sqlite
def test_another_file_than_a_logo_is_passed_over(world: World, admin: httpx.Client) -> None:
    assert save(admin, {name: a_picture() for name in ("logo", "logo_dark", "more")}).status_code == 200


@on_sqlite
def test_only_an_administrator_saves_and_only_from_our_page(world: World, staff: SignInAs) -> None:
    client = staff("boris")
    token = form_token_on(client.get("/campaigns"))
    for fields in ({"form_token": token, "name": "Mine"}, {"name": "Mine"}):
        sent = {name: (None, value) for name, value in fields.items()}
        assert client.post("/brand", files=sent).status_code == 403
    assert brand(world).name == "Odprta pot"


@on_sqlite
def test_a_file_where_words_belong_is_no_word(world: World, admin: httpx.Client) -> None:
    token = form_token_on(admin.get("/brand"))
    answer = admin.post("/brand", data={"form_token": token}, files={"name": ("x", b"Mine")})
    assert answer.status_code == 303
    assert brand(world).name == "Odprta pot"


@on_sqlite
@pytest.mark.parametrize("query", ["kind=x", "language=de", "kind=statement&language=../x"])
def test_rubbish_in_the_address_is_passed_over(world: World, admin: httpx.Client, query: str) -> None:
    assert admin.get(f"/brand?{query}").status_code == 200
    assert admin.get(f"/brand/preview?{query}").status_code == 200


def test_what_was_approved_keeps_its_look(world: World, admin: httpx.Client) -> None:
    campaign_id = world.draft()
    world.submit(campaign_id)
    before = admin.get(f"/campaigns/{campaign_id}/preview/en").text
    save(admin, name="Another name")
    assert admin.get(f"/campaigns/{campaign_id}/preview/en").text == before
    with world.database.write() as session:
        details = BrandDetails(name="Third", postal_address="x", website="https://example.org")
        save_brand(session, details, now=world.clock.now())
    assert admin.get(f"/campaigns/{campaign_id}/preview/en").text == before


@on_sqlite
@pytest.mark.parametrize("data", [a_picture("#123456"), a_written_pdf("Anybody's")])
def test_whoever_may_not_save_leaves_no_file_either(world: World, staff: SignInAs, data: bytes) -> None:
    client = staff("boris")
    token = form_token_on(client.get("/campaigns"))
    before = sorted(world.settings.assets_dir.rglob("*"))
    answer = client.post("/brand", data={"form_token": token}, files={"logo": ("x", data)})
    assert answer.status_code == 403
    assert sorted(world.settings.assets_dir.rglob("*")) == before


@on_sqlite
def test_a_pdf_that_is_refused_is_not_kept(world: World, admin: httpx.Client) -> None:
    before = sorted(world.settings.assets_dir.rglob("*"))
    assert save(admin, {"logo": a_written_pdf("No logo")}).status_code == 422
    assert sorted(world.settings.assets_dir.rglob("*")) == before


@on_sqlite
def test_last_words_in_a_language_without_a_field_stay(world: World, admin: httpx.Client) -> None:
    with world.database.write() as session:
        stored = get_brand(session)
        assert stored is not None
        stored.footer_texts = {"de": "Danke"}
        session.add(stored)
    save(admin, **{"footer-sl": "Hvala"})
    assert brand(world).footer_texts == {"de": "Danke", "sl": "Hvala"}


@on_sqlite
def test_a_logo_whose_file_is_gone_does_not_close_the_page(world: World, admin: httpx.Client) -> None:
    save(admin, {"logo": a_picture("#654321")})
    world.context.assets.path(brand(world).logo_sha256 or "").unlink()
    assert admin.get("/brand").status_code == 200
    assert save(admin, {"logo": a_picture("#654322")}).status_code == 200
    assert admin.get("/brand/preview").status_code == 200


@on_sqlite
@pytest.mark.parametrize(
    ("field", "typed"),
    [("website", "nowhere"), ("socials", "Forum = nowhere"), ("colour", "#ffff00"), ("footer-sl", "x" * 601)],
)
def test_the_field_that_is_refused_is_marked(admin: httpx.Client, field: str, typed: str) -> None:
    page = save(admin, **{field: typed}).text
    (marked,) = re.findall(r'<(?:input|textarea) id="([^"]+)"[^>]*aria-invalid="true"', page)
    assert marked == field


@on_sqlite
def test_a_refused_picture_marks_the_logo(admin: httpx.Client) -> None:
    page = save(admin, {"logo": b"no picture"}).text
    assert re.findall(r'<input id="([^"]+)"[^>]*aria-invalid="true"', page) == ["logo"]
