"""Numbers are given once: AUTOINCREMENT for every table that counts its rows, on SQLite"""

import re
from collections.abc import Iterator, Sequence

import sqlalchemy as sa
from alembic import op

from migrations.rebuild import raise_number


revision: str = '0023'
down_revision: str | None = '0022'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NUMBERED = (
    'mailing_list', 'subscriber', 'subscription', 'consent_record', 'suppression', 'question',
    'news_source', 'news_item', 'news_text', 'news_asset', 'template', 'template_version',
    'sender', 'delivery', 'attempt', 'webhook_receipt', 'delivery_event',
    'staff_user', 'staff_session', 'audit_entry',
    'automation', 'campaign', 'variant', 'rendered_variant', 'approval',
)
REFERRED = (
    ('subscriber', 'delivery', 'subscriber_id'),
    ('subscriber', 'consent_record', 'subscriber_id'),
    ('subscriber', 'subscription', 'subscriber_id'),
    ('subscriber', 'question', 'subscriber_id'),
    ('mailing_list', 'consent_record', 'list_id'),
    ('mailing_list', 'subscription', 'list_id'),
    ('mailing_list', 'campaign', 'list_id'),
    ('news_item', 'automation_item', 'item_id'),
    ('news_item', 'campaign_item', 'item_id'),
    ('automation', 'automation_item', 'automation_id'),
    ('automation', 'campaign', 'automation_id'),
    ('campaign', 'campaign_item', 'campaign_id'),
    ('campaign', 'automation_item', 'campaign_id'),
    ('campaign', 'delivery', 'campaign_id'),
    ('campaign', 'attempt', 'campaign_id'),
    ('sender', 'attempt', 'sender_id'),
    ('sender', 'delivery_event', 'sender_id'),
    ('attempt', 'attempt_delivery', 'attempt_id'),
    ('delivery', 'attempt_delivery', 'delivery_id'),
    ('delivery', 'delivery_event', 'delivery_id'),
    ('rendered_variant', 'delivery', 'variant_id'),
    ('staff_user', 'approval', 'user_id'),
    ('staff_user', 'automation', 'approved_by'),
)
"""Which column may hold a number whose row is gone: erased, or lost by an upgrade of an earlier version."""
SUBJECTS = {'user': 'staff_user', **{name: name for name in ('campaign', 'delivery', 'mailing_list', 'sender', 'automation')}}
_SUBJECT = re.compile(r'([a-z_]+):([0-9]{1,18})')


def upgrade() -> None:
    if op.get_bind().dialect.name != 'sqlite':
        return  # PostgreSQL's sequences never go back.
    _rebuild(autoincrement=True)
    for table, number in _mentioned():
        raise_number(op.get_bind(), table, number)


def downgrade() -> None:
    if op.get_bind().dialect.name == 'sqlite':
        _rebuild(autoincrement=False)


def _rebuild(*, autoincrement: bool) -> None:
    for table in NUMBERED:
        with op.batch_alter_table(
            table,
            recreate='always',
            table_kwargs={'sqlite_autoincrement': autoincrement},
            # Only this table is read, not all that it refers to, and all that those refer to.
            reflect_kwargs={'resolve_fks': False},
        ):
            pass


def _mentioned() -> Iterator[tuple[str, int]]:
    """Numbers that stand anywhere; those of rows that are there have been carried over with them."""
    connection = op.get_bind()
    for table, referring, column in REFERRED:
        highest = connection.scalar(sa.select(sa.func.max(sa.column(column))).select_from(sa.table(referring)))
        if highest is not None:
            yield table, highest
    for column in ('subject', 'actor'):
        for words in connection.scalars(sa.select(sa.column(column)).select_from(sa.table('audit_entry')).distinct()):
            found = _SUBJECT.fullmatch(words)
            if found and found[1] in SUBJECTS:
                yield SUBJECTS[found[1]], int(found[2])
