"""What a campaign's links lead to, for its own page: publications, and addresses that are counted."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session

from campaigns.clicks.click_links import code_in, labels_of_links
from campaigns.clicks.frozen_links import targets_of
from campaigns.editorial.compose import asset_url
from campaigns.public_archive.publication_pages import PageContent, frozen_pages, pages_digest
from campaigns.queries import rendered_of
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
        "counted_links": _counted_links(session, campaign),
        "present_digest": pages_digest(present) if is_changed else None,
    }


def _counted_links(session: Session, campaign: Campaign) -> list[tuple[str, str]]:
    """The words of each counted link and where it leads, in the order of reading; each once."""
    targets = targets_of(session, campaign)
    if not targets:
        return []
    links = (link for variant in rendered_of(session, campaign.id) for link in labels_of_links(variant.html))
    counted = ((label, targets[code_in(url)]) for url, label in links if code_in(url) in targets)
    return list(dict.fromkeys(counted))
