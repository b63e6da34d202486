"""Metadata removal: a picture without what it says of where, when, by whom and with what it was made; that can put
people at risk.

The file is written anew, part by part, from an allow-list of the parts that show something: pixels are not
touched. Only one that is to be turned, or whose parts do not add up, is written anew from its pixels.
"""

import io
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from news.clean_gif import clean_gif
from news.clean_icc import clean_profile
from news.clean_jpeg import clean_jpeg
from news.clean_png import clean_png
from news.clean_webp import clean_webp
from news.inspect_asset import GIF, JPEG, PNG, WEBP, media_type_of, open_image

if TYPE_CHECKING:
    from PIL import Image

_CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    JPEG: clean_jpeg,
    PNG: clean_png,
    GIF: clean_gif,
    WEBP: clean_webp,
}
_ORIENTATION, _UPRIGHT = 0x0112, 1
_SEVERAL_IN_ONE = "MPO"
"""A JPEG in which a telephone hides further pictures behind the first."""
_JPEG_QUALITY = 92


def without_metadata(data: bytes) -> bytes:
    """The same picture, turned the way up that it is meant to be seen, and nothing else in the file.

    One that has nothing else comes back as it is, byte for byte; what was cleaned once is one of these.
    `data` is a sound image.
    """
    clean = _CLEANERS[media_type_of(data)]
    with open_image(data) as image:
        if not _is_upright(image):
            return clean(_saved_anew(image))
        try:
            return clean(data)
        except ValueError:
            return clean(_saved_anew(image))


def _is_upright(image: "Image.Image") -> bool:
    try:
        return bool(image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT)
    except Exception:  # what is damaged says nothing of how to hold the picture, and it is about to go
        return True


def _saved_anew(image: "Image.Image") -> bytes:
    from PIL import ImageOps

    kind = "JPEG" if image.format == _SEVERAL_IN_ONE else image.format
    is_animated = kind != "JPEG" and getattr(image, "n_frames", 1) > 1
    profile = clean_profile(image.info.get("icc_profile") or b"")
    options: dict[str, Any] = {"icc_profile": profile}
    if kind == "JPEG":
        options |= {"quality": _JPEG_QUALITY, "optimize": True}
    if is_animated:
        options |= {
            "save_all": True,
            "duration": image.info.get("duration", 100),
            "loop": image.info.get("loop", 0),
        }
    upright = image if is_animated else ImageOps.exif_transpose(image)
    upright.info.pop("comment", None)
    out = io.BytesIO()
    upright.save(out, format=kind, exif=b"", **options)
    return out.getvalue()
