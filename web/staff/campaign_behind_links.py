"""What a campaign's links to publications lead to, for its own page."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session

from campaigns.editorial.compose import asset_url
from campaigns.public_archive.publication_pages import PageContent, frozen_pages, pages_digest
from campaigns.review.publish_correction import present_pages
from campaigns.tables import Campaign
from web.http.app_context import AppContext


def behind_links(session: Session, context: AppContext, campaign: Campaign) -> dict[str, Any]:
    """As it was frozen, and as the news is now where that is another."""
    frozen, present = frozen_pages(session, campaign.id), present_pages(session, campaign.id)
    is_changed = bool(campaign.launched_at and present) and pages_digest(frozen) != pages_digest(present)
    url = asset_url(context.settings)

    def with_file(pages: Iterable[PageContent]) -> list[tuple[PageContent, str]]:
        return [(page, url(page.pdf_sha256, page.pdf_media_type)) for page in pages]

    return {
        "pages": with_file(frozen if campaign.content_hash else present),
        "changed_pages": with_file(page for page in present if is_changed and page not in frozen),
        "present_digest": pages_digest(present) if is_changed else None,
    }
