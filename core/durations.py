"""Durations in settings: ISO 8601 (PT30S, PT12H, P14D), or a plain number of seconds."""

from datetime import timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator


def read_duration(value: Any) -> Any:
    """Pydantic takes a number for seconds, but not one that is text, as everything in the environment is."""
    if isinstance(value, str):
        try:
            return timedelta(seconds=float(value))
        except (ValueError, OverflowError):  # ISO 8601, or nothing at all: for pydantic to say
            return value
    return value


Duration = Annotated[timedelta, BeforeValidator(read_duration)]
