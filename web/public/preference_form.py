"""Form of a reader's preferences: what is read from it beside name and language. Each part counts by what stood on
the page, so that an old page changes nothing that it did not show."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from campaigns.frequency.serving_digests import offered_rhythms
from campaigns.opt_in.send_opt_in_mail import wait_to_ask
from campaigns.settings import CampaignSettings
from core.logging import get_logger
from core.public_urls import PREFERENCES_HOW
from subscribers.person_fields import FilledField, fields_of_person, put_values, read_values
from subscribers.tables import MailingList, Subscriber
from subscribers.topic_choices import LONGEST_PAUSE, end_pause, pause_mail, read_pause
from subscribers.topic_preferences import choose_own_topics, lists_to_join
from web.http.app_context import AppContext
from web.http.form_data import ASKED, TOPIC
from web.public.ask_for_lists import SignUpRequest, ask_for_lists

KEEP = "keep-"
SHOWN = "shown-"
"""Only what stood on the page can be left by it, not what the reader has joined since."""
JOIN = "join-"
FIELD = "field-"
"""Begins the name of what stands in a custom field; its word follows."""
PAUSE, PAUSED = "pause", "paused"
"""The first day on which they want emails again, and what stood there."""

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class PauseEdit:
    until: datetime | None
    """None: no pause, or no longer."""


def named(form: Mapping[str, str], prefix: str) -> set[str]:
    return {field.removeprefix(prefix) for field in form if field.startswith(prefix)}


def read_pause_edit(form: Mapping[str, str], *, zone: str, now: datetime) -> PauseEdit | None:
    """None where nobody touched it. Raises InputRefused."""
    text = form.get(PAUSE, "").strip()
    if PAUSE not in form or text == form.get(PAUSED, "").strip():
        return None
    return PauseEdit(read_pause(text, zone=zone, now=now) if text else None)


def save_pause_edit(session: Session, person: Subscriber, edit: PauseEdit, *, now: datetime) -> None:
    if edit.until is None:
        end_pause(session, person.address_hash, now=now)
    else:
        pause_mail(session, person.address_hash, edit.until, now=now)


def first_day(until: datetime | None, zone: str) -> str:
    """As the field has it."""
    return until.astimezone(ZoneInfo(zone)).date().isoformat() if until else ""


def pause_days(now: datetime, zone: str) -> tuple[str, str]:
    """The first and the last day that a pause may end on."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return (today + timedelta(days=1)).isoformat(), (now + LONGEST_PAUSE).astimezone(
        ZoneInfo(zone)
    ).date().isoformat()


def save_topics(
    session: Session, person: Subscriber, list_ids: Collection[int], form: Mapping[str, str], *, now: datetime
) -> bool:
    answers = {slug: form.get(f"{TOPIC}{slug}") for slug in named(form, ASKED)}
    rhythms = offered_rhythms(session, list_ids)
    return choose_own_topics(session, person, list_ids, answers, rhythms=rhythms, now=now)


def offered_lists(context: AppContext, session: Session, subscriber_id: int) -> list[MailingList]:
    """None while nobody can be asked to confirm."""
    settings = CampaignSettings.of(context.settings)
    is_busy = wait_to_ask(session, limit=settings.sign_ups_per_hour, now=context.clock.now()) is not None
    return lists_to_join(session, subscriber_id) if settings.sign_up_sender and not is_busy else []


def ask_to_join(
    context: AppContext, session: Session, person: Subscriber, form: Mapping[str, str], *, language: str
) -> list[str]:
    """The names of the lists that they are asked to confirm by email: a link that was forwarded puts nobody on a
    list."""
    chosen = [row for row in offered_lists(context, session, person.id) if row.slug in named(form, JOIN)]
    request = SignUpRequest(person.address, person.name, language, PREFERENCES_HOW)
    if chosen:
        ask_for_lists(context, session, chosen, request)
    return [row.name_in(language) for row in chosen]


def own_fields(session: Session, subscriber_id: int) -> list[FilledField]:
    """Custom fields that readers may change, by label; none that is archived."""
    filled = fields_of_person(session, subscriber_id)
    return [entry for entry in filled if entry.field.is_own and entry.field.archived_at is None]


def save_own_fields(session: Session, subscriber_id: int, form: Mapping[str, str]) -> None:
    """Raises InputRefused for what a field cannot hold."""
    entries = own_fields(session, subscriber_id)
    typed = {name.removeprefix(FIELD): text for name, text in form.items() if name.startswith(FIELD)}
    values = read_values([entry.field for entry in entries], typed)
    before = {entry.field.id: entry.value for entry in entries}
    changed = {number: value for number, value in values.items() if value != before[number]}
    put_values(session, {subscriber_id: changed})
    if changed:
        log.info("subscriber.fields_changed", subscriber_id=subscriber_id, field_ids=sorted(changed))
