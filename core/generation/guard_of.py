"""The guard of a database: one, whoever asks for it first."""

from datetime import timedelta

from core.clock import Clock
from core.db import Database
from core.generation.guard import RestoreGuard
from core.generation.state_dir import StateDir
from core.settings import Settings


def guard_of(database: Database, settings: Settings, clock: Clock) -> RestoreGuard:
    """The guard that the database has, or one that it gets."""
    if isinstance(database.commit_hook, RestoreGuard):
        return database.commit_hook
    return RestoreGuard(database, StateDir(settings.state_path), clock, keep=timedelta(days=settings.journal_days))
