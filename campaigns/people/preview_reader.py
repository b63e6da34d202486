"""A preview as a chosen subscriber gets it: who may be chosen, by whom, and which variant is theirs.

The rule is that of the search by address: nobody learns from it who is on a protected list, and whoever is chosen
was viewed (ADR 94). A campaign to such a list is previewed as one of its readers only by who may see them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from campaigns.language_choice import best
from campaigns.merging.field_values import preview_values
from campaigns.people.open_person import is_person_open, record_view
from campaigns.queries import get_campaign, variants_of
from campaigns.reporting.protected_readers import may_see_protected, may_see_readers_of
from core.errors import NotAllowed, NotFound
from staff.principal import Principal
from subscribers.audience import first_list
from subscribers.lists import list_lists
from subscribers.queries import subscriptions_of
from subscribers.tables import Subscriber


@dataclass(frozen=True, slots=True)
class PreviewRecipient:
    subscriber_id: int
    name: str
    """May be empty."""
    fields: Mapping[str, str]
    """What they have in custom fields, by the name of the merge field."""
    variant_language: str
    """Of the variant that they would get."""

    @property
    def merge_values(self) -> dict[str, str]:
        """By the name of the merge field; without links."""
        return {**self.fields, "recipient_name": self.name}


def choose_preview_reader(
    session: Session, campaign_id: int, address_hash: str, *, viewer: Principal, now: datetime
) -> PreviewRecipient:
    """By their address; it is recorded. Raises NotFound, also for whom the viewer may not know of; NotAllowed."""
    reader = session.exec(select(Subscriber).where(Subscriber.address_hash == address_hash)).one_or_none()
    chosen = _checked(session, campaign_id, reader, viewer)
    record_view(session, chosen.subscriber_id, actor=viewer, now=now)
    return chosen


def preview_reader(
    session: Session, campaign_id: int, subscriber_id: int, *, viewer: Principal, now: datetime
) -> PreviewRecipient:
    """By the number that stands in an address of the page. Raises as above; NotFound, too, where it was too long
    ago that the viewer chose them."""
    chosen = _checked(session, campaign_id, session.get(Subscriber, subscriber_id), viewer)
    if not is_person_open(session, subscriber_id, actor=viewer, now=now):
        raise NotFound("campaigns-preview-reader-unknown")
    return chosen


def _checked(session: Session, campaign_id: int, reader: Subscriber | None, viewer: Principal) -> PreviewRecipient:
    campaign = get_campaign(session, campaign_id)
    if not may_see_readers_of(session, campaign_id, viewer):
        raise NotAllowed("campaigns-readers-hidden")
    if reader is None or not _is_visible(session, reader, viewer):
        raise NotFound("campaigns-preview-reader-unknown")
    offered = [variant.language for variant in variants_of(session, campaign_id)]
    chain = first_list(session, campaign.audience).language_chain
    language = best(reader.language, offered, chain=chain, main=campaign.main_language)
    fields = preview_values(session, reader.id, language)
    return PreviewRecipient(reader.id, reader.name, fields, language)


def _is_visible(session: Session, reader: Subscriber, viewer: Principal) -> bool:
    """For all that this viewer may see."""
    if may_see_protected(viewer):
        return True
    hidden = {row.id for row in list_lists(session) if row.is_protected}
    return not hidden or any(row.list_id not in hidden for row in subscriptions_of(session, reader.id))
