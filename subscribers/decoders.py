"""Decoders of the subscribers room, as its decode process runs them: kind → function (`core.decode_child`)."""

from collections.abc import Mapping

from core.decode_child import Decoder
from subscribers.decode_sheet import decode_sheet

DECODERS: Mapping[str, Decoder] = {"sheet": decode_sheet}
