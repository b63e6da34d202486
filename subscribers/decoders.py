"""Decoders of the subscribers room, as its decode process runs them: kind → function (`core.decode_child`)."""

from collections.abc import Mapping

from core.decode_child import Decoder
from subscribers.decode_archive import decode_packed

DECODERS: Mapping[str, Decoder] = {"packed": decode_packed}
