"""The files that a news file names: found inside its own folder or not at all."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from core.errors import InputRefused
from news.inspect_asset import MAX_PDF_BYTES, PDF
from news.markdown_file import NamedAsset, NewsFile
from news.prepare_assets import Made, made_of
from news.store import AssetStore, StoredAsset
from news.tables import AssetRole


@dataclass(frozen=True, slots=True)
class PutAsset:
    """A named asset that now lies in the store."""

    named: NamedAsset
    stored: StoredAsset
    made: Made


def digest_of(file: NewsFile) -> str:
    """Of the file and its assets: another one means that something has changed. Raises InputRefused."""
    digest = hashlib.sha256(file.source)
    for named in file.assets:
        digest.update(f"\0{named.role}\0".encode())
        digest.update(hashlib.sha256(_read(file, named)).digest())
    return digest.hexdigest()


def put_assets(file: NewsFile, store: AssetStore) -> list[PutAsset]:
    """Raises InputRefused, naming the news file, the line and the asset."""
    return [_put(file, named, store) for named in file.assets]


def asset_inside(file: NewsFile, named: NamedAsset) -> Path:
    """Where the asset is to lie. Raises InputRefused for a name that leads out of the folder, by a link too."""
    folder = file.path.parent.resolve()
    try:
        path = (folder / named.name).resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        path = Path("/")
    is_plain = not Path(named.name).is_absolute() and "\\" not in named.name and ".." not in Path(named.name).parts
    if not is_plain or not path.is_relative_to(folder):
        raise _refused("news-asset-outside", file, named)
    return path


def _read(file: NewsFile, named: NamedAsset) -> bytes:
    path = asset_inside(file, named)
    if not path.is_file():
        raise _refused("news-asset-missing", file, named)
    try:
        with path.open("rb") as asset:
            # One byte more than is allowed is enough for the store to refuse the rest.
            return asset.read(MAX_PDF_BYTES + 1)
    except OSError:  # gone meanwhile, or not for us to read
        raise _refused("news-asset-missing", file, named) from None


def _put(file: NewsFile, named: NamedAsset, store: AssetStore) -> PutAsset:
    try:
        stored = store.put(_read(file, named))
    except InputRefused as error:
        if "file" in error.params:
            raise
        reason = error.code.removeprefix("news-")
        raise _refused("news-asset-refused", file, named, reason=reason, **error.params) from error
    if (stored.media_type == PDF) != (named.role is AssetRole.PDF):
        raise _refused("news-asset-wrong-role", file, named, role=named.role.value)
    return PutAsset(named, stored, made_of(stored, named.role, store))


def _refused(code: str, file: NewsFile, named: NamedAsset, **params: str | int) -> InputRefused:
    return InputRefused(code, file=file.path.name, line=named.line, asset=named.name, **params)
