"""News from a page, a document or a PDF: read within bounds, shown to be looked over, and nothing saved before."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from campaigns.review.external.probes import Probes
from campaigns.services import build_services
from core.db import Database
from core.settings import Settings
from news.extraction import read_page
from tests.campaigns.world import World
from tests.conftest import StoppedClock
from tests.core.test_outbound import dripping
from tests.databases import on_sqlite
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import Reply
from tests.news.making import a_picture, a_written_pdf
from tests.web.browser import browser
from tests.web.foreign_site import HOST, HTML, ForeignSite, foreign_site, page, reads_this_machine
from tests.web.newsroom import fields_on, item_number, post_form, texts_in
from tests.web.snapshot import everything_in
from tests.web.test_campaign_pages import world
from tests.web.test_sign_in import form_token_on, sign_in
from web.app import create_app

__all__ = ["world"]

pytestmark = on_sqlite

CASES = Path(__file__).parent.parent / "news" / "cases"
BOMB = gzip.compress(b" " * 6_000_000)
ADDRESS, FILE = "/news/new/address", "/news/new/file"


@pytest.fixture
def site() -> Iterator[ForeignSite]:
    with foreign_site() as opened:
        opened.has_files()
        yield opened


@pytest.fixture
def ana(settings: Settings, database: Database, clock: StoppedClock, world: World) -> Iterator[httpx.Client]:
    dns = FakeDns({HOST: HERE, "news.example": HERE, "trap.example": [["10.0.0.1"]]})
    probes = Probes(None, None, None, reads_this_machine(dns))
    with browser(create_app(build_services(settings, database, clock), probes=probes)) as client:
        sign_in(client, "ana@example.org")
        yield client


def read(client: httpx.Client, address: str, **ticked: str) -> httpx.Response:
    token = form_token_on(client.get(ADDRESS))
    return client.post(ADDRESS, data={"form_token": token, "address": address, "kind": "statement", **ticked})


def bring(client: httpx.Client, name: str, data: bytes) -> httpx.Response:
    token = form_token_on(client.get(FILE))
    files = {"document": (name, data, "application/octet-stream")}
    return client.post(FILE, data={"form_token": token, "kind": "page"}, files=files)


def test_a_wordpress_page_becomes_a_news_item_when_it_has_been_looked_over(
    ana: httpx.Client, site: ForeignSite, world: World
) -> None:
    before = everything_in(world.database)
    address = site.has("/pogresanih-600/", page("wordpress"))
    shown = read(ana, address, files="yes")
    assert shown.status_code == 200
    assert everything_in(world.database) == before
    fields = fields_on(shown)
    assert fields["sl-title"] == "Pogrešanih je 600 ljudi"
    assert fields["sl-summary"] == "Čoln je potonil pred Pilosom. Prišel ni nihče."
    assert fields["date"] == "2024-06-14"
    assert fields["sl-url"] == address
    assert fields["sl-image_alt"] == "Prazen čoln na odprtem morju"
    assert fields["sl-image_caption"] == "Foto: Alarm Phone"
    assert fields["sl-image_kept"].endswith(" coln.png")
    assert fields["sl-pdf_kept"].endswith(" porocilo.pdf")
    item_id = item_number(post_form(ana, "/news/new/statement", fields))
    with world.database.read() as session:
        text = texts_in(session, item_id)["sl"]
        assert text.url == address
        assert "<h2>Kaj zahtevamo</h2>" in text.body_html
        for left_out in ("Domov", "Komentar", "piškotke", "Starejša", "alert"):
            assert left_out not in text.body_html


def test_files_are_fetched_by_choice(ana: httpx.Client, site: ForeignSite) -> None:
    fields = fields_on(read(ana, site.has("/a/", page("wordpress"))))
    assert "sl-image_kept" not in fields
    assert site.site.paths == ["GET /a/"]


def test_the_same_page_in_another_language_is_the_second_tab(ana: httpx.Client, site: ForeignSite) -> None:
    site.has("/en/600-missing/", page("ghost"))
    address = site.has("/pogresanih-600/", page("wordpress"))
    fields = fields_on(read(ana, address, languages="yes"))
    assert fields["sl-title"] == "Pogrešanih je 600 ljudi"
    assert fields["en-title"] == "600 people are missing"
    assert 'rel="noopener noreferrer">English</a>' in read(ana, address).text


def test_what_was_not_found_and_what_could_not_be_had_is_said(ana: httpx.Client, site: ForeignSite) -> None:
    text = read(ana, site.has("/index.php", page("joomla")), files="yes").text
    assert "Not found: Summary, Image." in text
    site.replies.pop("/wp-content/uploads/2024/06/coln.png")
    text = read(ana, site.has("/a/", page("wordpress")), files="yes").text
    assert "The picture could not be taken over: There is no such page or file." in text


def test_a_page_in_windows_1250_and_one_in_arabic_keep_their_letters(ana: httpx.Client, site: ForeignSite) -> None:
    fields = fields_on(read(ana, site.has("/index.php", page("joomla"))))
    assert "Člani civilnih iniciativ" in fields["sl-body"]
    fields = fields_on(read(ana, site.has("/ar/node/12", page("drupal"))))
    assert fields["ar-title"] == "ستمئة إنسان مفقود"
    assert "حماية الناجين" in fields["ar-body"]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(404), "There is no such page"),
        (Reply(403), "wants a sign-in"),
        (Reply(500), "a fault of its own"),
        (Reply(418), "does not give out this page"),
        (Reply(200, {"Content-Type": "image/png"}, a_picture()), "not a web page"),
        (Reply(200, HTML, b"<form><input type=password></form>"), "wants a sign-in"),
        (Reply(200, HTML, b"<div id=app></div><script src=a.js></script>"), "No text was found"),
        (Reply(200, HTML, b""), "not a web page"),
        (Reply(200, HTML, b"<p>word</p>" * 500_000), "larger than 5 MB"),
        (Reply(200, HTML | {"Content-Encoding": "gzip"}, BOMB), "larger than 5 MB"),
        (Reply(200, HTML | {"Content-Encoding": "br"}, b"\x8b\x05"), "not a web page"),
        (Reply(302, {"Location": "http://169.254.169.254/latest/"}), "internal network"),
        (Reply(302, {"Location": "http://[::ffff:10.0.0.1]/"}), "internal network"),
        (Reply(302, {"Location": "http://trap.example/"}), "internal network"),
        (Reply(302, {"Location": "file:///etc/passwd"}), "not the address of a web page"),
        (Reply(302, {"Location": "/a/"}), "leads on and on"),
    ],
    ids=lambda value: value.replace(" ", "-") if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_said_in_plain_words_and_what_was_typed_stays(
    ana: httpx.Client, site: ForeignSite, reply: Reply, reason: str
) -> None:
    address = site.has("/a/", reply.body, reply.headers, reply.status)
    refused = read(ana, address, languages="yes")
    assert refused.status_code == 422
    assert reason in refused.text.partition('id="problem-address"')[2].partition("</span>")[0]
    assert f'value="{address}"' in refused.text
    assert 'name="languages" checked' in refused.text
    assert 'name="files" checked' not in refused.text


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("", "not the address"),
        ("127.0.0.2/a", "internal network"),
        ("javascript:alert(1)", "not the address"),
        ("http://user:word@kolpa.example/", "not the address"),
        ("http://127.0.0.2/", "internal network"),
        ("http://[::ffff:127.0.0.2]/", "internal network"),
        ("http://nobody.example/", "no website by this name"),
        ('http://kolpa.example:1/"><script>alert(7)</script>', "does not answer"),
    ],
)
def test_an_address_that_leads_nowhere_or_inside_is_refused(ana: httpx.Client, address: str, reason: str) -> None:
    refused = read(ana, address)
    assert refused.status_code == 422
    assert reason in refused.text
    assert "<script>alert(7)" not in refused.text


def test_a_page_that_never_ends_is_left(ana: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_page, "PAGE_SECONDS", 0.4)
    with dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"<p>more</p>") as address:
        assert "takes too long" in read(ana, address).text


def test_what_a_page_writes_is_harmless_wherever_it_is_shown(ana: httpx.Client, site: ForeignSite) -> None:
    hostile = (
        "&quot;&gt;&lt;script&gt;alert(7)&lt;/script&gt;&lt;img src=x onerror=alert(7)&gt;[[unsubscribe_url]]"
    )
    source = page("ghost").decode().replace("600 people are missing", hostile).replace("Info Kolpa", hostile)
    source = source.replace("An empty boat", hostile).replace(
        "750 people", '750 <a href="javascript:alert(7)" onclick="alert(7)">people</a><iframe src="//x"></iframe>'
    )
    text = read(ana, site.has("/a/", source.encode()), files="yes").text
    for trace in ("<script>alert", "<img src=x", 'href="javascript:', "onclick=", "<iframe"):
        assert trace not in text


def test_a_page_that_is_a_pdf_is_read_as_one(ana: httpx.Client, site: ForeignSite) -> None:
    headers = {"Content-Type": "application/pdf"}
    fields = fields_on(read(ana, site.has("/report.pdf", a_written_pdf("What they told us"), headers)))
    assert fields["en-pdf_kept"].endswith(" report.pdf")
    assert "What they told us" in fields["en-body"]


def test_a_word_document_of_libreoffice_is_read_with_all_that_it_says(ana: httpx.Client, world: World) -> None:
    before = everything_in(world.database)
    shown = bring(ana, "izjava.docx", (CASES / "izjava.docx").read_bytes())
    assert everything_in(world.database) == before
    fields = fields_on(shown)
    assert fields["sl-title"] == "Pogrešanih je 600 ljudi"
    assert fields["sl-summary"] == "Čoln je potonil pred Pilosom. Prišel ni nihče."
    assert fields["sl-image_alt"] == "Prazen čoln"
    assert "Skrivn" not in shown.text
    item_id = item_number(post_form(ana, "/news/new/page", fields))
    with world.database.read() as session:
        html = texts_in(session, item_id)["sl"].body_html
    for part in (
        "<strong>750 ljudi</strong>", "<em>opazovala</em>", '<a href="https://alarmphone.org/porocilo">',
        "<h2>Kaj zahtevamo</h2>", "<ul>\n<li>neodvisno", "<ol>\n<li>prvi", "<blockquote>", "<td>600</td>",
        "<sup>[1]</sup>", "<hr />\n<p>[1] Pričevanja je zbrala mreža prostovoljk.</p>",
    ):  # fmt: skip
        assert part in html


def test_a_pdf_is_read_by_paragraphs_and_attached(ana: httpx.Client) -> None:
    fields = fields_on(bring(ana, "izjava.pdf", (CASES / "izjava.pdf").read_bytes()))
    assert fields["sl-pdf_kept"].endswith(" izjava.pdf")
    assert fields["sl-title"] == "Pogrešanih je 600 ljudi"
    assert "## Kaj zahtevamo" in fields["sl-body"]
    assert "približno 750 ljudi. Obalna straža" in fields["sl-body"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a Word document"),
        (b"PK\x03\x04 rubbish", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, "old format"),
        (b"%PDF-1.7 rubbish", "damaged"),
        (a_written_pdf(""), "no text, only pictures"),
        (a_picture(), "not a Word document"),
    ],
)
def test_a_document_that_is_none_is_refused_beside_its_field(ana: httpx.Client, data: bytes, reason: str) -> None:
    refused = bring(ana, "a.docx", data)
    assert refused.status_code == 422
    assert reason in refused.text.partition('id="problem-document"')[2].partition("</span>")[0]


def test_where_nothing_is_asked_outside_the_page_says_so(
    settings: Settings, database: Database, clock: StoppedClock, world: World
) -> None:
    app = create_app(build_services(settings, database, clock), probes=Probes(None, None, None))
    with browser(app) as client:
        sign_in(client, "ana@example.org")
        assert "does not fetch pages" in read(client, "https://kolpa.example/").text
