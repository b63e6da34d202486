"""Who changed which part of what campaigns say; of campaigns that are there, from the audit log"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0031'
down_revision: str | None = '0030'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

MARKS = {'campaign.drafted': 'drafted', 'campaign.submitted': 'frozen'}
CHANGES = (
    'campaign.edited',
    'campaign.variant_added',
    'campaign.variant_removed',
    'campaign.senders_chosen',
    'campaign.template_chosen',
    'list.languages_set',
    'template.saved',
    'brand.saved',
    'news.imported',
)


def upgrade() -> None:
    op.create_table(
        'content_change',
        sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.Column('subject', sa.String(length=80), nullable=False),
        sa.Column('part', sa.String(length=80), nullable=False),
        sa.Column('actor', sa.String(length=80), nullable=False),
        sa.Column('value_before', sa.String(length=64), nullable=True),
        sa.Column('value_after', sa.String(length=64), nullable=True),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_content_change')),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_content_change_subject_id', 'content_change', ['subject', 'id'], unique=False)
    _from_the_audit_log()


def _from_the_audit_log() -> None:
    """One statement, in the order of the log: nothing says any more what a part was, so that nothing undoes these.

    Templates are named by their name there, and by their number here.
    """
    part = ' '.join(f"WHEN '{action}' THEN '{mark}'" for action, mark in MARKS.items())
    actions = ', '.join(f"'{action}'" for action in (*MARKS, *CHANGES))
    op.execute(
        f"""
        INSERT INTO content_change (subject, part, actor, at)
        SELECT
            CASE WHEN template.id IS NULL THEN audit_entry.subject
                ELSE 'template:' || CAST(template.id AS VARCHAR(20)) END,
            CASE audit_entry.action {part} ELSE '' END,
            audit_entry.actor,
            audit_entry.at
        FROM audit_entry
        LEFT JOIN template ON audit_entry.action = 'template.saved'
            AND audit_entry.subject = 'template:' || template.name
        WHERE audit_entry.action IN ({actions})
        ORDER BY audit_entry.id
        """
    )


def downgrade() -> None:
    op.drop_index('ix_content_change_subject_id', table_name='content_change')
    op.drop_table('content_change')
