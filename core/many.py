"""Many ids in one parameter: a statement with a placeholder for each of a hundred costs more than what it does."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import JSON, BigInteger, ColumnElement, Subquery, cast, func, literal, select
from sqlmodel import Session


def numbered(session: Session, ids: Collection[int]) -> Subquery:
    """The ids as rows: `id`, and `place` from 0 on in their order. In the words of either database."""
    given = literal(json.dumps(list(ids)))
    if session.get_bind().dialect.name == "sqlite":
        rows = func.json_each(given).table_valued("key", "value")
        return select(rows.c.key.label("place"), rows.c.value.label("id")).subquery()
    rows = func.json_array_elements_text(cast(given, JSON)).table_valued("value", with_ordinality="ordinality")
    listed = rows.render_derived()
    return select(
        (listed.c.ordinality - 1).label("place"), cast(listed.c.value, BigInteger).label("id")
    ).subquery()


def among(session: Session, column: Any, ids: Collection[int]) -> ColumnElement[bool]:
    """Whether `column` is one of the ids."""
    is_one: ColumnElement[bool] = column.in_(select(numbered(session, ids).c.id))
    return is_one
