"""What readers have had does not go out again because its file has another name: staff decide."""

import json
import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import Session, col, delete, select, update

from campaigns.automation.run_automations import AutomationRequest, add_automation, run_automations
from campaigns.reporting.attention_item import AttentionItem
from campaigns.reporting.needs_attention import needs_attention
from campaigns.review.check import check
from campaigns.sending.cancel import cancel
from campaigns.status import CampaignStatus
from campaigns.tables import AutomationItem, AutomationMode, Campaign
from kinds.registry import NewsKind
from news.fingerprint_rows import BATCH_SIZE, fingerprint_all
from news.import_files import NewsIntake, import_folder
from news.sources import add_folder_source
from news.tables import Fingerprint, NewsItem, NewsText
from tests.campaigns.world import World, intake_of
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.news.making import a_pdf, a_written_pdf

CASE = """---
kind: statement
language: en
title: "One"
summary: A summary.
---

Body.
"""
LONG = "We demand that the rescue at sea begins at once, and that those who are missing are searched for. " * 4


class Feed:
    def __init__(self, world: World, folder: Path) -> None:
        self.world = world
        self.folder = folder

    def drop(self, name: str, text: str = CASE, *, encoding: str = "utf-8") -> Path:
        path = self.folder / name
        path.write_bytes(text.encode(encoding))
        moment = self.world.clock.now().timestamp()
        os.utime(path, (moment, moment))
        return path

    def watch(self, mode: AutomationMode = AutomationMode.SEND, *, name: str = "publications") -> None:
        request = AutomationRequest(
            name=name, source_name="feed", list_slug="bulletin", sender_name="main", mode=mode
        )
        add_automation(intake_of(self.world), request, actor=self.world.boris, now=self.world.clock.now())

    def settle(self) -> None:
        """The folder is read, time passes, and it is read again; what came with it is long ago then."""
        self.world.clock.advance(minutes=1)
        run_automations(self.world.context)
        self.world.clock.advance(minutes=5)
        run_automations(self.world.context)
        self.world.clock.advance(minutes=30)

    def states(self) -> dict[str, str]:
        with self.world.database.read() as session:
            rows = session.exec(
                select(NewsItem.slug, AutomationItem.state).join(
                    AutomationItem, col(AutomationItem.item_id) == NewsItem.id
                )
            ).all()
        return {slug: str(state) for slug, state in rows}

    def why(self, slug: str) -> list[str]:
        with self.world.database.read() as session:
            detail = session.exec(
                select(AutomationItem.detail)
                .join(NewsItem, col(NewsItem.id) == AutomationItem.item_id)
                .where(NewsItem.slug == slug)
            ).one()
        return [why["code"].removeprefix("campaigns-held-") for why in json.loads(detail or "[]")]


@pytest.fixture
def feed(world: World, tmp_path: Path) -> Feed:
    world.add_readers(["nada", "omar"])
    (tmp_path / "feed").mkdir()
    with world.database.write() as session:
        add_folder_source(session, name="feed", folder=tmp_path / "feed", now=world.clock.now())
    return Feed(world, tmp_path / "feed")


def test_a_renamed_file_is_held_and_nobody_gets_it_twice(feed: Feed, world: World) -> None:
    feed.watch()
    feed.drop("news-one.md")
    feed.settle()
    world.run(rounds=5)
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}
    (feed.folder / "news-one.md").rename(feed.folder / "news-one-final.md")
    feed.settle()
    world.run(rounds=5)
    assert feed.states() == {"news-one": "scheduled", "news-one-final": "held"}
    assert feed.why("news-one-final") == ["repeats-words"]
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


def test_two_same_files_dropped_at_once_are_one_campaign(feed: Feed) -> None:
    feed.watch()
    feed.drop("a.md")
    feed.drop("b.md")
    feed.settle()
    assert feed.states() == {"a": "scheduled", "b": "held"}


DEMANDS = " ".join(f"Sentence {number} of what we demand." for number in range(12))
STATEMENT = CASE.replace("Body.", f"{DEMANDS} Forty came.")


@on_sqlite
def test_a_renamed_file_in_which_a_word_was_put_right_is_held(feed: Feed, world: World) -> None:
    feed.watch()
    first = feed.drop("one.md", STATEMENT)
    feed.settle()
    world.run(rounds=5)
    first.unlink()
    feed.drop("one-put-right.md", STATEMENT.replace("Forty", "Forty-one"))
    feed.settle()
    world.run(rounds=5)
    assert feed.states() == {"one": "scheduled", "one-put-right": "held"}
    assert feed.why("one-put-right") == ["repeats-near"]
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}


