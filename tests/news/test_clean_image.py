"""Pictures tell nothing of where and by whom they were taken."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from news.clean_image import without_metadata
from news.store import AssetStore

ORIENTATION, GPS, ARTIST = 0x0112, 0x8825, 0x013B


def a_picture() -> Image.Image:
    """Left half red, right half blue."""
    picture = Image.new("RGB", (40, 20), "#c00000")
    picture.paste("#0000c0", (20, 0, 40, 20))
    return picture


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, format=kind, **options)
    return out.getvalue()


def a_telling_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[ARTIST] = "Somebody at risk"
    exif.get_ifd(GPS)[2] = (46.05, 14.5, 0.0)
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_owner_are_gone_and_the_picture_is_there(kind: str) -> None:
    clean = without_metadata(saved(a_picture(), kind, exif=a_telling_exif()))
    assert b"Somebody at risk" not in clean
    with Image.open(io.BytesIO(clean)) as image:
        assert image.format == kind
        assert image.size == (40, 20)
        assert not image.getexif()
        red, _, blue = image.convert("RGB").getpixel((35, 10))  # type: ignore[misc]  # three bands
        assert blue > 150 > red


def test_a_picture_taken_sideways_stands_upright_without_being_told() -> None:
    clean = without_metadata(saved(a_picture(), "JPEG", exif=a_telling_exif(orientation=6)))
    with Image.open(io.BytesIO(clean)) as image:
        assert image.size == (20, 40)


def test_words_in_a_png_and_comments_in_a_gif_are_gone() -> None:
    words = PngInfo()
    words.add_text("Author", "Somebody at risk")
    assert b"Somebody" not in without_metadata(saved(a_picture(), "PNG", pnginfo=words))
    assert b"Somebody" not in without_metadata(saved(a_picture(), "GIF", comment=b"Somebody at risk"))


def test_of_several_pictures_in_one_jpeg_only_the_first_is_kept() -> None:
    hidden = Image.new("RGB", (40, 20), "green")
    data = saved(a_picture(), "MPO", save_all=True, append_images=[hidden])
    with Image.open(io.BytesIO(without_metadata(data))) as image:
        assert (image.format, getattr(image, "n_frames", 1)) == ("JPEG", 1)


def test_an_animation_keeps_its_frames() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "green", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], comment=b"Somebody at risk")
    clean = without_metadata(data)
    assert b"Somebody" not in clean
    with Image.open(io.BytesIO(clean)) as image:
        assert getattr(image, "n_frames", 1) == 3


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_that_says_nothing_stays_as_it_is(kind: str) -> None:
    data = saved(a_picture(), kind)
    assert without_metadata(data) == data


def test_the_store_keeps_the_clean_picture_only(tmp_path: Path) -> None:
    store = AssetStore(tmp_path)
    stored = store.put(saved(a_picture(), "JPEG", exif=a_telling_exif(orientation=6)))
    kept = store.read(stored.sha256)
    assert b"Somebody" not in kept
    assert (stored.width, stored.height, stored.byte_count) == (20, 40, len(kept))
    assert not list(tmp_path.rglob(".*"))
