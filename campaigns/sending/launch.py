"""Launch what is due: the audience is frozen as one delivery for each subscriber who may be mailed.

Two transactions, each safe to repeat: scheduled → preparing, then the deliveries with preparing → sending. A
process killed between them, or in either, leaves a campaign that the next run of the job takes further.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, FromClause, case, exists, func, insert, literal, or_, true
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from campaigns.active_sender import senders_of
from campaigns.audience_lists import frozen_list_names
from campaigns.clicks.frozen_links import note_readers
from campaigns.editorial.blocks import blocks_of
from campaigns.frequency.plan_sets import keys_by_set
from campaigns.frequency.present_audience import facts_of, present_audience
from campaigns.journal import note_launch
from campaigns.public_archive.publication_pages import approved_page_digests
from campaigns.queries import frozen_of, got_campaign, lock_campaign
from campaigns.review.content_hash import content_hash, variant_hash
from campaigns.review.submit import identity
from campaigns.sending.job_context import JobContext
from campaigns.sending.send import send_campaigns
from campaigns.settings import CampaignSettings
from campaigns.status import AutomationItemState, CampaignAction, CampaignStatus, PauseReason
from campaigns.tables import Automation, AutomationItem, Campaign, RenderedVariant
from campaigns.transition import move, pause
from core.db import BigId, EnumText, UtcDateTime, rows_changed
from core.logging import get_logger
from core.sql import in_ids, insert_new
from delivery.outcome import Outcome
from delivery.status import DeliveryStatus
from delivery.tables import Delivery
from subscribers.audience import audience_of, lists_of
from subscribers.tables import Subscriber

log = get_logger(__name__)


def launch_due_campaigns(context: JobContext) -> None:
    """The job: every campaign that is due, and every one whose launch was interrupted."""
    now = context.clock.now()
    with context.database.read() as session:
        due = session.exec(
            select(Campaign.id).where(
                (col(Campaign.status) == CampaignStatus.PREPARING)
                | (
                    (col(Campaign.status) == CampaignStatus.SCHEDULED)
                    & (col(Campaign.scheduled_at) <= now)
                    & ~_waits_for_folder()
                )
            )
        ).all()
    for campaign_id in due:
        with context.database.write() as session:
            fall_due(
                session, campaign_id, max_lateness=CampaignSettings.of(context.settings).max_lateness, now=now
            )
        with context.database.write() as session:
            launch(session, campaign_id, now=now)
            context.wake(session, send_campaigns)


def _waits_for_folder() -> ColumnElement[bool]:
    """Of a campaign: an automation has scheduled it, and has not compared its folder since the campaign's time. A
    machine that was down that morning would else send what was taken away meanwhile. Not where staff have had
    their hands on it, nor of an automation that is switched off: it reads nothing."""
    return exists().where(
        col(AutomationItem.campaign_id) == col(Campaign.id),
        col(AutomationItem.state) == AutomationItemState.SCHEDULED,
        col(AutomationItem.at) == col(Campaign.changed_at),
        col(Automation.id) == col(AutomationItem.automation_id),
        col(Automation.is_enabled),
        or_(
            col(Automation.folder_checked_at).is_(None),
            col(Automation.folder_checked_at) < col(Campaign.scheduled_at),
        ),
    )


def fall_due(session: Session, campaign_id: int, *, max_lateness: timedelta, now: datetime) -> None:
    """Its time has come: preparing, or held where it is later than the organisation allows."""
    campaign = lock_campaign(session, campaign_id)
    if campaign.status is not CampaignStatus.SCHEDULED or campaign.scheduled_at is None:
        return
    lateness = now - campaign.scheduled_at
    if lateness < timedelta(0):
        return
    if lateness > max_lateness:
        pause(session, campaign, PauseReason.TOO_LATE, now=now)
        log.warning("campaign.held", campaign_id=campaign_id, late_seconds=int(lateness.total_seconds()))
        return
    move(session, campaign, CampaignAction.FALL_DUE, now=now)


def launch(session: Session, campaign_id: int, *, now: datetime) -> None:
    """Writes the deliveries and begins to send. Does nothing unless the campaign is being prepared."""
    campaign = lock_campaign(session, campaign_id)
    if campaign.status is not CampaignStatus.PREPARING:
        return
    variants = expect_frozen(session, campaign, now=now)
    if variants is None:
        return
    # An email of a welcome series has its readers one after another (`campaigns.welcome.run_welcome`).
    is_of_series = campaign.series_email_id is not None
    recipient_count = 0 if is_of_series else write_deliveries(session, campaign, variants, now=now)
    if recipient_count == 0 and not is_of_series:
        pause(session, campaign, PauseReason.AUDIENCE_EMPTY, now=now)
        return
    move(session, campaign, CampaignAction.START, now=now, launched_at=now)
    note_readers(session, campaign, variants)
    note_launch(session, campaign)
    log.info("campaign.launched", campaign_id=campaign_id, recipient_count=recipient_count)


def expect_frozen(session: Session, campaign: Campaign, *, now: datetime) -> list[RenderedVariant] | None:
    """The frozen variants. None where they are not, byte for byte, what was approved: then it is paused."""
    variants = frozen_of(session, campaign.id)
    digest = content_hash(
        variants,
        audience=campaign.audience,
        senders=[identity(sender) for sender in senders_of(session, campaign)],
        list_names=frozen_list_names(campaign.audience_lists),
        pages=approved_page_digests(session, campaign),
        is_of_series=campaign.series_email_id is not None,
    )
    intact = digest == campaign.content_hash and all(v.hash == variant_hash(v) for v in variants)
    if not intact:
        pause(session, campaign, PauseReason.CONTENT_CHANGED, now=now)
        log.error("campaign.content_changed", campaign_id=campaign.id)
        return None
    return variants


def write_deliveries(
    session: Session,
    campaign: Campaign,
    variants: list[RenderedVariant],
    *,
    now: datetime,
    among: Collection[int] | None = None,
) -> int:
    """One INSERT … SELECT, whatever the size of the list. Returns how many deliveries the campaign has. `among`:
    only for those subscribers."""
    people = audience_of(present_audience(session, campaign), got_campaign, now=now)
    if among is not None:
        people = people.where(in_ids(session, col(Subscriber.id), among))
    facts = facts_of(session, campaign, blocks_of(session, campaign.id)) if _has_sets(variants) else None
    if facts is not None:
        frozen_at = min(variant.created_at for variant in variants)
        readers = people.add_columns(facts.reader_key(frozen_at=frozen_at).label("reader_key")).subquery()
        by_set = keys_by_set(session, readers, facts, sorted({each.item_set for each in variants}))
    else:
        readers, by_set = people.subquery(), {}
    variant_by_list = {
        mailing_list.id: _of_set(readers, variants, by_set, [*mailing_list.language_chain, campaign.main_language])
        for mailing_list in lists_of(session, campaign.audience)
    }
    rows = select_columns(
        literal(campaign.id, BigId),
        readers.c.id,
        readers.c.address_hash,
        _of_list(readers.c.list_id, variant_by_list),
        readers.c.list_id,
        literal(DeliveryStatus.QUEUED, EnumText(DeliveryStatus)),
        literal(Outcome.PENDING, EnumText(Outcome)),
        literal(0),
        literal(now, UtcDateTime()),
        literal(now, UtcDateTime()),
    ).where(true())  # without a WHERE, SQLite reads ON CONFLICT as what a join is on
    columns = (
        "campaign_id", "subscriber_id", "address_hash", "variant_id", "list_id",
        "status", "outcome", "attempt_count", "next_attempt_at", "changed_at",
    )  # fmt: skip
    # Only after a restore has anybody a delivery before the launch: whom the journal knows to have been mailed.
    # They are left to the unique keys: a sub-select would go through what this very statement writes, row by row.
    # Where there are none nobody else can write any, since the campaign is locked, and no key has to be tried.
    mine = col(Delivery.campaign_id) == campaign.id
    if not session.exec(select(exists().where(mine))).one():
        statement = insert(Delivery).from_select(list(columns), rows).execution_options(preserve_rowcount=True)
        return rows_changed(session.execute(statement))
    session.execute(insert_new(session, Delivery).from_select(list(columns), rows))
    return session.exec(select(func.count(col(Delivery.id))).where(mine)).one()


def _of_list(list_id: ColumnElement[int], by_list: dict[int, ColumnElement[int]]) -> ColumnElement[int]:
    """The lists differ in which language stands in for another."""
    return case(by_list, value=list_id) if len(by_list) > 1 else next(iter(by_list.values()))


def _has_sets(variants: Sequence[RenderedVariant]) -> bool:
    return any(variant.item_set for variant in variants)


def _of_set(
    readers: FromClause,
    variants: Sequence[RenderedVariant],
    by_set: Mapping[str, Sequence[str]],
    chain: list[str],
) -> ColumnElement[int]:
    """In the language of each reader, the variant with her items."""
    fitting = {key: [variant for variant in variants if variant.item_set == key] for key in ("", *by_set)}
    in_sets = [
        (readers.c.reader_key.in_(keys), _variant_for(readers.c.language, fitting[item_set], chain))
        for item_set, keys in by_set.items()
        if item_set
    ]
    whole = _variant_for(readers.c.language, fitting[""], chain)
    return case(*in_sets, else_=whole) if in_sets else whole


def _variant_for(
    language: ColumnElement[str], variants: list[RenderedVariant], chain: list[str]
) -> ColumnElement[int]:
    """`language_choice.best`, for all readers at once: their own language as near as there is one, else the first
    of `chain`, whose last is the main language."""
    by_language = {variant.language: variant.id for variant in variants}
    own = [
        (
            or_(language == code, language.startswith(f"{code}-", autoescape=True)),
            literal(by_language[code], BigId),
        )
        for code in sorted(by_language, key=len, reverse=True)
    ]
    otherwise = next(code for code in chain if code in by_language)
    return case(*own, else_=literal(by_language[otherwise], BigId))
