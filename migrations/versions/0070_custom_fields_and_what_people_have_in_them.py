"""Custom fields, and what people have in them"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0070'
down_revision: str | None = '0069'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'custom_field',
        sa.Column('id', _ID, nullable=False),
        sa.Column('word', sa.String(length=40), nullable=False),
        sa.Column('label', sa.String(length=80), nullable=False),
        sa.Column('labels', sa.JSON(), nullable=False),
        sa.Column('type', sa.String(length=40), nullable=False),
        sa.Column('choices', sa.JSON(), nullable=False),
        sa.Column('is_own', sa.Boolean(), nullable=False),
        sa.Column('is_in_emails', sa.Boolean(), nullable=False),
        sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_custom_field')),
        sa.UniqueConstraint('word', name=op.f('uq_custom_field_word')),
        sqlite_autoincrement=True,
    )
    op.create_table(
        'field_value',
        sa.Column('subscriber_id', _ID, nullable=False),
        sa.Column('field_id', _ID, nullable=False),
        sa.Column('text', sa.String(length=500), nullable=True),
        sa.Column('folded', sa.String(length=500), nullable=True),
        sa.Column('number', _ID, nullable=True),
        sa.Column('day', sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ['subscriber_id'], ['subscriber.id'],
            name=op.f('fk_field_value_subscriber_id_subscriber'), ondelete='CASCADE',
        ),
        sa.ForeignKeyConstraint(
            ['field_id'], ['custom_field.id'], name=op.f('fk_field_value_field_id_custom_field')
        ),
        sa.PrimaryKeyConstraint('subscriber_id', 'field_id', name=op.f('pk_field_value')),
    )
    for column in ('folded', 'number', 'day'):
        op.create_index(f'ix_field_value_field_id_{column}', 'field_value', ['field_id', column, 'subscriber_id'])


def downgrade() -> None:
    op.drop_table('field_value')
    op.drop_table('custom_field')
