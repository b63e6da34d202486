"""Property-based testing: how many examples a rule is tried with that wants another number than usual."""

from hypothesis import settings

FAST = "fast"
"""The profile of `make test-fast`."""
RANDOM = "random"
"""The profile that looks for new examples."""
SHARE = 3
"""Of so many examples that each build a world, an ordinary run takes one."""


def examples(most: int) -> int:
    """`most`; while one works, no more than of every other rule."""
    return min(most, settings().max_examples) if settings.get_current_profile_name() == FAST else most


def costly_examples(most: int) -> int:
    """For a rule each of whose examples builds a world and sends: `most` where new ones are looked for, otherwise
    a third of them, which are the same at each run."""
    return most if settings.get_current_profile_name() == RANDOM else max(1, most // SHARE)
