"""Many rows in one parameter are what they would be one by one, whatever stands in them."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import String, delete, literal
from sqlmodel import col, select

from core.db import Database
from core.many_rows import insert_rows
from core.sql import in_texts
from subscribers.import_tables import ImportRow, ImportState, RowOutcome, SubscriberImport
from subscribers.lists import create_list
from subscribers.status import SubscriptionStatus
from tests.conftest import NOON

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
ROW = st.tuples(
    TEXT,
    st.sampled_from([None, *SubscriptionStatus]),
    st.booleans(),
    st.none() | st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  UTC
    st.dictionaries(TEXT, st.integers(-5, 5) | TEXT, max_size=2),
)
COLUMNS = ("place", "name", "status", "has_language", "given_at", "params")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(rows=st.lists(ROW, max_size=5))
def test_rows_come_out_as_they_went_in(database: Database, rows: list[Any]) -> None:
    with database.write() as session:
        session.execute(delete(SubscriberImport))
        number = _import(session)
        same: dict[str, Any] = {
            "import_id": number,
            "line": 1,
            "address": "",
            "address_hash": "",
            "language": "",
            "code": "",
        }
        same |= {
            "code": "",
            "is_everywhere": False,
            "proof": "",
            "outcome": RowOutcome.IMPORTED,
            "is_new_person": False,
        }
        given = [(place, *values) for place, values in enumerate(rows)]
        written = insert_rows(session, ImportRow, COLUMNS, given, same=same, returning=("place",))
        assert sorted(place for (place,) in written) == list(range(len(rows)))
        assert insert_rows(session, ImportRow, COLUMNS, given, same=same, returning=("place",)) == []
        wanted = [getattr(ImportRow, name) for name in COLUMNS]
        read = session.execute(select(*wanted).order_by(col(ImportRow.place))).all()
        assert [tuple(row) for row in read] == given


def _import(session: Any) -> int:
    lists = create_list(session, slug=f"list-{datetime.now(UTC):%H%M%S%f}", name="Bilten", now=NOON)
    row = SubscriberImport(
        list_id=lists.id, state=ImportState.CHECKING, file_name="a", actor="a", created_at=NOON, erase_at=NOON
    )
    session.add(row)
    session.flush()
    return int(row.id)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(texts=st.lists(TEXT, max_size=5), other=TEXT)
def test_texts_in_one_parameter_are_found(database: Database, texts: list[str], other: str) -> None:
    with database.read() as session:
        for text in {*texts, other}:
            asked = select(literal(1)).where(in_texts(session, literal(text, String), texts))
            assert bool(session.execute(asked).all()) == (text in texts)
