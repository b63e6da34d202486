"""Addresses that mails and public pages contain have one home, and the routes are made of it."""

import ast
import re
from collections.abc import Iterator

import pytest

from core import public_urls
from core.settings import load_settings
from tests.project.test_rules import ROOMS, ROOT
from web.routes import PAGES
from web.webhooks import endpoint

HOME = "core/public_urls.py"
PATHS = {name: value for name, value in vars(public_urls).items() if name.isupper() and value.startswith("/")}
_FIRST = (
    "u|w|c|i|address|keep-address|unsubscribe|preferences|publications|archive|assets|subscribe|embed|webhooks"
)
_OURS = re.compile(rf"(^|\x00|web:)/(({_FIRST})(/|\?|$|\x00)|sign-in/)")
"""A path of ours at the beginning of a text, or behind something that is filled in (here \x00)."""


def test_every_path_is_a_route() -> None:
    routes = {getattr(route, "path", "") for page in PAGES for route in page.router.routes}
    assert len(PATHS) > 15
    assert set(PATHS.values()) - routes == {endpoint.ROUTE.path}


def test_nobody_else_writes_such_an_address() -> None:
    files = [
        path for room in ROOMS for path in (ROOT / room).rglob("*.py") if room not in ("simulator", "migrations")
    ]
    breaches = [
        f"{path.relative_to(ROOT)}: {text!r}"
        for path in files
        if path.relative_to(ROOT).as_posix() != HOME
        for text in _addresses(path.read_text(encoding="utf-8"))
    ]
    assert breaches == []


def test_no_page_writes_such_an_address() -> None:
    linked = re.compile(rf'(href|action|src)="/({_FIRST})(/|\?|")')
    pages = [
        path for path in (ROOT / "web/pages").rglob("*.j2") if linked.search(path.read_text(encoding="utf-8"))
    ]
    assert pages == []
    assert linked.search('<a href="/archive/{{ language }}/rss.xml">')


def _addresses(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "\x00"
                for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            text = node.value
        else:
            continue
        if _OURS.search(text):
            yield text


@pytest.mark.parametrize(
    "line",
    [
        'f"{settings.public_url}/u/{token}"',
        'f"/w/{public_id}/{language}"',
        '"/archive"',
        'f"{public}/preferences"',
        'f"{url}/sign-in/{secret}"',
        'f"web:/subscribe/{slug}"',
    ],
)
def test_a_breach_is_noticed(line: str) -> None:
    assert list(_addresses(line))


def test_addresses_are_byte_for_byte_what_mails_already_hold() -> None:
    settings = load_settings(env_file=None, public_url="https://b.example")
    made = [
        public_urls.unsubscribe_url(settings, "to-ken_1.x"),
        public_urls.preferences_url(settings, "t"),
        public_urls.confirm_url(settings, "t"),
        public_urls.invitation_url(settings, "t"),
        public_urls.web_version_url(settings, "abc", "sr-Latn"),
        public_urls.publication_url(settings, "abc", "a b/č", "sl"),
        public_urls.publication_path(None, ""),
        public_urls.members_web_version_path("abc", "sl", entry="pass"),
        public_urls.archive_rss_path("sl"),
        public_urls.archive_json_feed_path("sl"),
        public_urls.asset_path("00ff.png"),
        *public_urls.links_of_nobody(settings).values(),
    ]
    assert made == [
        "https://b.example/u/to-ken_1.x",
        "https://b.example/preferences/t",
        "https://b.example/c/t",
        "https://b.example/i/t",
        "https://b.example/w/abc/sr-Latn",
        "https://b.example/w/abc/publications/a%20b/%C4%8D?lang=sl",
        "/publications/",
        "/w/abc/sl?entry=pass",
        "/archive/sl/rss.xml",
        "/archive/sl/feed.json",
        "/assets/00ff.png",
        "https://b.example/unsubscribe",
        "https://b.example/preferences",
    ]
