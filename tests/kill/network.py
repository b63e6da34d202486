"""A machine of its own on this one: a network namespace, joined by one cable, which can be pulled out."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from secrets import randbelow, token_hex

from tests.equipment import skip_without


@dataclass(frozen=True)
class Island:
    """`host` is the address under which this machine is reached from the island."""

    name: str
    host: str
    cable: str

    @property
    def command(self) -> list[str]:
        """What a command begins with in order to run on the island."""
        return ["ip", "netns", "exec", self.name]

    def pull_the_cable(self) -> None:
        """Nobody is told: packets vanish, in both directions."""
        _ip("link", "set", self.cable, "down")

    def mend(self) -> None:
        _ip("link", "set", self.cable, "up")


@contextmanager
def island() -> Iterator[Island]:
    """Skips the test where no network namespace can be made."""
    name = f"bilten{token_hex(3)}"
    net = f"10.{64 + randbelow(64)}.{randbelow(256)}"
    made = Island(name, f"{net}.1", f"v{name}")
    if os.geteuid() != 0 or not shutil.which("ip"):
        skip_without("network namespaces")
    if subprocess.run(["ip", "netns", "add", name], capture_output=True, check=False).returncode != 0:
        skip_without("network namespaces")
    try:
        _ip("link", "add", made.cable, "type", "veth", "peer", "name", "eth0", "netns", name)
        _ip("addr", "add", f"{made.host}/30", "dev", made.cable)
        _ip("link", "set", made.cable, "up")
        for step in (
            ["addr", "add", f"{net}.2/30", "dev", "eth0"],
            ["link", "set", "eth0", "up"],
            ["link", "set", "lo", "up"],
        ):
            _ip("-n", name, *step)
        yield made
    finally:
        _ip("netns", "del", name)


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], capture_output=True, check=True)
