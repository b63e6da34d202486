"""A second sender, which carries a campaign while the first must not be used"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0013'
down_revision: str | None = '0012'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    for table in ('campaign', 'automation'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('second_sender_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
            batch_op.create_foreign_key(
                batch_op.f(f'fk_{table}_second_sender_id_sender'), 'sender', ['second_sender_id'], ['id']
            )


def downgrade() -> None:
    for table in ('automation', 'campaign'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_constraint(batch_op.f(f'fk_{table}_second_sender_id_sender'), type_='foreignkey')
            batch_op.drop_column('second_sender_id')
