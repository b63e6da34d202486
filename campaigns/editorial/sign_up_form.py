"""Say what a list's sign-up form offers beside the list itself, and which websites may frame it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from campaigns.editorial.stale_edit import expect_seen, sign_up_form_version
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.change_list import lock_list
from subscribers.frame_origins import check_origins, set_frame_origins
from subscribers.offered_lists import offer_lists, offered_lists
from subscribers.tables import MailingList


@dataclass(frozen=True, slots=True)
class SignUpFormEdit:
    """None leaves it as it is."""

    offered: Collection[str] | None = None
    """Short names of the lists that are offered with it."""
    frame_origins: Collection[str] | None = None
    """Websites that may show it in a frame."""
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def change_sign_up_form(
    session: Session, slug: str, edit: SignUpFormEdit, *, actor: Principal, now: datetime
) -> MailingList:
    """Raises NotFound, NotAllowed; InputRefused for too many, and for what is no origin; Conflict where it is no
    longer as it was seen, or for a list that is closed or protected."""
    require(actor, Permission.MANAGE_LISTS)
    mailing_list = lock_list(session, slug)
    before = [row.slug for row in offered_lists(session, mailing_list)]
    origins_before = list(mailing_list.frame_origins)
    offered = before if edit.offered is None else sorted(set(edit.offered))
    origins = origins_before if edit.frame_origins is None else check_origins(edit.frame_origins)
    is_change = (offered, origins) != (before, origins_before)
    expect_seen(edit.seen, sign_up_form_version(before, origins_before), is_change=is_change)
    if offered != before:
        offer_lists(session, mailing_list, offered)
    if origins != origins_before:
        set_frame_origins(session, mailing_list, origins)
    if is_change:
        audit.record(
            session,
            actor=actor.name,
            action="list.sign_up_form_set",
            subject=f"mailing_list:{mailing_list.id}",
            now=now,
            offered=offered,
            frame_origins=origins,
        )
    return mailing_list
