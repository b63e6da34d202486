"""What mails show of an asset: made when it comes in, or later for assets that came before mails had pictures of
their own. Making it again gives the same, so this may be stopped and started at will."""

from dataclasses import dataclass, field

from sqlalchemy import update
from sqlmodel import col, select

from core.db import Database, rows_changed
from core.errors import InputRefused, NotFound
from core.logging import get_logger
from news.inspect_asset import PDF, inspect_asset
from news.mail_picture import box_for, mail_picture
from news.store import AssetStore, StoredAsset
from news.tables import Asset, AssetRole

log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class MailPicture:
    """Named like the columns of `Asset`."""

    mail_sha256: str | None = None
    mail_media_type: str | None = None
    mail_width: int | None = None
    mail_height: int | None = None


@dataclass(slots=True)
class Prepared:
    count: int = 0
    lost: list[str] = field(default_factory=list)
    """Names of assets whose file is gone or cannot be read any more."""


def picture_of(stored: StoredAsset, role: AssetRole, store: AssetStore) -> MailPicture:
    """Kept in the store, too; none of a PDF. Raises NotFound if the asset's file is gone."""
    if stored.media_type == PDF or stored.width is None or stored.height is None:
        return MailPicture()
    box = box_for(role, stored.width, stored.height)
    made = store.put(mail_picture(store.read(stored.sha256), box))
    return MailPicture(made.sha256, made.media_type, made.width, made.height)


def prepare_assets(database: Database, store: AssetStore) -> Prepared:
    """Each asset in a transaction of its own, with none open while its picture is made."""
    prepared = Prepared()
    for asset in _unprepared(database):
        try:
            inspect_asset(store.read(asset.sha256))
            picture = picture_of(_stored(asset), asset.role, store)
        except (NotFound, InputRefused):
            log.warning("asset.lost", asset_id=asset.id)
            prepared.lost.append(asset.file_name)
        else:
            prepared.count += _note(database, asset, picture)
    return prepared


def _unprepared(database: Database) -> list[Asset]:
    with database.read() as session:
        waiting = col(Asset.mail_sha256).is_(None) & (col(Asset.role) != AssetRole.PDF)
        return list(session.exec(select(Asset).where(waiting).order_by(col(Asset.id))))


def _stored(asset: Asset) -> StoredAsset:
    return StoredAsset(
        asset.sha256, asset.media_type, asset.byte_count, asset.width, asset.height, asset.page_count
    )


def _note(database: Database, asset: Asset, picture: MailPicture) -> int:
    """Only if the row still names the file that the picture was made of."""
    is_same = (col(Asset.id) == asset.id) & (col(Asset.sha256) == asset.sha256)
    with database.write() as session:
        noted = session.execute(
            update(Asset)
            .where(is_same)
            .values(
                mail_sha256=picture.mail_sha256,
                mail_media_type=picture.mail_media_type,
                mail_width=picture.mail_width,
                mail_height=picture.mail_height,
            )
        )
        return rows_changed(noted)
