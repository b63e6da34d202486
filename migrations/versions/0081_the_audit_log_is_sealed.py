"""Seals over the entries of the audit log"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0081'
down_revision: str | None = '0080'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'audit_seal',
        sa.Column('number', _ID, nullable=False, autoincrement=False),
        sa.Column('sealed_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('entry_count', sa.Integer(), nullable=False),
        sa.Column('entries_hash', sa.String(length=64).with_variant(sa.String(), 'postgresql'), nullable=False),
        sa.Column('chain_hash', sa.String(length=64).with_variant(sa.String(), 'postgresql'), nullable=False),
        sa.Column('pruned_at', sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint('number', name=op.f('pk_audit_seal')),
    )
    op.create_index(op.f('ix_audit_seal_sealed_at'), 'audit_seal', ['sealed_at'])
    op.add_column('audit_entry', sa.Column('seal_number', _ID, nullable=True))
    op.create_index(op.f('ix_audit_entry_seal_number'), 'audit_entry', ['seal_number'])


def downgrade() -> None:
    op.drop_index(op.f('ix_audit_entry_seal_number'), 'audit_entry')
    op.drop_column('audit_entry', 'seal_number')
    op.drop_table('audit_seal')
