"""Walkthrough: from the address of a page to "submitted", in a real browser, with every click counted."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from campaigns.review.external import probes
from tests.fakes.far_site import certificate_for
from tests.web.conftest import PASSWORD
from tests.web.foreign_site import HOST, ForeignSite, foreign_site, page, reads_this_machine
from tests.web.installation import Installation, installation, listening
from tests.web.test_whole_story import READERS, Browsing, Story, _set_up, _sign_in

__all__ = ["installation", "listening"]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_CLICKS = 12


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ForeignSite]:
    """Asked for before the installation: what that reads pages with reaches this machine, and trusts the site."""
    shows, trusts = certificate_for(HOST, tmp_path)
    client = reads_this_machine(trust=trusts)
    monkeypatch.setattr(probes, "OutboundClient", lambda **_: client)
    with foreign_site(shows) as opened:
        opened.has_files()
        opened.has("/en/600-missing/", page("ghost").replace(b"/content/images/2024/06/boat.png", PICTURE))
        yield opened


PICTURE = b"/wp-content/uploads/2024/06/coln.png"


def test_a_page_in_two_languages_becomes_a_submitted_campaign(
    site: ForeignSite,
    installation: Installation,
    chromium: Browser,
    tmp_path: Path,
) -> None:
    say = partial(installation.services.texts.text, "en")
    browsing = Browsing(chromium, installation.url, Story(360), say, [])
    ana = browsing.somebody(360)
    _set_up(ana, installation.set_up_url)
    colleague = ["boris@kolpa.example", "--name", "Boris", "--role", "approver,sender", "--password-stdin"]
    installation.command("user", "add", *colleague, stdin=f"{PASSWORD}\n")
    (tmp_path / "readers.csv").write_text(READERS)
    proof = ["--list", "bulletin", "--consent", "They signed up on paper"]
    installation.command("subscribers", "import", tmp_path / "readers.csv", *proof)
    ana.page.context.clear_cookies()
    address = site.has("/pogresanih-600/", page("wordpress"))
    ana.clicks = 0
    ana.page.goto("/sign-in")
    _sign_in(ana, "ana@kolpa.example")
    ana.follow("web-menu-news")
    ana.follow("web-news-new")
    ana.follow("web-news-from-address")
    expect(ana.page.locator("#address")).to_be_focused()
    ana.type(address)
    ana.press("web-news-address-read")
    expect(ana.page.locator("#en-title")).to_have_value("600 people are missing")
    expect(ana.page.locator("#sl-title")).to_have_value("Pogrešanih je 600 ljudi")
    ana.press("web-news-write")
    ana.follow("web-news-draft-yes")
    ana.press("web-new-create")
    expect(ana.page.get_by_role("status").first).to_contain_text("The campaign has been drafted.")
    ana.follow("web-compose-next")
    ana.press("web-step-submit")
    expect(ana.page.get_by_role("status").first).to_contain_text("Submitted.")
    assert ana.clicks <= MOST_CLICKS
    assert browsing.reports == []
    ana.page.close()
