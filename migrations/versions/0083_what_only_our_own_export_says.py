"""An import reads what only our own export says, with room to write it again; erased people still listed are counted"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0083'
down_revision: str | None = '0081'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column('import_row', sa.Column('extras', sa.JSON(), nullable=False, server_default='{}'))
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('ALTER TABLE import_row SET (fillfactor = 50)')
    op.add_column('sender', sa.Column('erased_listed', sa.Integer(), nullable=False, server_default='0'))


def downgrade() -> None:
    op.drop_column('sender', 'erased_listed')
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('ALTER TABLE import_row RESET (fillfactor)')
    op.drop_column('import_row', 'extras')
