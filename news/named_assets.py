"""The files that a news file names: found inside its own folder or not at all."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.decode_process import DecodeFailed, DecodeProcess
from core.errors import InputRefused
from core.write_guard import refuse_in_write
from news.decoding import markdown_html
from news.incoming_item import IncomingAsset
from news.inspect_asset import MAX_PDF_BYTES
from news.markdown_file import NamedAsset, NewsFile
from news.put_asset import AssetText, fits_role, put_asset
from news.store import AssetStore


@dataclass(frozen=True, slots=True)
class AssetIntake:
    """What named assets are put with, while one folder or file is read."""

    store: AssetStore
    process: DecodeProcess
    refused: Mapping[str, InputRefused]
    """By the hash of the file as it came: what is known not to decode, and is not tried again."""
    remember: Callable[[str, InputRefused, str], None]
    """Hash, refusal and name of one that is to be remembered."""


def rendered_body(file: NewsFile, into: AssetIntake) -> str:
    """The HTML of the file's text. Raises InputRefused; what did not finish is not tried again."""
    sha256 = hashlib.sha256(file.source).hexdigest()
    if sha256 in into.refused:
        known = into.refused[sha256]
        raise InputRefused(known.code, **{**known.params, "file": file.path.name})
    try:
        return markdown_html(into.process, file.body, place=file.path.name, first_line=file.body_line)
    except DecodeFailed as failed:
        refused = InputRefused(
            "news-text-undecoded", file=file.path.name, line=file.body_line, cause=failed.reason
        )
    except InputRefused as error:
        refused = error
    into.remember(sha256, refused, file.path.name)
    raise refused


def asset_hash(path: Path) -> bytes:
    """Raises OSError for what is no file, or cannot be read."""
    return hashlib.sha256(_asset_bytes(path)).digest()


def digest_of(file: NewsFile, hash_of: Callable[[Path], bytes] = asset_hash) -> str:
    """Of the file and its assets: another one means that something has changed. Raises InputRefused."""
    refuse_in_write("hashing a file")
    digest = hashlib.sha256(file.source)
    for named in file.assets:
        digest.update(f"\0{named.role}\0".encode())
        try:
            digest.update(hash_of(asset_inside(file, named)))
        except OSError:  # gone meanwhile, or not for us to read
            raise _refused("news-asset-missing", file, named) from None
    return digest.hexdigest()


def put_assets(file: NewsFile, into: AssetIntake) -> list[IncomingAsset]:
    """Raises InputRefused, naming the news file, the line and the asset."""
    return [_put(file, named, into) for named in file.assets]


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
    try:
        return _asset_bytes(asset_inside(file, named))
    except OSError:  # gone meanwhile, or not for us to read
        raise _refused("news-asset-missing", file, named) from None


def _asset_bytes(path: Path) -> bytes:
    """Raises OSError."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as asset:
        # One byte more than is allowed is enough for the store to refuse the rest.
        return asset.read(MAX_PDF_BYTES + 1)


def _put(file: NewsFile, named: NamedAsset, into: AssetIntake) -> IncomingAsset:
    data = _read(file, named)
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        _check_role(file, named, data)
        if sha256 in into.refused:
            raise into.refused[sha256]
        stored = _decoded(data, sha256, named, into)
    except InputRefused as error:
        if "file" in error.params:
            raise
        reason = error.code.removeprefix("news-")
        raise _refused("news-asset-refused", file, named, reason=reason, **error.params) from error
    return stored


def _check_role(file: NewsFile, named: NamedAsset, data: bytes) -> None:
    """Told by the first bytes, before anything is decoded."""
    if not fits_role(data, named.role):
        raise _refused("news-asset-wrong-role", file, named, role=named.role.value)


def _decoded(data: bytes, sha256: str, named: NamedAsset, into: AssetIntake) -> IncomingAsset:
    """Whatever ends it is remembered, or it would be tried again at each reading of the folder."""
    text = AssetText(named.role, named.name.rpartition("/")[2], named.alt, named.caption)
    try:
        return put_asset(into.store, into.process, data, text)
    except InputRefused as refused:
        into.remember(sha256, refused, named.name)
        raise


def _refused(code: str, file: NewsFile, named: NamedAsset, **params: str | int) -> InputRefused:
    return InputRefused(code, file=file.path.name, line=named.line, asset=named.name, **params)
