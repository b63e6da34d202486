"""Every kind of picture that people have is kept without a trace, or refused in plain words; exiftool judges."""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageSequence

from core.errors import InputRefused
from core.i18n import Texts
from news.clean_image import without_metadata
from news.clean_jpeg_2000 import clean_jpeg_2000
from news.inspect_asset import inspect_asset
from tests.news.traces import MARK, a_profile
from tests.npm import exiftool

SAID = MARK.encode()
Made = Callable[[], bytes]


def exif() -> Image.Exif:
    made = Image.Exif()
    made[0x013B] = MARK
    return made


def noise(mode: str = "RGB", spread: int = 90) -> Image.Image:
    return Image.effect_noise((60, 40), spread).convert(mode)


def saved(kind: str, mode: str = "RGB", **options: Any) -> bytes:
    out = io.BytesIO()
    noise(mode).save(out, kind, **options)
    return out.getvalue()


def several(kind: str, **options: Any) -> bytes:
    first, *rest = [noise(spread=spread) for spread in (10, 50, 90)]
    out = io.BytesIO()
    first.save(out, kind, save_all=True, append_images=rest, **options)
    return out.getvalue()


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("who.txt", MARK)
    return out.getvalue()


def cut(data: bytes) -> bytes:
    return data[: -len(data) // 5]


def an_ultra_hdr() -> bytes:
    """A second picture behind the end, and a segment that names it (ISO 21496-1)."""
    jpeg = saved("JPEG")
    segment = b"urn:iso:std:iso:ts:21496:-1\0" + SAID
    named = jpeg[:2] + struct.pack("!BBH", 0xFF, 0xE2, len(segment) + 2) + segment + jpeg[2:]
    return named + saved("JPEG", exif=exif())


KEPT: dict[str, Made] = {
    "APNG": lambda: several("PNG", exif=exif(), duration=90),
    "APNG with a picture for whoever cannot": lambda: several("PNG", exif=exif(), default_image=True),
    "animated WebP": lambda: several("WEBP", exif=exif(), xmp=SAID, lossless=True),
    "JPEG in four colours": lambda: saved("JPEG", "CMYK", exif=exif()),
    "PNG of 16 bits": lambda: saved("PNG", "I;16", exif=exif()),
    "progressive JPEG whose tail is gone": lambda: cut(saved("JPEG", progressive=True, exif=exif())) + b"\xff\xd9",
    "several in one JPEG (MPF)": lambda: several("MPO", exif=exif()),
    "a second JPEG behind the end": lambda: saved("JPEG") + saved("JPEG", exif=exif()),
    "Ultra HDR": an_ultra_hdr,
    "motion photo of Google": lambda: saved("JPEG", exif=exif()) + b"\0\0\0\x18ftypmp42" + SAID + bytes(200),
    "motion photo of Samsung": lambda: saved("JPEG") + b"MotionPhoto_Data" + SAID + b"SEFT",
    "PNG with an archive behind": lambda: saved("PNG") + a_zip(),
    "GIF with an archive behind": lambda: saved("GIF", "P") + a_zip(),
    "WebP with an archive behind": lambda: saved("WEBP") + a_zip(),
}
REFUSED: dict[str, tuple[Made, str]] = {
    "JPEG 2000": (lambda: saved("JPEG2000"), "type-unknown"),
    "JPEG XL": (lambda: b"\xff\x0a" + bytes(50), "type-unknown"),
    "JPEG XL in a container": (lambda: b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(50), "type-unknown"),
    "AVIF": (lambda: b"\0\0\0\x1cftypavif\0\0\0\0avifmif1" + bytes(99), "type-unknown"),
    "animated AVIF": (lambda: b"\0\0\0\x1cftypavis\0\0\0\0avismsf1" + bytes(99), "type-unknown"),
    "HEIC": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99), "type-unknown"),
    "TIFF": (lambda: saved("TIFF"), "type-unknown"),
    "BigTIFF": (lambda: b"II+\0\x08\0" + bytes(50), "type-unknown"),
    "BMP": (lambda: saved("BMP"), "type-unknown"),
    "ICO": (lambda: saved("ICO"), "type-unknown"),
    "PSD": (lambda: b"8BPS\0\1" + bytes(50), "type-unknown"),
    "EPS": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n", "type-unknown"),
    "film": (lambda: b"\0\0\0\x18ftypmp42" + bytes(60), "type-unknown"),
    "packed SVG": (lambda: gzip.compress(b"<svg/>"), "type-unknown"),
    "SVG": (lambda: b'<?xml version="1.0"?><svg><desc>' + SAID + b"</desc></svg>", "svg"),
    "progressive JPEG, cut off": (lambda: cut(saved("JPEG", progressive=True)), "unreadable"),
    "PNG, cut off": (lambda: cut(saved("PNG")), "unreadable"),
    "WebP, cut off": (lambda: cut(saved("WEBP")), "unreadable"),
}


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as image:
        return b"".join(frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(image))


