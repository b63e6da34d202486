"""Many ids in one parameter mean what many parameters would."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import BigInteger, literal, select

from core.db import Database
from core.sql import ids_as_rows, in_ids


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ids=st.lists(st.integers(1, 2**60), unique=True, max_size=8), other=st.integers(1, 2**60))
def test_ids_come_in_their_order_and_are_found(database: Database, ids: list[int], other: int) -> None:
    with database.read() as session:
        rows = ids_as_rows(session, ids)
        assert session.execute(select(rows.c.place, rows.c.id).order_by(rows.c.place)).all() == list(
            enumerate(ids)
        )
        for id_ in {*ids, other}:
            asked = select(literal(1)).where(in_ids(session, literal(id_, BigInteger), ids))
            assert bool(session.execute(asked).all()) == (id_ in ids)
