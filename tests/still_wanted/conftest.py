"""A world in which a list's quiet readers may be asked, on each database."""

import pytest

from core.db import Database
from core.settings import Settings
from tests.campaigns.world import World, make_world
from tests.conftest import StoppedClock


@pytest.fixture
def world(database: Database, clock: StoppedClock, settings: Settings) -> World:
    made = make_world(database, clock, settings)
    made.configure(sign_up_sender="main")
    return made
