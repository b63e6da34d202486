"""`bilten serve`: the web app and the scheduler, in one process."""

import signal
from contextlib import ExitStack
from typing import TYPE_CHECKING

import typer

from cli.answer import Json, answer, workplace
from cli.context import Workplace
from core.errors import Unavailable

if TYPE_CHECKING:
    import socket

app = typer.Typer()
