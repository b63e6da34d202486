"""Senders: who mail comes from, and which provider takes it there."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from core.addresses import AddressRefused, EmailAddress
from core.errors import Conflict, InputRefused, NotFound
from core.logging import get_logger
from delivery.providers import PROVIDERS, capabilities_of
from delivery.providers.base import Capabilities
from delivery.senders.check_sender import check_sender
from delivery.tables import Sender

log = get_logger(__name__)

MAX_NAME = 60
MAX_FROM_NAME = 120


@dataclass(frozen=True, slots=True)
class SenderIdentityDetails:
    """What readers see of a sender, and answer to."""

    from_name: str
    from_address: str
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class SenderDetails:
    """What a person says of a sender that is to be."""

    name: str
    provider: str
    from_name: str
    from_address: str
    reply_to: str | None = None

    @property
    def identity(self) -> SenderIdentityDetails:
        return SenderIdentityDetails(self.from_name, self.from_address, self.reply_to)


def create_sender(
    session: Session, details: SenderDetails, *, now: datetime, known_providers: Mapping[str, Capabilities]
) -> Sender:
    """Raises InputRefused for what cannot stand in a header or what the provider cannot carry, Conflict for a
    name that is taken.
    """
    provider = details.provider
    if provider not in known_providers:
        raise InputRefused(
            "delivery-provider-unknown", provider=provider, known=", ".join(sorted(known_providers))
        )
    can = known_providers[provider]
    identity = _checked(details.identity, can, provider=provider)
    sender = Sender(
        name=_line(details.name, "name", MAX_NAME),
        provider=provider,
        from_name=identity.from_name,
        from_address=identity.from_address,
        reply_to=identity.reply_to,
        calls_per_second=can.calls_per_second,
        webhook_token=secrets.token_urlsafe(32),
        created_at=now,
    )
    try:
        with session.begin_nested():
            session.add(sender)
    except IntegrityError:
        raise Conflict("delivery-sender-exists", name=sender.name) from None
    log.info("sender.created", sender_id=sender.id, provider=provider)
    return sender


def rename_sender(session: Session, sender: Sender, name: str) -> None:
    """Its name for staff. Raises InputRefused for what is no line, Conflict for a name that is taken."""
    line = _line(name, "name", MAX_NAME)
    try:
        with session.begin_nested():
            sender.name = line
            session.add(sender)
    except IntegrityError:
        raise Conflict("delivery-sender-exists", name=line) from None


def set_identity(sender: Sender, identity: SenderIdentityDetails) -> None:
    """Raises InputRefused for what cannot stand in a header or what the provider cannot carry."""
    can = capabilities_of(sender.provider) if sender.provider in PROVIDERS else None
    checked = _checked(identity, can, provider=sender.provider)
    sender.from_name, sender.from_address = checked.from_name, checked.from_address
    sender.reply_to = checked.reply_to


def _checked(identity: SenderIdentityDetails, can: Capabilities | None, *, provider: str) -> SenderIdentityDetails:
    from_name = _line(identity.from_name, "from_name", MAX_FROM_NAME)
    if can is not None:
        check_sender(can, provider=provider, from_name=from_name)
    reply_to = (identity.reply_to or "").strip()
    return SenderIdentityDetails(
        from_name,
        _address(identity.from_address, "from_address"),
        _address(reply_to, "reply_to") if reply_to else None,
    )


def find_sender(session: Session, name: str) -> Sender | None:
    return session.exec(select(Sender).where(col(Sender.name) == name)).one_or_none()


def get_sender(session: Session, sender_id: int) -> Sender:
    """Raises NotFound."""
    sender = session.get(Sender, sender_id)
    if sender is None:
        raise NotFound("delivery-sender-unknown", sender=sender_id)
    return sender


def list_senders(session: Session) -> list[Sender]:
    """All of them, by name: an organisation has a handful."""
    return list(session.exec(select(Sender).order_by(col(Sender.name))).all())


def lists_suppressions(sender: Sender) -> bool:
    """Whether the sender's provider can be asked whom it sends nothing to."""
    return sender.provider in PROVIDERS and capabilities_of(sender.provider).lists_suppressions


def senders_due_for_suppressions(session: Session, *, now: datetime, put_off_to: datetime) -> list[Sender]:
    """Whose providers are to be asked now; nobody else is told so before `put_off_to`. A paused sender, whose
    key may be wrong, waits.
    """
    due = or_(col(Sender.next_suppressions_at).is_(None), col(Sender.next_suppressions_at) <= now)
    waiting = session.exec(select(Sender).where(due, col(Sender.paused_reason).is_(None)).with_for_update()).all()
    due_senders = [sender for sender in waiting if lists_suppressions(sender)]
    for sender in due_senders:
        sender.next_suppressions_at = put_off_to
    return due_senders


def put_off_suppressions(session: Session, sender_id: int, *, until: datetime) -> None:
    session.exec(update(Sender).where(col(Sender.id) == sender_id).values(next_suppressions_at=until))


def note_erased_listed(session: Session, sender_id: int, count: int) -> None:
    """How many people who were erased here the provider still lists."""
    session.exec(update(Sender).where(col(Sender.id) == sender_id).values(erased_listed=count))


def sends_by_mail(sender: Sender) -> bool:
    """Whether what it sends leaves this machine in its domain's name."""
    return sender.provider not in PROVIDERS or capabilities_of(sender.provider).leaves_this_machine


def list_campaign_senders(session: Session) -> list[Sender]:
    """Those that may carry campaigns, by name."""
    return [sender for sender in list_senders(session) if _carries_campaigns(sender)]


def _carries_campaigns(sender: Sender) -> bool:
    """A provider that this version does not know has to be looked at by whoever uses it, not hidden."""
    return sender.provider not in PROVIDERS or capabilities_of(sender.provider).carries_campaigns


def _line(text: str, field: str, longest: int) -> str:
    line = text.strip()
    if not line or len(line) > longest or not line.isprintable():
        raise InputRefused("delivery-sender-line-refused", field=field, longest=longest)
    return line


def _address(text: str, field: str) -> str:
    try:
        return EmailAddress.parse(text).value
    except AddressRefused as error:
        raise InputRefused("delivery-sender-address-refused", field=field, problem=str(error)) from None


def sender_by_name(session: Session, name: str) -> Sender:
    """The sender that a person named. Raises NotFound, with the name."""
    sender = find_sender(session, name)
    if sender is None:
        raise NotFound("delivery-sender-not-named", name=name[:60])
    return sender


def campaign_sender_by_name(session: Session, name: str) -> Sender:
    """The same, for a campaign. Raises InputRefused where the provider takes system mail only."""
    sender = sender_by_name(session, name)
    if not _carries_campaigns(sender):
        raise InputRefused("delivery-sender-not-for-campaigns", name=sender.name, provider=sender.provider)
    return sender
