"""Words that come from a provider, made fit to be kept."""

MAX_DETAIL = 500
MAX_NAME = 200
"""Of what a provider calls its messages and events."""


def clean(text: str, longest: int = MAX_DETAIL) -> str:
    """What every database can hold: no NUL, no half of a surrogate pair, not too long."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()[:longest]
