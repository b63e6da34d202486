"""Wire format between the program and its decode process: JSON facts and raw bytes, bounded, nothing executable.

A frame is a header's length (four bytes, big-endian), the header as JSON, and then the parts that it announces.
"""

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

MAX_HEADER = 4_000_000
MAX_PARTS = 64_000_000
"""Bytes. What either side takes from the other; more is a defect, or an attack by way of a decoder."""
_LENGTH = struct.Struct("!I")


class BadFrame(Exception):
    """What came is no frame, or not all of one."""


@dataclass(frozen=True, slots=True)
class Frame:
    facts: dict[str, Any]
    parts: tuple[bytes, ...] = ()


def write_frame(stream: BinaryIO, facts: dict[str, Any], parts: Sequence[bytes] = ()) -> None:
    header = json.dumps({"facts": facts, "parts": [len(part) for part in parts]}).encode()
    stream.write(_LENGTH.pack(len(header)))
    stream.write(header)
    for part in parts:
        stream.write(part)
    stream.flush()


def read_frame(stream: BinaryIO) -> Frame:
    """Raises BadFrame, at the end of the stream, too."""
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > MAX_HEADER:
        raise BadFrame("header")
    try:
        header = json.loads(_exactly(stream, length))
        facts, sizes = header["facts"], header["parts"]
        is_sound = isinstance(facts, dict) and all(isinstance(size, int) and size >= 0 for size in sizes)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadFrame("header") from error
    if not is_sound or sum(sizes) > MAX_PARTS:
        raise BadFrame("parts")
    return Frame(facts, tuple(_exactly(stream, size) for size in sizes))


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise BadFrame("end")
    return data
