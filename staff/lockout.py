"""How long an account stays shut after wrong passwords: a pure rule.

Nine are free. From the tenth on each wrong one doubles the wait, so that guessing is hopeless and a person with a
worn-out keyboard is back within minutes.
"""

from datetime import timedelta

FREE_FAILURES = 9
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=24)


def wait_after(failed_count: int) -> timedelta | None:
    """None: the next attempt is welcome at once."""
    beyond = failed_count - FREE_FAILURES - 1
    if beyond < 0:
        return None
    return min(FIRST_WAIT * (1 << min(beyond, 20)), LONGEST_WAIT)
