"""Which languages stand in for a missing one, and which may not be missing"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0012'
down_revision: str | None = '0004'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('mailing_list', schema=None) as batch_op:
        batch_op.add_column(sa.Column('language_chain', sa.JSON(), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('required_languages', sa.JSON(), nullable=False, server_default='[]'))


def downgrade() -> None:
    with op.batch_alter_table('mailing_list', schema=None) as batch_op:
        batch_op.drop_column('required_languages')
        batch_op.drop_column('language_chain')
