"""Files that are made to hurt whoever decodes them: small to send, without end to read. Made here by hand."""

import io
import struct
import zlib


def a_pdf_of(objects: list[str], *, page: int = 3) -> bytes:
    """Object 1 is the catalogue, 2 the pages; `objects` follow, and the one numbered `page` is the page."""
    whole = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{page} 0 R] /Count 1 >>", *objects]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(whole, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(whole) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(whole) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def _stream(entries: str, content: str) -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R "
    "/Resources << /XObject << /X 5 0 R >> >> >>"
)


def a_pdf_of_nested_forms(levels: int = 12, times: int = 12) -> bytes:
    """Each form draws the next one many times: times ** levels of them, from a few kilobytes."""
    objects = [_PAGE, _stream("", "/X Do")]
    for level in range(levels):
        is_last = level == levels - 1
        inner = "0 0 300 400 re f" if is_last else "/X Do " * times
        resources = "" if is_last else f"/Resources << /XObject << /X {6 + level} 0 R >> >>"
        objects.append(_stream(f"/Type /XObject /Subtype /Form /BBox [0 0 300 400] {resources}", inner))
    return a_pdf_of(objects)


def a_pdf_of_one_strip(width: str = "0.1", height: str = "4000") -> bytes:
    """A page far higher than wide: drawn by its width, it would be a picture of billions of bytes."""
    return a_pdf_of([f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] >>"])


def a_pdf_with_an_image(side: int = 30_000) -> bytes:
    """A picture of `side` by `side` pixels, a few hundred kilobytes when packed."""
    packed = zlib.compress(b"\0" * (side * side // 8), 9).decode("latin-1")
    image = (
        f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceRGB "
        "/BitsPerComponent 8 /Filter /FlateDecode"
    )
    return a_pdf_of([_PAGE, _stream("", "300 0 0 400 0 0 cm /X Do"), _stream(image, packed)])


def a_png_bomb(side: int = 50_000) -> bytes:
    """The claim of an image of `side` by `side` pixels, and bytes enough to begin with."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))

    header = struct.pack("!IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 10_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def a_png_with_a_text_bomb(size: int = 60_000_000) -> bytes:
    """A picture of one pixel whose compressed comment unfolds to `size` bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))

    header = struct.pack("!IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    comment = b"Comment\0\0" + zlib.compress(b"a" * size, 9)
    rows = zlib.compress(b"\0\0\0\0")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"zTXt", comment)
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def a_jpeg_bomb(side: int = 65_000) -> bytes:
    """A small JPEG whose header claims `side` by `side` pixels."""
    return _claiming("JPEG", b"\xff\xc0", 5, struct.pack("!HH", side, side))


def a_webp_bomb(side: int = 16_383) -> bytes:
    """A WebP whose header claims the greatest size that there is."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(out, "WEBP", lossless=False)
    data = bytearray(out.getvalue())
    start = data.index(b"\x9d\x01\x2a") + 3
    data[start : start + 4] = struct.pack("<HH", side, side)
    return bytes(data)


def a_gif_of_frames(count: int = 100_000) -> bytes:
    """One pixel, `count` times: fifteen bytes a frame."""
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return head + frame * count + b"\x3b"


def _claiming(kind: str, marker: bytes, skip: int, claim: bytes) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(out, kind)
    data = bytearray(out.getvalue())
    start = data.index(marker) + skip
    data[start : start + len(claim)] = claim
    return bytes(data)
