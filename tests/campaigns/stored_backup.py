"""Backups made by hand, and what a test of restores does with them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, inspect, text
from sqlmodel import SQLModel

from campaigns.restore.adopt import AdoptReport, adopt
from campaigns.restore.adopt_restored import adopt_restored
from campaigns.restore.restore_backup import restore_backup
from campaigns.sending.job_context import JobContext
from campaigns.sending.send import send_next_batch
from core.backup.manifest import Manifest
from core.db import Database
from core.generation.guard import RestoreGuard
from core.generation.numbers import given_out
from core.generation.state_dir import StateDir
from core.settings import Settings
from migrations.upgrade import upgrade
from staff.principal import OPERATOR
from subscribers.subscribe import unsubscribe
from subscribers.tables import ConsentMethod
from tests.backups import source
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.fakes.provider import FakeProvider

READERS = 25


class StoredBackup:
    """Backups made by hand, on either database: every row, and which numbers have been given out."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._numbers: dict[str, int] = {}

    def back_up(self) -> None:
        with self._world.database.read() as session:
            self._numbers = given_out(session)
            for table in SQLModel.metadata.sorted_tables:
                self._rows[table.name] = [dict(row) for row in session.execute(table.select()).mappings()]

    def put_back(self) -> None:
        """And everything is started anew, as after a restore by hand."""
        world = self._world
        world.database.commit_hook = None  # it goes by no program of ours
        with world.database.write() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.execute(table.delete())
            for table in SQLModel.metadata.sorted_tables:
                if self._rows[table.name]:
                    session.execute(table.insert(), self._rows[table.name])
            if not world.database.is_sqlite:
                for name, number in self._numbers.items():
                    session.execute(text(f"SELECT setval('{name}_id_seq', {number})"))
        start_anew(world)


def leave(world: World, subscriber_id: int) -> None:
    """By one click in a mail."""
    with world.database.write() as session:
        unsubscribe(
            session,
            subscriber_id=subscriber_id,
            list_id=1,
            method=ConsentMethod.ONE_CLICK,
            evidence="campaign:x",
            now=world.clock.now(),
        )


def start_anew(world: World) -> None:
    """As another process of the same machine would."""
    event.remove(world.database.engine, "connect", world.context.guard._connected)
    guard = RestoreGuard(world.database, StateDir(world.settings.state_path), world.clock)
    world.context = replace(world.context, guard=guard)


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    world = make_world(database, clock, settings, FakeProvider(max_batch=10))
    world.add_readers([f"reader{number:02}" for number in range(READERS)])
    return world


@pytest.fixture
def backup(world: World) -> StoredBackup:
    return StoredBackup(world)


def adopted(world: World, *, apply: bool = True, is_latest: bool = False) -> AdoptReport:
    now = world.clock.now()
    return adopt(world.context, apply=apply, actor=OPERATOR, now=now, is_latest=is_latest)


def copies(world: World) -> Counter[str]:
    """How many copies each address really received."""
    return world.provider.received


def send_one_batch(world: World, campaign_id: int) -> None:
    send_next_batch(world.context, campaign_id)
    world.clock.advance(seconds=1)


def schemas_aside(database: Database) -> set[str]:
    with database.read() as session:
        return {name for name in inspect(session.connection()).get_schema_names() if name.startswith("bilten_")}


def _drop_schemas(database: Database) -> None:
    for schema in schemas_aside(database):
        with database.write() as session:
            session.execute(text(f"DROP SCHEMA {schema} CASCADE"))


@pytest.fixture(autouse=True)
def nothing_aside_is_left(world: World, request: pytest.FixtureRequest) -> Iterator[None]:
    if not world.database.is_sqlite:
        # Tests share it, and it keeps a connection.
        request.getfixturevalue("migrated_postgres").dispose()
    yield
    if not world.database.is_sqlite:
        _drop_schemas(world.database)


def context_of(world: World, database: Database) -> JobContext:
    guard = RestoreGuard(database, StateDir(world.settings.state_path), world.clock)
    services = replace(world.context.services, database=database)
    return replace(world.context, services=services, guard=guard)


def restored_by_command(world: World, file: Path) -> AdoptReport:
    def adopt_it(restored: Database, manifest: Manifest) -> AdoptReport:
        context = context_of(world, restored)
        try:
            return adopt_restored(context, manifest, world.database, apply=True, now=world.clock.now())
        finally:
            restored.dispose()

    now = world.clock.now()
    report = restore_backup(file, source(world), upgrade=upgrade, adopt=adopt_it, now=now, apply=True)
    start_anew(world)
    return report.adopted