@pytest.mark.parametrize("kind", sorted(KEPT))
def test_it_is_kept_without_a_trace(kind: str, tmp_path: Path) -> None:
    data = KEPT[kind]()
    assert inspect_asset(data)
    clean = without_metadata(data)
    assert SAID not in clean
    assert a_zip()[:4] not in clean
    assert without_metadata(clean) == clean
    shown = pixels(data)[: len(pixels(clean))]  # of several pictures in one JPEG, the first
    assert pixels(clean) == shown
    (tmp_path / "picture").write_bytes(clean)
    output = exiftool("-s", "-G", "-a", "-u", "-ee", tmp_path / "picture")
    groups = {line.split("]")[0].strip("[") for line in output.splitlines()}
    # APP14 is how four colours are coded.
    assert groups <= {"ExifTool", "File", "JFIF", "PNG", "GIF", "RIFF", "Composite", "APP14"}
    assert "Warning" not in output


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_it_is_refused_in_plain_words(kind: str) -> None:
    make, reason = REFUSED[kind]
    with pytest.raises(InputRefused) as refused:
        inspect_asset(make())
    assert refused.value.code.endswith(reason)
    for language in ("sl", "en"):
        text = Texts(["news"]).text(language, refused.value.code, **refused.value.params)
        assert "JPEG" in text or "PNG" in text or reason == "unreadable"


def a_jpeg_2000(*, bare: bool = False) -> bytes:
    """With words in each place that it has for them."""
    made = saved("JPEG2000", no_jp2=bare, comment=MARK)
    if bare:
        return made
    at = made.index(b"colr") - 4
    (size,) = struct.unpack_from("!I", made, at)
    profile = a_profile(MARK)
    colour = struct.pack("!I4sBBB", len(profile) + 11, b"colr", 2, 0, 0) + profile
    head = made.index(b"jp2h") - 4
    (whole,) = struct.unpack_from("!I", made, head)
    beginning = made[:head] + struct.pack("!I", whole - size + len(colour)) + made[head + 4 : at] + colour
    boxes = [struct.pack("!I4s", len(SAID) + 8, name) + SAID for name in (b"xml ", b"jumb")]
    uuid = struct.pack("!I4s16s", len(SAID) + 24, b"uuid", b"JpgTiffExif->JP2") + SAID
    end = made.index(b"jp2c") - 4
    return beginning + made[at + size : end] + b"".join(boxes) + uuid + made[end:]


@pytest.mark.parametrize("bare", [True, False])
def test_a_jpeg_2000_inside_a_pdf_keeps_its_pixels_only(*, bare: bool) -> None:
    data = a_jpeg_2000(bare=bare)
    clean = clean_jpeg_2000(data)
    assert SAID in data
    assert SAID not in clean
    assert MARK[:4].encode("utf-16-be") not in clean
    assert b"OpenJPEG" not in clean
    assert pixels(clean) == pixels(data)
    assert clean_jpeg_2000(clean) == clean
    with pytest.raises(ValueError, match="no "):
        clean_jpeg_2000(data[:40])