SHORT = CASE.replace('"One"', '"We demand rescue at sea now"').replace(
    "Body.", "Forty people are at sea. The rescue has to begin today."
)
OTHER_WORDS = {
    "in the text": [("Forty", "Fourteen")],
    "in the title": [("sea now", "sea today")],
    "in both": [("sea now", "sea today"), ("Forty", "Fourteen")],
    "in the summary": [("A summary.", "A resume.")],
}


@pytest.mark.parametrize("where", OTHER_WORDS)
@on_sqlite
def test_a_short_text_in_which_a_word_was_put_right_is_held_and_shown(
    feed: Feed, world: World, where: str
) -> None:
    feed.watch()
    feed.drop("one.md", SHORT)
    feed.settle()
    world.run(rounds=5)
    text = SHORT
    for old, new in OTHER_WORDS[where]:
        text = text.replace(old, new)
    (feed.folder / "one.md").unlink()
    feed.drop("again.md", text)
    feed.settle()
    world.run(rounds=5)
    assert feed.states() == {"one": "scheduled", "again": "held"}
    assert world.provider.received == {"nada@example.org": 1, "omar@example.org": 1}
    (need,) = _needs(world)
    assert [why.code for why in need.why] == ["campaigns-held-repeats-near"]


@on_sqlite
def test_a_short_text_like_one_of_last_year_is_news(feed: Feed, world: World) -> None:
    feed.watch()
    feed.drop("last-year.md", SHORT)
    feed.settle()
    world.clock.advance(days=100)
    feed.drop("this-year.md", SHORT.replace("now", "today").replace("Forty", "Fourteen"))
    feed.settle()
    assert feed.states() == {"last-year": "scheduled", "this-year": "scheduled"}


@on_sqlite
def test_beside_the_first_file_another_word_makes_another_statement_and_a_slip_does_not(feed: Feed) -> None:
    feed.watch()
    feed.drop("one.md", SHORT)
    feed.settle()
    feed.drop("opposite.md", SHORT.replace("The rescue has to begin", "The rescue has to end"))
    feed.drop("slip.md", SHORT.replace("We demand rescue", "We demand resuce"))
    feed.settle()
    assert feed.states() == {"one": "scheduled", "opposite": "scheduled", "slip": "held"}
    assert feed.why("slip") == ["repeats-near"]


def test_a_text_that_a_person_sent_is_known_with_a_word_changed(feed: Feed, world: World, tmp_path: Path) -> None:
    (tmp_path / "by-hand").mkdir()
    (tmp_path / "by-hand" / "by-hand.md").write_text(SHORT, encoding="utf-8")
    import_folder(intake_of(world), tmp_path / "by-hand", now=NOON)
    feed.watch()
    world.launched(slug="by-hand")
    feed.drop("again.md", SHORT.replace("sea now", "sea today"))
    feed.settle()
    assert feed.states() == {"again": "held"}


@on_sqlite
def test_another_text_under_the_same_title_is_news(feed: Feed) -> None:
    feed.watch()
    feed.drop("june.md", STATEMENT)
    feed.settle()
    feed.drop(
        "july.md", CASE.replace("Body.", " ".join(f"In {year} the border was closed." for year in range(40)))
    )
    feed.settle()
    assert feed.states() == {"june": "scheduled", "july": "scheduled"}


Change = Callable[[str], tuple[str, str]]
OTHER_SAVINGS: dict[str, Change] = {
    "another extension": lambda text: ("again.MD", text),
    "windows": lambda text: ("again.md", "\ufeff" + text.replace("\n", "\r\n")),
    "decomposed": lambda text: ("again.md", unicodedata.normalize("NFD", text)),
    "spaces": lambda text: ("again.md", text.replace("Povzetek", "Povzetek  ").replace("Body.", "\n\nBody.\n")),
    "another order": lambda text: ("again.md", _moved(text, "kind: statement")),
    "another date": lambda text: ("again.md", text.replace("language: en", "language: en\ndate: {today}")),
    "another slug": lambda text: ("x.md", text.replace("language: en", "language: en\nslug: again")),
    "without a keyboard": lambda text: ("again.md", text.replace("č", "c").replace("š", "s")),
    "other quotation marks": lambda text: ("again.md", text.replace('"One"', '"»One«"')),
    "another language": lambda text: ("again.md", text.replace("language: en", "language: sl")),
    "an updated line": lambda text: ("again.md", text + "\nUpdated: {today}\n"),
    "another case": lambda text: ("again.md", text.replace('"One"', '"ONE"')),
}


def _moved(text: str, line: str) -> str:
    return text.replace(f"{line}\n", "").replace("title:", f"{line}\ntitle:")


