"""Digests are made when they are due, or when something is published: gathered, and drafted, submitted or on their
way, in one transaction with the rows of their items and of that day. Killed before it, nothing has happened; after
it, all of it.

Everything is rendered before that, and stored if nothing has changed meanwhile (`campaigns.review.freeze`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from campaigns.digest_tables import Digest, FiringOutcome
from campaigns.digests.digest_calendar import first_open_firing, is_quiet, set_next
from campaigns.digests.plan_digest import DigestPlan, plan_digest
from campaigns.digests.publication import call_for_next, may_have_news
from campaigns.digests.record_firing import DueDigest, finish
from campaigns.editorial.draft import DraftPlan, save_draft
from campaigns.frequency.present_audience import present_audience
from campaigns.review.approve import approve_standing
from campaigns.review.check import check_mails
from campaigns.review.freeze import RenderedComposition, compose, is_current, render_composition
from campaigns.review.reach import reach_of
from campaigns.review.review_mail import ReviewMailData, tell_approvers
from campaigns.review.schedule import send_now
from campaigns.review.submit import TRIES, hand_in, refuse_errors
from campaigns.sending.job_context import JobContext
from campaigns.settings import CampaignSettings
from campaigns.staff_mail.tables import StaffMailPurpose
from campaigns.status import CampaignStatus
from campaigns.tables import Automation, AutomationMode
from campaigns.weekly_cap import count_capped
from core.db import Database
from core.errors import BiltenError, InputRefused, Refusal, Unavailable
from core.ids import new_public_id
from core.logging import get_logger
from core.settings import Settings
from news.fingerprint_rows import fingerprint_all
from staff.principal import automation_principal

log = get_logger(__name__)

MOST_PUBLISHED = 20
"""Items of one automation in one run."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A digest as it would be, before anything of it is in the database."""

    public_id: str
    rendered: RenderedComposition | None = None
    """None where nothing of it is frozen."""
    refused: Refusal | None = None
    """What the check found."""
    reader_count: int = 0


def run_digests(context: JobContext) -> None:
    """The job."""
    now = context.clock.now()
    with context.database.read() as session:
        enabled = select(Digest).join(Automation, col(Automation.id) == col(Digest.automation_id))
        digests = session.exec(enabled.where(col(Automation.is_enabled)).order_by(col(Digest.automation_id))).all()
        moved = [digest for digest in digests if _is_moved(session, digest, settings=context.settings, now=now)]
        awake = [digest for digest in digests if not is_quiet(digest, settings=context.settings, now=now)]
        published = [
            digest
            for digest in awake
            if digest.is_on_publication and may_have_news(session, digest, settings=context.settings, now=now)
        ]
    for digest in moved:
        _set_anew(context, digest.automation_id, now=now)
    due = [each for each in awake if not each.is_on_publication and each.next_at and each.next_at <= now]
    if due or published:
        fingerprint_all(context.database, now=now)
    for digest in due:
        make_digest(context.database, digest, settings=context.settings, now=now)
    for digest in published:
        _make_each(context, digest.automation_id, now=now)


def _make_each(context: JobContext, automation_id: int, *, now: datetime) -> None:
    """Each item that has been published, by itself; what could not be made now is tried by the next run."""
    database, settings = context.database, context.settings
    for _ in range(MOST_PUBLISHED):
        digest = call_for_next(database, automation_id, settings=settings, now=now)
        if digest is None or not make_digest(database, digest, settings=settings, now=now):
            return


def make_digest(database: Database, digest: Digest, *, settings: Settings, now: datetime) -> bool:
    """What is due, as `digest` was read; nothing where it has happened meanwhile. Returns whether it is over."""
    try:
        _make(database, digest, settings=settings, now=now)
    except Unavailable as error:
        log.info("digest.postponed", automation_id=digest.automation_id, code=error.code)
        return False
    except BiltenError as error:
        _fail(database, digest, error, settings=settings, now=now)
    return True


def _is_moved(session: Session, digest: Digest, *, settings: Settings, now: datetime) -> bool:
    """Whether it waits for another moment than its calendar says."""
    if digest.is_on_publication or (digest.next_at is not None and digest.next_at <= now):
        return False
    try:
        return digest.next_at != first_open_firing(session, digest, settings=settings, now=now).at
    except InputRefused as error:
        log.error("digest.no_calendar", automation_id=digest.automation_id, code=error.code)
        return False


def _set_anew(context: JobContext, automation_id: int, *, now: datetime) -> None:
    with context.database.write() as session:
        session.get_one(Automation, automation_id, with_for_update=True)
        digest = session.get_one(Digest, automation_id)
        if _is_moved(session, digest, settings=context.settings, now=now):
            set_next(session, digest, settings=context.settings, now=now)
            log.info("digest.calendar_moved", automation_id=automation_id, next_at=str(digest.next_at))


