"""Decoders that misbehave, for the decode process of tests. It imports them by name, in the child."""

import os
import sys
from collections.abc import Mapping
from typing import Any

from core.decode_child import Decoder
from core.decode_frames import Frame
from core.errors import InputRefused


def _echo(data: bytes, options: Mapping[str, Any]) -> Frame:
    print("a library that talks")  # noqa: T201  what is tested
    sys.stdout.flush()
    os.write(1, b"and one that does so by itself")
    return Frame(dict(options), (data, data))


def _process(_: bytes, __: Mapping[str, Any]) -> Frame:
    return Frame({"pid": os.getpid(), "environment": dict(os.environ)})


def _spin(_: bytes, __: Mapping[str, Any]) -> Frame:
    while True:
        pass


def _fill(_: bytes, __: Mapping[str, Any]) -> Frame:
    return Frame({"size": len(bytearray(20_000_000_000))})


def _end(_: bytes, __: Mapping[str, Any]) -> Frame:
    os._exit(0)


def _write(data: bytes, __: Mapping[str, Any]) -> Frame:
    path = data.decode()
    with open(path, "wb") as file:  # noqa: PTH123  as a library would
        file.write(b"x" * 100)
        file.flush()
    return Frame({})


def _flood(_: bytes, __: Mapping[str, Any]) -> Frame:
    return Frame({"much": "x" * 5_000_000})


def _refuse(_: bytes, __: Mapping[str, Any]) -> Frame:
    raise InputRefused("news-asset-empty", limit=1)


def _stumble(_: bytes, __: Mapping[str, Any]) -> Frame:
    raise KeyError("whatever")


DECODERS: Mapping[str, Decoder] = {
    "echo": _echo,
    "process": _process,
    "spin": _spin,
    "fill": _fill,
    "end": _end,
    "write": _write,
    "flood": _flood,
    "refuse": _refuse,
    "stumble": _stumble,
}