@pytest.mark.parametrize("how", OTHER_SAVINGS)
@on_sqlite
def test_however_the_same_was_saved_it_is_held(feed: Feed, how: str) -> None:
    original = CASE.replace("A summary.", "Povzetek čez šest ur.")
    feed.watch()
    feed.drop("first.md", original)
    feed.settle()
    name, text = OTHER_SAVINGS[how](original)
    feed.drop(name, text.replace("{today}", feed.world.clock.now().date().isoformat()))
    feed.settle()
    assert feed.states() == {"first": "scheduled", "again": "held"}


def test_a_file_that_was_corrected_after_it_went_out_is_known_by_its_earlier_words_too(feed: Feed) -> None:
    feed.watch()
    path = feed.drop("a.md")
    feed.settle()
    path.write_text(CASE.replace("Body.", "Another body."), encoding="utf-8")
    feed.settle()
    assert feed.states() == {"a": "scheduled"}
    feed.drop("b.md", CASE)
    feed.drop("c.md", CASE.replace("Body.", "Another body."))
    feed.settle()
    assert feed.states() == {"a": "scheduled", "b": "held", "c": "held"}


def test_a_file_that_was_taken_away_and_put_back_is_nothing_new(feed: Feed, tmp_path: Path) -> None:
    feed.watch()
    path = feed.drop("a.md")
    feed.settle()
    shutil.move(path, tmp_path / "elsewhere.md")
    feed.settle()
    shutil.move(tmp_path / "elsewhere.md", path)
    feed.settle()
    assert feed.states() == {"a": "scheduled"}


def test_the_same_address_or_the_same_long_text_is_held_whatever_else_is_new(feed: Feed) -> None:
    first = CASE.replace("Body.", LONG).replace("language: en", "language: en\nurl: https://example.org/one")
    feed.watch()
    feed.drop("first.md", first)
    feed.settle()
    feed.drop("same-text.md", CASE.replace("Body.", LONG).replace('"One"', '"Two"'))
    feed.settle()
    other = CASE.replace('"One"', '"Tri"').replace("Body.", "Drugo.").replace("A summary.", "Povzetek.")
    slovenian = other.replace("language: en", "language: sl\nurl: http://www.example.org/one/")
    feed.drop("same-address.sl.md", slovenian)
    feed.settle()
    assert feed.states() == {"first": "scheduled", "same-text": "held", "same-address": "held"}
    assert (feed.why("same-text"), feed.why("same-address")) == (["repeats-body"], ["repeats-address"])


@on_sqlite
def test_a_journal_comes_every_month_and_the_check_says_that_there_was_one(feed: Feed, world: World) -> None:
    journal = CASE.replace("kind: statement", "kind: journal\npdf: {month}.pdf").replace('"One"', '"Journal"')
    feed.watch()
    for month in ("may", "june"):
        (feed.folder / f"{month}.pdf").write_bytes(a_written_pdf(f"The journal of {month}"))
        feed.drop(f"journal-{month}.md", journal.replace("{month}", month))
        feed.settle()
    assert feed.states() == {"journal-may": "scheduled", "journal-june": "scheduled"}
    with world.database.read() as session:
        june = session.exec(select(Campaign.id).order_by(col(Campaign.id).desc())).first()
        assert june is not None
        codes = [finding.code for finding in check(session, june, settings=world.settings, now=NOON)]
    assert "campaigns-repeats-title" in codes


@on_sqlite
def test_the_same_journal_with_its_pdf_saved_anew_is_the_same(feed: Feed) -> None:
    journal = CASE.replace("kind: statement", "kind: journal\npdf: {name}.pdf")
    pdf = a_written_pdf(*["We demand that the rescue begins at once"] * 8)
    feed.watch()
    for name, version in (("a", b"%PDF-1.4"), ("b", b"%PDF-1.5")):
        (feed.folder / f"{name}.pdf").write_bytes(pdf.replace(b"%PDF-1.4", version))
        feed.drop(f"{name}.md", journal.replace("{name}", name))
        feed.settle()
    assert feed.states() == {"a": "scheduled", "b": "held"}


def test_what_a_person_sent_is_held_where_an_automation_finds_it(feed: Feed, world: World, tmp_path: Path) -> None:
    (tmp_path / "by-hand").mkdir()
    (tmp_path / "by-hand" / "by-hand.md").write_text(CASE, encoding="utf-8")
    import_folder(intake_of(world), tmp_path / "by-hand", now=NOON)
    feed.watch()
    campaign_id = world.launched(slug="by-hand")
    feed.drop("found.md")
    feed.settle()
    assert feed.states() == {"found": "held"}
    assert world.campaign(campaign_id).status is not CampaignStatus.CANCELLED


