"""One mail of every design in every reader language, for tests, goldens and photographs. All of it is made up."""

from dataclasses import dataclass
from datetime import date, time

from templates.content import (
    AppealBlock,
    CorrectionBlock,
    CounterBlock,
    Document,
    EventBlock,
    FundingBlock,
    ImageBlock,
    NewsBlock,
    PdfBlock,
)
from tests.templates.samples import SITE, document
from tests.templates.stories import STORIES, Story


@dataclass(frozen=True, slots=True)
class _Picture:
    name: str
    width: int
    height: int


COVER = _Picture("cover", 600, 848)
SEA = _Picture("sea", 1200, 600)
LOGO = _Picture("logo", 480, 240)
EMBLEM = _Picture("emblem", 300, 200)


def _image(picture: _Picture, alt: str, caption: str = "") -> ImageBlock:
    return ImageBlock(f"{SITE}/assets/{picture.name}.png", alt, picture.width, picture.height, caption)


def block(kind: str, language: str) -> NewsBlock:
    """The item of that kind, as readers of the language get it."""
    story = STORIES[language][kind]
    return NewsBlock(
        kind=kind,
        language=language,
        title=story["title"],
        summary=story["summary"],
        body_html=story.get("body", ""),
        quote=story.get("quote", ""),
        quote_source=story.get("quote_source", ""),
        image=_image_of(kind, story),
        logo=_image(LOGO, story["logo_alt"]) if "logo_alt" in story else None,
        pdf=PdfBlock(f"{SITE}/assets/{kind}.pdf", story["title"], 142, 8_300_000) if "pdf" in story else None,
        url=f"{SITE}/{language}/{kind}",
        event=_event(story) if kind == "event" else None,
        appeal=_appeal(story) if kind == "appeal" else None,
        funding=_funding(story) if "funding" in story else None,
        correction=_correction(story, language) if kind == "correction" else None,
        published_on=date(2026, 11, 20),
    )


def _image_of(kind: str, story: Story) -> ImageBlock | None:
    if "image_alt" not in story:
        return None
    picture = COVER if kind == "publication" else SEA
    return _image(picture, story["image_alt"], story.get("caption", ""))


def _event(story: Story) -> EventBlock:
    return EventBlock(
        starts_on=date(2026, 12, 5),
        starts_at=time(18, 0),
        ends_on=date(2026, 12, 5),
        ends_at=time(20, 30),
        place=story["place"],
        directions=story["directions"],
    )


def _appeal(story: Story) -> AppealBlock:
    return AppealBlock(
        url=f"{SITE}/sign",
        action=story["action"],
        deadline=date(2026, 12, 4),
        counter=CounterBlock(1240, 5000, date(2026, 11, 20)),
    )


def _funding(story: Story) -> FundingBlock:
    partners = tuple(story["partners"].split("; "))
    return FundingBlock(partners, story["funding"], _image(EMBLEM, story["emblem_alt"]))


def _correction(story: Story, language: str) -> CorrectionBlock:
    return CorrectionBlock(
        wrong=story["wrong"],
        correct=story["correct"],
        title=STORIES[language]["statement"]["title"],
        language=language,
        url=f"{SITE}/{language}/statement",
    )


def mail(template: str, language: str) -> Document:
    """A campaign in that design, in one language."""
    many = ("statement", "event", "appeal", "publication", "report_summary", "project", "correction")
    blocks = tuple(block(kind, language) for kind in (many if template in ("bulletin", "digest") else (template,)))
    subject = blocks[0].title
    intro = STORIES[language]["intro"]["summary"] if len(blocks) > 1 else ""
    return document(template, language, blocks, subject=subject, preheader=blocks[0].summary, intro=intro)
