"""Email to staff is sent: once each, also when the process is killed, and not from a database that is held back.

One thing is sent all the same: that the database is in quarantine, because then nothing else would tell anybody.
"""

import hashlib
from datetime import timedelta

from sqlmodel import Session, col

from campaigns.journal import note_staff_mail
from campaigns.sending.job_context import JobContext
from campaigns.staff_mail.staff_sender import staff_sender
from campaigns.staff_mail.tables import StaffMail, StaffMailPurpose, StaffMailState
from campaigns.status import CampaignStatus
from campaigns.system_mail.outbox import Outbox, send_outbox
from campaigns.tables import Campaign
from core.generation.counter import read_generation
from core.generation.verdict import Verdict
from delivery.attempts.keys import message_id
from delivery.message.outgoing import NO_DELIVERY, OutgoingBatch, OutgoingMessage
from delivery.senders.bounce_address import envelope_from
from delivery.settings import DeliverySettings
from delivery.tables import Sender
from staff.password_link import secret_for_email
from staff.tables import User

USEFUL_FOR = timedelta(days=3)
"""What has waited longer, for want of a sender, is no news any more; the pages of staff show what is so."""


def send_staff_mails(context: JobContext) -> None:
    """The job: every such email whose time has come."""
    verdict = context.guard.verdict()
    if verdict is Verdict.MAY_SEND:
        send_outbox(context, _outbox(context), only=col(StaffMail.purpose) != StaffMailPurpose.HELD)
    elif verdict is Verdict.QUARANTINED:
        send_outbox(context, _outbox(context), only=col(StaffMail.purpose) == StaffMailPurpose.HELD)


def _outbox(context: JobContext) -> Outbox[StaffMail]:
    return Outbox(
        name="staff_mail",
        table=StaffMail,
        waiting=StaffMailState.WAITING,
        sent=StaffMailState.SENT,
        given_up=StaffMailState.GIVEN_UP,
        sender=lambda session, mail: _sender(session, context, mail),
        is_wanted=lambda session, mail: _is_wanted(session, mail, context),
        note=_note,
        build=lambda session, mail, sender: _batch(session, context, mail, sender),
    )


def _sender(session: Session, context: JobContext, mail: StaffMail) -> Sender | None:
    """A test goes through the sender that it tests, and only the provider that was called can tell what became of
    that; all else goes through today's sender."""
    if mail.sender_id is not None and (mail.called_at is not None or mail.purpose is StaffMailPurpose.TEST):
        return session.get_one(Sender, mail.sender_id)
    return staff_sender(session, context.settings)


def _is_wanted(session: Session, mail: StaffMail, context: JobContext) -> bool:
    """To somebody who works here, and about what is so at this moment."""
    is_late = context.clock.now() > mail.queued_at + USEFUL_FOR
    if is_late or session.get_one(User, mail.user_id).disabled_at is not None:
        return False
    if mail.link_nonce is not None:
        return _link_secret(session, mail, context) is not None
    if mail.purpose is StaffMailPurpose.HELD:
        return read_generation(session).is_quarantined
    if mail.purpose is StaffMailPurpose.SUBMITTED:
        campaign = session.get(Campaign, mail.campaign_id)
        return campaign is not None and campaign.status is CampaignStatus.IN_REVIEW
    return True


def _note(session: Session, mail: StaffMail, sender: Sender) -> None:
    """A quarantine is told of without an intent in the journal, which would be refused: each machine that sees it
    says so, and nothing of it can have been sent before the restore."""
    session.get_one(StaffMail, mail.id).sender_id = sender.id
    if mail.purpose is not StaffMailPurpose.HELD:
        note_staff_mail(session, mail.key)


def _link_secret(session: Session, mail: StaffMail, context: JobContext) -> str | None:
    nonce = mail.link_nonce or ""
    return secret_for_email(session, mail.user_id, nonce, signer=context.signer, now=context.clock.now())


def _batch(session: Session, context: JobContext, mail: StaffMail, sender: Sender) -> OutgoingBatch | None:
    """As it was queued; its date is that moment, so that a repeat is the same request."""
    settings, user = context.settings, session.get_one(User, mail.user_id)
    text, html = mail.text, mail.html
    if mail.link_nonce is not None:
        secret = _link_secret(session, mail, context)
        if secret is None:
            return None
        text, html = (part.replace(mail.link_nonce, secret) for part in (text, html))
    message = OutgoingMessage(
        delivery_id=NO_DELIVERY,
        rendered_for=mail.key,
        to=user.address,
        to_hash=mail.key,
        envelope_from=envelope_from(
            context.signer,
            sender,
            delivery_id=NO_DELIVERY,
            to_hash=hashlib.sha256(mail.key.encode()).hexdigest(),  # a bounce of it acts on nobody
        ),
        subject=mail.subject,
        html=html,
        text=text,
        headers=(
            (
                "Message-ID",
                message_id(
                    mail.key,
                    NO_DELIVERY,
                    domain=DeliverySettings.of(settings).list_domain,
                    secret=settings.secret_key.get_secret_value(),
                ),
            ),
            ("Auto-Submitted", "auto-generated"),  # RFC 3834, section 5: nobody's holiday reply is wanted
        ),
    )
    return OutgoingBatch(
        key=mail.key,
        date=mail.queued_at,
        from_name=sender.from_name,
        from_address=sender.from_address,
        reply_to=sender.reply_to,
        reference=f"staff-{mail.id}",
        messages=(message,),
    )
