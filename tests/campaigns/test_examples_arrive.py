"""What the organisation wrote arrives word for word: the demo's texts, alone and in a bulletin, in both parts."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.preview import preview
from campaigns.tables import CampaignKind
from cli.demo.placeholders import make_placeholders
from core.languages import READER_LANGUAGES
from news.import_files import import_folder
from templates.content import RenderedMail
from templates.html_facts import read_html
from tests.campaigns.world import World, intake_of
from tests.conftest import NOON
from tests.databases import on_sqlite

NEWS = Path(__file__).parents[2] / "examples" / "news"
SLUGS = sorted({path.name.split(".")[0] for path in NEWS.glob("*.*.md")})
_WORD = re.compile(r"[^\W_]+")
FALLBACK = ("sl", "en")
"""Whose text a reader gets where there is none in the reader's own language."""


def source(slug: str, language: str) -> dict[str, str]:
    """The fields of the file, read without the program: what is between the lines of dashes, and below them."""
    languages = (language, *FALLBACK)
    path = next(path for code in languages if (path := NEWS / f"{slug}.{code}.md").exists())
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return {**yaml.safe_load(head), "body": body}


def word_sequence(text: str) -> str:
    """Its words and nothing between them, so that one text can be looked for in another."""
    return " ".join(["", *_WORD.findall(text), ""])


def parts_of(mail: RenderedMail) -> dict[str, str]:
    text = re.sub(r"https?://\S+", " ", mail.text)
    return {"html": word_sequence(read_html(mail.html).text), "text": word_sequence(text)}


@pytest.fixture
def newsroom(world: World, tmp_path: Path) -> World:
    folder = tmp_path / "news"
    shutil.copytree(NEWS, folder)
    make_placeholders(folder)
    assert import_folder(intake_of(world), folder, now=NOON).refused == []
    return world


def mails(newsroom: World, slugs: list[str], kind: CampaignKind | None = None) -> dict[str, RenderedMail]:
    request = DraftRequest(
        kind=kind, name="", item_slugs=slugs, list_slug="bulletin", sender_name="main", main_language="sl",
        languages=READER_LANGUAGES,
    )  # fmt: skip
    with newsroom.database.write() as session:
        campaign_id = draft_campaign(session, request, actor=newsroom.ana, now=NOON).id
    with newsroom.database.read() as session:
        return {
            language: preview(session, campaign_id, language=language, settings=newsroom.settings)
            for language in READER_LANGUAGES
        }


@on_sqlite
@pytest.mark.parametrize("slug", SLUGS)
def test_an_item_that_goes_out_alone_arrives_word_for_word(newsroom: World, slug: str) -> None:
    for language, mail in mails(newsroom, [slug]).items():
        written = source(slug, language)
        for part, arrived in parts_of(mail).items():
            for field in ("title", "summary", "body", "quote", "quote_source"):
                assert word_sequence(written.get(field, "")).strip() in arrived, (language, part, field)


@on_sqlite
def test_in_a_bulletin_each_item_has_its_title_summary_and_quotation_and_its_text_where_there_is_no_teaser(
    newsroom: World,
) -> None:
    for language, mail in mails(newsroom, SLUGS, CampaignKind.BULLETIN).items():
        for part, arrived in parts_of(mail).items():
            for slug in SLUGS:
                written = source(slug, language)
                for field in ("title", "summary", "quote", "quote_source"):
                    assert word_sequence(written.get(field, "")).strip() in arrived, (language, part, slug, field)
                body, is_teaser = (
                    word_sequence(written["body"]),
                    bool(written.get("summary") and written.get("url")),
                )
                assert not body.strip() or (body in arrived) is not is_teaser, (language, part, slug)


@on_sqlite
def test_a_word_that_is_missing_or_in_another_place_would_be_noticed(newsroom: World) -> None:
    mail = mails(newsroom, ["shipwreck-statement"])["en"]
    body = source("shipwreck-statement", "en")["body"]
    for part in parts_of(mail).values():
        assert word_sequence(body) in part
        assert word_sequence(body.replace("men, women", "women, men")) not in part
        assert word_sequence(body.replace("capsized", "")) not in part
