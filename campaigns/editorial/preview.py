"""What readers of a language will get, exactly: the frozen variant where there is one, else rendered now."""

from sqlmodel import Session, select

from campaigns.editorial.compose import document, load_content
from campaigns.queries import get_campaign, variants_of
from campaigns.tables import RenderedVariant
from core.errors import NotFound
from core.settings import Settings
from templates.content import RenderedMail
from templates.render import render
from templates.typed_fields import with_fields_as_typed


def preview(
    session: Session, campaign_id: int, *, language: str, settings: Settings, item_set: str = ""
) -> RenderedMail:
    """Subject, preheader, html and text, merge fields still in them. `item_set`: of a digest that differs by
    reader, once it is frozen; empty for that with all items. Raises NotFound, InputRefused."""
    campaign = get_campaign(session, campaign_id)
    frozen = rendered_variant(session, campaign_id, language, item_set=item_set)
    if frozen is not None:
        return RenderedMail(subject=frozen.subject, preheader=frozen.preheader, html=frozen.html, text=frozen.text)
    for variant in [] if item_set else variants_of(session, campaign_id):
        if variant.language == language:
            content = load_content(session, campaign, settings=settings)
            return render(with_fields_as_typed(document(content, variant, settings=settings)))
    raise NotFound("campaigns-no-variant", language=language, name=campaign.name)


def rendered_variant(
    session: Session, campaign_id: int, language: str, *, item_set: str = ""
) -> RenderedVariant | None:
    """`item_set`: of a digest that differs by reader; empty for that with all items."""
    return session.exec(
        select(RenderedVariant).where(
            RenderedVariant.campaign_id == campaign_id,
            RenderedVariant.language == language,
            RenderedVariant.item_set == item_set,
        )
    ).one_or_none()
