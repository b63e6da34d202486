"""Still wanted: quiet readers are asked whether they still want a list"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op


revision: str = '0093'
down_revision: str | None = '0092'
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        'still_wanted_rule',
        sa.Column('list_id', _ID, nullable=False),
        sa.Column('is_enabled', sa.Boolean(), nullable=False),
        sa.Column('months', sa.Integer(), nullable=False),
        sa.Column('most_a_day', sa.Integer(), nullable=False),
        sa.Column('days_to_answer', sa.Integer(), nullable=True),
        sa.Column('turned_on_by', sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ['list_id'],
            ['mailing_list.id'],
            name=op.f('fk_still_wanted_rule_list_id_mailing_list'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('list_id', name=op.f('pk_still_wanted_rule')),
    )
    op.add_column('subscriber', sa.Column('heard_at', _MOMENT, nullable=True))
    op.add_column('question', sa.Column('answer_until', _MOMENT, nullable=True))
    op.create_index('ix_question_answer_until', 'question', ['answer_until'])
    op.create_index('ix_question_asked_at', 'question', ['asked_at'])


def downgrade() -> None:
    op.drop_index('ix_question_asked_at', 'question')
    op.drop_index('ix_question_answer_until', 'question')
    op.drop_column('question', 'answer_until')
    op.drop_column('subscriber', 'heard_at')
    op.drop_table('still_wanted_rule')
