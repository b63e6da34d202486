"""The examples are what the README says: six items, every file sound, the organisation's own words unchanged."""

import shutil
from pathlib import Path

import pytest

from cli.demo.placeholders import make_placeholders
from core.db import Database
from kinds.registry import NewsKind, all_keys
from news.import_files import NewsIntake, import_folder
from news.markdown_file import NewsFile, read_news_file
from news.queries import assets_of, list_items, texts_of
from news.store import AssetStore
from news.tables import AssetRole
from tests.conftest import NOON
from tests.news.making import html_of

EXAMPLES = Path(__file__).parents[2] / "examples"

WORDS_OF = {
    "shipwreck-statement.en.md": [
        "600 migrants, including 100 children, are currently missing, swallowed up in the deep waters",
        "overloaded with men, women, and children searching for freedom from misery, war, poverty,",
        "The deaths are many, following those in Cutro, on the Calabrian coast, and those in Maltese waters.",
    ],
    "about-us.en.md": [
        "Numerous testimonies of refugees and reports done by NGOs and other solidarity initiatives with",
        "Many examples of brutal beatings and other types of abuse are extensively documented.",
    ],
    "adequate-housing.en.md": [
        "Adequate housing, defined as secure, affordable, and accessible, is recognised as a fundamental",
    ],
    "getcohesive.sl.md": [
        "Integration happens in every village, city and region, where migrants live, work, attend school,",
        "Projekt GEtCoheSive se osredotoča na horizontalne izzive, omenjene na programskem področju,",
    ],
    "getcohesive.en.md": [
        "Topic 2 of the AMIF call rightly explains what we have already experienced and advocated in",
    ],
    "ogledalo.sl.md": [
        "In ravno to je izhodišče in želeni cilj pričujočega zbornika – z razumevanjem situacije pognati,",
    ],
}


def text_of(file: NewsFile) -> str:
    return " ".join(f"{file.summary} {html_of(file)} {file.quote}".split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """As the demo does it: the examples, copied, with placeholders drawn beside them."""
    folder = tmp_path / "news"
    shutil.copytree(EXAMPLES / "news", folder)
    make_placeholders(folder)
    return folder


def test_the_examples_are_six_items_in_their_languages(database: Database, folder: Path, tmp_path: Path) -> None:
    report = import_folder(NewsIntake(database, AssetStore(tmp_path / "assets")), folder, now=NOON)
    assert report.refused == []
    with database.read() as session:
        items = list_items(session, limit=10)
        ids = [item.id for item in items]
        texts, assets = texts_of(session, ids), assets_of(session, ids)
    contents = {item.slug: (item.kind, sorted(texts[item.id])) for item in items}
    assert contents == {
        "shipwreck-statement": (NewsKind.STATEMENT, ["ar", "en", "sl"]),
        "about-us": (NewsKind.PAGE, ["en", "sl"]),
        "adequate-housing": (NewsKind.REPORT_SUMMARY, ["en", "sl"]),
        "getcohesive": (NewsKind.PROJECT, ["en", "sl"]),
        "ogledalo": (NewsKind.PUBLICATION, ["sl"]),
        "flows-of-racism": (NewsKind.JOURNAL, ["en"]),
    }
    with_pdf = {item.slug for item in items if any(asset.role is AssetRole.PDF for asset in assets[item.id])}
    assert with_pdf == {"adequate-housing", "ogledalo", "flows-of-racism"}


@pytest.mark.parametrize("name", WORDS_OF)
def test_the_organisation_s_words_are_unchanged(name: str) -> None:
    text = text_of(read_news_file(EXAMPLES / "news" / name))
    for phrase in WORDS_OF[name]:
        assert phrase in text


def test_a_quotation_knows_its_language_and_its_source() -> None:
    project = read_news_file(EXAMPLES / "news/getcohesive.sl.md")
    assert (project.quote_source, project.quote_language) == ("Topic 2 of the AMIF call", "en")
    assert read_news_file(EXAMPLES / "news/ogledalo.sl.md").quote_source == "Iz uvodnika"


def test_the_new_publication_is_sound() -> None:
    assert read_news_file(EXAMPLES / "new-publication.md").kind is NewsKind.PUBLICATION


def test_the_examples_of_other_kinds_are_sound_and_show_every_key_of_theirs() -> None:
    files = [read_news_file(path) for path in sorted((EXAMPLES / "other-kinds").glob("*.*.md"))]
    assert {file.kind for file in files} == {NewsKind.EVENT, NewsKind.APPEAL, NewsKind.CORRECTION}
    filled = {key for file in files for key, value in file.details if value}
    assert filled == set(all_keys())
    assert any(file.topic for file in files)
    assert (EXAMPLES / "news" / "shipwreck-statement.en.md").is_file(), "what the correction corrects"
