"""The public archive: what an organisation has published, in one language, the newest first."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, or_, select

from campaigns.block_tables import CampaignBlock
from campaigns.public_archive.search_words import searchable
from campaigns.public_archive.tables import CampaignNotice, NoticeKind
from campaigns.public_archive.web_access import is_for_everybody, may_be_named_by
from campaigns.tables import Campaign, CampaignKind, RenderedVariant
from core.languages import READER_LANGUAGES
from news.queries import corrected_slug
from news.tables import NewsItem, NewsText
from subscribers.tables import MailingList

MAX_WORDS = 8
MAX_SEARCH_LENGTH = 100
MAX_CORRECTIONS = 10


@dataclass(frozen=True, slots=True)
class ArchivedMail:
    id: int
    """Of its frozen variant: pages go on from the last one."""
    public_id: str
    language: str
    kind: CampaignKind
    subject: str
    """With merge fields still in it, like the preheader."""
    preheader: str
    launched_at: datetime


def published(
    session: Session, language: str, *, search: str = "", before_id: int | None = None, limit: int
) -> list[ArchivedMail]:
    """Campaigns that staff have published and that have gone out. `search`: words that all have to be there."""
    statement = (
        select(RenderedVariant, Campaign)
        .join(Campaign, col(Campaign.id) == col(RenderedVariant.campaign_id))
        .where(col(RenderedVariant.language) == language, col(RenderedVariant.item_set) == "")
        .where(is_for_everybody())
        .order_by(col(RenderedVariant.id).desc())
        .limit(limit)
    )
    if before_id is not None:
        statement = statement.where(col(RenderedVariant.id) < before_id)
    for word in searchable(search[:MAX_SEARCH_LENGTH]).split()[:MAX_WORDS]:
        statement = statement.where(col(RenderedVariant.search_words).contains(word, autoescape=True))
    return [
        ArchivedMail(
            id=variant.id,
            public_id=campaign.public_id,
            language=variant.language,
            kind=campaign.kind,
            subject=variant.subject,
            preheader=variant.preheader,
            launched_at=campaign.launched_at or campaign.created_at,
        )
        for variant, campaign in session.exec(statement)
    ]


def languages_published(session: Session) -> list[str]:
    """In which there is anything to read."""
    statement = (
        select(col(RenderedVariant.language))
        .join(Campaign, col(Campaign.id) == col(RenderedVariant.campaign_id))
        .where(is_for_everybody())
        .distinct()
    )
    return sorted(session.exec(statement).all())


def archive_languages(session: Session) -> list[str]:
    """Of which there is an archive, if only an empty one: those of readers' pages, those that a list has, and
    those in which something was published. What a list of people at risk has is nobody's business."""
    chains = session.exec(
        select(MailingList.language_chain, MailingList.required_languages).where(~col(MailingList.is_protected))
    ).all()
    of_lists = {language for row in chains for languages in row for language in languages}
    return [*READER_LANGUAGES, *sorted({*of_lists, *languages_published(session)} - set(READER_LANGUAGES))]


@dataclass(frozen=True, slots=True)
class CorrectionLink:
    public_id: str
    language: str
    title: str


def notice_on(session: Session, campaign_id: int) -> NoticeKind | None:
    """Whether it was recalled or corrected since it went out."""
    notice = session.get(CampaignNotice, campaign_id)
    return notice.kind if notice is not None else None


def corrections_of(session: Session, campaign: Campaign, language: str) -> list[CorrectionLink]:
    """What corrects an item of this campaign, or was written to those who got it, and its readers may know of: in
    `language`, or in the one it has. One query."""
    own = (
        select(col(NewsItem.slug))
        .join(CampaignBlock, col(CampaignBlock.item_id) == col(NewsItem.id))
        .where(col(CampaignBlock.campaign_id) == campaign.id)
    )
    correcting = (
        select(col(CampaignBlock.campaign_id))
        .join(NewsText, col(NewsText.item_id) == col(CampaignBlock.item_id))
        .where(corrected_slug().in_(own))
    )
    follow_up = select(CampaignNotice.follow_up_id).where(
        CampaignNotice.campaign_id == campaign.id, col(CampaignNotice.follow_up_id).is_not(None)
    )
    rows = session.exec(
        select(RenderedVariant, Campaign.public_id)
        .join(Campaign, col(Campaign.id) == col(RenderedVariant.campaign_id))
        .where(
            or_(col(Campaign.id).in_(correcting), col(Campaign.id).in_(follow_up)),
            col(Campaign.id) != campaign.id,
            col(RenderedVariant.item_set) == "",
            may_be_named_by(campaign),
        )
        .order_by(col(RenderedVariant.id).desc())
        .limit(MAX_CORRECTIONS)
    ).all()
    by_campaign: dict[str, CorrectionLink] = {}
    for variant, public_id in rows:
        if public_id not in by_campaign or variant.language == language:
            by_campaign[public_id] = CorrectionLink(public_id, variant.language, variant.subject)
    return list(by_campaign.values())
