"""What is claimed is under way in the same transaction: no lease on deliveries, and fewer indexes to keep"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0021'
down_revision: str | None = '0020'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_NAMED = sa.text('provider_message_id IS NOT NULL')


def upgrade() -> None:
    # Nothing of it was sent: what a worker held waits again.
    op.execute("UPDATE delivery SET status = 'queued' WHERE status = 'claimed'")
    for column in ('status_lease_until', 'subscriber_id', 'provider_message_id'):
        op.drop_index(f'ix_delivery_{column}', table_name='delivery')
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.drop_column('lease_until')
        batch_op.drop_column('claimed_by')
    op.create_index(
        'ix_delivery_provider_message_id',
        'delivery',
        ['provider_message_id'],
        unique=False,
        postgresql_where=_NAMED,
        sqlite_where=_NAMED,
    )


def downgrade() -> None:
    op.drop_index('ix_delivery_provider_message_id', table_name='delivery')
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.add_column(sa.Column('claimed_by', sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True))
    for columns in (['status', 'lease_until'], ['subscriber_id'], ['provider_message_id']):
        op.create_index(f"ix_delivery_{'_'.join(columns)}", 'delivery', columns, unique=False)
