"""Content that was acted on after the state to which a database was set back"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0062'
down_revision: str | None = '0061'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_LEFT_TO_STAFF = "detail LIKE '%-automation-restored\"%'"


def upgrade() -> None:
    op.create_table(
        'remembered_content',
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('slug', sa.String(length=120), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('kind', 'digest', 'language', name=op.f('pk_remembered_content')),
    )
    op.create_table(
        'remembered_title',
        sa.Column('slug', sa.String(length=120), nullable=False),
        sa.Column('language', sa.String(length=20), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('slug', 'language', name=op.f('pk_remembered_title')),
    )
    restored = f"UPDATE automation_item SET state = 'restored' WHERE state = 'refused' AND {_LEFT_TO_STAFF}"  # noqa: S608  # a constant
    op.execute(sa.text(restored))


def downgrade() -> None:
    op.execute(sa.text("UPDATE automation_item SET state = 'refused' WHERE state = 'restored'"))
    op.drop_table('remembered_title')
    op.drop_table('remembered_content')
