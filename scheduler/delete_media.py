"""Delete a file of the media library by hand, by the rule of the collection of stored files: what any row names
stays, and so does what a restored database may have forgotten.

Its row goes. Its bytes go with the next collection, which looks for itself. Every text of the database is
read once somebody presses the button; the pages that offer it know what a few queries tell.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Text, cast, or_
from sqlmodel import Session, SQLModel, col, select

from campaigns.editorial.media_list import MediaSummary, uses_of
from campaigns.editorial.tables import CampaignVersion
from campaigns.public_archive.tables import PublicationPage
from campaigns.review.tables import SubmittedContent
from campaigns.tables import RenderedVariant
from core.db import Database
from core.errors import Conflict, NotFound
from news.store import AssetStore
from news.tables import MediaFile, NewsVersion
from scheduler.collect_files import last_adoption, names_in_rows, names_in_table
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from templates.tables import Brand


class KeptReason(StrEnum):
    HELD = "held"
    """The database is held back: an older one does not know what went out since."""
    USED = "used"
    """News or a campaign has it."""
    BRAND = "brand"
    VERSION = "version"
    """An earlier version of a text has it."""
    SENT = "sent"
    """An email that was made ready or sent shows it, or a page on the web."""
    NAMED = "named"
    """Something else does: a template, a digest, what was read from a source."""
    RESTORED = "restored"
    """It came before the last restore: an email that this database has lost may show it."""


_BY_TABLE = {
    Brand.__tablename__: KeptReason.BRAND,
    NewsVersion.__tablename__: KeptReason.VERSION,
    CampaignVersion.__tablename__: KeptReason.VERSION,
    SubmittedContent.__tablename__: KeptReason.VERSION,
    RenderedVariant.__tablename__: KeptReason.SENT,
    PublicationPage.__tablename__: KeptReason.SENT,
}


def file_to_delete(session: Session, file_id: int) -> MediaSummary:
    """With where it is used. Raises NotFound."""
    file = session.get(MediaFile, file_id)
    if file is None:
        raise NotFound("scheduler-file-unknown")
    return uses_of(session, [file])[0]


def why_kept(database: Database, store: AssetStore, summary: MediaSummary, *, may_send: bool) -> KeptReason | None:
    """None for one that can be deleted. Every text of the database is read for a file that seems unused."""
    file = summary.file
    with database.read() as session:
        reason = surely_kept(session, store, [summary], may_send=may_send).get(file.id)
        if reason not in (None, KeptReason.RESTORED):
            return reason
        for table, name in names_in_rows(session, but=MediaFile):
            if name in (file.sha256, file.mail_sha256):
                return _BY_TABLE.get(table, KeptReason.NAMED)
    return reason


def surely_kept(
    session: Session, store: AssetStore, summaries: Sequence[MediaSummary], *, may_send: bool
) -> dict[int, KeptReason]:
    """By the number of the file, where it is known without reading every text: most that were ever used are in the
    version of the text with which they came."""
    reasons: dict[int, KeptReason] = {}
    in_brand = set(names_in_table(session, SQLModel.metadata.tables[str(Brand.__tablename__)]))
    in_versions = _versions_at(session, {summary.file.created_at for summary in summaries if not summary.is_used})
    adopted = last_adoption(session)
    for summary in summaries:
        names = {summary.file.sha256, summary.file.mail_sha256}
        came = store.came_at(summary.file.sha256)
        if not may_send:
            reasons[summary.file.id] = KeptReason.HELD
        elif summary.is_used:
            reasons[summary.file.id] = KeptReason.USED
        elif names & in_brand:
            reasons[summary.file.id] = KeptReason.BRAND
        elif summary.file.sha256 in in_versions:
            reasons[summary.file.id] = KeptReason.VERSION
        elif came is not None and came < adopted:
            reasons[summary.file.id] = KeptReason.RESTORED
    return reasons


def _versions_at(session: Session, moments: Collection[datetime]) -> str:
    """What was written in the transactions in which these files came: the row of a file has its moment."""
    if not moments:
        return ""
    began, saved = col(CampaignVersion.began_at), col(CampaignVersion.saved_at)
    of_news = select(cast(col(NewsVersion.content), Text)).where(col(NewsVersion.saved_at).in_(moments))
    of_campaigns = select(cast(col(CampaignVersion.content), Text)).where(
        or_(*((began <= moment) & (saved >= moment) for moment in moments))
    )
    return "\n".join([*session.exec(of_news), *session.exec(of_campaigns)])


def delete_media(
    database: Database, store: AssetStore, file_id: int, *, actor: Principal, may_send: bool, now: datetime
) -> None:
    """Raises NotFound, NotAllowed, and Conflict for one that stays, also where it has come into use meanwhile."""
    with database.read() as session:
        summary = file_to_delete(session, file_id)
    require(actor, Permission.EDIT)
    if kept := why_kept(database, store, summary, may_send=may_send):
        raise Conflict(f"scheduler-file-{kept}")
    with database.write() as session:
        summary = file_to_delete(session, file_id)
        if summary.is_used:
            raise Conflict(f"scheduler-file-{KeptReason.USED}")
        audit.record(
            session,
            actor=actor.name,
            action="media.deleted",
            subject=f"media:{file_id}",
            now=now,
            file=summary.file.file_name,
            sha256=summary.file.sha256,
        )
        session.delete(summary.file)
