"""Each design says what it is for, in both parts and in every reader language."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from core.languages import READER_LANGUAGES
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.event import EventDetails
from templates.check import check_rendered
from templates.content import Image, RenderedMail
from templates.designs import DESIGNS
from templates.html_facts import read_html
from templates.render import render
from tests.templates import library, samples

in_every_language = pytest.mark.parametrize("language", READER_LANGUAGES)


def flat(text: str) -> str:
    return " ".join(re.sub("[\u2066-\u2069]", "", text).replace("> ", "").split())


def is_in_both(rendered: RenderedMail, text: str) -> bool:
    return text in flat(read_html(rendered.html).text) and text in flat(rendered.text)


@pytest.mark.parametrize("design", DESIGNS)
@in_every_language
def test_the_check_before_sending_finds_nothing(design: str, language: str) -> None:
    document = library.mail(design, language)
    assert check_rendered(document, render(document)) == []


@in_every_language
def test_a_publication_can_be_read_and_downloaded(language: str) -> None:
    rendered = render(library.mail("publication", language))
    links = read_html(rendered.html).links
    for url in (f"{samples.SITE}/{language}/publication", f"{samples.SITE}/assets/publication.pdf"):
        assert url in links
        assert url in rendered.text.splitlines()


def test_a_publication_tells_pages_and_size() -> None:
    assert is_in_both(render(library.mail("publication", "sl")), "142 strani, 8,3 MB")


def test_an_upright_cover_stands_beside_the_text_and_a_wide_picture_above_it() -> None:
    document = library.mail("publication", "en")
    (block,) = document.items
    assert "mj-column-per-37" in render(document).html
    wide = replace(block, image=Image(f"{samples.SITE}/assets/sea.png", "The sea", 1200, 600))
    assert "mj-column-per-37" not in render(replace(document, blocks=(wide,))).html


@in_every_language
def test_a_project_names_partners_and_funder_with_its_emblem(language: str) -> None:
    document = library.mail("project", language)
    funding = document.items[0].funding
    assert funding is not None
    assert funding.logo is not None
    rendered = render(document)
    for phrase in (*funding.partners, funding.words):
        assert is_in_both(rendered, flat(phrase))
    assert f'src="{funding.logo.url}" alt="{funding.logo.alt}"' in unescape(rendered.html)


def event(starts: str, ends: str = "") -> EventDetails:
    return EventDetails(starts=starts, ends=ends, place="Metelkova 6")


@pytest.mark.parametrize(
    ("details", "language", "expected"),
    [
        (event("2026-12-05"), "sl", "sobota, 5. december 2026"),
        (event("2026-12-05T18:00"), "sl", "sobota, 5. december 2026, 18:00"),
        (event("2026-12-05T18:00", "2026-12-05T20:30"), "sl", "od 18:00 do 20:30"),
        (event("2026-12-05T18:00", "2026-12-05T20:30"), "en", "18:00 to 20:30"),
        (event("2026-12-05", "2026-12-06"), "en", "from Saturday, 5 December 2026 to Sunday, 6 December 2026"),
        (event("2026-12-05", "2026-12-06"), "sl", "od sobote, 5. decembra 2026, do nedelje, 6. decembra 2026"),
        (
            event("2026-12-05T18:00", "2027-01-01T09:00"),
            "sl",
            "od sobote, 5. decembra 2026, 18:00, do petka, 1. januarja 2027, 09:00",
        ),
        (event("2026-12-05T18:00"), "ar", "السبت، 5 ديسمبر 2026، 6:00 م"),
        (event("2026-12-05T18:00"), "fa", "شنبه ۵ دسامبر ۲۰۲۶، ۱۸:۰۰"),
    ],
)
def test_an_event_says_when_as_readers_say_it(details: EventDetails, language: str, expected: str) -> None:
    document = library.mail("event", language)
    assert is_in_both(render(replace(document, blocks=(replace(document.items[0], details=details),))), expected)


def test_an_event_shows_no_other_day_than_its_own() -> None:
    assert not is_in_both(render(library.mail("event", "sl")), "20. november 2026")


def appeal(count: int, goal: int | None = None) -> AppealDetails:
    url = f"{samples.SITE}/sign"
    return AppealDetails(action_url=url, count=count, goal=goal, counted_on=date(2026, 11, 20))


@pytest.mark.parametrize(
    ("count", "language", "expected"),
    [
        (1, "sl", "Sodeluje že 1 človek"),
        (2, "sl", "Sodelujeta že 2 človeka"),
        (3, "sl", "Sodelujejo že 3 ljudje"),
        (1240, "sl", "Sodeluje že 1.240 ljudi"),
        (1, "en", "1 person has taken part"),
        (1240, "en", "1,240 people have taken part"),
        (2, "ar", "شارك شخصان"),
        (5, "ar", "شارك 5 أشخاص"),
        (1240, "fa", "۱٬۲۴۰ نفر"),
    ],
)
def test_a_counter_counts_in_the_readers_grammar_and_is_dated(count: int, language: str, expected: str) -> None:
    document = library.mail("appeal", language)
    rendered = render(replace(document, blocks=(replace(document.items[0], details=appeal(count)),)))
    assert is_in_both(rendered, expected)
    assert is_in_both(rendered, {"sl": "20. novembra 2026", "fa": "۲۰ نوامبر ۲۰۲۶"}.get(language, "2026"))
    assert "reached" not in rendered.html.partition("<body")[2]


@in_every_language
def test_an_appeal_that_nobody_has_joined_yet_shows_no_number(language: str) -> None:
    document = library.mail("appeal", language)
    rendered = render(replace(document, blocks=(replace(document.items[0], details=appeal(0, 5000)),)))
    assert "track" not in rendered.html.partition("<body")[2]
    for number in ("5,000", "5.000", "۵٬۰۰۰"):
        assert number not in read_html(rendered.html).text
        assert number not in rendered.text


@pytest.mark.parametrize(("count", "widths"), [(50, ["1%", "99%"]), (1240, ["24%", "76%"]), (9000, ["100%"])])
def test_the_bar_shows_the_share_and_never_more_than_all(count: int, widths: list[str]) -> None:
    document = library.mail("appeal", "en")
    rendered = render(replace(document, blocks=(replace(document.items[0], details=appeal(count, 5000)),)))
    assert re.findall(r'<td class="(?:reached|track)" width="(\d+%)"', rendered.html) == widths


def test_an_appeal_has_one_button_which_says_what_to_do() -> None:
    rendered = render(library.mail("appeal", "en"))
    assert read_html(rendered.html).links.count(f"{samples.SITE}/sign") == 1
    assert is_in_both(rendered, "Sign the letter")
    assert is_in_both(rendered, "Deadline: Friday, 4 December 2026")


@in_every_language
def test_a_correction_says_what_was_wrong_what_is_right_and_where_it_stood(language: str) -> None:
    document = library.mail("correction", language)
    details, corrected = document.items[0].details, document.items[0].corrected
    assert isinstance(details, CorrectionDetails)
    assert corrected is not None
    rendered = render(document)
    for phrase in (details.wrong, details.correct, corrected.title):
        assert is_in_both(rendered, phrase)
    assert f"{samples.SITE}/{language}/statement" in read_html(rendered.html).links
    assert f"{samples.SITE}/{language}/statement" in rendered.text.splitlines()


def test_a_correction_of_what_nobody_knows_is_asked_about() -> None:
    document = library.mail("correction", "sl")
    lost = replace(document.items[0], corrected=None)
    changed = replace(document, blocks=(lost,))
    assert [finding.code for finding in check_rendered(changed, render(changed))] == [
        "templates-check-corrects-unknown"
    ]


def test_a_digest_stands_by_kind_in_the_order_in_which_kinds_come() -> None:
    blocks = tuple(library.block(kind, "en") for kind in ("event", "statement", "event", "appeal"))
    rendered = render(samples.document("digest", "en", blocks))
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", rendered.html) == ["Events", "Statements", "Appeals"]
    assert rendered.text.count("Events\n======") == 1


def test_slovenian_quotations_stand_between_their_marks_in_both_parts() -> None:
    quotation = "»Samo to bi rad vedel: kje je moj brat.«"
    assert is_in_both(render(library.mail("appeal", "sl")), quotation)


def test_a_caption_stands_under_its_picture_and_in_the_text_part() -> None:
    assert is_in_both(render(library.mail("statement", "en")), "South of Pylos, June 2023. Photo: Info Kolpa")


@pytest.mark.parametrize(
    ("language", "expected"), [("sl", "Denar nam dajete vi."), ("sl-SI", "Denar nam dajete vi.")]
)
def test_the_organisation_has_the_last_word_in_the_mails_language(language: str, expected: str) -> None:
    brand = replace(samples.BRAND, footer_texts={"sl": "Denar nam dajete vi.", "en": "You pay us."})
    rendered = render(replace(library.mail("appeal", "sl"), language=language, brand=brand))
    assert is_in_both(rendered, expected)
    assert not is_in_both(rendered, "You pay us.")
    assert not is_in_both(render(replace(library.mail("appeal", "fa"), brand=brand)), expected)


def test_a_logo_for_dark_takes_the_place_of_the_light_one() -> None:
    light = replace(samples.BRAND, logo_url=f"{samples.SITE}/light.png", logo_alt="Info Kolpa")
    both = replace(light, logo_dark_url=f"{samples.SITE}/dark.png")
    html = render(replace(library.mail("appeal", "sl"), brand=both)).html
    assert re.search(r'class="on-dark" src="[^"]*dark.png" alt="Info Kolpa"[^>]*display:none', html)
    html = render(replace(library.mail("appeal", "sl"), brand=light)).html
    assert 'class="plate"' in html
    assert "on-dark" not in html.partition("<body")[2]


@in_every_language
def test_a_publication_without_a_picture_is_shown_by_its_cover(language: str) -> None:
    document = library.mail("publication", language)
    (block,) = document.items
    bare = render(replace(document, blocks=(replace(block, image=None),)))
    facts = read_html(bare.html)
    assert len([image for image in facts.images if "cover" in image]) == 1, "and not once more on the card"
    assert facts.images_without_alt == []


@in_every_language
def test_the_card_of_a_pdf_has_its_cover(language: str) -> None:
    mail = render(library.mail("report_summary", language))
    assert "/assets/cover.png" in mail.html
    (block,) = library.mail("report_summary", language).items
    assert block.pdf is not None
    plain = replace(
        library.mail("report_summary", language), blocks=(replace(block, pdf=replace(block.pdf, cover=None)),)
    )
    assert "<img" not in render(plain).html


def test_a_digest_puts_together_what_is_about_the_same() -> None:
    topics = {"statement": "At sea", "event": "Remembrance", "appeal": "at  sea"}
    blocks = tuple(
        replace(library.block(kind, "en"), topic=topics.get(kind, ""))
        for kind in ("statement", "event", "appeal", "publication")
    )
    rendered = render(replace(library.mail("digest", "en"), blocks=blocks))
    text = flat(read_html(rendered.html).text)
    order = [
        "At sea",
        blocks[0].title,
        blocks[2].title,
        "Remembrance",
        blocks[1].title,
        "Publications",
        blocks[3].title,
    ]
    places = [text.index(title) for title in order]
    assert places == sorted(places)
    assert [flat(rendered.text).index(title) for title in order] == sorted(
        flat(rendered.text).index(title) for title in order
    )


def test_a_topic_in_another_language_says_so() -> None:
    blocks = (replace(library.block("statement", "sl"), topic="Na morju"), library.block("event", "en"))
    rendered = render(replace(library.mail("digest", "en"), blocks=blocks))
    assert re.search(r'<h2[^>]*lang="sl"[^>]*>Na morju</h2>', rendered.html)
