"""What is left of refused calls, which webhooks were refused, and what could not be read by which version"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0046'
down_revision: str | None = '0044'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('attempt', sa.Column('split_to', sa.Integer(), nullable=True))
    op.add_column('sender', sa.Column('held_until', sa.DateTime(timezone=True), nullable=True))
    op.add_column('webhook_receipt', sa.Column('read_by', sa.String(length=40), nullable=True))
    op.create_index(
        'ix_webhook_receipt_unreadable',
        'webhook_receipt',
        ['id'],
        postgresql_where=sa.text('error IS NOT NULL'),
        sqlite_where=sa.text('error IS NOT NULL'),
    )
    op.create_table(
        'webhook_refusal',
        sa.Column('sender_id', _ID, nullable=False),
        sa.Column('code', sa.String(length=80), nullable=False),
        sa.Column('count', sa.Integer(), nullable=False),
        sa.Column('first_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['sender_id'], ['sender.id'], name=op.f('fk_webhook_refusal_sender_id_sender'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('sender_id', name=op.f('pk_webhook_refusal')),
    )


def downgrade() -> None:
    op.drop_table('webhook_refusal')
    op.drop_index('ix_webhook_receipt_unreadable', table_name='webhook_receipt')
    op.drop_column('webhook_receipt', 'read_by')
    op.drop_column('sender', 'held_until')
    op.drop_column('attempt', 'split_to')
