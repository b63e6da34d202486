"""Smoke test of a sender from the browser: one email to whoever asks for it, and what its provider said."""

from datetime import datetime, timedelta

from campaigns.journal import note_trial
from campaigns.services import Services
from core.errors import NotFound, TooManyAttempts
from delivery.providers import PROVIDERS
from delivery.senders.senders import get_sender
from delivery.senders.trial_message import TrialText, try_sender
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from staff.tables import User

TESTED = "sender.tested"
MAX_PER_HOUR = 20


def send_trial_to(
    services: Services,
    sender_id: int,
    person: User,
    content: TrialText,
    *,
    actor: Principal,
    now: datetime,
) -> str:
    """What stood in its way, in the provider's words; empty if it was accepted. The call is made with no
    transaction open. Raises NotFound, NotAllowed, TooManyAttempts; SendingHeld while the database is held back."""
    require(actor, Permission.MANAGE_SENDERS)
    with services.database.write() as session:
        sender = get_sender(session, sender_id)
        if sender.provider not in PROVIDERS:
            raise NotFound(
                "delivery-provider-unknown", provider=sender.provider, known=", ".join(sorted(PROVIDERS))
            )
        subject = f"sender:{sender.id}"
        lately = audit.entries(session, action=TESTED, subject=subject, since=now - timedelta(hours=1))
        if len(lately) >= MAX_PER_HOUR:
            raise TooManyAttempts("campaigns-test-rate", limit=MAX_PER_HOUR)
        note_trial(session, sender.id)
        audit.record(session, actor=actor.name, action=TESTED, subject=subject, now=now)
    return try_sender(sender, person.address, content, settings=services.settings, signer=services.signer, now=now)
