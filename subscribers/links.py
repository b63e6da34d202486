"""The links that only one reader gets: to leave a list, to choose what they get, to confirm having asked for it.

A link carries ids, never an address. Reading one changes nothing; pages act on POST, and for nobody but the holder
(`campaigns.token_holder`): a number may have had another holder when the link was made.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from core.errors import InputRefused, NotAllowed
from core.signing import OpenedToken, Signer, TokenRefused

UNSUBSCRIBE = "unsubscribe"
CONFIRMATION = "confirmation"
PREFERENCES = "preferences"
INVITATION = "invitation"
LEFT = "left"
ADDRESS_CHANGE = "address-change"
ADDRESS_REFUSAL = "address-refusal"
STILL_WANTED = "still-wanted"
_TOKEN = re.compile(r"[A-Za-z0-9_.\-]{20,1500}")
"""The longest is a question's about many lists and topics."""


@dataclass(frozen=True, slots=True)
class UnsubscribeLink:
    campaign_public_id: str
    subscriber_id: int
    list_id: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class PreferencesLink:
    campaign_public_id: str
    subscriber_id: int
    list_id: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ConfirmationLink:
    subscriber_id: int
    list_id: int
    expires_at: datetime
    also_list_ids: tuple[int, ...] = ()
    """Other lists that the same question was about."""
    unwanted_topic_ids: tuple[int, ...] = ()
    """Topics that were unticked where it was asked for."""

    @property
    def list_ids(self) -> tuple[int, ...]:
        return (self.list_id, *self.also_list_ids)


@dataclass(frozen=True, slots=True)
class AddressLink:
    """Of a change of address: to confirm it, from the new one, or to refuse it, from the old one."""

    subscriber_id: int
    old_hash: str
    new_hash: str


@dataclass(frozen=True, slots=True)
class StillWantedLink:
    """Of the email that asks whether a list is still wanted. Bound to the address that it went to."""

    list_id: int
    address_hash: str


def unsubscribe_token(
    signer: Signer, *, campaign_public_id: str, subscriber_id: int, list_id: int, expires_at: datetime
) -> str:
    """The same facts give the same token, so that a repeated message is the same to the byte."""
    return signer.sign(UNSUBSCRIBE, [campaign_public_id, subscriber_id, list_id], expires_at=expires_at)


def read_unsubscribe_token(signer: Signer, token: str, *, now: datetime) -> UnsubscribeLink:
    """Raises InputRefused for a damaged link, NotAllowed for one that is forged, of another kind, or too old."""
    opened = _open(signer, UNSUBSCRIBE, token, now)
    campaign_public_id, subscriber_id, list_id = opened.payload
    return UnsubscribeLink(campaign_public_id, subscriber_id, list_id, opened.expires_at)


def left_token(signer: Signer, link: UnsubscribeLink, *, expires_at: datetime) -> str:
    """For whoever has just left by `link`: it ends soon, and says until when that one holds."""
    payload = [link.campaign_public_id, link.subscriber_id, link.list_id, int(link.expires_at.timestamp())]
    return signer.sign(LEFT, payload, expires_at=expires_at)


def read_left_token(signer: Signer, token: str, *, now: datetime) -> UnsubscribeLink:
    """The link that they left by. Raises InputRefused for a damaged link, NotAllowed for one that is forged, of
    another kind, or too old."""
    opened = _open(signer, LEFT, token, now)
    campaign_public_id, subscriber_id, list_id, held_until = opened.payload
    return UnsubscribeLink(campaign_public_id, subscriber_id, list_id, datetime.fromtimestamp(held_until, UTC))


def preferences_token(
    signer: Signer, *, campaign_public_id: str, subscriber_id: int, list_id: int, expires_at: datetime
) -> str:
    """For the list and the campaign that it comes with. The same facts give the same token."""
    return signer.sign(PREFERENCES, [campaign_public_id, subscriber_id, list_id], expires_at=expires_at)


def read_preferences_token(signer: Signer, token: str, *, now: datetime) -> PreferencesLink:
    """Raises InputRefused for a damaged link, NotAllowed for one that is forged, of another kind, or too old."""
    opened = _open(signer, PREFERENCES, token, now)
    campaign_public_id, subscriber_id, list_id = opened.payload
    return PreferencesLink(campaign_public_id, subscriber_id, list_id, opened.expires_at)


def invitation_token(signer: Signer, *, list_slug: str, expires_at: datetime) -> str:
    """Leads to the sign-up page of a list that has no public one: nobody can guess it, and it is nobody's own."""
    return signer.sign(INVITATION, list_slug, expires_at=expires_at)


def read_invitation_token(signer: Signer, token: str, *, now: datetime) -> str:
    """The list's short name. Raises InputRefused for a damaged link, NotAllowed for one that is forged, of another
    kind, or too old."""
    return str(_open(signer, INVITATION, token, now).payload)


def confirmation_token(signer: Signer, link: ConfirmationLink) -> str:
    """It says itself what a yes is to: the row of the question may be lost by a restore. Of one list it has the
    bytes that such links always had."""
    payload: list[object] = [link.subscriber_id, link.list_id]
    if link.also_list_ids or link.unwanted_topic_ids:
        payload += [list(link.also_list_ids), list(link.unwanted_topic_ids)]
    return signer.sign(CONFIRMATION, payload, expires_at=link.expires_at)


def read_confirmation_token(signer: Signer, token: str, *, now: datetime) -> ConfirmationLink:
    """Raises InputRefused for a damaged link, NotAllowed for one that is forged, of another kind, or too old."""
    opened = _open(signer, CONFIRMATION, token, now)
    subscriber_id, list_id, *more = opened.payload
    also, unwanted = more or ((), ())
    return ConfirmationLink(subscriber_id, list_id, opened.expires_at, tuple(also), tuple(unwanted))


def address_token(signer: Signer, purpose: str, link: AddressLink, *, expires_at: datetime) -> str:
    """`purpose`: ADDRESS_CHANGE or ADDRESS_REFUSAL. Bound to the person and to both addresses."""
    payload = [link.subscriber_id, link.old_hash, link.new_hash]
    return signer.sign(purpose, payload, expires_at=expires_at)


def read_address_token(signer: Signer, purpose: str, token: str, *, now: datetime) -> AddressLink:
    """Raises InputRefused for a damaged link, NotAllowed for one that is forged, of another kind, or too old."""
    subscriber_id, old_hash, new_hash = _open(signer, purpose, token, now).payload
    return AddressLink(subscriber_id, old_hash, new_hash)


def still_wanted_token(signer: Signer, link: StillWantedLink, *, expires_at: datetime) -> str:
    return signer.sign(STILL_WANTED, [link.list_id, link.address_hash], expires_at=expires_at)


def read_still_wanted_token(signer: Signer, token: str, *, now: datetime) -> StillWantedLink:
    """Raises InputRefused for a damaged link, NotAllowed for one that is forged, of another kind, or too old."""
    list_id, address_hash = _open(signer, STILL_WANTED, token, now).payload
    return StillWantedLink(list_id, address_hash)


def _open(signer: Signer, purpose: str, token: str, now: datetime) -> OpenedToken:
    if not _TOKEN.fullmatch(token):
        raise InputRefused("subscribers-link-damaged")
    try:
        return signer.open(purpose, token, now=now)
    except TokenRefused as error:
        raise NotAllowed(f"subscribers-{purpose}-link-refused") from error
