"""Lockout with backoff: how long wrong passwords shut a door, and which door. Pure rules.

Nobody may be kept out of their account by somebody else's guesses. So guesses shut out the source they come from,
first from this account, then from all, and then the networks around it; only a great many from many networks shut
the account, and never to a device from which its owner has signed in before (device cookies, OWASP: "Slow Down
Online Guessing Attacks with Device Cookies"), nor to a link that lets them in (`staff.let_in`).
"""

from dataclasses import dataclass, replace
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Lockout:
    free: int
    """So many wrong passwords cost nothing."""
    first_wait: timedelta
    longest_wait: timedelta

    def wait_after(self, failed_count: int) -> timedelta | None:
        """Each one beyond the free ones doubles the wait. None: the next attempt is welcome at once."""
        beyond = failed_count - self.free - 1
        if beyond < 0:
            return None
        return min(self.first_wait * (1 << min(beyond, 20)), self.longest_wait)


SOURCE = Lockout(free=9, first_wait=timedelta(minutes=1), longest_wait=timedelta(hours=1))
"""One source, one account."""


def of_network(share: int) -> Lockout:
    """The rule for a network that gets `share` times what one source gets (`core.networks`): never as much as
    shuts the account."""
    return replace(SOURCE, free=(SOURCE.free + 1) * share - 1)


ACCOUNT = Lockout(free=99, first_wait=timedelta(minutes=1), longest_wait=timedelta(minutes=15))
"""An account, for devices that it does not know: NIST SP 800-63B, 5.2.2, allows a hundred in a row."""
DEVICE = Lockout(free=9, first_wait=timedelta(minutes=1), longest_wait=timedelta(hours=24))
"""A device that the account knows: whoever has stolen its cookie."""
FAILURES_OF_A_SOURCE = 30
PER = timedelta(minutes=15)
"""All accounts together, from one source."""
