"""Test isolation: what all tests of a process share is, after each, what it was before.

A test that leaves the environment, the working folder or a log level changed decides what a later one sees, and
which one that is depends on the order. So the one that leaves it is the one that fails.
"""

import locale
import logging
import os
import signal
import socket
import sys
import threading
import time
from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD, signal.SIGALRM, signal.SIGPIPE)
_OWN_OF_PYTEST = "PYTEST_CURRENT_TEST"
_UMASK = os.umask(0o022)
os.umask(_UMASK)


def process_state() -> dict[str, Any]:
    """By what it is called."""
    return {
        "environment": {name: value for name, value in os.environ.items() if name != _OWN_OF_PYTEST},
        "working folder": _working_folder(),
        "umask": _umask(),
        "locale": locale.setlocale(locale.LC_ALL),
        "time zone": time.tzname,
        "signal handlers": [signal.getsignal(number) for number in _SIGNALS],
        "exception hooks": [sys.excepthook, threading.excepthook, sys.unraisablehook],
        "import path": list(sys.path),
        "socket timeout": socket.getdefaulttimeout(),
        "log levels": log_levels(),
        "log handlers": list(logging.getLogger().handlers),
    }


def changes(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What differs, with the names that do. What has come to be known in between (the logger of a module that was
    imported) is no change."""
    return [
        f"{name}: {_difference(before[name], after[name])}" for name in before if _differs(name, before, after)
    ]


def _differs(name: str, before: dict[str, Any], after: dict[str, Any]) -> bool:
    if name == "log levels":
        return any(after[name].get(logger) != level for logger, level in before[name].items())
    return bool(before[name] != after[name])


def _difference(before: Any, after: Any) -> str:
    if isinstance(before, dict):
        keys = sorted(key for key in {*before, *after} if before.get(key) != after.get(key))
        return ", ".join(f"{key} was {before.get(key)!r}, is {after.get(key)!r}" for key in keys)
    return f"was {before!r}, is {after!r}"


def _umask() -> int:
    """It can only be asked by setting it: to what it was when the tests began, and it is that again."""
    return os.umask(_UMASK)


def _working_folder() -> str:
    try:
        return os.getcwd()  # noqa: PTH109  as it is called
    except FileNotFoundError:
        return "one that is gone"


def log_levels() -> dict[str, int]:
    """Of each logger that there is; the root's under no name."""
    known = logging.root.manager.loggerDict
    levels = {name: logger.level for name, logger in known.items() if isinstance(logger, logging.Logger)}
    return {"": logging.root.level, **levels}
