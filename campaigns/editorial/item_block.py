"""A news item, in the text chosen for a reader's language and with its assets, as a block of a mail. Pure."""

from collections.abc import Callable, Mapping

from campaigns.language_choice import best_text
from core.languages import FALLBACK
from kinds.appeal import AppealDetails
from kinds.correction import CorrectionDetails
from kinds.details import Details
from news.queries import details_of, mail_picture_of
from news.tables import Asset, AssetRole, NewsItem, NewsText
from templates.content import CorrectedItem, FundingDetails, Image, Item, Pdf, Quotation

AssetUrl = Callable[[str, str], str]
"""(sha256, media type) → where readers find the asset."""
PublicationUrl = Callable[[str, str], str]
"""(slug, language) → the page of a publication."""
CorrectedItems = Mapping[str, tuple[NewsItem, dict[str, NewsText]]]
"""Slug → the item that is corrected, with its texts."""


def item_block(
    item: NewsItem,
    text: NewsText,
    assets: list[Asset],
    *,
    corrected: CorrectedItems,
    url: AssetUrl,
    publication_url: PublicationUrl,
) -> Item:
    def asset(role: AssetRole) -> Asset | None:
        return _asset(assets, role, text.language)

    details = _details(item, text)
    return Item(
        kind=item.kind.value,
        language=text.language,
        title=text.title,
        topic=text.topic,
        summary=text.summary,
        body_html=text.body_html,
        quotation=Quotation(text.quote, text.quote_source, text.quote_language) if text.quote else None,
        image=_image(asset(AssetRole.IMAGE), url, around=text.language),
        logo=_image(asset(AssetRole.LOGO), url),
        pdf=_pdf(asset(AssetRole.PDF), text.title, publication_url(item.slug, text.language), url),
        url=text.url or item.url,
        details=details,
        corrected=_corrected(details, text.language, corrected),
        funding=_funding(text, _image(asset(AssetRole.FUNDER_LOGO), url)),
        published_on=item.published_on,
    )


def _details(item: NewsItem, text: NewsText) -> Details:
    """Of a text that is of another kind than its item has become, only an appeal's call stands."""
    details, of_item = details_of(text), item.kind.definition.details
    return details if type(details) is of_item or isinstance(details, AppealDetails) else of_item()


def _asset(assets: list[Asset], role: AssetRole, language: str) -> Asset | None:
    """The asset that came with the shown text, else one that came with another language's."""
    fitting = [asset for asset in assets if asset.role is role]
    fitting.sort(key=lambda asset: (asset.language != language, asset.language))
    return fitting[0] if fitting else None


def _image(asset: Asset | None, url: AssetUrl, *, around: str = "") -> Image | None:
    """`around`: the language of the text that it stands in, where its words count."""
    if asset is None:
        return None
    picture = mail_picture_of(asset)
    return Image(
        url=url(picture.sha256, picture.media_type),
        alt=asset.alt,
        width=picture.width,
        height=picture.height,
        caption=asset.caption,
        language=asset.language if around and asset.language != around else "",
    )


def _pdf(asset: Asset | None, title: str, page_url: str, asset_url: AssetUrl) -> Pdf | None:
    """It leads to the publication's page, not to the file: eight megabytes begin when somebody wants them."""
    if asset is None:
        return None
    return Pdf(
        url=page_url,
        title=title,
        page_count=asset.page_count,
        byte_count=asset.byte_count,
        cover=_cover(asset, asset_url),
    )


def _cover(pdf: Asset, url: AssetUrl) -> Image | None:
    if pdf.mail_sha256 is None or pdf.mail_media_type is None:
        return None
    return Image(
        url=url(pdf.mail_sha256, pdf.mail_media_type), alt="", width=pdf.mail_width, height=pdf.mail_height
    )


def _funding(text: NewsText, logo: Image | None) -> FundingDetails | None:
    partners = tuple(name.strip() for name in text.partners.split(";") if name.strip())
    return FundingDetails(partners, text.funding, logo) if partners or text.funding else None


def _corrected(details: Details, language: str, known: CorrectedItems) -> CorrectedItem | None:
    if not isinstance(details, CorrectionDetails) or details.corrects not in known:
        return None
    item, texts = known[details.corrects]
    nearest = best_text(texts, language, chain=(FALLBACK,), main=language)
    return CorrectedItem(nearest.title, nearest.language, nearest.url or item.url)
