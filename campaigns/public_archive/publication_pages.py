"""Snapshot: what is behind the links of a campaign's mails to its publications, frozen with its variants (ADR 42).

A mail's link leads to a page. Were the page made of the news as it is when somebody looks, whoever may bring in
news could change afterwards what others have approved. So what a page shows is kept with the campaign, is part of
its content hash, and the files are named by their hash.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from sqlalchemy import delete
from sqlmodel import Session, col, select

from campaigns.public_archive.tables import PublicationPage
from campaigns.tables import Campaign
from core.json_digest import json_digest
from news.tables import Asset, AssetRole, NewsItem, NewsText


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything that the page of a publication shows in one language."""

    item_id: int
    language: str
    title: str
    summary: str
    pdf_sha256: str
    pdf_media_type: str
    pdf_language: str
    """Of the text where there is a PDF in that language, else another."""
    page_count: int | None
    byte_count: int
    words: str
    cover_sha256: str | None
    cover_media_type: str | None
    cover_width: int | None
    cover_height: int | None

    @property
    def digest(self) -> str:
        """SHA-256 (hex)."""
        return json_digest(list(asdict(self).values()))


def pages_of(
    items: Sequence[NewsItem], texts: Mapping[int, Mapping[str, NewsText]], assets: Mapping[int, Sequence[Asset]]
) -> tuple[PageContent, ...]:
    """As the news is now: of each item that has a PDF a page for each of its texts. Pure."""
    pages = []
    for item in items:
        pdfs = [asset for asset in assets.get(item.id, ()) if asset.role is AssetRole.PDF]
        for language, text in sorted(texts[item.id].items()) if pdfs else ():
            pdf = min(pdfs, key=lambda asset: (asset.language != language, asset.language))
            pages.append(_page(text, pdf))
    return tuple(pages)


def _page(text: NewsText, pdf: Asset) -> PageContent:
    return PageContent(
        item_id=text.item_id,
        language=text.language,
        title=text.title,
        summary=text.summary,
        pdf_sha256=pdf.sha256,
        pdf_media_type=pdf.media_type,
        pdf_language=pdf.language,
        page_count=pdf.page_count,
        byte_count=pdf.byte_count,
        words=pdf.words,
        cover_sha256=pdf.mail_sha256,
        cover_media_type=pdf.mail_media_type,
        cover_width=pdf.mail_width,
        cover_height=pdf.mail_height,
    )


def pages_digest(pages: Iterable[PageContent]) -> str:
    """SHA-256 (hex) over all of them, in whatever order."""
    return json_digest(sorted(page.digest for page in pages))


def freeze_pages(session: Session, campaign: Campaign, pages: Iterable[PageContent]) -> None:
    thaw_pages(session, campaign)
    session.add_all(PublicationPage(campaign_id=campaign.id, **asdict(page)) for page in pages)


def thaw_pages(session: Session, campaign: Campaign) -> None:
    session.execute(delete(PublicationPage).where(col(PublicationPage.campaign_id) == campaign.id))


def frozen_pages(session: Session, campaign_id: int, item_id: int | None = None) -> list[PageContent]:
    """In the order of items and languages; none before the campaign is submitted."""
    statement = (
        select(PublicationPage)
        .where(PublicationPage.campaign_id == campaign_id)
        .order_by(col(PublicationPage.item_id), col(PublicationPage.language))
    )
    if item_id is not None:
        statement = statement.where(PublicationPage.item_id == item_id)
    return [page_content(row) for row in session.exec(statement)]


def approved_page_digests(session: Session, campaign: Campaign) -> list[str]:
    """Those that are in the content hash: all but what was frozen before pages were."""
    statement = select(PublicationPage).where(
        PublicationPage.campaign_id == campaign.id, ~col(PublicationPage.is_found_by_slug)
    )
    return [page_content(row).digest for row in session.exec(statement)]


def page_content(row: PublicationPage) -> PageContent:
    return PageContent(**{field.name: getattr(row, field.name) for field in fields(PageContent)})
