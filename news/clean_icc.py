"""ICC colour profile without provenance: the tags that turn numbers into colours, and nothing that names a maker.

A profile says who made it, when, and for which device, down to a serial number. What colours look like depends on
curves, matrices and tables only (ICC.1:2022, 9.2); these are kept, so that no colour shifts.
"""

import struct

_HEADER = 128
_MOST_TAGS = 100
_MOST_BYTES = 4_000_000
_COLOUR_TAGS = frozenset(
    b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt chad cicp A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 gamt".split()
)
_KEPT_OF_HEADER = ((8, 24), (36, 40), (64, 80))
"""Version, class, colour spaces; the signature `acsp`; intent and illuminant. The rest: maker, device, date."""


def clean_profile(profile: bytes) -> bytes | None:
    """None of what is no profile: whoever shows the picture takes it for sRGB, as without any."""
    if not _HEADER + 4 <= len(profile) <= _MOST_BYTES or profile[36:40] != b"acsp":
        return None
    (count,) = struct.unpack_from("!I", profile, _HEADER)
    if count > _MOST_TAGS or len(profile) < _HEADER + 4 + 12 * count:
        return None
    kept: dict[bytes, bytes] = {}
    for number in range(count):
        name, start, size = struct.unpack_from("!4sII", profile, _HEADER + 4 + 12 * number)
        if name in _COLOUR_TAGS and start + size <= len(profile):
            kept[name] = profile[start : start + size]
    return _written(profile, kept) if kept else None


def _written(profile: bytes, tags: dict[bytes, bytes]) -> bytes:
    table, body = [struct.pack("!I", len(tags))], b""
    first = _HEADER + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name in sorted(tags):
        data = tags[name]
        if data not in places:  # several tags may share one curve
            places[data] = first + len(body)
            body += data + bytes(-len(data) % 4)
        table.append(struct.pack("!4sII", name, places[data], len(data)))
    header = bytearray(_HEADER)
    for start, end in _KEPT_OF_HEADER:
        header[start:end] = profile[start:end]
    header[0:4] = struct.pack("!I", first + len(body))
    return bytes(header) + b"".join(table) + body
