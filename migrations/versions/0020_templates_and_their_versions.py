"""Templates of the organisation's own, and which campaign takes which"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0020'
down_revision: str | None = '0019'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'template',
        sa.Column('id', _ID, nullable=False),
        sa.Column('name', sa.String(length=60), nullable=False),
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('name'),
    )
    op.create_table(
        'template_version',
        sa.Column('id', _ID, nullable=False),
        sa.Column('template_id', _ID, nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('html_source', sa.String(), nullable=False),
        sa.Column('text_source', sa.String(), nullable=False),
        sa.Column('note', sa.String(), nullable=False),
        sa.Column('author', sa.String(length=80), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['template_id'], ['template.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('template_id', 'number'),
    )
    op.create_table(
        'template_in_use',
        sa.Column('kind', sa.String(length=40), nullable=False),
        sa.Column('version_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(['version_id'], ['template_version.id']),
        sa.PrimaryKeyConstraint('kind'),
    )
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.add_column(sa.Column('template_version_id', _ID, nullable=True))
        batch_op.create_foreign_key('fk_campaign_template_version', 'template_version', ['template_version_id'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('campaign', schema=None) as batch_op:
        batch_op.drop_constraint('fk_campaign_template_version', type_='foreignkey')
        batch_op.drop_column('template_version_id')
    op.drop_table('template_in_use')
    op.drop_table('template_version')
    op.drop_table('template')
