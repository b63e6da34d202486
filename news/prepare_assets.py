"""What mails show of an asset: made when it comes in, or later for assets that came before mails had pictures of
their own. Making it again gives the same, so this may be stopped and started at will."""

from dataclasses import asdict, dataclass, field, replace

from sqlalchemy import update
from sqlmodel import col, select

from core.db import Database, rows_changed
from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused, NotFound
from core.logging import get_logger
from news.decoding import clean, decode_process, pdf_content, picture
from news.inspect_asset import PDF, media_type_of
from news.mail_picture import LIGHT, PictureLimit
from news.store import AssetStore, DerivedAsset, StoredAsset
from news.tables import Asset, AssetRole

log = get_logger(__name__)

_ACROSS = PictureLimit(576, 2_000)
UPRIGHT = PictureLimit(196, 800)
"""Pictures that stand upright are shown as the covers of publications are."""
_EMBLEM = PictureLimit(200, 64)
_BRAND_LOGO = PictureLimit(240, 48)
"""As the library's designs show it."""


@dataclass(slots=True)
class PreparedAsset:
    count: int = 0
    lost: list[str] = field(default_factory=list)
    """Names of assets whose file is gone or cannot be read any more."""


def box_for(role: AssetRole, width: int, height: int) -> PictureLimit:
    if role in (AssetRole.LOGO, AssetRole.FUNDER_LOGO):
        return _EMBLEM
    return UPRIGHT if height > width else _ACROSS


def made_of(stored: StoredAsset, role: AssetRole, store: AssetStore, process: DecodeProcess) -> DerivedAsset:
    """Its picture for mails, kept in the store, too; of a PDF, that of its cover, and its words.

    Raises NotFound if the asset's file is gone, InputRefused, DecodeFailed.
    """
    data = store.read(stored.sha256)
    if stored.media_type == PDF:
        content = pdf_content(process, data)
        if content.cover is None:
            log.warning("pdf.cover_not_drawn", sha256=stored.sha256)
            return DerivedAsset(words=content.text)
        return replace(_picture(content.cover, UPRIGHT, store, process), words=content.text)
    if stored.width is None or stored.height is None:
        return DerivedAsset()
    return _picture(data, box_for(role, stored.width, stored.height), store, process)


def put_logo(store: AssetStore, data: bytes) -> str:
    """Keeps the organisation's logo; a heavy one in the size of mails. Returns its hash.

    Raises InputRefused for what is no sound image, or could not be read within the bounds. No transaction is open.
    """
    if data and media_type_of(data) == PDF:
        raise InputRefused("news-logo-is-no-picture")
    with decode_process() as process:
        try:
            stored = store.put_with(process, data)
            if stored.byte_count <= LIGHT:
                return stored.sha256
            sized = _picture(store.read(stored.sha256), _BRAND_LOGO, store, process)
        except DecodeFailed as failed:
            raise InputRefused("news-asset-undecoded", cause=failed.reason) from failed
    return sized.mail_sha256 or stored.sha256


def _picture(image: bytes, box: PictureLimit, store: AssetStore, process: DecodeProcess) -> DerivedAsset:
    made = store.put_with(process, picture(process, image, box))
    return DerivedAsset(made.sha256, made.media_type, made.width, made.height)


def prepare_assets(database: Database, store: AssetStore) -> PreparedAsset:
    """Each asset in a transaction of its own, with none open while its picture is made."""
    prepared = PreparedAsset()
    with decode_process() as process:
        for asset in _unprepared(database):
            try:
                clean(process, store.read(asset.sha256))
                made = made_of(_stored(asset), asset.role, store, process)
            except (NotFound, InputRefused, DecodeFailed):
                log.warning("asset.lost", asset_id=asset.id)
                prepared.lost.append(asset.file_name)
            else:
                prepared.count += _note(database, asset, made)
    return prepared


def _unprepared(database: Database) -> list[Asset]:
    with database.read() as session:
        waiting = select(Asset).where(col(Asset.mail_sha256).is_(None)).order_by(col(Asset.id))
        return list(session.exec(waiting))


def _stored(asset: Asset) -> StoredAsset:
    return StoredAsset(
        asset.sha256, asset.media_type, asset.byte_count, asset.width, asset.height, asset.page_count
    )


def _note(database: Database, asset: Asset, made: DerivedAsset) -> int:
    """Only if the row still names the file that the picture was made of."""
    is_same = (col(Asset.id) == asset.id) & (col(Asset.sha256) == asset.sha256)
    with database.write() as session:
        noted = session.execute(update(Asset).where(is_same).values(asdict(made)))
        return rows_changed(noted)
