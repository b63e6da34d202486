"""Test dependencies: what a machine may lack and no package registry could bring, and how to have it.

A test that goes without one is skipped; the end of the run counts these tests, and says what to do.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NoReturn

import pytest

HOW_TO_HAVE = {
    "Chromium": "make test brings one on Linux (x86-64); elsewhere install Chromium or Chrome",
    "uv": "make setup brings it",
    "the editor": "make setup builds it; it needs a network once",
    "npm's packages": "make test brings them; it needs a network once",
    "ExifTool": "make test brings it, with npm's packages; it needs Perl",
    "pdfinfo": "install Poppler's tools (Debian: apt install poppler-utils)",
    "systemd": "only a Linux that it runs has systemd-analyze",
    "network namespaces": "run the tests as root, with iproute2 installed (Debian: apt install iproute2)",
    "Postfix": "run the tests as root, with Postfix installed (Debian: apt install postfix)",
    "a Python for other users": "run the tests with a Python that other users may run (not one below /root)",
    "Dovecot": "run the tests as root, with Dovecot installed (Debian: apt install dovecot-imapd)",
    "libfaketime": "make setup brings it on Linux (x86-64); it works nowhere else",
    "the providers' documents": "set BILTEN_ESP_SPECS to a folder with the providers' OpenAPI documents",
    "PostgreSQL 15": "make test brings it on Linux (x86-64); elsewhere apt install postgresql-15",
    "PostgreSQL 16": "make setup brings it",
}
_WITHOUT = "without "


def why_without(name: str) -> str:
    """The reason of a skip: what is lacking, and how to have it."""
    return f"{_WITHOUT}{name}: {HOW_TO_HAVE[name]}"


def skip_without(name: str) -> NoReturn:
    pytest.skip(why_without(name))


def lines(reasons: Iterable[str]) -> Iterator[str]:
    """For the end of the run: how many tests went without what, and apart from these, what does not apply here."""
    counts = Counter(reason.removeprefix("Skipped: ") for reason in reasons)
    lacking = {reason: count for reason, count in counts.items() if reason.startswith(_WITHOUT)}
    for reason, count in sorted(lacking.items()):
        yield f"{count:5} {reason}"
    for reason, count in sorted(counts.items() - lacking.items()):
        yield f"{count:5} do not apply: {reason}"