@on_sqlite
def test_what_a_person_drafted_and_cancelled_is_news_all_the_same(
    feed: Feed, world: World, tmp_path: Path
) -> None:
    (tmp_path / "by-hand").mkdir()
    (tmp_path / "by-hand" / "by-hand.md").write_text(CASE, encoding="utf-8")
    import_folder(intake_of(world), tmp_path / "by-hand", now=NOON)
    feed.watch()
    campaign_id = world.scheduled(slug="by-hand")
    with world.database.write() as session:
        cancel(session, campaign_id, actor=world.boris, now=NOON)
    feed.drop("found.md")
    feed.settle()
    assert feed.states() == {"found": "scheduled"}


def test_what_a_person_sent_of_the_very_item_is_not_sent_again(feed: Feed, world: World) -> None:
    feed.watch()
    feed.drop("a.md")
    world.clock.advance(minutes=1)
    run_automations(world.context)
    world.launched(slug="a")
    feed.settle()
    assert (feed.states(), feed.why("a")) == ({"a": "held"}, ["repeats-itself"])


def test_an_archive_that_gets_other_names_is_still_one(feed: Feed) -> None:
    path = feed.drop("old.md")
    feed.world.clock.advance(minutes=1)
    feed.watch()
    path.rename(feed.folder / "older.md")
    feed.settle()
    assert feed.states() == {"old": "irrelevant", "older": "held"}


@on_sqlite
def test_an_automation_that_only_drafts_says_it_too(feed: Feed) -> None:
    feed.watch(AutomationMode.DRAFT)
    feed.drop("a.md")
    feed.settle()
    feed.drop("b.md")
    feed.settle()
    assert feed.states() == {"a": "drafted", "b": "held"}


def test_what_the_check_refused_may_come_back_corrected(feed: Feed) -> None:
    feed.watch()
    feed.drop("a.md", CASE.replace('"One"', '"TODO"'))
    feed.settle()
    feed.drop("b.md", CASE.replace('"One"', '"Done"'))
    feed.settle()
    assert feed.states() == {"a": "refused", "b": "scheduled"}


def test_what_is_held_is_shown_until_somebody_decides(feed: Feed, world: World) -> None:
    feed.watch()
    feed.drop("a.md")
    feed.drop("b.md")
    feed.settle()
    world.clock.advance(days=100)
    (need,) = _needs(world)
    assert need.code == "campaigns-need-held-draft"
    assert [why.code for why in need.why] == ["campaigns-held-repeats-words"]
    assert need.campaign_id is not None
    world.submit(need.campaign_id)
    assert _needs(world) == []


def test_texts_from_before_are_compared_in_batches_and_once(world: World) -> None:
    with world.database.write() as session:
        session.exec(delete(Fingerprint))
        _many_texts(session, BATCH_SIZE + 3)
        session.exec(update(NewsText).values(fingerprint_version=0))
    assert fingerprint_all(world.database, now=NOON) == BATCH_SIZE + 3 + 2
    assert fingerprint_all(world.database, now=NOON) == 0
    with world.database.read() as session:
        items = set(session.exec(select(Fingerprint.item_id)).all())
        assert items == set(session.exec(select(NewsText.item_id)).all())


def test_what_went_out_before_there_were_fingerprints_is_known(feed: Feed, world: World) -> None:
    feed.watch()
    feed.drop("a.md")
    feed.settle()
    with world.database.write() as session:
        session.exec(delete(Fingerprint))
        session.exec(update(NewsText).values(fingerprint_version=0))
    feed.drop("b.md")
    feed.settle()
    assert feed.states() == {"a": "scheduled", "b": "held"}


def test_an_import_by_hand_leaves_fingerprints_at_once(world: World, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.md").write_text(CASE.replace("kind: statement", "kind: journal\npdf: a.pdf"))
    (tmp_path / "news" / "a.pdf").write_bytes(a_pdf())
    import_folder(NewsIntake(world.database, world.context.assets), tmp_path / "news", now=NOON)
    with world.database.read() as session:
        kinds = session.exec(
            select(Fingerprint.kind)
            .join(NewsItem, col(NewsItem.id) == Fingerprint.item_id)
            .where(NewsItem.slug == "a")
        ).all()
    assert sorted(kinds) == ["title", "words"]


def _needs(world: World) -> list[AttentionItem]:
    with world.database.read() as session:
        return needs_attention(session, now=world.clock.now())


def _many_texts(session: Session, count: int) -> None:
    for number in range(count):
        item = NewsItem(
            slug=f"n{number}", kind=NewsKind.PAGE, published_on=NOON.date(), created_at=NOON, updated_at=NOON
        )
        session.add(item)
        session.flush()
        session.add(NewsText(item_id=item.id, language="en", title=f"Number {number}"))
