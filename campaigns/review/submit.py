"""Submit a campaign: it is checked, rendered, frozen, and from then on every byte of it is what gets approved."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from campaigns.active_sender import senders_of
from campaigns.audience_lists import freeze_list_names, frozen_list_names
from campaigns.editorial.blocks import blocks_of
from campaigns.editorial.content_changes import FROZEN, mark
from campaigns.frequency.present_audience import present_audience
from campaigns.protected_segments import check_audience
from campaigns.public_archive.publication_pages import approved_page_digests
from campaigns.queries import get_campaign, lock_campaign, variants_of
from campaigns.review.approve import approve_unasked
from campaigns.review.check import check_mails
from campaigns.review.content_hash import content_hash
from campaigns.review.freeze import RenderedComposition, compose, freeze, is_current, render_composition
from campaigns.review.notes import add_note, clean_remark
from campaigns.review.reach import reach
from campaigns.review.review_mail import ReviewMailData, tell_approvers
from campaigns.review.since_before import record_submission
from campaigns.review.tables import ReviewNoteKind
from campaigns.staff_mail.tables import StaffMailPurpose
from campaigns.status import CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from campaigns.transition import move
from campaigns.weekly_cap import count_capped
from core.db import Database
from core.errors import Conflict, InputRefused
from core.settings import Settings
from delivery.tables import Sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.list_state import ListPurpose, expect_takes
from subscribers.segments import hold_segment
from templates.check import Finding, Severity

TRIES = 3
"""Of rendering, while somebody changes what is rendered."""


def submit(
    database: Database, campaign_id: int, *, actor: Principal, settings: Settings, now: datetime, remark: str = ""
) -> Campaign:
    """The campaign in review, or approved where the organisation asks for no approvals. `remark`: a word to those
    who may approve it.

    It is checked and rendered with no transaction open (`campaigns.review.freeze`), which is why it takes the
    database.

    Raises InputRefused where a check found an error or the remark is too long, IllegalTransition where it is no
    draft, Conflict where it was changed again and again meanwhile.
    """
    require(actor, Permission.SUBMIT)
    text = clean_remark(remark)
    for _ in range(TRIES):
        rendered = _render(database, campaign_id, settings=settings, now=now)
        with database.read() as session:
            draft = get_campaign(session, campaign_id)
            count = reach(session, draft, now=now).total
            count -= count_capped(session, draft, present_audience(session, draft), settings=settings, now=now)
        with database.write() as session:
            campaign = lock_campaign(session, campaign_id)
            blocks, variants = blocks_of(session, campaign_id), variants_of(session, campaign_id)
            if is_current(session, campaign, blocks, variants, rendered, settings=settings):
                hand_in(session, campaign, rendered, actor=actor, settings=settings, now=now)
                add_note(session, campaign, ReviewNoteKind.SUBMITTED, text, actor=actor, now=now)
                if campaign.status is CampaignStatus.IN_REVIEW:
                    data = ReviewMailData(StaffMailPurpose.SUBMITTED, actor, text, count)
                    tell_approvers(session, campaign, data, settings=settings, now=now)
                return campaign
    raise Conflict("campaigns-changed-meanwhile", name=campaign.name)


def hand_in(
    session: Session,
    campaign: Campaign,
    rendered: RenderedComposition,
    *,
    actor: Principal,
    settings: Settings,
    now: datetime,
) -> None:
    """Freezes what was rendered, in the transaction that has seen that it is current.

    Raises IllegalTransition, Conflict for a list that is archived, and InputRefused for an audience that mixes a
    protected list with another, or tells of one by a segment.
    """
    for list_id in campaign.audience.lists:
        expect_takes(session, list_id, ListPurpose.CAMPAIGN)
    for segment in (*campaign.audience.segments, *campaign.audience.excluded_segments):
        hold_segment(session, segment.id)
    check_audience(session, campaign.audience)
    freeze_list_names(session, campaign.audience_lists)
    digest = content_hash(
        freeze(session, campaign, rendered),
        audience=campaign.audience,
        senders=[identity(sender) for sender in senders_of(session, campaign)],
        list_names=frozen_list_names(campaign.audience_lists),
        pages=approved_page_digests(session, campaign),
        is_of_series=campaign.series_email_id is not None,
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
    documents = rendered.composition.documents
    record_submission(session, campaign, documents, blocks_of(session, campaign.id), now=now)
    approve_unasked(session, campaign, settings=settings, now=now)


def refuse_errors(campaign: Campaign, findings: Sequence[Finding]) -> None:
    """Raises InputRefused where a check found an error."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise InputRefused("campaigns-check-failed", count=len(errors), name=campaign.name)


def identity(sender: Sender) -> tuple[str | None, ...]:
    """What readers see of the sender, and answer to."""
    return (sender.from_name, sender.from_address, sender.reply_to)


def _render(database: Database, campaign_id: int, *, settings: Settings, now: datetime) -> RenderedComposition:
    with database.read() as session:
        campaign = get_campaign(session, campaign_id)
        blocks, variants = blocks_of(session, campaign_id), variants_of(session, campaign_id)
        composition = compose(session, campaign, blocks, variants, settings=settings, now=now)
    rendered = render_composition(composition, now=now)
    with database.read() as session:
        findings = check_mails(session, campaign, blocks, rendered.mails, settings=settings, now=now)
    refuse_errors(campaign, findings)
    return rendered
