"""News becomes the blocks of a mail, with all that its kind has to say."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.editorial.compose import document, load_content
from campaigns.editorial.draft import DraftRequest, draft_campaign, issue_subject, kind_for
from campaigns.editorial.preheader import first_words, in_words, shortened
from campaigns.queries import variants_of
from campaigns.tables import CampaignKind
from core.errors import InputRefused
from core.i18n import Texts
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.event import EventDetails
from kinds.registry import NewsKind
from news.import_files import NewsIntake, import_file
from news.inspect_asset import inspect_asset
from news.tables import NewsText
from templates.block_view import BlockViewFactory
from templates.content import CorrectedItem, Image, Item
from templates.designs import DESIGNS, check_fits
from templates.details_view import LOGO_HEIGHT, logo_width
from templates.reader_words import ReaderTexts
from templates.views import BODY_WIDTH, COVER_WIDTH
from tests.campaigns.world import World
from tests.conftest import NOON
from tests.databases import on_sqlite
from tests.news.making import a_picture, news_file


def block_of(
    world: World, folder: Path, *lines: str, kind: CampaignKind | None = None, picture: bytes | None = None
) -> tuple[str, Item]:
    """The design and the block that a news file of these lines comes to; it may name `picture` as flag.png."""
    folder.mkdir(exist_ok=True)
    (folder / "flag.png").write_bytes(picture or a_picture())
    path = news_file(folder, "item.en.md", *lines)
    import_file(NewsIntake(world.database, world.context.assets), path, now=NOON)
    with world.database.write() as session:
        request = DraftRequest(
            kind=kind,
            name="",
            item_slugs=["item"],
            list_slug="bulletin",
            sender_name="main",
            main_language="en",
        )
        campaign = draft_campaign(session, request, actor=world.ana, now=NOON)
        content = load_content(session, campaign, settings=world.settings)
        (variant,) = variants_of(session, campaign.id)
        composed = document(content, variant, settings=world.settings)
    return composed.template, composed.items[0]


@on_sqlite
def test_an_event_brings_its_time_and_place(world: World, tmp_path: Path) -> None:
    lines = ("kind: event", "starts: 2026-12-05 18:00", "ends: 2026-12-06 01:30", "place: Metelkova 6")
    design, block = block_of(world, tmp_path / "news", *lines, "directions: Bus 2")
    assert design == "event"
    assert isinstance(block.details, EventDetails)
    assert block.details.first_moment() == (date(2026, 12, 5), time(18))
    assert block.details.last_moment() == (date(2026, 12, 6), time(1, 30))
    assert (block.details.place, block.details.directions) == ("Metelkova 6", "Bus 2")


@on_sqlite
def test_an_event_of_a_whole_day_has_no_hour(world: World, tmp_path: Path) -> None:
    _, block = block_of(world, tmp_path / "news", "kind: event", "starts: 2026-12-05", "place: Metelkova 6")
    assert isinstance(block.details, EventDetails)
    assert (block.details.first_moment()[1], block.details.last_moment()) == (None, (None, None))


@on_sqlite
def test_an_appeal_brings_its_call_and_its_counter(world: World, tmp_path: Path) -> None:
    counted = ("count: 0", "goal: 5000", "counted_on: 2026-11-20", "deadline: 2026-12-04")
    design, block = block_of(
        world, tmp_path / "news", "kind: appeal", "action_url: https://example.org/s", *counted
    )
    assert design == "appeal"
    assert isinstance(block.details, AppealDetails)
    assert (block.details.action_url, block.details.deadline) == ("https://example.org/s", date(2026, 12, 4))
    assert (block.details.count, block.details.goal) == (0, 5000)


@on_sqlite
def test_a_project_brings_its_partners_and_its_funder(world: World, tmp_path: Path) -> None:
    funded = ("partners: A; B ;", "funding: Co-funded by X.", "funder_logo: flag.png", "funder_logo_alt: Flag")
    design, block = block_of(world, tmp_path / "news", "kind: project", *funded)
    assert design == "project"
    assert block.funding is not None
    assert (block.funding.partners, block.funding.words) == (("A", "B"), "Co-funded by X.")
    assert block.funding.logo is not None
    assert block.funding.logo.alt == "Flag"


def test_a_correction_names_and_links_what_it_corrects(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    news_file(folder, "first.sl.md", "language: sl", "title: Prvo", "url: https://example.org/prvo")
    import_file(NewsIntake(world.database, world.context.assets), folder / "first.sl.md", now=NOON)
    lines = ("kind: correction", "corrects: first", "wrong: 60", "correct: 600")
    design, block = block_of(world, folder, *lines)
    assert design == "correction"
    assert block.corrected == CorrectedItem("Prvo", "sl", "https://example.org/prvo")


@on_sqlite
def test_a_correction_may_come_before_what_it_corrects(world: World, tmp_path: Path) -> None:
    lines = ("kind: correction", "corrects: unknown", "wrong: 60", "correct: 600")
    _, block = block_of(world, tmp_path / "news", *lines)
    assert isinstance(block.details, CorrectionDetails)
    assert (block.details.wrong, block.corrected) == ("60", None)


@on_sqlite
def test_an_empty_campaign_has_a_design_a_name_and_the_name_of_its_issue_as_subject(world: World) -> None:
    request = DraftRequest(
        kind=CampaignKind.BULLETIN,
        name="",
        item_slugs=(),
        list_slug="bulletin",
        sender_name="main",
        main_language="en",
        languages=("sl", "en"),
    )
    with world.database.write() as session:
        campaign = draft_campaign(session, request, actor=world.ana, now=NOON)
        variants = {variant.language: variant for variant in variants_of(session, campaign.id)}
        assert (campaign.kind, campaign.name) == (CampaignKind.BULLETIN, variants["en"].subject)
        assert {language: variant.preheader for language, variant in variants.items()} == {"en": "", "sl": ""}
        with pytest.raises(InputRefused, match="templates-nothing-to-say"):
            check_fits(campaign.kind.value, [])


@on_sqlite
def test_a_picture_brings_its_caption(world: World, tmp_path: Path) -> None:
    _, block = block_of(world, tmp_path / "news", "image: flag.png", "image_alt: Flag", "image_caption: By A.")
    assert block.image is not None
    assert (block.image.caption, block.image.language) == ("By A.", ""), "of the text's own language"


@pytest.mark.parametrize(("size", "shown"), [((2000, 1000), BODY_WIDTH), ((1400, 2000), COVER_WIDTH)])
@on_sqlite
def test_a_mail_carries_a_picture_twice_as_wide_as_it_shows_it(
    world: World, tmp_path: Path, size: tuple[int, int], shown: int
) -> None:
    _, block = block_of(world, tmp_path / "news", "image: flag.png", picture=a_picture(size=size))
    say = ReaderTexts("en", Texts(("core", "templates")))
    view = BlockViewFactory(say, accent="#8a1c1c", title_level=1).item(block, 1)
    assert block.image is not None
    assert block.image.width == 2 * shown
    assert (view.cover_width if view.has_cover else view.image_width) == shown
    assert carried(world, block.image)[0] == 2 * shown


@pytest.mark.parametrize("size", [(2000, 500), (500, 2000), (1000, 1000)])
@on_sqlite
def test_emblems_are_carried_at_most_twice_as_large_as_they_are_shown(
    world: World, tmp_path: Path, size: tuple[int, int]
) -> None:
    _, block = block_of(world, tmp_path / "news", "kind: project", "logo: flag.png", picture=a_picture(size=size))
    assert block.logo is not None
    assert carried(world, block.logo)[0] <= 2 * logo_width(block.logo)
    assert carried(world, block.logo)[1] <= 2 * LOGO_HEIGHT


def carried(world: World, image: Image) -> tuple[int, int]:
    """The size of the file behind the address that stands in the mail."""
    sha256 = image.url.rpartition("/")[2].partition(".")[0]
    picture = inspect_asset(world.context.assets.read(sha256))
    assert picture.width is not None
    assert picture.height is not None
    return picture.width, picture.height


@pytest.mark.parametrize(
    ("language", "title", "subject"),
    [
        ("sl", "Ladja je potonila", "Ladja je potonila · Bilten, november 2026"),
        ("ar", "غرقت السفينة", "غرقت السفينة · Bilten، نوفمبر 2026"),
        ("fa", "کشتی غرق شد", "کشتی غرق شد · Bilten، نوامبر ۲۰۲۶"),
        ("en", "x" * 50, f"{'x' * 50} · Bilten, November 2026"),
        ("en", "x" * 70, "x" * 70),
    ],
)
def test_the_subject_of_an_issue_says_what_is_in_it(language: str, title: str, subject: str) -> None:
    assert issue_subject(title, "Bilten", date(2026, 11, 22), language) == subject


@pytest.mark.parametrize(
    ("summary", "quote", "body", "preheader"),
    [
        ("S" * 40, "Q", "<p>B</p>", "S" * 40),
        ("Short.", "Q" * 40, "<p>B</p>", "Short. " + "Q" * 40),
        ("", "", "<p>One &amp; <strong>two</strong></p><p>three</p>", "One & two three"),
        ("", "Said.", "<p>Body</p>", "Said. Body"),
        ("", "", '<p>In <a href="https://x.si">the place</a>. <em>M</em>ore.</p>', "In the place. More."),
        ("", "", "", ""),
    ],
)
def test_what_stands_beside_the_subject_is_never_empty_where_there_are_words(
    summary: str, quote: str, body: str, preheader: str
) -> None:
    text = NewsText(item_id=1, language="en", title="T", summary=summary, quote=quote, body_html=body)
    assert first_words(text) == preheader


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dear [[recipient_name|friend]], the ship sank.", "Dear friend, the ship sank."),
        ("Dear [[recipient_name]], the ship sank.", "Dear, the ship sank."),
        ("Two brackets: [[[]][[[]]name]]", "Two brackets: [name]"),
        ("An array a[[1]] and ]] and [[", "An array a[1] and ] and ["),
        ("600 people , one [place] ?", "600 people , one [place] ?"),
    ],
)
def test_a_line_drawn_from_a_text_shows_nothing_of_how_merge_fields_are_written(text: str, line: str) -> None:
    assert in_words(text) == line


@given(st.text("[]|ab_ .", max_size=120), st.integers(10, 60))
def test_it_never_ends_inside_one_either(text: str, length: int) -> None:
    assert "[[" not in in_words(text)
    assert "]]" not in in_words(text)
    cut = shortened(text, length)
    assert len(cut) <= length
    if len(text) > length:
        assert cut.rfind("[[") <= cut.rfind("]]")


@on_sqlite
def test_staff_may_choose_another_design(world: World, tmp_path: Path) -> None:
    design, _ = block_of(world, tmp_path / "news", "kind: publication", kind=CampaignKind.DIGEST)
    assert design == "digest"


@on_sqlite
def test_a_design_that_an_item_cannot_fill_is_refused(world: World, tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        block_of(world, tmp_path / "news", "kind: statement", kind=CampaignKind.EVENT)
    assert refused.value.code == "templates-item-does-not-fit"


@pytest.mark.parametrize("kind", NewsKind)
def test_every_kind_of_news_has_a_design_that_takes_it(kind: NewsKind) -> None:
    design = DESIGNS[kind_for([kind]).value]
    assert design.kind in ("", kind.value)


def test_every_kind_of_campaign_is_a_design_and_the_other_way_round() -> None:
    assert set(CampaignKind) == set(DESIGNS)
    assert kind_for([NewsKind.EVENT, NewsKind.APPEAL]) is CampaignKind.BULLETIN
