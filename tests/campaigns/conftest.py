"""Stories of campaigns: a world on each database."""

import pytest

from core.db import Database
from core.settings import Settings
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock
from tests.kept_renderings import kept_renderings, same_public_ids

__all__ = ["kept_renderings", "same_public_ids"]


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    return make_world(database, clock, settings)
