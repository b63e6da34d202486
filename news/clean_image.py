"""A photograph without what it says of where, when and by whom it was taken: that can put people at risk."""

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

# What Pillow calls the places in which cameras and editors leave words; a colour profile is not one of them.
_TELLING = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "Raw profile type exif")
_SEVERAL_IN_ONE = "MPO"
"""A JPEG in which a telephone hides further pictures, each with words of its own: only the first is kept."""
_JPEG_QUALITY = 92


def without_metadata(data: bytes) -> bytes:
    """The same picture, turned the way up that it is meant to be seen, and nothing else in the file.

    One that says nothing of itself comes back as it is, byte for byte. `data` is a sound image.
    """
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        return _saved_anew(image) if _tells_something(image) else data


def _tells_something(image: "Image.Image") -> bool:
    if image.format == _SEVERAL_IN_ONE:
        return True
    words: dict[str, str] = getattr(image, "text", {})
    return bool(words) or bool(image.getexif()) or any(image.info.get(name) for name in _TELLING)


def _saved_anew(image: "Image.Image") -> bytes:
    from PIL import ImageOps

    kind = "JPEG" if image.format == _SEVERAL_IN_ONE else image.format
    is_animated = kind != "JPEG" and getattr(image, "n_frames", 1) > 1
    options: dict[str, Any] = {"icc_profile": image.info.get("icc_profile")}
    if kind == "JPEG":
        options |= {"quality": _JPEG_QUALITY, "optimize": True}
    if is_animated:
        options |= {
            "save_all": True,
            "duration": image.info.get("duration", 100),
            "loop": image.info.get("loop", 0),
        }
    clean = image if is_animated else ImageOps.exif_transpose(image)
    for name in _TELLING:
        clean.info.pop(name, None)
    out = io.BytesIO()
    clean.save(out, format=kind, exif=b"", **options)
    return out.getvalue()
