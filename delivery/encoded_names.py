"""Transfer encodings: whether a body names somebody, in whatever way it spells their address. Pure.

A form posts `%40`, a bounce is base64 or quoted-printable, some programs write UTF-16; JSON may escape any sign.
"""

import binascii
import quopri
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote_to_bytes

_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}")
_ESCAPED = re.compile(rb"\\u00([0-9a-fA-F]{2})")
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def names_any(body: bytes, names: Collection[str]) -> bool:
    """`names`: addresses and their hashes, in ASCII or UTF-8, in whatever case."""
    wanted = [name.lower().encode() for name in names]
    return any(name in text.lower() for text in _readings(body) for name in wanted)


def _readings(body: bytes) -> Iterator[bytes]:
    """As it is, and as a program would read it that knows how it was written."""
    yield body
    if b"%" in body:
        yield unquote_to_bytes(body.replace(b"+", b" "))
    if b"\0" in body:
        yield body.replace(b"\0", b"")
    if b"\\u00" in body:
        yield _ESCAPED.sub(lambda escape: bytes([int(escape[1], 16)]), body)
    if b"=" in body:
        yield quopri.decodestring(body)
    on_one_line = body.replace(b"\r", b"").replace(b"\n", b"")
    for text in {body, on_one_line}:
        yield from (_decoded(run[0]) for run in _BASE64.finditer(text))


def _decoded(run: bytes) -> bytes:
    """What is cut off at the end is no more than a sign or two."""
    return binascii.a2b_base64(run.translate(_URL_SAFE)[: len(run) // 4 * 4])
