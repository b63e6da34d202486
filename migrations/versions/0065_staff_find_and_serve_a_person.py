"""Words by which people are found, notes about them, and indexes for pages of people"""

import re
import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0065'
down_revision: str | None = '0064'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_WORD = sa.String(64).with_variant(sa.String(64, collation='C'), 'postgresql')
_AT_ONCE = 5_000
_BETWEEN_PARTS = re.compile(r"[.+_\-'’,;]+")


def upgrade() -> None:
    words = op.create_table(
        'subscriber_word',
        sa.Column('word', _WORD, nullable=False),
        sa.Column('subscriber_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ['subscriber_id'],
            ['subscriber.id'],
            name=op.f('fk_subscriber_word_subscriber_id_subscriber'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('word', 'subscriber_id', name=op.f('pk_subscriber_word')),
    )
    _fill(words)
    op.create_index(op.f('ix_subscriber_word_subscriber_id'), 'subscriber_word', ['subscriber_id'])
    op.create_table(
        'subscriber_note',
        sa.Column('id', _ID, nullable=False),
        sa.Column('subscriber_id', _ID, nullable=False),
        sa.Column('text', sa.String(), nullable=False),
        sa.Column('author', sa.String(length=80), nullable=False),
        sa.Column('is_protected', sa.Boolean(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['subscriber_id'],
            ['subscriber.id'],
            name=op.f('fk_subscriber_note_subscriber_id_subscriber'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_subscriber_note')),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f('ix_subscriber_note_subscriber_id'), 'subscriber_note', ['subscriber_id'])
    op.create_index('ix_subscriber_language_id', 'subscriber', ['language', 'id'])
    op.create_index('ix_audit_entry_subject', 'audit_entry', ['subject'])
    op.drop_index('ix_subscription_list_id_status', table_name='subscription')
    op.create_index('ix_subscription_list_id_status', 'subscription', ['list_id', 'status', 'subscriber_id'])


def _fill(words: sa.Table) -> None:
    """As `subscribers.search_words` has it at this revision; page by page, so that memory does not grow."""
    connection, last = op.get_bind(), 0
    subscriber = sa.table('subscriber', sa.column('id', _ID), sa.column('name'), sa.column('address'))
    while True:
        page = sa.select(subscriber).where(subscriber.c.id > last).order_by(subscriber.c.id).limit(_AT_ONCE)
        people = connection.execute(page).all()
        if not people:
            return
        last = people[-1].id
        values = [
            {'word': word, 'subscriber_id': person.id}
            for person in people
            for word in _words(person.name, person.address)
        ]
        if values:
            connection.execute(words.insert(), values)


def _words(name: str, address: str) -> list[str]:
    local, _, domain = _folded(address).rpartition('@')
    written = [local, *_folded(name).split()]
    found = {domain, *(part for one in written for part in (one.strip(',;'), *_BETWEEN_PARTS.split(one)))}
    return sorted({word[:64] for word in found if word})[:24]


def _folded(text: str) -> str:
    parts = unicodedata.normalize('NFKD', text.casefold())
    return ' '.join(''.join(part for part in parts if not unicodedata.combining(part)).split())


def downgrade() -> None:
    op.drop_index('ix_subscription_list_id_status', table_name='subscription')
    op.create_index('ix_subscription_list_id_status', 'subscription', ['list_id', 'status'])
    op.drop_index('ix_audit_entry_subject', table_name='audit_entry')
    op.drop_index('ix_subscriber_language_id', table_name='subscriber')
    op.drop_table('subscriber_note')
    op.drop_table('subscriber_word')
