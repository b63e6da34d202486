"""Websites that news is read from, by command."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from campaigns.review.external.probes import Probes
from cli.context import CliContext
from cli.main import run
from tests.cli.conftest import ME, Bilten
from tests.news.feeds.shapes import rss
from tests.web.foreign_site import ForeignSite, foreign_site, reads_this_machine


@pytest.fixture
def site() -> Iterator[ForeignSite]:
    with foreign_site() as opened:
        opened.has("/feed/", rss("<title>Stara</title><link>/1</link>").encode())
        yield opened


def test_a_website_is_previewed_connected_read_and_disabled(
    bilten: Bilten, env_file: Path, site: ForeignSite, capsys: pytest.CaptureFixture[str]
) -> None:
    def outside(*arguments: str) -> str:
        context = CliContext(env_file=env_file, probes=Probes(None, None, None, reads_this_machine()))
        assert run(["sources", *arguments], context) == 0
        return capsys.readouterr().out

    assert "Stara" in outside("preview", site.url("/feed/"))
    assert "No website" in bilten("sources", "list").out
    assert "is connected" in outside("add", "Kolpa", "--address", site.url("/feed/"), *ME)
    assert bilten("sources", "add", "K", "--address", "http://10.0.0.1/", *ME).code == 2
    assert bilten("sources", "add", "K", "--address", "http://10.0.0.1/", "--kind", "song").code == 2
    site.has("/feed/", rss("<title>Nova</title><link>/2</link>").encode())
    assert "New: 1. Changed: 0." in outside("read", "Kolpa", *ME)
    assert "Read every 30 minutes." in bilten("sources", "list").out
    (row,) = bilten("sources", "list", "--json").data["sources"]
    assert row["followed"] == ["Read every 30 minutes."]
    assert (row["name"], row["state"], row["failures"]) == ("Kolpa", "read", 0)
    assert bilten("sources", "disable", "Kolpa", *ME).code == 0
    assert bilten("sources", "disable", "Kolpa").code == 3


def test_a_website_that_sends_by_itself_has_a_token_that_is_shown_once_and_renewed(bilten: Bilten) -> None:
    first = bilten("sources", "webhook", "Kolpa", *ME, "--json").data["source"]
    renewed = bilten("sources", "token", "Kolpa", *ME, "--json").data["source"]
    assert first["address"].endswith("/hooks/news")
    assert first["token"] != renewed["token"]
    assert first["token"] not in bilten("sources", "list", "--json").out
    assert bilten("sources", "webhook", "Kolpa", *ME).code == 5
    assert bilten("sources", "token", "Other", *ME).code == 3
