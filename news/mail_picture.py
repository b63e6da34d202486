"""A picture as mails carry it: no more pixels than sharp screens show, a kind that every mail program knows.

The same picture always gives the same bytes. Of a picture that moves, a light one stays as it is; of a heavy one
the first frame is kept, which is what Outlook shows of any.
"""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from news.inspect_asset import GIF, JPEG, PNG, media_type_of, open_image

if TYPE_CHECKING:
    from PIL import Image

DENSITY = 2
LIGHT = 200_000
"""Bytes. What a picture should weigh at most: many readers pay for each megabyte."""
_QUALITIES = (82, 72, 60)
_PALETTE = 256


@dataclass(frozen=True, slots=True)
class PictureLimit:
    """The greatest size, in CSS pixels, at which a mail shows a picture."""

    width: int
    height: int


def mail_picture(data: bytes, box: PictureLimit) -> bytes:
    """`data`, a sound image that is the right way up, sized for `box` at double density; it is never enlarged."""
    with open_image(data) as image:
        if _is_fit_as_it_is(image, data, box):
            return data
        image.draft("RGB", _wanted(image.size, box))  # a JPEG need not be decoded at full size
        is_drawing = media_type_of(data) in (PNG, GIF)
        return _encoded(_sized(_in_plain_colours(image), box), is_drawing=is_drawing)


def _is_fit_as_it_is(image: "Image.Image", data: bytes, box: PictureLimit) -> bool:
    is_known = media_type_of(data) in (JPEG, PNG, GIF) and image.mode in ("RGB", "RGBA", "L", "LA", "P", "1")
    is_sized = _wanted(image.size, box) == image.size and len(data) <= LIGHT
    return is_known and is_sized and not image.info.get("icc_profile")


def _wanted(size: tuple[int, int], box: PictureLimit) -> tuple[int, int]:
    """`size`, made to fit the box in its proportions; a narrow emblem stays wide enough to be seen."""
    width, height = size
    scale = min(1.0, box.width * DENSITY / width, box.height * DENSITY / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _in_plain_colours(image: "Image.Image") -> "Image.Image":
    """In sRGB, which is what mail programs take every picture for; transparent where it was."""
    has_alpha = image.has_transparency_data
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        # 16 bits of grey: Pillow would cut off what is above 255 instead of scaling it.
        image = image.point(lambda value: value / 256).convert("L")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        image = _from_profile(image, profile)
    return image.convert("RGBA" if has_alpha else "RGB")


def _from_profile(image: "Image.Image", profile: bytes) -> "Image.Image":
    from PIL import ImageCms

    mode: Any = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError):  # a damaged profile, or one of another kind of picture: taken for sRGB
        return image


def _sized(image: "Image.Image", box: PictureLimit) -> "Image.Image":
    from PIL import Image

    wanted = _wanted(image.size, box)
    return image if wanted == image.size else image.resize(wanted, Image.Resampling.LANCZOS)


def _encoded(image: "Image.Image", *, is_drawing: bool) -> bytes:
    """Whatever is transparent as PNG; drawings, too, unless their weight tells that they are photographs."""
    if image.mode == "RGBA":
        whole = _png(image)
        return whole if len(whole) <= LIGHT else _png(image.quantize(_PALETTE, method=_fast_octree()))
    if is_drawing and len(drawn := _png(image)) <= LIGHT:
        return drawn
    return _light_jpeg(image)


def _light_jpeg(image: "Image.Image") -> bytes:
    """As good as its weight allows; at the least quality, whatever it weighs."""
    for quality in _QUALITIES:
        data = _jpeg(image, quality)
        if len(data) <= LIGHT:
            break
    return data


def _fast_octree() -> Any:
    from PIL import Image

    return Image.Quantize.FASTOCTREE  # the one of Pillow's that keeps transparency


def _png(image: "Image.Image") -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, icc_profile=None)
    return out.getvalue()


def _jpeg(image: "Image.Image", quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True, progressive=True, icc_profile=None)
    return out.getvalue()
