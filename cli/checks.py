"""What `bilten doctor` looks at. Each check says in one text what it found; none of them changes anything."""

import shutil
import socket
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from cli.context import CliContext
from cli.rejections import refused_lines
from core.errors import BiltenError, Param

if TYPE_CHECKING:
    from delivery.tables import Sender

ANSWER_WITHIN = 5.0
LITTLE_SPACE = 1_000_000_000
NO_SPACE = 200_000_000


class Level(StrEnum):
    GOOD = "good"
    WARNING = "warning"
    """Works, but somebody should know."""
    PROBLEM = "problem"
    """Mail will not go out, or not as it should."""


@dataclass(frozen=True, slots=True)
class Check:
    level: Level
    code: str
    params: dict[str, Param] = field(default_factory=dict)
    more: tuple[str, ...] = ()
    """What is behind it and what to do, in the staff's language."""


def check_settings(context: CliContext) -> Iterator[Check]:
    from core.settings import DEVELOPMENT_SECRET, Environment

    settings = context.settings
    is_production = settings.environment is Environment.PRODUCTION
    yield Check(Level.GOOD if is_production else Level.WARNING, f"cli-doctor-{settings.environment.value}")
    if context.secret == DEVELOPMENT_SECRET:
        yield Check(Level.WARNING, "cli-doctor-secret-shared")
    is_https = settings.public_url.startswith("https://")
    code = "cli-doctor-public-url" if is_https else "cli-doctor-public-url-open"
    yield Check(Level.GOOD if is_https else Level.WARNING, code, {"url": settings.public_url})


def check_secret_key(context: CliContext) -> Iterator[Check]:
    """With another key than the one that hashed the addresses, nobody's suppression would be recognised."""
    from core.addresses import EmailAddress, address_hash
    from subscribers.queries import get_subscriber, list_subscribers

    with context.database.read() as session:
        some = [get_subscriber(session, listed.subscriber_id) for listed in list_subscribers(session, limit=1)]
    for person in some:
        if address_hash(EmailAddress(person.address), secret=context.secret) != person.address_hash:
            yield Check(Level.PROBLEM, "cli-doctor-secret-other")


def check_organisation(context: CliContext) -> Iterator[Check]:
    from core.languages import STAFF_LANGUAGES
    from templates.brand import get_brand

    with context.database.read() as session:
        brand = get_brand(session)
    placeholders = {context.texts.text(language, "cli-init-brand-address") for language in STAFF_LANGUAGES}
    if brand is None or brand.postal_address in placeholders:
        yield Check(Level.WARNING, "cli-doctor-brand-placeholder")
    else:
        yield Check(Level.GOOD, "cli-doctor-brand", {"name": brand.name})


def check_folders(context: CliContext) -> Iterator[Check]:
    for folder in (context.settings.var_dir, context.settings.assets_dir, context.settings.state_path):
        writable = _is_writable(folder)
        code = "cli-doctor-folder" if writable else "cli-doctor-folder-closed"
        yield Check(Level.GOOD if writable else Level.PROBLEM, code, {"folder": str(folder)})
    if context.settings.var_dir.is_dir():
        yield _space(shutil.disk_usage(context.settings.var_dir).free)


