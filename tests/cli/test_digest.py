"""A digest on the command line: added, shown, changed, turned off and on."""

from dataclasses import replace
from pathlib import Path

from campaigns.digests.digest_request import DigestRequest, request_of
from campaigns.digests.set_up_digest import list_digests
from campaigns.news_filter import BY_HAND, NewsFilter
from core.db import Database
from core.settings import load_settings
from tests.cli.conftest import ME, Bilten


def test_a_digest_from_beginning_to_end(bilten: Bilten) -> None:
    assert "no digests" in bilten("digest", "list").out
    added = bilten("digest", "add", "Mondays", "--list", "bulletin", "--sender", "simulator", *ME)
    assert (added.code, "“Mondays” is on" in added.out) == (0, True)
    shown = bilten("digest", "show", "Mondays", "--json").data["digest"]
    assert len(shown["firings"]) == 10
    assert {firing[-5:] for firing in shown["firings"]} == {"08:00"}
    assert shown["now"] == {"subjects": {}, "items": []}
    assert "There was nothing new." in bilten("digest", "show", "Mondays").out
    changed = bilten(
        "digest", "set", "Mondays", "--at", "09:30", "--days", "thu,mon", "--mode", "ask", *ME, "--json"
    )
    assert changed.data["digest"]["mode"] == "ask"
    assert changed.data["digest"]["next"].endswith("09:30")
    assert changed.data["digest"]["readers_served"] == 0
    assert bilten("digest", "off", "Mondays", *ME).code == 0
    assert "is off" in bilten("digest", "list").out
    assert "is on" in bilten("digest", "on", "Mondays", *ME).out
    assert "asks approvers" in bilten("digest", "list").out


def test_everything_of_it_can_be_said_and_what_is_not_said_stays(bilten: Bilten, env_file: Path) -> None:
    assert bilten("segments", "add", "Slovenians", "language in (sl)", *ME).code == 0
    assert bilten("topics", "add", "borders", "Borders", *ME).code == 0
    wanted = (
        "--segment", "Slovenians", "--only-kind", "statement", "--only-source", "by-hand",
        "--only-topic", "borders",
        "--only-language", "sl", "--words", "border, refuge", "--order", "oldest", "--lead", "appeal",
        "--introduction", "sl=Pozdravljeni", "--subject", "sl=Ta teden: {titles}",
        "--least", "2", "--most", "5", "--oldest-days", "60",
    )  # fmt: skip
    add = ("digest", "add", "Mondays", "--list", "bulletin", "--sender", "simulator", *ME)
    assert bilten(*add, *wanted).code == 0
    wanted_request = request_of_the_only_one(env_file)
    assert (wanted_request.segments, wanted_request.chosen) == (
        [1], NewsFilter(["statement"], [BY_HAND], [1], ["sl"], ["border", "refuge"]),
    )  # fmt: skip
    assert (wanted_request.newest_first, wanted_request.lead_kind, wanted_request.introductions) == (
        False,
        "appeal",
        {"sl": "Pozdravljeni"},
    )
    assert wanted_request.subjects == {"sl": "Ta teden: {titles}"}
    assert (wanted_request.least, wanted_request.most, wanted_request.oldest_days) == (2, 5, 60)
    assert bilten("digest", "set", "Mondays", "--most", "9", *ME).code == 0
    assert request_of_the_only_one(env_file) == replace(wanted_request, most=9)
    none = ("--segment", "", "--only-kind", "", "--only-source", "", "--only-topic", "", "--only-language", "")
    more = ("--words", "", "--lead", "", "--introduction", "", "--subject", "", "--order", "newest")
    assert bilten("digest", "set", "Mondays", *none, *more, *ME).code == 0
    kept = request_of_the_only_one(env_file)
    assert (kept.segments, kept.lead_kind, kept.introductions, kept.subjects) == ([], "", {}, {})
    assert kept.chosen == NewsFilter([], [], [], [], [])
    for unknown in (("--segment", "x"), ("--only-source", "x"), ("--only-topic", "x")):
        assert bilten("digest", "set", "Mondays", *unknown, *ME).code == 3, unknown
    for wrong in (
        ("--only-kind", "x"),
        ("--order", "x"),
        ("--introduction", "Hello"),
        ("--subject", "sl={titles} in {number}"),
        ("--most", "1", "--least", "2"),
    ):
        assert bilten("digest", "set", "Mondays", *wrong, *ME).code == 2, wrong
    assert request_of_the_only_one(env_file) == kept


def request_of_the_only_one(env_file: Path) -> DigestRequest:
    database = Database(load_settings(env_file).database_url)
    with database.read() as session:
        automation, digest = list_digests(session)[0]
        request = request_of(session, automation, digest)
    database.dispose()
    return request


def test_each_item_by_itself_as_soon_as_it_is_published(bilten: Bilten) -> None:
    add = ("digest", "add", "Website", "--list", "bulletin", "--sender", "simulator", *ME)
    added = bilten(*add, "--every", "on_publication", "--most-at-once", "2")
    assert "as soon as it is published" in added.out
    shown = bilten("digest", "show", "Website")
    assert "as soon as something is published" in shown.out
    assert "Nothing is waiting." in shown.out
    listed = bilten("digest", "list", "--json").data["digests"]
    assert [(row["when"], row["next"]) for row in listed] == [("on_publication", None)]
    assert bilten(*add[:2], "Other", *add[3:], "--every", "on_publication", "--most-at-once", "0").code == 2
    assert bilten("digest", "off", "Website", *ME).code == 0
    assert "is off" in bilten("digest", "show", "Website").out


def test_what_cannot_be_is_refused(bilten: Bilten) -> None:
    add = ("digest", "add", "Mondays", "--list", "bulletin", "--sender", "simulator", *ME)
    for wrong in (
        ("--every", "hourly"),
        ("--days", "someday"),
        ("--at", "noon"),
        ("--mode", "shout"),
        ("--zone", "X"),
    ):
        assert bilten(*add, *wrong).code == 2, wrong
    assert bilten(*add).code == 0
    assert bilten("automation", "archive", "Mondays", *ME).code == 2, "it watches no folder"
    assert bilten("automation", "set", "Mondays", *ME).code == 2
    assert bilten("digest", "show", "Tuesdays").code == 3
