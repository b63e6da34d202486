"""Rows as an earlier version of the program left them, where the way back through the migrations does not say."""

from sqlmodel import Session, col, select, update

from campaigns.active_sender import senders_of
from campaigns.audience_lists import frozen_list_names, thaw_list_names
from campaigns.public_archive.publication_pages import approved_page_digests
from campaigns.review.content_hash import content_hash
from campaigns.review.submit import identity
from campaigns.review.tables import SubmittedContent
from campaigns.tables import Approval, Campaign, RenderedVariant
from core.db import Database


def without_list_names(database: Database) -> None:
    """Before migration 0082 no name of a list was kept with what was submitted, and none was in its hash."""
    with database.write() as session:
        for campaign in session.exec(select(Campaign).where(col(Campaign.content_hash).is_not(None))).all():
            if frozen_list_names(campaign.audience_lists):
                thaw_list_names(campaign.audience_lists)
                _hash_anew(session, campaign)


def _hash_anew(session: Session, campaign: Campaign) -> None:
    before = campaign.content_hash
    variants = session.exec(select(RenderedVariant).where(RenderedVariant.campaign_id == campaign.id)).all()
    campaign.content_hash = content_hash(
        variants,
        audience=campaign.audience,
        senders=[identity(sender) for sender in senders_of(session, campaign)],
        pages=approved_page_digests(session, campaign),
    )
    for table in (Approval, SubmittedContent):
        of_it = (col(table.campaign_id) == campaign.id, col(table.content_hash) == before)
        session.execute(update(table).where(*of_it).values(content_hash=campaign.content_hash))
