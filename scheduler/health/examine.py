"""Health examination: every check there is, in order, from what the others stand on upwards."""

from collections.abc import Callable, Iterator
from pathlib import Path

from core.settings import Settings
from scheduler.health.accounts import check_accounts, check_single_sign_on
from scheduler.health.attention import check_attention
from scheduler.health.audit_log import check_audit_log
from scheduler.health.clock import check_clock
from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck
from scheduler.health.installation import (
    check_backup,
    check_encryption,
    check_folders,
    check_journal,
    check_organisation,
    check_schema,
    check_secret_key,
    check_settings,
    check_sign_up,
    check_staff_mail,
    check_still_wanted,
)
from scheduler.health.jobs import check_jobs, check_machines
from scheduler.health.private_files import check_private_files
from scheduler.health.senders import check_domains, check_senders, check_spam_filter

_EXAMINATIONS: tuple[Callable[[HealthContext], Iterator[HealthCheck]], ...] = (
    check_schema,
    check_secret_key,
    check_encryption,
    check_organisation,
    check_attention,
    check_backup,
    check_journal,
    check_audit_log,
    check_senders,
    check_domains,
    check_spam_filter,
    check_sign_up,
    check_still_wanted,
    check_staff_mail,
    check_accounts,
    check_single_sign_on,
    check_clock,
    check_jobs,
    check_machines,
)


def examine_surroundings(settings: Settings, env_file: Path | None) -> Iterator[HealthCheck]:
    """What needs no database. `env_file`: where settings were read from."""
    yield from check_settings(settings)
    yield from check_folders(settings)
    yield from check_private_files(settings, env_file)


def examine(context: HealthContext) -> Iterator[HealthCheck]:
    """All the rest. Each may raise what the database raises."""
    for examination in _EXAMINATIONS:
        yield from examination(context)
