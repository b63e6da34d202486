"""Table metadata: the tables of every room, as the program has them."""

from sqlalchemy import Index, text
from sqlmodel import SQLModel, col

from campaigns import block_tables, digest_tables, still_wanted_tables, welcome_tables
from campaigns import forgotten_mail as forgotten_mail_tables
from campaigns import tables as campaigns_tables
from campaigns.clicks import tables as click_tables
from campaigns.editorial import tables as editorial_tables
from campaigns.people import tables as people_tables
from campaigns.public_archive import tables as page_tables
from campaigns.rehearsal import tables as rehearsal_tables
from campaigns.retention import tables as retention_tables
from campaigns.review import tables as review_tables
from campaigns.review.external import tables as outside_tables
from campaigns.staff_mail import tables as staff_mail_tables
from core.backup import tables as backup_tables
from core.generation import tables as generation_tables
from delivery import tables as delivery_tables
from delivery.mailbox import bounce_mailbox as mailbox_tables
from news import tables as news_tables
from news.feeds import tables as feed_tables
from scheduler import tables as scheduler_tables
from staff import oidc_identity as oidc_tables
from staff import tables as staff_tables
from subscribers import (
    address_tables,
    anonymous_leavings,
    field_tables,
    import_tables,
    segment_tables,
    topic_tables,
)
from subscribers import data_requests as request_tables
from subscribers import leaving_reasons as leaving_tables
from subscribers import tables as subscribers_tables
from templates import tables as templates_tables

ROOMS_WITH_TABLES = (
    news_tables, subscribers_tables, segment_tables, templates_tables, delivery_tables, staff_tables,
    campaigns_tables, block_tables, click_tables, forgotten_mail_tables, mailbox_tables, editorial_tables,
    page_tables, review_tables, rehearsal_tables, topic_tables, leaving_tables, outside_tables, staff_mail_tables,
    scheduler_tables, generation_tables, backup_tables, import_tables, field_tables, people_tables, address_tables,
    feed_tables, retention_tables, anonymous_leavings, request_tables, digest_tables, oidc_tables, welcome_tables,
    still_wanted_tables,
)  # fmt: skip
METADATA = SQLModel.metadata

# Of the few who are: for whoever encrypts them by a new key. Not with its table: what is said of PostgreSQL there
# brings that dialect into every command, however short.
Index(
    "ix_subscriber_encrypted_with",
    col(subscribers_tables.Subscriber.encrypted_with),
    col(subscribers_tables.Subscriber.id),
    postgresql_where=text("encrypted_with IS NOT NULL"),
    sqlite_where=text("encrypted_with IS NOT NULL"),
)
