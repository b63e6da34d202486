"""WebSub: hubs are asked to tell of news, before a promise ends again, and to stop where nobody wants it."""

from campaigns.sending.job_context import JobContext
from core.errors import InputRefused
from core.logging import get_logger
from core.public_addresses import is_reachable
from news.feeds.websub.ask_hub import HubCredentials, ask_hub, claim_hub, due_hubs, note_refusal

log = get_logger(__name__)


def follow_hubs(context: JobContext) -> None:
    """The job. Nothing where the web is left alone, or where no hub could come to: there, websites are polled."""
    if context.feeds is None or not is_reachable(context.settings.public_url):
        return
    callbacks = HubCredentials(context.settings.public_url, context.signer)
    with context.database.read() as session:
        due = due_hubs(session, now=context.clock.now())
    for hub_id in due:
        if context.stopping.is_set():
            return
        with context.database.write() as session:
            call = claim_hub(session, hub_id, callbacks, now=context.clock.now())
        if call is None:
            continue
        try:
            ask_hub(context.feeds, call)
        except InputRefused as refused:
            log.warning("hub.refused", hub_id=hub_id, code=refused.code)
            with context.database.write() as session:
                note_refusal(session, hub_id, refused)
