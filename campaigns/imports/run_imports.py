"""The job of imports: checks files, writes people, undoes; part by part, under a lease (ADR 71).

A process that is killed costs three minutes: another goes on after the last row that was written.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from campaigns.imports.audit_import import note_imported, note_undone
from campaigns.sending.job_context import JobContext
from campaigns.services import Services
from campaigns.tables import Campaign, SubscriptionMail, SubscriptionMailPurpose
from core.clock import UptimeClock
from core.errors import BiltenError
from core.sql import in_ids
from delivery.tables import Delivery
from subscribers.erase_imports import erase_imports
from subscribers.import_files import kept_file
from subscribers.import_lease import ImportLease, ImportTaken, claim, is_free
from subscribers.import_report import ImportRequest
from subscribers.import_tables import ImportState, SubscriberImport
from subscribers.stage_import import stage_import
from subscribers.undo_import import undo_import
from subscribers.write_import import write_import

MAX_RUN_TIME = timedelta(seconds=20)
_BACK_TO = {
    ImportState.CHECKING: ImportState.UPLOADED,
    ImportState.APPLYING: ImportState.CHECKED,
    ImportState.UNDOING: ImportState.DONE,
}
"""Where it can be gone on with, after something stood in its way."""


@dataclass(frozen=True, slots=True)
class ImportRunner:
    """Goes on with imports, in the job or in a command."""

    services: Services
    worker: str
    is_time_up: Callable[[], bool]

    def go_on(self, import_id: int) -> None:
        """A part of this one, unless somebody else is at it. What stands in its way is kept in it."""
        lease = self._lease(import_id)
        row = claim(lease)
        if row is None:
            return
        try:
            self._go_on(lease, row)
        except ImportTaken:
            return
        except BiltenError as error:
            lease.leave(state=_BACK_TO[row.state], error=error.code, error_params=dict(error.params))
        except DBAPIError:
            raise  # the database is busy or away; another part goes on
        except Exception:
            lease.leave(state=_BACK_TO[row.state], error="campaigns-import-broke", error_params={})
            raise

    def _lease(self, import_id: int) -> ImportLease:
        return ImportLease(self.services.database, import_id, self.worker, self.services.clock.now)

    def _go_on(self, lease: ImportLease, row: SubscriberImport) -> None:
        is_over = True
        if row.state is ImportState.CHECKING:
            secret = self.services.settings.secret_key.get_secret_value()
            with kept_file(lease.database, row.id, row.file_name) as path:
                stage_import(lease, path, ImportRequest.from_json(row.request), secret=secret)
        elif row.state is ImportState.APPLYING:
            is_over = write_import(lease, at_end=note_imported, is_time_up=self.is_time_up)
        else:
            is_over = undo_import(lease, mailed=mailed_since, at_end=note_undone, is_time_up=self.is_time_up)
        if not is_over:
            lease.leave()


def run_imports(context: JobContext) -> None:
    """The job: erases what nobody needs any more, then takes the oldest import that nobody is at further."""
    now = context.clock.now()
    until = context.uptime.seconds() + MAX_RUN_TIME.total_seconds()
    erase_imports(context.database, now=now)
    with context.database.read() as session:
        due = select(SubscriberImport.id).where(*is_free(now)).order_by(col(SubscriberImport.id)).limit(1)
        import_id = session.exec(due).first()
    if import_id is not None:
        ImportRunner(context.services, context.worker, _time_up(context, context.uptime, until)).go_on(import_id)


def _time_up(context: JobContext, uptime: UptimeClock, until: float) -> Callable[[], bool]:
    return lambda: context.stopping.is_set() or uptime.seconds() >= until


def mailed_since(session: Session, imported: SubscriberImport, subscriber_ids: Collection[int]) -> set[int]:
    """Who of them have signed up by a form since it began, whatever became of the question, or are among the
    recipients of a campaign through the import's list."""
    since = select(Campaign.id).where(col(Campaign.launched_at) >= imported.began_at)
    mailed = select(Delivery.subscriber_id).where(
        col(Delivery.campaign_id).in_(since),
        Delivery.list_id == imported.list_id,
        in_ids(session, col(Delivery.subscriber_id), subscriber_ids),
    )
    asked = select(SubscriptionMail.subscriber_id).where(
        SubscriptionMail.purpose == SubscriptionMailPurpose.CONFIRMATION,
        col(SubscriptionMail.asked_at) >= imported.began_at,
        in_ids(session, col(SubscriptionMail.subscriber_id), subscriber_ids),
    )
    return {*session.exec(mailed), *session.exec(asked)}
