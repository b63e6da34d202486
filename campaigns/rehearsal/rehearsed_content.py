"""What a rehearsal sends: the frozen variants, or a draft rendered as submitting would, and who it comes from."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from campaigns.active_sender import senders_of
from campaigns.editorial.blocks import blocks_of
from campaigns.frequency.present_audience import present_audience
from campaigns.merging.personalise import CompiledVariant, compile_variant
from campaigns.queries import get_campaign, got_campaign, rendered_of, variants_of
from campaigns.rehearsal.rehearsal_figures import RehearsalData
from campaigns.review.check import check
from campaigns.review.freeze import compose, render_composition
from campaigns.review.reach import reach
from campaigns.review.submit import identity
from campaigns.sending.job_context import JobContext
from campaigns.tables import Campaign, RenderedVariant
from core.json_digest import json_digest
from delivery.tables import Sender
from subscribers.audience import Audience, lists_of
from subscribers.audience_left_out import count_left_out
from subscribers.tables import MailingList
from templates.check import Severity


@dataclass(frozen=True, slots=True)
class RehearsedContent:
    campaign: Campaign
    audience: Audience
    """As it is at this moment."""
    sender: Sender
    """Whose name and address stand in From. Nothing is sent through it, and no limit of it is touched."""
    lists: dict[int, MailingList]
    languages: tuple[str, ...]
    variants: tuple[CompiledVariant, ...]
    """In the order of the languages."""
    digest: str


def load_content(context: JobContext, campaign_id: int) -> RehearsedContent:
    """No transaction is open while it is rendered. Raises NotFound, Misconfigured; InputRefused where a variant
    cannot be rendered."""
    settings, now = context.settings, context.clock.now()
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        frozen: Sequence[RenderedVariant] = rendered_of(session, campaign_id)
        audience = present_audience(session, campaign)
        sender = senders_of(session, campaign)[0]
        lists = {row.id: row for row in lists_of(session, campaign.audience)}
        blocks, variants = blocks_of(session, campaign_id), variants_of(session, campaign_id)
        composition = None if frozen else compose(session, campaign, blocks, variants, settings=settings, now=now)
    rows = (
        frozen
        if composition is None
        else [row for row in render_composition(composition, now=now).rows if not row.item_set]
    )
    return RehearsedContent(
        campaign=campaign,
        audience=audience,
        sender=sender,
        lists=lists,
        languages=tuple(row.language for row in rows),
        variants=tuple(
            compile_variant(subject=row.subject, html=row.html, text=row.text, language=row.language)
            for row in rows
        ),
        digest=_digest(rows, campaign, sender),
    )


def frozen_digest(session: Session, campaign: Campaign) -> str | None:
    """Of what is frozen, for whoever asks whether just that was rehearsed; None while nothing is."""
    rows = rendered_of(session, campaign.id)
    return _digest(rows, campaign, senders_of(session, campaign)[0]) if rows else None


def _digest(rows: Sequence[RenderedVariant], campaign: Campaign, sender: Sender) -> str:
    variants = sorted([row.language, row.hash] for row in rows)
    return json_digest([variants, campaign.audience.hashed, identity(sender)])


def first_figures(session: Session, context: JobContext, campaign_id: int) -> RehearsalData:
    """What is known before the first call: how many it goes to, who is left out, what the check says."""
    campaign, now = get_campaign(session, campaign_id), context.clock.now()
    findings = check(session, campaign_id, settings=context.settings, now=now)
    counts = Counter(finding.severity for finding in findings)
    left_out = count_left_out(session, present_audience(session, campaign), got_campaign, now=now)
    return RehearsalData(
        expected=reach(session, campaign, now=now).total,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        left_out={reason.value: count for reason, count in left_out.items()},
    )
