"""What was seen out in the world: links, images, senders' domains, a spam filter's word"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0016'
down_revision: str | None = '0018'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        'outside_look',
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('key', sa.String(length=64), nullable=False),
        sa.Column('said', sa.JSON(), nullable=False),
        sa.Column('looked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('good_until', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('kind', 'key', name=op.f('pk_outside_look')),
    )
    with op.batch_alter_table('outside_look', schema=None) as batch_op:
        batch_op.create_index('ix_outside_look_good_until', ['good_until'])


def downgrade() -> None:
    op.drop_table('outside_look')
