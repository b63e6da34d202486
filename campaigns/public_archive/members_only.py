"""Mails that only subscribers may read on the web: from the page of their preferences, with a pass that says
nothing about them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from campaigns.audience_lists import AudienceList
from campaigns.language_choice import best
from campaigns.queries import goes_to
from campaigns.tables import Campaign, RenderedVariant, Visibility
from core.signing import Signer, TokenRefused

PURPOSE = "members-only"
GOOD_FOR = timedelta(days=1)
MAX_ITEMS = 20


@dataclass(frozen=True, slots=True)
class MembersMail:
    public_id: str
    language: str
    subject: str
    """With merge fields still in it."""
    launched_at: datetime


def members_mails(session: Session, list_ids: Collection[int], language: str) -> list[MembersMail]:
    """The latest for subscribers of these lists, each in the language that suits; two queries, however many."""
    campaigns = session.exec(
        select(Campaign)
        .where(
            col(Campaign.visibility) == Visibility.MEMBERS,
            col(Campaign.launched_at).is_not(None),
            goes_to(col(AudienceList.list_id).in_(list(list_ids))),
        )
        .order_by(col(Campaign.id).desc())
        .limit(MAX_ITEMS)
    ).all()
    of_them = col(RenderedVariant.campaign_id).in_([campaign.id for campaign in campaigns])
    variants: dict[int, dict[str, RenderedVariant]] = {}
    for variant in session.exec(select(RenderedVariant).where(of_them, RenderedVariant.item_set == "")):
        variants.setdefault(variant.campaign_id, {})[variant.language] = variant
    return [_shown(campaign, variants[campaign.id], language) for campaign in campaigns if campaign.id in variants]


def _shown(campaign: Campaign, variants: dict[str, RenderedVariant], language: str) -> MembersMail:
    variant = variants[best(language, variants, chain=(), main=campaign.main_language)]
    return MembersMail(
        campaign.public_id, variant.language, variant.subject, campaign.launched_at or campaign.created_at
    )


def members_pass(signer: Signer, public_id: str, *, now: datetime) -> str:
    """Lets whoever holds it read that mail for a day. It is the same for everybody."""
    return signer.sign(PURPOSE, [public_id], expires_at=now + GOOD_FOR)


def lets_in(signer: Signer, public_id: str, token: str, *, now: datetime) -> bool:
    try:
        return bool(signer.read(PURPOSE, token, now=now) == [public_id])
    except TokenRefused:
        return False
