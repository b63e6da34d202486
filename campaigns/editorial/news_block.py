"""A news item, in the text chosen for a reader's language and with its assets, as a block of a mail. Pure."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from campaigns.language_choice import best_text
from core.languages import FALLBACK
from news.queries import mail_picture_of
from news.tables import Asset, AssetRole, NewsItem, NewsKind, NewsText
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
        event=_event(text) if item.kind is NewsKind.EVENT else None,
        appeal=_appeal(text),
        funding=_funding(text, _image(asset(AssetRole.FUNDER_LOGO), url)),
        correction=_correction(text, corrected) if item.kind is NewsKind.CORRECTION else None,
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


def _event(text: NewsText) -> EventBlock | None:
    if not text.starts:
        return None
    starts_on, starts_at = _moment(text.starts)
    ends_on, ends_at = _moment(text.ends) if text.ends else (None, None)
    return EventBlock(
        starts_on=starts_on,
        starts_at=starts_at,
        ends_on=ends_on,
        ends_at=ends_at,
        place=text.place,
        directions=text.directions,
    )


def _moment(written: str) -> tuple[date, time | None]:
    moment = datetime.fromisoformat(written)
    return moment.date(), moment.time() if "T" in written else None


def _appeal(text: NewsText) -> AppealBlock | None:
    if not text.action_url:
        return None
    counter = None
    if text.count is not None and text.counted_on is not None:
        counter = CounterBlock(text.count, text.goal, text.counted_on)
    return AppealBlock(url=text.action_url, action=text.action, deadline=text.deadline, counter=counter)


def _funding(text: NewsText, logo: ImageBlock | None) -> FundingBlock | None:
    partners = tuple(name.strip() for name in text.partners.split(";") if name.strip())
    return FundingBlock(partners, text.funding, logo) if partners or text.funding else None


def _correction(text: NewsText, corrected: Corrected) -> CorrectionBlock:
    if text.corrects not in corrected:
        return CorrectionBlock(wrong=text.wrong, correct=text.correct)
    item, texts = corrected[text.corrects]
    told = best_text(texts, text.language, chain=(FALLBACK,), main=text.language)
    return CorrectionBlock(
        wrong=text.wrong,
        correct=text.correct,
        title=told.title,
        language=told.language,
        url=told.url or item.url,
    )
