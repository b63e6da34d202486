"""The page of a publication: what a mail's link to a PDF leads to, as it was approved (ADR 42).

Two addresses lead to it. A mail's link names its campaign, like the mail's web version, and whoever may read that
may read the page. The short one names only the item; its name can be guessed, so it is for what everybody may
read, and for mails from before links named their campaign, unless these went to people at risk.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from campaigns.language_choice import best
from campaigns.public_archive.publication_pages import PageContent, frozen_pages
from campaigns.public_archive.tables import PublicationPage
from campaigns.public_archive.web_access import is_for_everybody, is_of_open_list, may_be_named_by
from campaigns.tables import Campaign, Visibility
from core.languages import FALLBACK
from core.public_urls import publication_path
from core.settings import Settings
from news.cleaned_assets import clean_name_of
from news.downloads import downloads_of
from news.queries import find_item


@dataclass(frozen=True, slots=True)
class PublicationContent:
    page: PageContent
    pdf_sha256: str
    """Under which the file lies now, and its downloads are counted."""
    languages: tuple[str, ...]
    """In which the publication is told of."""


def with_campaign_links(html: str, campaign: Campaign, *, settings: Settings) -> str:
    """A frozen mail from before links named their campaign, with links that do: its readers come by its web
    version to what they were told of."""
    short, long = publication_path(None, ""), publication_path(campaign.public_id, "")
    return html.replace(f'"{settings.public_url}{short}', f'"{settings.public_url}{long}')


def publication(
    session: Session, slug: str, language: str, *, campaign: Campaign | None = None
) -> PublicationContent | None:
    """What the latest of the campaigns that have gone out with it froze, of those that the visitor may know of.

    `campaign`: whose mail led here, and whose web version this visitor may read; None for the short address. None
    also for what has not gone out yet.
    """
    item = find_item(session, slug)
    if item is None:
        return None
    if campaign is not None:
        has_it = session.exec(_with_item(item.id, col(Campaign.id) == campaign.id)).first() is not None
        doors = [campaign] if has_it else []
    else:
        doors = list(session.exec(_with_item(item.id, _is_open_by_slug())).all())
    if not doors:
        return None
    latest = session.exec(_with_item(item.id, _is_known_at(doors)).limit(1)).one()
    pages = {page.language: page for page in frozen_pages(session, latest.id, item.id)}
    page = pages[best(language, pages, chain=(FALLBACK,), main=min(pages))]
    return PublicationContent(page, clean_name_of(session, page.pdf_sha256), tuple(sorted(pages)))


def downloads_of_campaign(session: Session, campaign_id: int) -> int | None:
    """How often the PDFs that it was approved with were downloaded, from wherever; None where it has none."""
    files = {clean_name_of(session, page.pdf_sha256) for page in frozen_pages(session, campaign_id)}
    return downloads_of(session, files) if files else None


def _with_item(item_id: int, condition: ColumnElement[bool]) -> SelectOfScalar[Campaign]:
    """Campaigns that have gone out with a page of that item, the latest to show one first."""
    shown_from = func.max(func.coalesce(col(PublicationPage.shown_from), col(Campaign.launched_at)))
    return (
        select(Campaign)
        .join(PublicationPage, col(PublicationPage.campaign_id) == col(Campaign.id))
        .where(col(PublicationPage.item_id) == item_id, col(Campaign.launched_at).is_not(None), condition)
        .group_by(col(Campaign.id))
        .order_by(shown_from.desc(), col(Campaign.id).desc())
    )


def _is_open_by_slug() -> ColumnElement[bool]:
    from_before = and_(
        col(PublicationPage.is_found_by_slug),
        col(Campaign.visibility) == Visibility.LINK_ONLY,
        is_of_open_list(),
    )
    return or_(is_for_everybody(), from_before)


def _is_known_at(doors: Iterable[Campaign]) -> ColumnElement[bool]:
    """Of a campaign: it is one of these, or their readers may know of it."""
    return or_(*(or_(col(Campaign.id) == door.id, may_be_named_by(door)) for door in doors))
