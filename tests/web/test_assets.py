"""Images and PDFs: by the name of their content, and nothing else from the disk."""

import hashlib
from io import BytesIO

import httpx
import pytest
from PIL import Image

from core.db import Database
from core.settings import Settings
from news.cleaned_assets import clean_store
from news.store import AssetStore, StoredAsset


@pytest.fixture
def database_url(sqlite_only: str) -> str:
    return sqlite_only


@pytest.fixture
def picture(settings: Settings) -> StoredAsset:
    drawn = BytesIO()
    Image.new("RGB", (40, 30), "#8a1c1c").save(drawn, "PNG")
    return AssetStore(settings.assets_dir).put(drawn.getvalue())


def test_a_picture_may_be_kept_for_ever_and_shown_in_mail_programs(
    client: httpx.Client, picture: StoredAsset
) -> None:
    answer = client.get(f"/assets/{picture.sha256}.png")
    assert answer.status_code == 200
    assert len(answer.content) == picture.byte_count
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "script-src" not in answer.headers["content-security-policy"]
    assert client.head(f"/assets/{picture.sha256}.png").headers["content-length"] == str(picture.byte_count)


@pytest.mark.parametrize(
    "name",
    [
        "{sha}",
        "{sha}.svg",
        "{sha}.html",
        "{sha}.png.html",
        "{upper}.png",
        "{sha}.png%00",
        "{sha}.png%0a",
        "x{sha}.png",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2e%2e/secret.png",
        "0000000000000000000000000000000000000000000000000000000000000000.png",
    ],
)
def test_any_other_name_is_not_found(client: httpx.Client, picture: StoredAsset, name: str) -> None:
    path = name.format(sha=picture.sha256, upper=picture.sha256.upper())
    assert client.get(f"/assets/{path}").status_code == 404


def test_a_mail_that_was_sent_finds_its_picture_after_it_was_written_anew(
    client: httpx.Client, picture: StoredAsset, settings: Settings, database: Database
) -> None:
    store = AssetStore(settings.assets_dir)
    revealing = store.read(picture.sha256) + b"Ana at risk"
    old = hashlib.sha256(revealing).hexdigest()
    store.path(old).parent.mkdir(parents=True, exist_ok=True)
    store.path(old).write_bytes(revealing)
    assert client.get(f"/assets/{old}.png").content == revealing
    assert clean_store(database, store, lambda *_: None).count == 1
    answer = client.get(f"/assets/{old}.png")
    assert (answer.status_code, answer.content) == (200, store.read(picture.sha256))
    assert answer.headers["content-type"] == "image/png"
    assert client.get(f"/assets/{'0' * 64}.png").status_code == 404
