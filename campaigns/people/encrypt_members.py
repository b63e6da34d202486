"""The job that encrypts people at risk whom the newest key has not encrypted (`subscribers.encrypt_people`)."""

from campaigns.sending.job_context import JobContext
from core.logging import get_logger
from subscribers.encrypt_people import encrypt_due_people

log = get_logger(__name__)


def encrypt_members(context: JobContext) -> None:
    """Without a key it does nothing. Killed, the next run goes on."""
    if count := encrypt_due_people(context.database):
        log.info("subscribers.encrypted", people=count)
