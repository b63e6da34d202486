"""One mail of every design in every reader language: what a look is tried with before anybody writes with it. All
of it is made up."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from core.public_urls import asset_path
from core.rich_text import rich_text_of
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.details import Details
from kinds.event import EventDetails
from templates.content import BrandView, CorrectedItem, Document, FundingDetails, Image, Item, Pdf, Quotation
from templates.designs import DESIGNS

LIST_NAMES = {
    "en": "Balkan Route news",
    "sl": "Novice z balkanske poti",
    "ar": "أخبار طريق البلقان",
    "fa": "اخبار مسیر بالکان",
}
_MANY = ("statement", "event", "appeal", "publication", "report_summary", "project", "correction")


Story = dict[str, str]
PictureUrl = Callable[[str], str]
"""The name of a picture (cover, sea, logo, emblem) → where it is."""


@dataclass(frozen=True, slots=True)
class _Picture:
    name: str
    width: int
    height: int


COVER = _Picture("cover", 600, 848)
SEA = _Picture("sea", 1200, 600)
LOGO = _Picture("logo", 480, 240)
EMBLEM = _Picture("emblem", 300, 200)


def example(template: str, language: str, *, brand: BrandView, site: str, picture: PictureUrl) -> Document:
    """A campaign in that design, in a reader language; `site` begins the addresses that it links to."""
    kinds = (template,) if DESIGNS[template].is_for_one else _MANY
    blocks = tuple(example_block(kind, language, site=site, picture=picture) for kind in kinds)
    return Document(
        template=template,
        language=language,
        subject=blocks[0].title,
        preheader=blocks[0].summary,
        intro_html=rich_text_of(_sample_stories(language)["intro"]["summary"]) if len(blocks) > 1 else "",
        blocks=blocks,
        brand=brand,
        list_name=LIST_NAMES[language],
        web_version_url=f"{site}/mail/abc?lang={language}&v=1",
    )


def example_block(kind: str, language: str, *, site: str, picture: PictureUrl) -> Item:
    """The item of that kind, as readers of the language get it."""
    story = _sample_stories(language)[kind]

    def image(of: _Picture, key: str, caption: str = "") -> Image | None:
        alt = story.get(key)
        return Image(picture(of.name), alt, of.width, of.height, caption) if alt else None

    return Item(
        kind=kind,
        language=language,
        title=story["title"],
        summary=story["summary"],
        body_html=story.get("body", ""),
        quotation=Quotation(story["quote"], story.get("quote_source", "")) if "quote" in story else None,
        image=image(COVER if kind == "publication" else SEA, "image_alt", story.get("caption", "")),
        logo=image(LOGO, "logo_alt"),
        pdf=_pdf(kind, story, site, Image(picture(COVER.name), "", COVER.width, COVER.height)),
        url=f"{site}/{language}/{kind}",
        details=_details(kind, story, site),
        corrected=_corrected(language, site) if kind == "correction" else None,
        funding=_funding(story, image(EMBLEM, "emblem_alt")) if "funding" in story else None,
        published_on=date(2026, 11, 20),
    )


@cache
def _sample_stories(language: str) -> dict[str, Story]:
    source = (files("templates") / "sample_stories" / f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


def _pdf(kind: str, story: Story, site: str, cover: Image) -> Pdf | None:
    if "pdf" not in story:
        return None
    return Pdf(site + asset_path(f"{kind}.pdf"), story["title"], 142, 8_300_000, cover)


def _funding(story: Story, emblem: Image | None) -> FundingDetails:
    return FundingDetails(tuple(story["partners"].split("; ")), story["funding"], emblem)


def _details(kind: str, story: Story, site: str) -> Details:
    match kind:
        case "event":
            return EventDetails(
                starts="2026-12-05T18:00",
                ends="2026-12-05T20:30",
                place=story["place"],
                directions=story["directions"],
            )
        case "appeal":
            return AppealDetails(
                action=story["action"],
                action_url=f"{site}/sign",
                deadline=date(2026, 12, 4),
                count=1240,
                goal=5000,
                counted_on=date(2026, 11, 20),
            )
        case "correction":
            return CorrectionDetails(corrects="statement", wrong=story["wrong"], correct=story["correct"])
    return Details()


def _corrected(language: str, site: str) -> CorrectedItem:
    return CorrectedItem(_sample_stories(language)["statement"]["title"], language, f"{site}/{language}/statement")
