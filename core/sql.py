"""Many ids in one parameter: a statement with a placeholder for each of a hundred costs more than what it does."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Subquery, any_, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Session


def ids_as_rows(session: Session, ids: Collection[int]) -> Subquery:
    """The ids as rows: `id`, and `place` from 0 on in their order. In the words of either database."""
    if _is_sqlite(session):
        rows = func.json_each(_as_json(ids)).table_valued("key", "value")
        return select(rows.c.key.label("place"), rows.c.value.label("id")).subquery()
    listed = func.unnest(_as_array(ids)).table_valued("id", with_ordinality="ordinality").render_derived()
    return select((listed.c.ordinality - 1).label("place"), listed.c.id).subquery()


def in_ids(session: Session, column: Any, ids: Collection[int]) -> ColumnElement[bool]:
    """Whether `column` is one of the ids."""
    is_one: ColumnElement[bool]
    if _is_sqlite(session):
        rows = func.json_each(_as_json(ids)).table_valued("value")
        is_one = column.in_(select(rows.c.value))
    else:
        # An array, because PostgreSQL looks each of its elements up; what a function returns it may join with all
        # that there is.
        is_one = column == any_(_as_array(ids))
    return is_one


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _as_json(ids: Collection[int]) -> ColumnElement[str]:
    return literal(json.dumps(list(ids)))


def _as_array(ids: Collection[int]) -> ColumnElement[Any]:
    return literal(list(ids), ARRAY(BigInteger))
