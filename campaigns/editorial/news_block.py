"""A news item, in the text chosen for a reader's language and with its assets, as a block of a mail. Pure."""

from collections.abc import Callable, Mapping

from campaigns.language_choice import best_text
from core.languages import FALLBACK
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.details import Details
from kinds.event import EventDetails
from kinds.registry import NewsKind, details_from
from news.queries import mail_picture_of
from news.tables import Asset, AssetRole, NewsItem, NewsText
from templates.content import (
    AppealBlock,
    CorrectionBlock,
    CounterBlock,
    EventBlock,
    FundingBlock,
    ImageBlock,
    NewsBlock,
    PdfBlock,
)

AssetUrl = Callable[[str, str], str]
"""(sha256, media type) → where readers find the asset."""
PublicationUrl = Callable[[str, str], str]
"""(slug, language) → the page of a publication."""
Corrected = Mapping[str, tuple[NewsItem, dict[str, NewsText]]]
"""Slug → the item that is corrected, with its texts."""


def news_block(
    item: NewsItem,
    text: NewsText,
    assets: list[Asset],
    *,
    corrected: Corrected,
    url: AssetUrl,
    publication_url: PublicationUrl,
) -> NewsBlock:
    def asset(role: AssetRole) -> Asset | None:
        return _asset(assets, role, text.language)

    details = details_from(text.details)
    return NewsBlock(
        kind=item.kind.value,
        language=text.language,
        title=text.title,
        topic=text.topic,
        summary=text.summary,
        body_html=text.body_html,
        quote=text.quote,
        quote_source=text.quote_source,
        quote_language=text.quote_language or text.language,
        image=_image(asset(AssetRole.IMAGE), url),
        logo=_image(asset(AssetRole.LOGO), url),
        pdf=_pdf(asset(AssetRole.PDF), text.title, publication_url(item.slug, text.language), url),
        url=text.url or item.url,
        event=_event(details) if item.kind is NewsKind.EVENT else None,
        appeal=_appeal(details),
        funding=_funding(text, _image(asset(AssetRole.FUNDER_LOGO), url)),
        correction=_correction(details, text.language, corrected) if item.kind is NewsKind.CORRECTION else None,
        published_on=item.published_on,
    )


def _asset(assets: list[Asset], role: AssetRole, language: str) -> Asset | None:
    """The asset that came with the shown text, else one that came with another language's."""
    fitting = [asset for asset in assets if asset.role is role]
    fitting.sort(key=lambda asset: (asset.language != language, asset.language))
    return fitting[0] if fitting else None


def _image(asset: Asset | None, url: AssetUrl) -> ImageBlock | None:
    if asset is None:
        return None
    picture = mail_picture_of(asset)
    return ImageBlock(
        url=url(picture.sha256, picture.media_type),
        alt=asset.alt,
        width=picture.width,
        height=picture.height,
        caption=asset.caption,
    )


def _pdf(asset: Asset | None, title: str, page_url: str, asset_url: AssetUrl) -> PdfBlock | None:
    """It leads to the publication's page, not to the file: eight megabytes begin when somebody wants them."""
    if asset is None:
        return None
    return PdfBlock(
        url=page_url,
        title=title,
        page_count=asset.page_count,
        byte_count=asset.byte_count,
        cover=_cover(asset, asset_url),
    )


def _cover(pdf: Asset, url: AssetUrl) -> ImageBlock | None:
    if pdf.mail_sha256 is None or pdf.mail_media_type is None:
        return None
    return ImageBlock(
        url=url(pdf.mail_sha256, pdf.mail_media_type), alt="", width=pdf.mail_width, height=pdf.mail_height
    )


def _event(details: Details) -> EventBlock | None:
    if not isinstance(details, EventDetails) or not details.starts:
        return None
    starts_on, starts_at = details.first_moment()
    ends_on, ends_at = details.last_moment()
    return EventBlock(
        starts_on=starts_on,
        starts_at=starts_at,
        ends_on=ends_on,
        ends_at=ends_at,
        place=details.place,
        directions=details.directions,
    )


def _appeal(details: Details) -> AppealBlock | None:
    if not isinstance(details, AppealDetails) or not details.action_url:
        return None
    counter = None
    if details.count is not None and details.counted_on is not None:
        counter = CounterBlock(details.count, details.goal, details.counted_on)
    return AppealBlock(url=details.action_url, action=details.action, deadline=details.deadline, counter=counter)


def _funding(text: NewsText, logo: ImageBlock | None) -> FundingBlock | None:
    partners = tuple(name.strip() for name in text.partners.split(";") if name.strip())
    return FundingBlock(partners, text.funding, logo) if partners or text.funding else None


def _correction(details: Details, language: str, corrected: Corrected) -> CorrectionBlock:
    if not isinstance(details, CorrectionDetails):
        details = CorrectionDetails()
    if details.corrects not in corrected:
        return CorrectionBlock(wrong=details.wrong, correct=details.correct)
    item, texts = corrected[details.corrects]
    nearest = best_text(texts, language, chain=(FALLBACK,), main=language)
    return CorrectionBlock(
        wrong=details.wrong,
        correct=details.correct,
        title=nearest.title,
        language=nearest.language,
        url=nearest.url or item.url,
    )
