"""Health examination: every check there is, in order, from what the others stand on upwards."""

from collections.abc import Callable, Iterator

from core.settings import Settings
from scheduler.health.attention import check_attention
from scheduler.health.clock import check_clock
from scheduler.health.context import HealthContext
from scheduler.health.health_check import HealthCheck
from scheduler.health.installation import (
    check_backup,
    check_folders,
    check_organisation,
    check_schema,
    check_secret_key,
    check_settings,
    check_sign_up,
)
from scheduler.health.jobs import check_jobs, check_machines
from scheduler.health.senders import check_domains, check_senders, check_spam_filter

_EXAMINATIONS: tuple[Callable[[HealthContext], Iterator[HealthCheck]], ...] = (
    check_schema,
    check_secret_key,
    check_organisation,
    check_attention,
    check_backup,
    check_senders,
    check_domains,
    check_spam_filter,
    check_sign_up,
    check_clock,
    check_jobs,
    check_machines,
)


def examine_surroundings(settings: Settings) -> Iterator[HealthCheck]:
    """What needs no database."""
    yield from check_settings(settings)
    yield from check_folders(settings)


def examine(context: HealthContext) -> Iterator[HealthCheck]:
    """All the rest. Each may raise what the database raises."""
    for examination in _EXAMINATIONS:
        yield from examination(context)
