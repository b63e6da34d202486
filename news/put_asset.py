"""An image or PDF of an item: decoded, cleaned and kept, with what mails show of it. No transaction is open."""

from dataclasses import dataclass

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from news.incoming_item import IncomingAsset
from news.inspect_asset import PDF, media_type_of
from news.prepare_assets import made_of
from news.store import AssetStore
from news.tables import AssetRole


@dataclass(frozen=True, slots=True)
class AssetText:
    """What is said of a file: in which role it came, what it is called, and the words beside it."""

    role: AssetRole
    file_name: str
    alt: str
    caption: str


def fits_role(data: bytes, role: AssetRole) -> bool:
    """Told by the first bytes, before anything is decoded. Raises InputRefused for neither image nor PDF."""
    return not data or (media_type_of(data) == PDF) == (role is AssetRole.PDF)


def put_asset(store: AssetStore, process: DecodeProcess, data: bytes, text: AssetText) -> IncomingAsset:
    """Raises InputRefused for what is no sound image or PDF, or could not be read within the bounds."""
    try:
        stored = store.put_with(process, data)
        return IncomingAsset(
            role=text.role,
            file_name=text.file_name,
            alt=text.alt,
            caption=text.caption,
            stored=stored,
            made=made_of(stored, text.role, store, process),
        )
    except DecodeFailed as failed:
        raise InputRefused("news-asset-undecoded", cause=failed.reason) from failed
