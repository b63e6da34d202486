"""Bounce processing by itself: the mailboxes that are configured are read, and what is in them is kept for the
job that reads webhooks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from campaigns.sending.job_context import JobContext
from campaigns.services import HoldsServices
from core.errors import BiltenError
from core.logging import get_logger
from delivery.mailbox.bounce_mailbox import (
    MailboxSource,
    configured_sources,
    forget_unused,
    note_failure,
    note_read,
    read_mark,
)
from delivery.mailbox.imap import read_imap
from delivery.mailbox.keep_mails import BounceMailStore
from delivery.mailbox.maildir import read_maildir
from delivery.mailbox.settings import BounceSettings
from delivery.plain_text import plain_text
from delivery.settings import DeliverySettings

log = get_logger(__name__)

MAX_PER_RUN = 1_000
"""Emails; what is left is read by the next run."""


@dataclass(frozen=True, slots=True)
class BounceRunSummary:
    """What was read, and how much of it had not been kept before."""

    read: int = 0
    new: int = 0


def read_bounces(context: JobContext) -> None:
    """The job: each mailbox once; one that cannot be read is shown to staff, and keeps its mail."""
    settings = BounceSettings.of(context.settings)
    sources = configured_sources(settings)
    with context.database.write() as session:
        forget_unused(session, sources)
    for source in sources:
        try:
            read_source(context, source, settings)
        except (OSError, BiltenError) as error:
            detail = _problem(error)
            log.warning("bounces.unread", source=source.value, problem=detail)
            note_failure(context.database, source, detail, now=context.clock.now())


def read_source(context: HoldsServices, source: MailboxSource, settings: BounceSettings) -> BounceRunSummary:
    """Raises OSError, MailboxUnavailable, Misconfigured where no sender has bounces come as email, and as the
    database does. What was kept before that is kept."""
    if source is MailboxSource.MAILDIR:
        summary = read_folder(context, Path(settings.maildir))
        note_read(context.database, source, now=context.clock.now())
        return summary
    return _read_imap(context, settings)


def read_folder(context: HoldsServices, folder: Path) -> BounceRunSummary:
    """A Maildir. Raises as `read_source` does."""
    return BounceRunSummary(*read_maildir(folder, lambda mails: keep_mails(context, mails), limit=MAX_PER_RUN))


def keep_mails(context: HoldsServices, mails: Sequence[bytes]) -> int:
    """Durable when it returns. How many of them were new."""
    domain = DeliverySettings.of(context.settings).list_domain
    return BounceMailStore(context.database, context.signer, domain).keep(mails, now=context.clock.now())


def _read_imap(context: HoldsServices, settings: BounceSettings) -> BounceRunSummary:
    database, summary = context.database, BounceRunSummary()
    mark = read_mark(database, MailboxSource.IMAP)
    runs = read_imap(settings, lambda mails: keep_mails(context, mails), mark=mark, limit=MAX_PER_RUN)
    for run in runs:
        note_read(database, MailboxSource.IMAP, mark=run.mark, now=context.clock.now())
        summary = replace(summary, read=run.read, new=run.new)
    return summary


def _problem(error: OSError | BiltenError) -> str:
    if isinstance(error, BiltenError):
        return str(error.params.get("problem") or error.code)
    return plain_text(f"{error.strerror or error}: {error.filename}" if error.filename else str(error))
