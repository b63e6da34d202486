"""Every variant of a campaign as it would be frozen now, but for merge fields that there are not: nothing is
frozen with one."""

from sqlmodel import Session

from campaigns.editorial.compose import document, load_content
from campaigns.queries import variants_of
from campaigns.tables import Campaign
from core.settings import Settings
from templates.content import Document, RenderedMail
from templates.render import render
from templates.typed_fields import with_fields_as_typed


def render_variants(
    session: Session, campaign: Campaign, *, settings: Settings
) -> list[tuple[Document, RenderedMail]]:
    """In the order of its variants. Raises InputRefused where one cannot be rendered, Misconfigured."""
    content = load_content(session, campaign, settings=settings)
    written = [document(content, variant, settings=settings) for variant in variants_of(session, campaign.id)]
    return [(variant_document, render(with_fields_as_typed(variant_document))) for variant_document in written]
