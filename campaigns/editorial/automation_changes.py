"""Provenance of what an automation sends with: the brand, its list's languages, the templates that are in use.

The same ledger and the same rule as for a campaign (`campaigns.editorial.contributions`). What was there when the
automation was set up is nobody's hand in it, as with what was there when a campaign was drafted. Its items are
looked at one by one (`campaigns.automation.brake`). Its list, its senders and its limits are its own settings: a
change of these voids the approvals (`campaigns.review.standing_approval`). A sender's own name is in no mail.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col

from campaigns.editorial.content_changes import (
    BRAND,
    TEMPLATES_IN_USE,
    as_changes,
    ledger_rows,
    rows_of_version,
)
from campaigns.editorial.contributions import Matter, contributions, hands
from campaigns.editorial.tables import ContentChange
from campaigns.tables import Automation
from templates.designs import DESIGNS
from templates.versions import in_use

SET_UP = "set_up"
"""The part that marks the moment from which hands are counted."""


def mark_set_up(session: Session, automation: Automation, *, actor: str, now: datetime) -> None:
    session.add(ContentChange(subject=_subject(automation), part=SET_UP, actor=actor, at=now))


def automation_contributors(session: Session, automation: Automation) -> Mapping[str, frozenset[Matter]]:
    """Actors with a hand in what the automation would send with now, and in what."""
    session.flush()
    list_subject = f"mailing_list:{automation.list_id}"
    wanted = col(ContentChange.subject).in_([BRAND, list_subject, TEMPLATES_IN_USE])
    rows = _since_set_up(session, automation, ledger_rows(session, wanted))
    for kind in DESIGNS:
        rows += _words_of_template(session, kind, rows)
    return contributions("", as_changes(rows))


def _since_set_up(session: Session, automation: Automation, rows: list[ContentChange]) -> list[ContentChange]:
    marks = ledger_rows(session, ContentChange.subject == _subject(automation))
    if marks:
        return [row for row in rows if row.id > marks[-1].id]
    return [row for row in rows if row.at >= automation.created_at]  # from before there were marks


def _words_of_template(session: Session, kind: str, rows: list[ContentChange]) -> list[ContentChange]:
    """Who wrote the version that has come into use since, whenever they did: words have no date."""
    chosen = [row for row in rows if row.subject == TEMPLATES_IN_USE and row.part == kind]
    version_id = in_use(session, kind)
    if version_id is None or not hands(as_changes(chosen)):
        return []
    return rows_of_version(session, version_id)


def _subject(automation: Automation) -> str:
    return f"automation:{automation.id}"
