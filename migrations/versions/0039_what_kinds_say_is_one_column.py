"""What only one kind of news says is one column of JSON, with the kind and the version of its shape"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op


revision: str = '0039'
down_revision: str | None = '0038'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_BATCH = 500
_OF_KIND: Mapping[str, Mapping[str, Any]] = {
    'event': {
        'starts': sa.String(length=16), 'ends': sa.String(length=16), 'place': sa.String(), 'directions': sa.String(),
    },
    'appeal': {
        'action': sa.String(length=60), 'action_url': sa.String(), 'deadline': sa.Date(), 'count': sa.Integer(),
        'goal': sa.Integer(), 'counted_on': sa.Date(),
    },
    'correction': {'corrects': sa.String(length=120), 'wrong': sa.String(), 'correct': sa.String()},
}
_TYPES = {name: kind for columns in _OF_KIND.values() for name, kind in columns.items()}
_NULL_IS_NOTHING = ('action_url', 'deadline', 'count', 'goal', 'counted_on')


_TEXT = sa.table(
    'news_text', sa.column('id', sa.BigInteger()), sa.column('item_id', sa.BigInteger()),
    sa.column('details', sa.JSON()), *(sa.column(name, kind) for name, kind in _TYPES.items()),
)
_ITEM = sa.table('news_item', sa.column('id', sa.BigInteger()), sa.column('kind', sa.String()))


def upgrade() -> None:
    op.add_column('news_text', sa.Column('details', sa.JSON(), nullable=False, server_default='{}'))
    said = [_TEXT.c[name] for name in _TYPES]
    rows = sa.select(_TEXT.c.id, *said, _ITEM.c.kind).join_from(_TEXT, _ITEM, _ITEM.c.id == _TEXT.c.item_id)
    for row in _rows(rows):
        _update(row['id'], {'details': _details(row['kind'], {name: row[name] for name in _TYPES})})
    for name in _TYPES:
        op.drop_column('news_text', name)


def downgrade() -> None:
    for name, kind in _TYPES.items():
        is_null = name in _NULL_IS_NOTHING
        op.add_column(
            'news_text', sa.Column(name, kind, nullable=is_null, server_default=None if is_null else '')
        )
    for row in _rows(sa.select(_TEXT.c.id, _TEXT.c.details)):
        _update(row['id'], {name: _value(name, row['details'][name]) for name in _TYPES if name in row['details']})
    op.drop_column('news_text', 'details')


def _rows(query: sa.Select[Any]) -> Iterator[Mapping[str, Any]]:
    last = 0
    wanted = query.order_by(_TEXT.c.id).limit(_BATCH)
    while rows := op.get_bind().execute(wanted.where(_TEXT.c.id > last)).mappings().all():
        yield from rows
        last = rows[-1]['id']


def _update(number: int, values: Mapping[str, Any]) -> None:
    if values:
        op.get_bind().execute(sa.update(_TEXT).where(_TEXT.c.id == number).values(**values))


def _details(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """All that the text says, also of another kind than its item is of by now; its kind is the item's where it says
    something of that, else the one that it says something of."""
    said = {name: value.isoformat() if isinstance(value, date) else value
            for name, value in values.items() if value not in ('', None)}
    kinds = [of for of, columns in _OF_KIND.items() if said.keys() & columns.keys()]
    return {'kind': kind if kind in kinds or not kinds else kinds[0], 'version': 1} | said


def _value(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(_TYPES[name], sa.Date) else value
