"""What PostgreSQL 18 shows in all the other tests, on the oldest that Bilten runs on, and on one in between.

The tests that stand elsewhere are run once more here: migrations, the claim statements and the queue of wake-ups.
"""

from collections.abc import Iterator

import pytest

from core.db import Database
from core.errors import Misconfigured
from migrations import postgres_server
from migrations.schema_state import SchemaState, schema_state
from migrations.upgrade import upgrade
from tests import postgres_versions
from tests.delivery.test_queue import (  # noqa: F401  run here once more
    test_eight_threads_take_everything_once,
    test_whoever_stops_a_campaign_while_a_batch_is_being_made_waits_for_it_and_no_longer,
)
from tests.equipment import skip_without
from tests.project.conftest import run_statements
from tests.project.filled import contents, fill, narrowed
from tests.project.kept_revisions import MigratedTo
from tests.project.test_migrations import (  # noqa: F401  run here once more
    test_the_migrations_make_exactly_the_tables_of_the_program,
    test_the_wake_ups_of_many_machines_have_the_schema_that_their_library_expects,
    test_the_way_back_leads_to_an_empty_database,
)
from tests.project.test_upgrade_keeps_rows import as_now
from tests.scheduler.test_machines import (  # noqa: F401  run here once more
    schedulers,
    test_a_rollback_leaves_neither_rows_nor_wake_up,
    test_a_wake_up_commits_with_the_rows_that_made_it_due,
    test_a_wake_up_that_was_lost_is_made_good_by_the_next_sweep,
    test_a_worker_that_is_cut_off_goes_on_when_the_database_is_back,
    test_of_two_schedulers_one_leads_and_the_other_takes_over,
    test_wake_ups_do_not_pile_up,
    test_what_a_killed_worker_had_begun_blocks_nothing_and_is_cleared_away,
    world,
)


@pytest.fixture(scope="module", params=[15, 16])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    programs = postgres_versions.programs(request.param)
    if programs is None:
        skip_without(f"PostgreSQL {request.param}")
    with postgres_versions.server(request.param, programs) as url:
        yield url


@pytest.fixture(scope="module")
def migrated(server: str) -> str:
    run_statements(server.format("postgres"), "CREATE DATABASE migrated")
    database = Database(server.format("migrated"))
    upgrade(database)
    database.dispose()
    return server.format("migrated")


@pytest.fixture
def database_url(migrated: str) -> str:
    from tests.databases import empty

    database = Database(migrated)
    empty(database)
    database.dispose()
    return migrated


@pytest.fixture
def bare(server: str) -> Iterator[Database]:
    run_statements(server.format("postgres"), "DROP DATABASE IF EXISTS bare WITH (FORCE)", "CREATE DATABASE bare")
    database = Database(server.format("bare"))
    yield database
    database.dispose()


@pytest.fixture
def migrated_to(bare: Database) -> MigratedTo:
    """On this server, by the migrations themselves: it keeps no templates."""

    def migrate() -> Database:
        upgrade(bare)
        return bare

    return migrate


def test_a_full_database_of_the_first_revision_keeps_every_row(bare: Database) -> None:
    upgrade(bare, "0001")
    fill(bare, old_states=False)
    before = contents(bare)
    upgrade(bare)
    after = contents(bare)
    assert narrowed(after, before) == narrowed(as_now(before, since="0001"), after)


@pytest.mark.parametrize("bounds", [(1, 14), (19, 30)])
def test_a_server_of_a_version_that_was_never_tried_is_refused_before_anything_is_made(
    bare: Database, bounds: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_server, "OLDEST", bounds[0])
    monkeypatch.setattr(postgres_server, "NEWEST", bounds[1])
    with pytest.raises(Misconfigured, match="core-server-version"):
        upgrade(bare)
    assert schema_state(bare) is SchemaState.NONE


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_is_not_in_utf8_is_refused_before_anything_is_made(server: str, encoding: str) -> None:
    name = encoding.lower()
    made = f"CREATE DATABASE {name} ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    run_statements(server.format("postgres"), made)
    database = Database(server.format(name))
    with pytest.raises(Misconfigured, match=encoding):
        upgrade(database)
    assert schema_state(database) is SchemaState.NONE
    database.dispose()
