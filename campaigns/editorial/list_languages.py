"""Say which languages stand in for others on a list, and which a campaign to it may not lack: it decides what the
readers of every draft to that list get."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from campaigns.editorial.content_changes import record_changes
from campaigns.editorial.stale_edit import expect_seen, languages_version
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.lists import list_by_slug, set_list_languages
from subscribers.tables import MailingList


@dataclass(frozen=True, slots=True)
class ListLanguagesEdit:
    """None leaves it as it is."""

    chain: list[str] | None = None
    required: list[str] | None = None
    seen: str | None = None
    """The version that the person had before them (`campaigns.editorial.stale_edit`)."""


def choose_list_languages(
    session: Session, slug: str, edit: ListLanguagesEdit, *, actor: Principal, now: datetime
) -> MailingList:
    """Raises NotFound, NotAllowed; Conflict where the languages are no longer those that were seen."""
    require(actor, Permission.MANAGE_LISTS)
    mailing_list = list_by_slug(session, slug)
    session.refresh(mailing_list, with_for_update=True)
    before = (list(mailing_list.language_chain), list(mailing_list.required_languages))
    chain, required = edit.chain, edit.required
    wanted = (before[0] if chain is None else chain, before[1] if required is None else required)
    expect_seen(edit.seen, languages_version(mailing_list), is_change=wanted != before)
    changed = set_list_languages(session, mailing_list.id, chain=chain, required=required)
    after = (changed.language_chain, changed.required_languages)
    subject = f"mailing_list:{changed.id}"
    parts = {"chain": (before[0], after[0]), "required": (before[1], after[1])}
    record_changes(session, subject, parts, actor=actor.name, now=now)
    audit.record(
        session,
        actor=actor.name,
        action="list.languages_set",
        subject=subject,
        now=now,
        chain=after[0],
        required=after[1],
    )
    return changed
