"""GIF blocks by an allow-list (GIF89a): images, their timing and the number of rounds stay; comments, plain texts,
XMP and other application extensions go, and whatever stands behind the trailer."""

_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")


def clean_gif(data: bytes) -> bytes:
    """Raises ValueError for what is no GIF, or ends before its end."""
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise ValueError("no GIF")
    try:
        return _cleaned(data)
    except IndexError as error:
        raise ValueError("no end") from error


def _cleaned(data: bytes) -> bytes:
    at = 13 + _palette_size(data[10])
    out = [data[:12], b"\0", data[13:at]]  # byte 12: the shape of a pixel of the maker's screen
    while data[at] != _TRAILER:
        start = at
        if data[at] == _IMAGE:
            at = _end_of_blocks(data, at + 11 + _palette_size(data[at + 9]))
            out.append(data[start:at])
        elif data[at] == _EXTENSION:
            at = _end_of_blocks(data, at + 2)
            out.append(_kept(data[start:at]))
        else:
            raise ValueError("neither image nor extension")
    return b"".join(out) + b"\x3b"


def _kept(extension: bytes) -> bytes:
    if extension[1] == _CONTROL and extension[2] == 4 and len(extension) == 8:
        return extension
    is_loop = extension[1] == _APPLICATION and extension[2:14] in _LOOPS and extension[14:16] == b"\x03\x01"
    return extension[:18] + b"\0" if is_loop and len(extension) >= 19 else b""


def _palette_size(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    """Behind the empty block that ends them."""
    while data[at]:
        at += data[at] + 1
    return at + 1
