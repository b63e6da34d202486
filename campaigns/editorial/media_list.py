"""Where pictures and PDFs are used: in which news and campaigns, and where their alternative text is missing.

A page costs the same few queries, however many files it shows.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from campaigns.block_content import OF_A_FILE, PictureText, read_text
from campaigns.block_tables import CampaignBlock, CampaignBlockText
from campaigns.editorial.news_uses import CampaignLink, campaigns_of
from campaigns.status import CampaignStatus
from campaigns.tables import Campaign
from news.inspect_asset import PDF
from news.media_library import MediaFilter, list_media
from news.tables import Asset, MediaFile, NewsText


@dataclass(slots=True)
class MediaSummary:
    """A file of the library with where it is used now."""

    file: MediaFile
    titles: dict[int, str] = field(default_factory=dict)
    """Of the news that have it, by number."""
    alts: dict[str, str] = field(default_factory=dict)
    """Alternative texts that it has, by language."""
    campaigns: dict[int, CampaignLink] = field(default_factory=dict)
    """Those that have it in a block, or an item with it, by number."""
    is_without_alt: bool = False
    """A picture that has none somewhere."""

    @property
    def is_used(self) -> bool:
        return bool(self.titles or self.campaigns)


def list_media_uses(
    session: Session, wanted: MediaFilter, *, limit: int, before_id: int | None = None
) -> list[MediaSummary]:
    """The newest first."""
    return uses_of(session, list_media(session, wanted, limit=limit, before_id=before_id))


def uses_of(session: Session, rows: Sequence[MediaFile]) -> list[MediaSummary]:
    """Of each, in their order."""
    summaries = {row.sha256: MediaSummary(row) for row in rows}
    _add_news(session, summaries)
    _add_blocks(session, summaries)
    return list(summaries.values())


def _add_news(session: Session, summaries: dict[str, MediaSummary]) -> None:
    assets = session.exec(select(Asset).where(col(Asset.sha256).in_(list(summaries)))).all()
    item_ids = {asset.item_id for asset in assets}
    titles = _titles(session, item_ids)
    campaigns = campaigns_of(session, item_ids)
    for asset in assets:
        summary = summaries[asset.sha256]
        summary.titles[asset.item_id] = titles.get(asset.item_id, "")
        summary.campaigns |= {link.id: link for link in campaigns[asset.item_id]}
        _note_alt(summary, asset.language, asset.alt)


def _titles(session: Session, item_ids: Collection[int]) -> dict[int, str]:
    rows: Sequence[tuple[int, str]] = session.exec(
        select(NewsText.item_id, NewsText.title)
        .where(col(NewsText.item_id).in_(list(item_ids)))
        .order_by(col(NewsText.id).desc())
    ).all()
    return dict(rows)


def _add_blocks(session: Session, summaries: dict[str, MediaSummary]) -> None:
    sha256 = col(CampaignBlockText.content)[("file", "sha256")].as_string()
    rows = session.execute(
        columns(
            CampaignBlockText, col(CampaignBlock.kind), col(Campaign.id), col(Campaign.name), col(Campaign.status)
        )
        .join(CampaignBlock, col(CampaignBlock.id) == col(CampaignBlockText.block_id))
        .join(Campaign, col(Campaign.id) == col(CampaignBlock.campaign_id))
        .where(col(CampaignBlock.kind).in_(list(OF_A_FILE)), sha256.in_(list(summaries)))
        .order_by(col(Campaign.id).desc())
    ).all()
    for row, kind, campaign_id, name, status in rows:
        text = read_text(kind, row.content)
        summary = summaries[row.content["file"]["sha256"]]
        summary.campaigns[campaign_id] = CampaignLink(campaign_id, name, CampaignStatus(status))
        if isinstance(text, PictureText):
            _note_alt(summary, row.language, text.image_alt)


def _note_alt(summary: MediaSummary, language: str, alt: str) -> None:
    if summary.file.media_type != PDF:
        if alt:
            summary.alts.setdefault(language, alt)
        summary.is_without_alt |= not alt
