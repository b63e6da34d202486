"""Submit a campaign: it is checked, rendered, frozen, and from then on every byte of it is what gets approved."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col

from campaigns.actors import Actor, require
from campaigns.approve import approve_unasked
from campaigns.carrier import senders_of
from campaigns.check import check
from campaigns.compose import document, gather
from campaigns.content_changes import FROZEN, mark
from campaigns.content_hash import content_hash, variant_hash
from campaigns.queries import variants_of
from campaigns.search_words import searchable
from campaigns.status import CampaignAction
from campaigns.tables import Campaign, RenderedVariant
from campaigns.transition import load, move
from core.errors import InputRefused
from core.settings import Settings
from delivery.tables import Sender
from staff import audit
from staff.roles import Permission
from templates.check import Severity
from templates.render import render


def submit(session: Session, campaign_id: int, *, actor: Actor, settings: Settings, now: datetime) -> Campaign:
    """The campaign in review, or approved where the organisation asks for no approvals.

    Raises InputRefused where a check found an error, IllegalTransition where it is no draft.
    """
    require(actor, Permission.SUBMIT)
    campaign = load(session, campaign_id)
    findings = check(session, campaign_id, settings=settings, now=now)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise InputRefused("campaigns-check-failed", count=len(errors), name=campaign.name)
    frozen = _freeze(session, campaign, settings=settings, now=now)
    digest = content_hash(
        frozen,
        list_id=campaign.list_id,
        senders=[identity(sender) for sender in senders_of(session, campaign)],
    )
    move(session, campaign, CampaignAction.SUBMIT, now=now, content_hash=digest)
    audit.record(
        session,
        actor=actor.name,
        action="campaign.submitted",
        subject=f"campaign:{campaign.id}",
        now=now,
        content_hash=digest,
    )
    mark(session, campaign, FROZEN, actor=actor.name, now=now)
    approve_unasked(session, campaign, settings=settings, now=now)
    return campaign


def identity(sender: Sender) -> tuple[str | None, ...]:
    """What readers see of the sender, and answer to."""
    return (sender.from_name, sender.from_address, sender.reply_to)


def _freeze(session: Session, campaign: Campaign, *, settings: Settings, now: datetime) -> list[RenderedVariant]:
    ingredients = gather(session, campaign, settings=settings)
    session.execute(delete(RenderedVariant).where(col(RenderedVariant.campaign_id) == campaign.id))
    frozen = []
    for variant in variants_of(session, campaign.id):
        rendered = render(document(ingredients, variant, settings=settings))
        row = RenderedVariant(
            campaign_id=campaign.id,
            language=variant.language,
            subject=rendered.subject,
            preheader=rendered.preheader,
            html=rendered.html,
            text=rendered.text,
            hash="",
            search_words=searchable(f"{rendered.subject} {rendered.preheader} {rendered.text}"),
            created_at=now,
        )
        row.hash = variant_hash(row)
        frozen.append(row)
    session.add_all(frozen)
    session.flush()
    return frozen
