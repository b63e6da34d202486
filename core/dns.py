"""The domain name system, asked within a bounded time. What the program of this machine believes besides
(/etc/hosts, search domains) plays no part: a stranger's name must not find an inner machine.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from core.write_guard import refuse_in_write

if TYPE_CHECKING:
    import dns.resolver

ANSWER_WITHIN = 3.0
"""Seconds for one question, all its repeats together."""


class NameUnknown(Exception):
    """The name does not exist. That is an answer, and it will be the same in a minute."""


class NoAnswer(Exception):
    """Nobody answered in time, or not properly: nothing is known."""


class Dns(Protocol):
    def addresses(self, name: str, *, within: float = ANSWER_WITHIN) -> Sequence[str]:
        """Its IP addresses, of either kind; none where the name exists for something else. Raises NameUnknown,
        NoAnswer."""
        ...

    def texts(self, name: str, *, within: float = ANSWER_WITHIN) -> Sequence[str]:
        """Its TXT records, each put together again; none where it has none, or does not exist. Raises NoAnswer."""
        ...


class SystemDns:
    """Asks the name servers that this machine asks."""

    def __init__(self, resolver: "dns.resolver.Resolver | None" = None) -> None:
        self._given = resolver
        self._knows_the_root = False

    @cached_property
    def _resolver(self) -> "dns.resolver.Resolver":
        import dns.resolver

        return self._given or dns.resolver.Resolver()

    def addresses(self, name: str, *, within: float = ANSWER_WITHIN) -> Sequence[str]:
        refuse_in_write("asking a name server")
        import dns.exception
        import dns.name
        import dns.resolver

        try:
            absolute = dns.name.from_text(_absolute(name))
        except (dns.exception.DNSException, ValueError) as error:
            raise NameUnknown(name) from error
        try:
            return list(self._resolver.resolve_name(absolute, lifetime=within).addresses())
        except dns.resolver.NXDOMAIN as error:
            self._expect_the_root(within)
            raise NameUnknown(name) from error
        except dns.resolver.NoAnswer:
            return []
        except (dns.exception.DNSException, OSError, ValueError) as error:
            raise NoAnswer(name) from error

    def texts(self, name: str, *, within: float = ANSWER_WITHIN) -> Sequence[str]:
        refuse_in_write("asking a name server")
        import dns.exception
        import dns.resolver

        try:
            answer = self._resolver.resolve(_absolute(name), "TXT", lifetime=within)
        except dns.resolver.NXDOMAIN:
            self._expect_the_root(within)
            return []
        except dns.resolver.NoAnswer:
            return []
        except (dns.exception.DNSException, OSError, ValueError) as error:
            raise NoAnswer(name) from error
        return [b"".join(record.strings).decode("utf-8", "replace") for record in answer]

    def _expect_the_root(self, within: float) -> None:
        """On a network that is cut off, name servers say of every name that it does not exist. One that knows
        the servers of the root is to be believed. Raises NoAnswer."""
        import dns.exception

        if self._knows_the_root:
            return
        try:
            self._resolver.resolve(".", "NS", lifetime=within)
        except (dns.exception.DNSException, OSError) as error:
            raise NoAnswer("the root") from error
        self._knows_the_root = True


def _absolute(name: str) -> str:
    """With its last dot, so that no search domain is tried."""
    return name.rstrip(".") + "."
