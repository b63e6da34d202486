"""An item that goes out alone goes whole: every kind, every field, in both parts, once."""

import re
from dataclasses import replace
from datetime import date

import pytest

from core.i18n import direction
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.details import Details
from kinds.event import EventDetails
from kinds.registry import NewsKind
from templates.content import FundingDetails, Image, Item, Pdf, Quotation
from templates.html_facts import read_html
from templates.render import render
from tests.templates.samples import document

DETAILS: dict[NewsKind, Details] = {
    NewsKind.EVENT: EventDetails(starts="2026-12-05T18:00", place="Xplace", directions="Xdirections"),
    NewsKind.APPEAL: AppealDetails(
        action="Xaction", action_url="https://x.example/act", count=7, goal=9, counted_on=date(2026, 11, 1)
    ),
    NewsKind.CORRECTION: CorrectionDetails(corrects="x", wrong="Xwrong", correct="Xcorrect"),
}
ONCE = ("Xsummary", "Xbody Xmore", "Xquote", "Xsource", "Xcaption", "Xpartner", "Xfunding")


def whole_item(kind: NewsKind, language: str, *, image: Image) -> Item:
    return Item(
        kind=kind.value,
        language=language,
        title="Xtitle",
        summary="Xsummary",
        body_html="<p>Xbody</p><p>Xmore</p>",
        quotation=Quotation("Xquote", "Xsource"),
        image=image,
        logo=Image("https://x.example/logo.png", "Xlogo", 100, 100),
        pdf=Pdf("https://x.example/a.pdf", "Xpdf", 3, 1_000_000, Image("https://x.example/cover.png", "", 10, 20)),
        url="https://x.example/read",
        details=DETAILS.get(kind, Details()),
        funding=FundingDetails(("Xpartner",), "Xfunding", Image("https://x.example/emblem.png", "Xemblem", 9, 9)),
        published_on=date(2026, 11, 1),
    )


WIDE = Image("https://x.example/wide.png", "Xalt", 1200, 600, "Xcaption")
UPRIGHT = replace(WIDE, width=600, height=1200)
ALONE = [(kind, design) for kind in NewsKind for design in sorted({kind.definition.design, "bulletin", "digest"})]


def plain(text: str) -> str:
    return " ".join(re.sub("[\u2066-\u2069>]", "", text).split())


@pytest.mark.parametrize("image", [WIDE, UPRIGHT], ids=["wide", "upright"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("kind", "design"), ALONE)
def test_an_item_that_goes_out_alone_goes_whole(kind: NewsKind, design: str, language: str, image: Image) -> None:
    mail = render(document(design, language, (whole_item(kind, language, image=image),)))
    parts = {"html": plain(read_html(mail.html).text), "text": plain(mail.text)}
    details = [value for value in DETAILS.get(kind, Details()).model_dump().values() if str(value)[:1] == "X"]
    for name, part in parts.items():
        assert {text: part.count(text) for text in (*ONCE, *details)} == dict.fromkeys((*ONCE, *details), 1), name
        assert "Xtitle" in part
        assert direction(language) == "rtl" or "1 MB" in part
    for address in ("https://x.example/a.pdf", "https://x.example/read"):
        assert address in mail.html
        assert address in mail.text
    for picture in ("Xalt", "Xlogo", "Xemblem"):
        assert mail.html.count(f'alt="{picture}"') == 1


def test_among_others_an_item_with_a_summary_and_a_place_to_read_on_is_a_teaser() -> None:
    item = whole_item(NewsKind.PAGE, "en", image=WIDE)
    mail = render(document("bulletin", "en", (item, item)))
    for part in (mail.html, mail.text):
        assert "Xbody" not in part
        assert part.count("https://x.example/read") == 2


@pytest.mark.parametrize("kind", NewsKind)
def test_no_picture_is_shown_twice_and_no_link_stands_beside_itself(kind: NewsKind) -> None:
    flat = Image("https://x.example/cover.png", "", 1200, 600)
    item = whole_item(kind, "en", image=WIDE)
    item = replace(item, image=None, pdf=replace(item.pdf, cover=flat) if item.pdf else None)
    for design in (kind.definition.design, "bulletin"):
        html = render(document(design, "en", (item,))).html
        assert html.count("https://x.example/cover.png") == 1
        assert html.count('href="https://x.example/a.pdf"') == 1
