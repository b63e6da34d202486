"""A delivery says which attempt has it, and an attempt how often it was looked into"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0027'
down_revision: str | None = '0026'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('delivery', sa.Column('attempt_id', _BIG_ID, nullable=True))
    op.add_column('attempt', sa.Column('look_count', sa.Integer(), nullable=False, server_default='0'))
    op.execute(
        "UPDATE delivery SET attempt_id = (SELECT max(attempt_id) FROM attempt_delivery"
        " WHERE attempt_delivery.delivery_id = delivery.id)"
        " WHERE id IN (SELECT delivery_id FROM attempt_delivery)"
    )
    # Held open by nothing but what has passed to a later attempt: there is nothing left to learn of these.
    op.execute(
        "UPDATE attempt SET state = 'settled', merge_values = NULL, settle_at = NULL, lease_until = NULL, claimed_by = NULL"
        " WHERE state = 'in_doubt' AND NOT EXISTS (SELECT 1 FROM attempt_delivery"
        " JOIN delivery ON delivery.id = attempt_delivery.delivery_id AND delivery.attempt_id = attempt.id"
        " WHERE attempt_delivery.attempt_id = attempt.id AND delivery.status IN ('sending', 'in_doubt'))"
    )


def downgrade() -> None:
    op.drop_column('attempt', 'look_count')
    op.drop_column('delivery', 'attempt_id')
