"""Property-based testing: how many examples a rule is tried with that wants another number than usual."""

from hypothesis import settings

FAST = "fast"
"""The profile of `make test-fast`."""


def examples(most: int) -> int:
    """`most`; while one works, no more than of every other rule."""
    return min(most, settings().max_examples) if settings.get_current_profile_name() == FAST else most
