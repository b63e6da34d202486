"""The job that rehearses: part by part, under a lease, so that a process that is killed costs seconds (ADR 63).

What is counted is written down every few seconds with how far it is, in one statement: a part that is done again
counts once. A simulator is started for each part, on this machine and a port of its own; nobody else is called.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import ColumnElement, or_, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from campaigns.rehearsal.rehearsal_figures import RehearsalData
from campaigns.rehearsal.rehearsed_call import RehearsalContext, rehearse_call
from campaigns.rehearsal.rehearsed_content import first_figures, load_content
from campaigns.rehearsal.tables import Rehearsal, RehearsalState
from campaigns.sending.job_context import JobContext
from core.db import rows_changed
from core.errors import BiltenError
from core.logging import get_logger
from core.signing import Signer
from delivery.errors import ProviderError
from delivery.providers import build_played

log = get_logger(__name__)

LEASE = timedelta(minutes=1)
"""After so long without a word, another process goes on with it."""
MAX_RUN_TIME = timedelta(seconds=20)
SAVED_EVERY = timedelta(seconds=2)


@dataclass(slots=True)
class _Progress:
    rehearsal_id: int
    after_id: int
    figures: RehearsalData
    since: float
    """The uptime, in seconds, up to which its time is counted."""


def rehearse_campaigns(context: JobContext) -> None:
    """The job: takes the oldest rehearsal that nobody is at further."""
    with context.database.read() as session:
        due = select(Rehearsal.id).where(*_free(context.clock.now())).order_by(col(Rehearsal.id)).limit(1)
        rehearsal_id = session.exec(due).first()
    if rehearsal_id is not None:
        rehearse_on(context, rehearsal_id)


def rehearse_on(context: JobContext, rehearsal_id: int) -> None:
    """A part of this one, unless somebody else is at it. What stands in its way is kept in it."""
    now = context.clock.now()
    mine: dict[str, Any] = {"worker": context.worker, "lease_until": now + LEASE}
    with context.database.write() as session:
        claim = update(Rehearsal).where(col(Rehearsal.id) == rehearsal_id, *_free(now)).values(mine)
        if rows_changed(session.execute(claim)) == 0:
            return
    try:
        _take_further(context, rehearsal_id)
    except ProviderError as error:
        _end(context, rehearsal_id, error=error.code, error_params={"detail": error.detail})
    except BiltenError as error:
        _end(context, rehearsal_id, error=error.code, error_params=dict(error.params))
    except DBAPIError:
        raise  # the database is busy or away; another part goes on
    except Exception:
        _end(context, rehearsal_id, error="campaigns-rehearsal-broke", error_params={})
        raise


def _take_further(context: JobContext, rehearsal_id: int) -> None:
    began = context.uptime.seconds()
    with context.database.read() as session:
        row = session.get_one(Rehearsal, rehearsal_id)
    content = load_content(context, row.campaign_id)
    figures = RehearsalData.from_json(row.figures)
    if row.content_digest is None:
        with context.database.read() as session:
            figures = first_figures(session, context, row.campaign_id)
    elif row.content_digest != content.digest:
        _end(context, rehearsal_id, error="campaigns-rehearsal-changed", error_params={})
        return
    progress = _Progress(rehearsal_id, row.after_id, figures, began)
    if not _save(context, progress, content_digest=content.digest):
        return
    log.info("campaign.rehearsing", campaign_id=row.campaign_id, count=figures.seen)
    with context.far_side() as far_side:
        provider = build_played(content.sender.provider, context.settings, base_url=far_side.url)
        try:
            is_over = _run(
                context, RehearsalContext(content, provider, far_side, Signer(token_urlsafe())), progress
            )
        finally:
            provider.close()
    if is_over:
        _end(context, rehearsal_id)
        log.info("campaign.rehearsed", campaign_id=row.campaign_id, count=progress.figures.taken)


def _run(context: JobContext, stage: RehearsalContext, progress: _Progress) -> bool:
    """Whether everybody had their turn, and that is saved."""
    until = context.uptime.seconds() + MAX_RUN_TIME.total_seconds()
    while not context.stopping.is_set() and context.uptime.seconds() < until:
        last = rehearse_call(context, stage, progress.after_id, progress.figures)
        if last is None:
            return _save(context, progress)
        progress.after_id = last
        is_due = context.uptime.seconds() - progress.since >= SAVED_EVERY.total_seconds()
        if is_due and not _save(context, progress):
            return False
    _save(context, progress, lease_until=context.clock.now())
    return False


def _save(context: JobContext, progress: _Progress, **values: Any) -> bool:
    """False where it is somebody else's meanwhile, or is gone with its campaign."""
    now = context.uptime.seconds()
    progress.figures.seconds += now - progress.since
    progress.since = now
    kept = {"after_id": progress.after_id, "figures": progress.figures.as_json()}
    kept["lease_until"] = context.clock.now() + LEASE
    return _update(context, progress.rehearsal_id, kept | values)


def _end(context: JobContext, rehearsal_id: int, **values: Any) -> None:
    state = RehearsalState.FAILED if "error" in values else RehearsalState.DONE
    _update(
        context, rehearsal_id, {"state": state, "finished_at": context.clock.now(), "lease_until": None} | values
    )


def _update(context: JobContext, rehearsal_id: int, values: dict[str, Any]) -> bool:
    is_mine = (
        col(Rehearsal.id) == rehearsal_id,
        col(Rehearsal.state) == RehearsalState.WAITING,
        col(Rehearsal.worker) == context.worker,
    )
    with context.database.write() as session:
        return rows_changed(session.execute(update(Rehearsal).where(*is_mine).values(values))) == 1


def _free(now: datetime) -> tuple[ColumnElement[bool], ...]:
    lease = col(Rehearsal.lease_until)
    return col(Rehearsal.state) == RehearsalState.WAITING, or_(lease.is_(None), lease <= now)
