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
from news.inspect_asset import MAX_PDF_BYTES, PDF, media_type_of
from news.markdown_file import NamedAsset, NewsFile
from news.prepare_assets import made_of
from news.store import AssetStore
from news.tables import AssetRole


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


def digest_of(file: NewsFile) -> str:
    """Of the file and its assets: another one means that something has changed. Raises InputRefused."""
    refuse_in_write("hashing a file")
    digest = hashlib.sha256(file.source)
    for named in file.assets:
        digest.update(f"\0{named.role}\0".encode())
        digest.update(hashlib.sha256(_read(file, named)).digest())
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
    path = asset_inside(file, named)
    if not path.is_file():
        raise _refused("news-asset-missing", file, named)
    try:
        with path.open("rb") as asset:
            # One byte more than is allowed is enough for the store to refuse the rest.
            return asset.read(MAX_PDF_BYTES + 1)
    except OSError:  # gone meanwhile, or not for us to read
        raise _refused("news-asset-missing", file, named) from None


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
    if data and (media_type_of(data) == PDF) != (named.role is AssetRole.PDF):
        raise _refused("news-asset-wrong-role", file, named, role=named.role.value)


def _decoded(data: bytes, sha256: str, named: NamedAsset, into: AssetIntake) -> IncomingAsset:
    """Whatever ends it is remembered, or it would be tried again at each reading of the folder."""
    try:
        stored = into.store.put_with(into.process, data)
        return IncomingAsset(
            role=named.role,
            file_name=named.name.rpartition("/")[2],
            alt=named.alt,
            caption=named.caption,
            stored=stored,
            made=made_of(stored, named.role, into.store, into.process),
        )
    except DecodeFailed as failed:
        refused = InputRefused("news-asset-undecoded", cause=failed.reason)
    except InputRefused as error:
        refused = error
    into.remember(sha256, refused, named.name)
    raise refused


def _refused(code: str, file: NewsFile, named: NamedAsset, **params: str | int) -> InputRefused:
    return InputRefused(code, file=file.path.name, line=named.line, asset=named.name, **params)
