"""Backups made by hand, and what a test of restores does with them."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlmodel import SQLModel

from campaigns.restore.adopt import AdoptReport, adopt
from campaigns.sending.send import send_next_batch
from core.db import Database
from core.generation.guard import RestoreGuard
from core.generation.numbers import given_out
from core.generation.state_dir import StateDir
from core.settings import Settings
from staff.principal import OPERATOR
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
        with world.database.write() as session:
            for table in reversed(SQLModel.metadata.sorted_tables):
                session.execute(table.delete())
            for table in SQLModel.metadata.sorted_tables:
                if self._rows[table.name]:
                    session.execute(table.insert(), self._rows[table.name])
            if not world.database.is_sqlite:
                for name, number in self._numbers.items():
                    session.execute(text(f"SELECT setval('{name}_id_seq', {number})"))
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


def adopted(world: World, *, apply: bool = True) -> AdoptReport:
    return adopt(world.context, apply=apply, actor=OPERATOR, now=world.clock.now())


def copies(world: World) -> Counter[str]:
    """How many copies each address really received."""
    return world.provider.received


def send_one_batch(world: World, campaign_id: int) -> None:
    send_next_batch(world.context, campaign_id)
    world.clock.advance(seconds=1)
