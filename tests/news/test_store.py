"""Only what really is a picture or a PDF gets into the store, and it stays there unchanged."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from core.errors import InputRefused, NotFound
from news import inspect_asset
from news.store import AssetStore
from tests.news.making import a_pdf, a_picture


@pytest.fixture
def store(tmp_path: Path) -> AssetStore:
    return AssetStore(tmp_path / "assets")


def refused(store: AssetStore, data: bytes) -> str:
    with pytest.raises(InputRefused) as caught:
        store.put(data)
    return caught.value.code


def refused_inside(data: bytes) -> str:
    """As the decode process does it, in this process, where bounds can be made small."""
    with pytest.raises(InputRefused) as caught:
        inspect_asset.inspect_asset(data)
    return caught.value.code


@pytest.mark.parametrize(
    ("kind", "extension"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp")]
)
def test_a_picture_is_kept_under_its_content(store: AssetStore, kind: str, extension: str) -> None:
    data = a_picture(kind)
    stored = store.put(data)
    assert (stored.media_type, stored.width, stored.height) == (f"image/{kind.lower()}", 8, 6)
    assert (stored.byte_count, stored.page_count) == (len(data), None)
    assert store.read(stored.sha256) == data
    assert store.url_path(stored.sha256, stored.media_type) == f"/assets/{stored.sha256}.{extension}"


def test_a_pdf_is_kept_with_its_number_of_pages(store: AssetStore) -> None:
    stored = store.put(a_pdf(pages=3))
    assert (stored.media_type, stored.page_count, stored.width) == ("application/pdf", 3, None)


def test_the_same_content_is_kept_once(store: AssetStore) -> None:
    first = store.put(a_picture())
    written = store.path(first.sha256).stat().st_ino
    assert store.put(a_picture()) == first
    assert store.path(first.sha256).stat().st_ino == written
    assert len(list(store.path(first.sha256).parent.iterdir())) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "news-asset-empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "news-asset-svg"),
        (b"<?xml version='1.0'?>\n<SVG/>", "news-asset-svg"),
        (b"<html>", "news-asset-type-unknown"),
        (b"BM" + bytes(60), "news-asset-type-unknown"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "news-image-unreadable"),
        (b"GIF89a", "news-image-unreadable"),
        (b"%PDF-1.7\nnothing\n%%EOF", "news-pdf-unreadable"),
    ],
)
def test_what_is_no_picture_and_no_pdf_is_refused(store: AssetStore, data: bytes, code: str) -> None:
    assert refused(store, data) == code


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_that_was_cut_off_is_refused(store: AssetStore, kind: str) -> None:
    data = io.BytesIO()
    Image.effect_noise((90, 90), 80).convert("RGB").save(data, kind)
    assert refused(store, data.getvalue()[: len(data.getvalue()) // 2]) == "news-image-unreadable"


@pytest.mark.parametrize("missing", [6, 200])
def test_a_pdf_that_was_cut_off_is_refused(store: AssetStore, missing: int) -> None:
    assert refused(store, a_pdf(pages=9)[:-missing]) == "news-pdf-unreadable"


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(store: AssetStore) -> None:
    assert refused(store, _png_that_claims(30_000, 30_000)) == "news-image-too-many-pixels"
    assert refused(store, _png_that_claims(7_000, 7_000)) == "news-image-too-many-pixels"


def test_many_frames_count_as_many_pixels(store: AssetStore, monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO()
    frames = [Image.new("RGB", (10, 10), (shade, 0, 0)) for shade in range(0, 250, 50)]
    frames[0].save(data, "GIF", save_all=True, append_images=frames[1:])
    assert store.put(data.getvalue()).width == 10
    monkeypatch.setattr(inspect_asset, "MAX_PIXELS", 400)
    assert refused_inside(data.getvalue()) == "news-image-too-many-pixels"


def test_what_is_too_large_or_too_long_is_refused(store: AssetStore, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(store, b"\xff\xd8\xff" + bytes(inspect_asset.MAX_IMAGE_BYTES)) == "news-asset-too-large"
    monkeypatch.setattr(inspect_asset, "MAX_PAGES", 1)
    assert refused_inside(a_pdf(pages=2)) == "news-pdf-too-long"


@pytest.mark.parametrize("name", ["", "x", "../../etc/passwd", "A" * 64, "a" * 63 + "\n", "a" * 65])
def test_a_name_that_is_none_leads_nowhere(store: AssetStore, name: str) -> None:
    with pytest.raises(NotFound):
        store.path(name)


def test_what_is_not_kept_is_not_found(store: AssetStore) -> None:
    with pytest.raises(NotFound):
        store.read("a" * 64)


def _png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that say they are a very large picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(99)))
        + chunk(b"IEND", b"")
    )
