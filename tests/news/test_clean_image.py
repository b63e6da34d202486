"""Pictures tell nothing of where and by whom they were taken."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageSequence
from PIL.PngImagePlugin import PngInfo

from news.clean_image import without_metadata
from news.mail_picture import PictureLimit, mail_picture
from news.store import AssetStore
from tests.news.traces import MARK, a_profile, pictures
from tests.npm import exiftool

TELLING = dict(pictures())
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
    info = PngInfo()
    info.add_text("Author", "Somebody at risk")
    assert b"Somebody" not in without_metadata(saved(a_picture(), "PNG", pnginfo=info))
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


def pixels(data: bytes) -> list[bytes]:
    with Image.open(io.BytesIO(data)) as image:
        return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(image)]


@pytest.mark.parametrize(("where", "data"), list(TELLING.items()), ids=list(TELLING))
def test_nothing_survives_in_any_place_and_no_pixel_changes(where: str, data: bytes) -> None:
    assert MARK.encode() in data
    clean = without_metadata(data)
    assert MARK.encode() not in clean
    assert pixels(clean) == pixels(data)
    assert without_metadata(clean) == clean


@given(st.sampled_from(list(TELLING)), st.text("abcdefghij", min_size=12, max_size=200))
def test_whatever_was_written_there_is_gone(where: str, mark: str) -> None:
    data = dict(pictures(mark))[where]
    assert mark.encode() not in without_metadata(data)
    assert pixels(without_metadata(data)) == pixels(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_colour_profile_keeps_its_colours_and_loses_its_words(kind: str) -> None:
    profile = a_profile()
    description = MARK[:4].encode("utf-16-be")
    assert description in profile
    data = saved(a_picture(), kind, icc_profile=profile)
    clean = without_metadata(data)
    assert pixels(clean) == pixels(data)
    with Image.open(io.BytesIO(clean)) as image:
        kept = image.info["icc_profile"]
    assert description not in kept
    srgb = ImageCms.createProfile("sRGB")
    shown = [
        ImageCms.profileToProfile(a_picture(), ImageCms.ImageCmsProfile(io.BytesIO(icc)), srgb)
        for icc in (profile, kept)
    ]
    assert shown[0] is not None
    assert shown[1] is not None
    assert shown[0].tobytes() == shown[1].tobytes()
    assert mail_picture(clean, PictureLimit(350, 350))


def length_of(frame: Image.Image) -> int:
    frame.load()  # only then it is known
    return int(frame.info["duration"])


def test_an_animation_keeps_its_rounds_and_its_timing() -> None:
    frames = [Image.effect_noise((20, 20), spread).convert("P") for spread in (10, 50, 90)]
    lossless: dict[str, Any]
    for kind, lossless in (("GIF", {}), ("PNG", {}), ("WEBP", {"lossless": True})):
        options: dict[str, Any] = {"duration": [70, 140, 210], "loop": 2, **lossless}
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:], **options)
        behind = data + b"Somebody at risk"
        clean = without_metadata(behind)
        assert clean == without_metadata(data)
        assert pixels(clean) == pixels(data)
        with Image.open(io.BytesIO(clean)) as image:
            assert image.info["loop"] == 2
            assert [length_of(frame) for frame in ImageSequence.Iterator(image)] == [70, 140, 210]


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("JPEG", "L", {}),
        ("JPEG", "CMYK", {}),
        ("JPEG", "RGB", {"progressive": True}),
        ("JPEG", "RGB", {"restart_marker_blocks": 1}),
        ("JPEG", "RGB", {"subsampling": 0, "keep_rgb": True}),
        ("PNG", "1", {}),
        ("PNG", "P", {"transparency": 3}),
        ("PNG", "LA", {}),
        ("PNG", "I;16", {}),
        ("GIF", "P", {"transparency": 3}),
        ("WEBP", "RGBA", {"lossless": True}),
    ],
)
def test_every_kind_of_picture_comes_through_as_it_is(kind: str, mode: str, options: dict[str, Any]) -> None:
    picture = Image.effect_noise((33, 17), 90)
    data = saved(
        picture.convert("RGB").convert(mode) if mode != "I;16" else picture.convert(mode), kind, **options
    )
    assert without_metadata(data) == data


@pytest.mark.parametrize(("where", "data"), list(TELLING.items()), ids=list(TELLING))
def test_exiftool_finds_nothing_but_the_picture(where: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(without_metadata(data))
    output = exiftool("-s", "-G", "-a", "-u", "-ee", path)
    groups = {line.split("]")[0].strip("[") for line in output.splitlines()}
    assert groups <= {"ExifTool", "File", "JFIF", "PNG", "GIF", "RIFF", "Composite"}
    assert "Warning" not in output
