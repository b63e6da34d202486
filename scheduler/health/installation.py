"""Health of the installation: its settings, folders, tables, key, organisation, sign-ups and backups."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from campaigns.settings import CampaignSettings
from campaigns.staff_mail.staff_sender import no_staff_sender_reason
from campaigns.still_wanted.change_rule import count_stuck, names_where_on
from core.addresses import EmailAddress, address_hash
from core.backup.runs import backup_status
from core.encrypted_columns import UnopenedText
from core.errors import Param, Refusal
from core.languages import STAFF_LANGUAGES
from core.settings import Settings
from delivery.senders.senders import find_sender
from migrations.schema_drift import schema_differences
from migrations.upgrade import kept_copies
from scheduler.health.context import HealthContext
from scheduler.health.free_space import free_space
from scheduler.health.health_check import HealthCheck, Level
from scheduler.health.rules import judge_backup, judge_settings, judge_space
from subscribers.encrypt_people import encryption_state
from subscribers.lists import list_lists
from subscribers.queries import get_subscriber, list_subscribers
from templates.brand import get_brand


def check_settings(settings: Settings) -> Iterator[HealthCheck]:
    yield from judge_settings(settings)


def check_folders(settings: Settings) -> Iterator[HealthCheck]:
    for folder in (settings.var_dir, settings.assets_dir, settings.state_path):
        writable = _is_writable(folder)
        code = "scheduler-health-folder" if writable else "scheduler-health-folder-closed"
        yield HealthCheck(Level.GOOD if writable else Level.PROBLEM, code, {"folder": str(folder)})
    space = free_space(settings)
    if space:
        yield judge_space(min(space.values()))


def _is_writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def check_schema(context: HealthContext) -> Iterator[HealthCheck]:
    """Whether the tables are those that the database's number promises."""
    differences = schema_differences(context.database)
    if differences:
        why = tuple(
            Refusal("", None, f"scheduler-health-schema-{each.drift}", {"what": each.what}) for each in differences
        )
        yield HealthCheck(Level.PROBLEM, "scheduler-health-schema", why=why)
    else:
        yield HealthCheck(Level.GOOD, "scheduler-health-database")
    for copy in kept_copies(context.database):
        yield HealthCheck(Level.WARNING, "scheduler-health-copy-kept", {"file": str(copy)})


def check_secret_key(context: HealthContext) -> Iterator[HealthCheck]:
    """With another key than the one that hashed the addresses, nobody's suppression would be recognised."""
    secret = context.settings.secret_key.get_secret_value()
    with context.database.read() as session:
        some = [get_subscriber(session, listed.subscriber_id) for listed in list_subscribers(session, limit=1)]
    for person in some:
        if isinstance(person.address, UnopenedText):
            continue
        if address_hash(EmailAddress(person.address), secret=secret) != person.address_hash:
            yield HealthCheck(Level.PROBLEM, "scheduler-health-secret-other")


def check_encryption(context: HealthContext) -> Iterator[HealthCheck]:
    """Whether there is a key where there are people at risk, whom it has encrypted, and whom nobody can read."""
    keys = context.database.keys
    with context.database.read() as session:
        state = encryption_state(session)
        has_protected = any(mailing_list.is_protected for mailing_list in list_lists(session))
    known = keys.ids if keys else ()
    for key, people in sorted(state.by_key.items()):
        if key not in known:
            yield HealthCheck(Level.PROBLEM, "scheduler-health-encryption-missing", {"key": key, "people": people})
        elif key != known[0]:
            yield HealthCheck(Level.WARNING, "scheduler-health-encryption-old", {"people": people})
    if keys is None:
        if has_protected:
            yield HealthCheck(Level.WARNING, "scheduler-health-encryption-none")
    elif state.due:
        yield HealthCheck(Level.WARNING, "scheduler-health-encryption-due", {"people": state.due})
    elif keys.newest in state.by_key:
        yield HealthCheck(Level.GOOD, "scheduler-health-encryption", {"people": state.by_key[keys.newest]})


def check_organisation(context: HealthContext) -> Iterator[HealthCheck]:
    with context.database.read() as session:
        brand = get_brand(session)
    texts = context.services.texts
    placeholders = {texts.text(language, "templates-brand-placeholder-address") for language in STAFF_LANGUAGES}
    if brand is None or brand.postal_address in placeholders:
        yield HealthCheck(Level.WARNING, "scheduler-health-brand-placeholder")
    else:
        yield HealthCheck(Level.GOOD, "scheduler-health-brand", {"name": brand.name})


def check_sign_up(context: HealthContext) -> Iterator[HealthCheck]:
    name = CampaignSettings.of(context.settings).sign_up_sender
    if not name:
        yield HealthCheck(Level.WARNING, "scheduler-health-sign-up-closed")
        return
    with context.database.read() as session:
        if find_sender(session, name) is None:
            yield HealthCheck(Level.PROBLEM, "scheduler-health-sign-up-unknown", {"name": name})


def check_still_wanted(context: HealthContext) -> Iterator[HealthCheck]:
    """Whether quiet readers are asked where that is on: nobody sees an email that does not go out."""
    sender, now = CampaignSettings.of(context.settings).sign_up_sender, context.clock.now()
    with context.database.read() as session:
        lists, stuck = names_where_on(session), count_stuck(session, now=now)
        is_known = bool(sender) and find_sender(session, sender) is not None
    if not lists:
        return
    if not is_known:
        yield HealthCheck(Level.PROBLEM, "scheduler-health-still-wanted-no-sender", {"lists": ", ".join(lists)})
    elif stuck:
        yield HealthCheck(Level.WARNING, "scheduler-health-still-wanted-stuck", {"count": stuck})
    else:
        yield HealthCheck(Level.GOOD, "scheduler-health-still-wanted", {"lists": ", ".join(lists)})


def check_staff_mail(context: HealthContext) -> Iterator[HealthCheck]:
    with context.database.read() as session:
        reason = no_staff_sender_reason(session, context.settings)
    if reason is not None:
        yield HealthCheck(Level.WARNING, reason.code, reason.params)


def check_backup(context: HealthContext) -> Iterator[HealthCheck]:
    now = context.clock.now()
    with context.database.read() as session:
        judged = judge_backup(backup_status(session, now=now), now=now)
    if judged is not None:
        yield judged


def check_journal(context: HealthContext) -> Iterator[HealthCheck]:
    """Whether everything that has happened is written down apart from the database (ADR 31)."""
    local = context.restore_guard.local
    with context.database.read() as session:
        identity = local.identify(session)
    folder: dict[str, Param] = {"folder": str(context.settings.state_path / identity)}
    if local.has_hole(identity):
        yield HealthCheck(Level.WARNING, "scheduler-health-journal-hole", folder)
    if local.lacks_lines(identity):
        yield HealthCheck(Level.WARNING, "scheduler-health-journal-gap", folder)