def _make(database: Database, seen: Digest, *, settings: Settings, now: datetime) -> None:
    for _ in range(TRIES):
        prepared = _prepare(database, seen.automation_id, settings=settings, now=now)
        with database.write() as session:
            automation = session.get_one(Automation, seen.automation_id, with_for_update=True)
            digest = session.get_one(Digest, seen.automation_id, populate_existing=True)
            if not automation.is_enabled or digest.next_local != seen.next_local:
                return
            due = DueDigest(automation, digest, settings, now)
            plan = plan_digest(
                session, automation, digest, public_id=prepared.public_id, settings=settings, now=now
            )
            if plan.draft is None and digest.is_on_publication:
                return set_next(session, digest, settings=settings, now=now)  # it was taken back a moment ago
            if plan.draft is None:
                why = [Refusal("", None, "campaigns-digest-empty", {"least": digest.least})]
                return finish(session, due, FiringOutcome.EMPTY, reasons=why)
            held = _reasons(due, plan, prepared)
            if automation.mode is AutomationMode.DRAFT or held:
                return _leave_as_draft(session, due, plan.draft, held)
            if _fits(session, plan.draft, prepared, settings=settings):
                return _hand_in(session, due, plan.draft, prepared)
    raise Unavailable("campaigns-automation-changing")


def _prepare(database: Database, automation_id: int, *, settings: Settings, now: datetime) -> _Prepared:
    public_id = new_public_id()
    with database.read() as session:
        automation = session.get_one(Automation, automation_id)
        digest = session.get_one(Digest, automation_id)
        draft = plan_digest(session, automation, digest, public_id=public_id, settings=settings, now=now).draft
        if draft is None or automation.mode is AutomationMode.DRAFT:
            return _Prepared(public_id)
        campaign = draft.campaign
        composition = compose(session, campaign, draft.blocks, draft.variants, settings=settings, now=now)
        languages = [variant.language for variant in draft.variants]
        reader_count = reach_of(session, campaign, languages, blocks=draft.blocks, now=now).total
        audience = present_audience(session, campaign, blocks=draft.blocks)
        reader_count -= count_capped(session, campaign, audience, settings=settings, now=now)
    rendered = render_composition(composition, now=now)
    with database.read() as session:
        findings = check_mails(session, campaign, draft.blocks, rendered.mails, settings=settings, now=now)
    try:
        refuse_errors(campaign, findings)
    except InputRefused as error:
        return _Prepared(public_id, refused=Refusal("", None, error.code, error.params))
    return _Prepared(public_id, rendered, reader_count=reader_count)


def _reasons(due: DueDigest, plan: DigestPlan, prepared: _Prepared) -> list[Refusal]:
    held = list(plan.held)
    if prepared.refused is not None:
        held.append(prepared.refused)
    late = due.now - (due.digest.next_at or due.now)
    is_sent = due.automation.mode is AutomationMode.SEND and not due.digest.is_on_publication
    if is_sent and late > CampaignSettings.of(due.settings).max_lateness:
        held.append(Refusal("", None, "campaigns-digest-late", {"time": due.digest.next_local}))
    return held


def _fits(session: Session, draft: DraftPlan, prepared: _Prepared, *, settings: Settings) -> bool:
    return prepared.rendered is not None and is_current(
        session, draft.campaign, draft.blocks, draft.variants, prepared.rendered, settings=settings
    )


def _leave_as_draft(session: Session, due: DueDigest, draft: DraftPlan, held: Sequence[Refusal]) -> None:
    save_draft(session, draft, now=due.now)
    finish(session, due, FiringOutcome.HELD if held else FiringOutcome.DRAFTED, draft=draft, reasons=held)


def _hand_in(session: Session, due: DueDigest, draft: DraftPlan, prepared: _Prepared) -> None:
    """Frozen like any other. Approvers are asked, or those who approved the automation have approved it."""
    assert prepared.rendered is not None  # noqa: S101  # `_fits` looked
    automation, settings, now = due.automation, due.settings, due.now
    actor = automation_principal(automation.id)
    campaign = save_draft(session, draft, now=now)
    hand_in(session, campaign, prepared.rendered, actor=actor, settings=settings, now=now)
    if automation.mode is AutomationMode.ASK:
        if campaign.status is CampaignStatus.IN_REVIEW:
            data = ReviewMailData(StaffMailPurpose.SUBMITTED, actor, count=prepared.reader_count)
            tell_approvers(session, campaign, data, settings=settings, now=now)
        return finish(session, due, FiringOutcome.ASKED, draft=draft)
    approve_standing(session, campaign, automation, settings=settings, now=now)
    send_now(session, campaign.id, actor=actor, settings=settings, now=now)
    return finish(session, due, FiringOutcome.SCHEDULED, draft=draft)


def _fail(database: Database, seen: Digest, error: BiltenError, *, settings: Settings, now: datetime) -> None:
    """Its items wait for the next one, and staff read why."""
    with database.write() as session:
        automation = session.get_one(Automation, seen.automation_id, with_for_update=True)
        digest = session.get_one(Digest, seen.automation_id)
        if automation.is_enabled and digest.next_local == seen.next_local:
            why = Refusal("", None, error.code, error.params)
            finish(session, DueDigest(automation, digest, settings, now), FiringOutcome.FAILED, reasons=[why])