def _is_writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _space(free: int) -> Check:
    params: dict[str, Param] = {"megabytes": free // 1_000_000}
    if free < NO_SPACE:
        return Check(Level.PROBLEM, "cli-doctor-space-none", params)
    if free < LITTLE_SPACE:
        return Check(Level.WARNING, "cli-doctor-space-little", params)
    return Check(Level.GOOD, "cli-doctor-space", params)


def check_senders(context: CliContext) -> Iterator[Check]:
    from delivery.providers import known_providers
    from delivery.senders.senders import list_senders

    with context.database.read() as session:
        senders = list_senders(session)
    if not senders:
        yield Check(Level.PROBLEM, "cli-doctor-no-sender")
    for sender in senders:
        if sender.provider not in known_providers():
            params: dict[str, Param] = {"name": sender.name, "provider": sender.provider}
            yield Check(Level.PROBLEM, "cli-doctor-provider-unknown", params)
            continue
        yield _provider_answers(context, sender)
        yield from _tracking(context, sender)


def _provider_answers(context: CliContext, sender: "Sender") -> Check:
    """Only that somebody is there: whether the key is right shows when mail is sent, or costs a request."""
    from delivery.providers import settings_of

    host, port = settings_of(sender.provider, context.settings).endpoint or ("", 0)
    params: dict[str, Param] = {"name": sender.name, "provider": sender.provider, "host": f"{host}:{port}"}
    if not host:
        return Check(Level.GOOD, "cli-doctor-provider-local", params)
    try:
        socket.create_connection((host, port), timeout=ANSWER_WITHIN).close()
    except OSError:
        return Check(Level.PROBLEM, "cli-doctor-provider-silent", params)
    return Check(Level.GOOD, "cli-doctor-provider", params)


def _tracking(context: CliContext, sender: "Sender") -> Iterator[Check]:
    """Only where mail really goes: the simulator tracks nobody."""
    from delivery.providers import capabilities_of, settings_of
    from delivery.providers.base import Tracking

    if not settings_of(sender.provider, context.settings).leaves_this_machine:
        return
    if capabilities_of(sender.provider).tracking is Tracking.ACCOUNT_ONLY:
        yield Check(
            Level.WARNING, "cli-doctor-tracking-account", {"name": sender.name, "provider": sender.provider}
        )


def check_database(context: CliContext) -> Iterator[Check]:
    """Raises what `CliContext.database` raises; `doctor` shows it and leaves out what needs the database."""
    from migrations.schema_drift import schema_differences
    from migrations.upgrade import kept_copies, refuse_what_cannot_be_upgraded

    refuse_what_cannot_be_upgraded(context.unchecked_database)
    differences = schema_differences(context.database)
    if differences:
        more = tuple(
            f"  {context.text(f'cli-doctor-schema-{each.drift}', what=each.what)}" for each in differences
        )
        yield Check(Level.PROBLEM, "cli-doctor-schema", more=more)
    else:
        yield Check(Level.GOOD, "cli-doctor-database")
    for copy in kept_copies(context.database):
        yield Check(Level.WARNING, "cli-doctor-copy-kept", {"file": str(copy)})


def check_sign_up(context: CliContext) -> Iterator[Check]:
    from campaigns.settings import CampaignSettings
    from delivery.senders.senders import find_sender

    name = CampaignSettings.of(context.settings).sign_up_sender
    if not name:
        yield Check(Level.WARNING, "cli-doctor-sign-up-closed")
        return
    with context.database.read() as session:
        if find_sender(session, name) is None:
            yield Check(Level.PROBLEM, "cli-doctor-sign-up-unknown", {"name": name})


def check_scheduler(context: CliContext) -> Iterator[Check]:
    from scheduler.heartbeat import silent_jobs
    from scheduler.jobs import MAX_SILENCE

    with context.database.read() as session:
        silent = silent_jobs(session, MAX_SILENCE, now=context.clock.now())
    if not silent:
        yield Check(Level.GOOD, "cli-doctor-scheduler")
    elif len(silent) == len(MAX_SILENCE) and context.database.is_sqlite:
        yield Check(Level.PROBLEM, "cli-doctor-scheduler-silent")
    elif len(silent) < len(MAX_SILENCE):
        yield Check(Level.PROBLEM, "cli-doctor-jobs-silent", {"jobs": ", ".join(sorted(silent))})


def check_needs(context: CliContext) -> Iterator[Check]:
    """The same list that staff see on the page of campaigns."""
    from campaigns.reporting.needs_attention import needs_attention
    from scheduler.clock_faults import clock_needs

    now, verdict = context.clock.now(), context.guard.glance()
    with context.database.read() as session:
        found = needs_attention(
            session, now=now, verdict=verdict, expects_backups=context.settings.expects_backups
        )
        found += clock_needs(session, now=now, zone=context.settings.time_zone)
    for item in found:
        more = refused_lines(context, item.why)
        more += [f"  {context.text(item.advice, **item.params)}"] if item.advice else []
        more += [f"  {context.text('web-campaign-provider-says', words=item.words)}"] if item.words else []
        yield Check(Level.PROBLEM if item.stops_mail else Level.WARNING, item.code, item.params, tuple(more))
    if not found:
        yield Check(Level.GOOD, "web-needs-none")


def check_machines(context: CliContext) -> Iterator[Check]:
    """Only where work is spread: one process that serves and sends (--with-engine) shows as heartbeats alone."""
    from scheduler.heartbeat import silent_jobs
    from scheduler.jobs import MAX_SILENCE
    from scheduler.wake_ups import machines

    if context.database.is_sqlite:
        return
    with context.database.read() as session:
        found = machines(session)
        is_silent = bool(silent_jobs(session, MAX_SILENCE, now=context.clock.now()))
    if found.leads and found.workers:
        yield Check(Level.GOOD, "cli-doctor-machines", {"workers": found.workers})
    elif found.leads:
        yield Check(Level.PROBLEM, "cli-doctor-no-worker")
    elif found.workers or is_silent:
        yield Check(Level.PROBLEM, "cli-doctor-nobody-leads")


def as_check(error: BiltenError) -> Check:
    return Check(Level.PROBLEM, error.code, error.params)
