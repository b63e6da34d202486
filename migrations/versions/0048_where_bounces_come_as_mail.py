"""Where bounces come as mail, and how far a mailbox was read"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0048'
down_revision: str | None = '0047'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('sender', sa.Column('bounce_address', sa.String(length=254), nullable=True))
    op.add_column('sender', sa.Column('bounce_delimiter', sa.String(length=1), server_default='+', nullable=False))
    op.create_table(
        'bounce_mailbox',
        sa.Column('source', sa.String(length=40), nullable=False),
        sa.Column('uid_validity', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
        sa.Column('last_uid', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('failing_since', sa.DateTime(timezone=True), nullable=True),
        sa.Column('detail', sa.String(), nullable=True),
        sa.PrimaryKeyConstraint('source', name=op.f('pk_bounce_mailbox')),
    )


def downgrade() -> None:
    op.drop_table('bounce_mailbox')
    op.drop_column('sender', 'bounce_delimiter')
    op.drop_column('sender', 'bounce_address')
