"""Links, images, the sender's domain and a spam filter: seen when somebody looks, believed for a day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from campaigns.review.check import check
from campaigns.review.external.probe_links import probe_link
from campaigns.review.external.probe_targets import WebAddress, web_addresses
from campaigns.review.external.probes import Probes, build_probes
from campaigns.review.external.run_probes import MAX_PROBES, ProbeRun, run_probes
from campaigns.review.external.spam_filter import SpamReason, SpamReport
from campaigns.review.external.tables import ProbeKind, ProbeRecord
from campaigns.status import CampaignStatus
from core.errors import InputRefused
from core.outbound import Answer, FetchFailed, OutboundClient, Trouble
from core.settings import Environment, load_settings
from news.tables import NewsText
from templates.check import Finding, Severity
from templates.checks.locate import item_with
from templates.content import Image, Item
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.fakes.dns import HERE, FakeDns
from tests.fakes.far_site import Asked, Reply, far_site
from tests.templates import samples

PUBLIC = "https://bulletin.example.org"


class FakeWeb(OutboundClient):
    """Answers by url: a status, or the trouble with it."""

    def __init__(self, answers: dict[str, int | Trouble]) -> None:
        object.__setattr__(self, "answers", answers)
        object.__setattr__(self, "asked", [])

    answers: dict[str, int | Trouble]
    asked: list[str]

    def fetch(self, url: str, *, method: str = "GET", **_: object) -> Answer:
        self.asked.append(f"{method} {url}")
        answer = self.answers.get(url, 200)
        if isinstance(answer, Trouble):
            raise FetchFailed(answer)
        return Answer(answer, url, "text/html", b"")


class FakeFilter:
    def read(self, message: bytes, *, seconds: float) -> SpamReport:
        assert b"List-Unsubscribe" in message
        return SpamReport(6.3, 5.0, (SpamReason("NOISE", 0.1, "…"), SpamReason("SHOUTING", 1.6, "Too loud")))


NO_PROBES = Probes(None, None, None)


def write(world: World, html: str) -> int:
    """A draft whose English text is this."""
    with world.database.write() as session:
        text = session.exec(select(NewsText).where(NewsText.language == "en")).one()
        text.body_html = html
    world.configure(outbound_checks="on")
    return world.draft()


def probe(world: World, campaign_id: int, probes: Probes) -> ProbeRun:
    return run_probes(world.database, campaign_id, probes=probes, settings=world.settings, now=world.clock.now())


def findings(world: World, campaign_id: int) -> list[Finding]:
    with world.database.read() as session:
        all_findings = check(session, campaign_id, settings=world.settings, now=world.clock.now())
    return [
        finding for finding in all_findings if finding.code.startswith(("campaigns-outside", "delivery-domain"))
    ]


def codes(world: World, campaign_id: int) -> list[str]:
    return [finding.code.removeprefix("campaigns-outside-") for finding in findings(world, campaign_id)]


LINK = '<p>Read <a href="https://news.example/report">the report</a>.</p>'
URL = "https://news.example/report"


@on_sqlite
def test_a_page_that_is_gone_stops_a_submission_until_it_is_mended(world: World) -> None:
    campaign_id = write(world, LINK)
    web = FakeWeb({URL: 404})
    probe(world, campaign_id, replace(NO_PROBES, outbound=web))
    (gone,) = [finding for finding in findings(world, campaign_id) if finding.severity is Severity.ERROR]
    assert (gone.code, gone.where, gone.language) == ("campaigns-outside-gone", "html", "en")
    assert gone.item == "600 people are missing"
    assert gone.params == {"kind": "link", "url": URL, "status": 404}
    with pytest.raises(InputRefused, match="check-failed"):
        world.submit(campaign_id)
    del web.answers[URL]
    probe(world, campaign_id, replace(NO_PROBES, outbound=web))
    world.submit(campaign_id)
    assert world.status(campaign_id) is CampaignStatus.IN_REVIEW


@pytest.mark.parametrize("answer", [503, 403, Trouble.SILENT])
@on_sqlite
def test_what_may_be_well_again_tomorrow_only_warns(world: World, answer: int | Trouble) -> None:
    campaign_id = write(world, LINK)
    probe(world, campaign_id, replace(NO_PROBES, outbound=FakeWeb({URL: answer})))
    assert [finding.severity for finding in findings(world, campaign_id)].count(Severity.WARNING) == 1
    world.submit(campaign_id)


@on_sqlite
def test_what_nobody_has_looked_at_is_said_and_stops_nothing(world: World) -> None:
    campaign_id = write(world, LINK)
    assert "unseen" in codes(world, campaign_id)
    world.submit(campaign_id)


@on_sqlite
def test_where_other_servers_are_not_to_be_asked_nothing_is_said_of_them(world: World) -> None:
    campaign_id = write(world, LINK)
    probe(world, campaign_id, replace(NO_PROBES, outbound=FakeWeb({URL: 404})))
    world.configure(outbound_checks="off")
    assert codes(world, campaign_id) == []
    assert build_probes(world.settings).outbound is None


def test_by_itself_only_an_installation_in_earnest_asks_other_servers() -> None:
    assert not load_settings(env_file=None).checks_outbound
    assert load_settings(env_file=None, outbound_checks="on").checks_outbound
    in_earnest = load_settings(env_file=None).model_copy(update={"environment": Environment.PRODUCTION})
    assert in_earnest.checks_outbound


def test_what_was_well_is_not_asked_again_for_a_day_and_what_was_not_is(world: World) -> None:
    campaign_id = write(world, f'{LINK}<p><a href="https://news.example/gone">Another</a></p>')
    web = FakeWeb({"https://news.example/gone": 410})
    probes = replace(NO_PROBES, outbound=web)
    first = probe(world, campaign_id, probes)
    assert first.asked == first.answered >= 2
    web.asked.clear()
    probe(world, campaign_id, probes)
    assert {asked.split()[1] for asked in web.asked} == {"https://news.example/gone"}
    world.clock.moment += timedelta(days=1)
    assert codes(world, campaign_id) == ["unseen"]
    web.asked.clear()
    probe(world, campaign_id, probes)
    assert f"HEAD {URL}" in web.asked


def test_what_was_seen_long_ago_is_forgotten(world: World) -> None:
    campaign_id = write(world, LINK)
    probes = replace(NO_PROBES, outbound=FakeWeb({}))
    probe(world, campaign_id, probes)
    world.clock.moment += timedelta(days=40)
    probe(world, campaign_id, probes)
    with world.database.read() as session:
        assert {row.looked_at for row in session.exec(select(ProbeRecord))} == {world.clock.now()}


def test_a_look_is_bounded_and_goes_on_where_it_stopped(world: World) -> None:
    many = "".join(
        f'<p><a href="https://news.example/{number}">Page {number}</a></p>' for number in range(MAX_PROBES + 5)
    )
    campaign_id = write(world, many)
    probes = replace(NO_PROBES, outbound=FakeWeb({}))
    assert probe(world, campaign_id, probes).asked == MAX_PROBES
    (unseen,) = findings(world, campaign_id)
    assert unseen.params["count"] == probe(world, campaign_id, probes).asked > 0
    assert findings(world, campaign_id) == []


def test_nothing_is_asked_while_a_transaction_is_open(world: World) -> None:
    """Whoever waits for a stranger must not keep others from writing."""
    campaign_id = write(world, LINK)
    open_connections: list[int] = []

    class Counting(FakeWeb):
        def fetch(self, url: str, *, method: str = "GET", **_: object) -> Answer:
            open_connections.append(world.database.engine.pool.checkedout())  # type: ignore[attr-defined]  # QueuePool has it
            return super().fetch(url, method=method)

    probe(world, campaign_id, replace(NO_PROBES, outbound=Counting({})))
    assert set(open_connections) == {0}


def test_two_people_may_look_at_once(world: World) -> None:
    campaign_id = write(world, LINK)

    class SlowerThanAnother(FakeWeb):
        def fetch(self, url: str, *, method: str = "GET", **_: object) -> Answer:
            probe(world, campaign_id, replace(NO_PROBES, outbound=FakeWeb({})))
            return super().fetch(url, method=method)

    probe(world, campaign_id, replace(NO_PROBES, outbound=SlowerThanAnother({URL: 404})))
    assert codes(world, campaign_id) == ["gone"]


@on_sqlite
def test_the_senders_domain_is_among_the_findings(world: World) -> None:
    campaign_id = write(world, "<p>No link.</p>")
    probe(world, campaign_id, replace(NO_PROBES, dns=FakeDns()))
    sender_findings = [finding for finding in findings(world, campaign_id) if finding.where == "sender"]
    assert [finding.code for finding in sender_findings] == ["delivery-domain-dmarc-missing"]
    assert sender_findings[0].params["domain"] == "example.org"


@on_sqlite
def test_a_spam_filters_reasons_are_findings_and_hold_for_these_words_only(world: World) -> None:
    campaign_id = write(world, "<p>No link.</p>")
    world.configure(outbound_checks="off")
    probe(world, campaign_id, replace(NO_PROBES, spam_filter=FakeFilter()))
    sender_findings = findings(world, campaign_id)
    assert [finding.code.removeprefix("campaigns-outside-spam-") for finding in sender_findings] == [
        "likely",
        "reason",
    ] * 2
    assert sender_findings[0].params == {"points": 6, "limit": 5}
    assert sender_findings[1].params == {"rule": "SHOUTING", "words": "Too loud"}
    assert {finding.language for finding in sender_findings} == {"en", "sl"}
    with world.database.write() as session:
        for text in session.exec(select(NewsText)):
            text.body_html = "<p>Other words.</p>"
    assert findings(world, campaign_id) == []


HTML = """
<a href="https://news.example/a#part">a</a> <a href="https://news.example/a">again</a>
<a href="[[unsubscribe_url]]">leave</a> <a href="https://news.example/?who=[[recipient_name]]">personal</a>
<a href="https://bulletin.example.org/w/1/en">ours</a> <a href="mailto:a@example.org">mail</a>
<a href="https://bulletin.example.org.evil.example/">not ours</a> <a href="http:///">broken</a>
<a href="/a">short</a>
<img src="https://bulletin.example.org/assets/1.png" alt="a"> <img src="https://pictures.example/1.png" alt="b">
"""


def test_an_address_is_found_in_the_item_that_has_it_and_not_in_one_that_has_a_longer_one() -> None:
    body = '<p>See <a href="https://a.example/b?x=1&amp;y=2#part">b</a>.</p>'
    blocks = [
        Item(kind="statement", language="en", title="Longer", url="https://a.example/b", published_on=NOON.date()),
        Item(kind="statement", language="en", title="Linked", body_html=body, published_on=NOON.date()),
        Item(
            kind="statement",
            language="en",
            title="Pictured",
            image=Image(url="https://a.example/", alt="", width=1, height=1),
            published_on=NOON.date(),
        ),
    ]
    document = replace(samples.STATEMENT_EN, blocks=tuple(blocks))
    assert item_with(document, "https://a.example/b") == "Longer"
    assert item_with(document, "https://a.example/b?x=1&y=2") == "Linked"
    assert item_with(document, "https://a.example/") == "Pictured"
    assert item_with(document, document.brand.website) == ""


def test_readers_own_links_and_our_own_pages_are_never_asked_for() -> None:
    assert web_addresses(HTML, public_url=PUBLIC) == [
        WebAddress(ProbeKind.LINK, "https://news.example/a"),
        WebAddress(ProbeKind.LINK, "https://bulletin.example.org.evil.example/"),
        WebAddress(ProbeKind.IMAGE, "https://pictures.example/1.png"),
    ]


@pytest.mark.parametrize(
    ("kind", "path", "expected", "asked"),
    [
        ("link", "/page", [], ["HEAD"]),
        ("link", "/no-head", [], ["HEAD", "GET"]),
        ("link", "/gone", ["gone"], ["HEAD", "GET"]),
        ("link", "/people-only", ["closed"], ["HEAD", "GET"]),
        ("link", "/broken", ["failing"], ["HEAD", "GET"]),
        ("image", "/picture.png", [], ["HEAD"]),
        ("image", "/stream-of-bytes", [], ["HEAD", "GET"]),
        ("image", "/page", ["no-image"], ["HEAD", "GET"]),
    ],
)
def test_what_a_server_says_is_read_as_a_browser_would(
    kind: str, path: str, expected: list[str], asked: list[str]
) -> None:
    with far_site(_site) as site:
        web = OutboundClient(dns=FakeDns({"news.example": HERE}), may_connect=lambda _: True, any_port=True)
        problems = probe_link(web, WebAddress(ProbeKind(kind), site.url("news.example", path)), 5.0)
    assert [problem.code.removeprefix("campaigns-outside-") for problem in problems] == expected
    assert [request.method for request in site.asked] == asked


def _site(asked: Asked) -> Reply:
    statuses = {"/gone": 404, "/people-only": 403, "/broken": 502}
    if asked.path == "/no-head":
        return Reply(405 if asked.method == "HEAD" else 200)
    if asked.path == "/stream-of-bytes":
        return Reply(200, {"Content-Type": "application/octet-stream"}, b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    kind = "image/png" if asked.path.endswith(".png") else "text/html"
    return Reply(statuses.get(asked.path, 200), {"Content-Type": kind}, b"<p>")
