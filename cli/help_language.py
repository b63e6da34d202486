"""What `--help` says, in the staff's language: English stands with each command, Slovenian in help.sl.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any

SLOVENIAN = Path(__file__).with_name("help.sl.toml")


def speak(command: Any, language: str) -> None:
    """Gives `command` (Click's, as Typer makes it) and all below it the help of `language`."""
    if language == "sl":
        help_texts = tomllib.loads(SLOVENIAN.read_text(encoding="utf-8"))
        for spoken in _all(command):
            _translate(spoken, help_texts)


def english_help(command: Any) -> set[str]:
    """Every English text that some help shows."""
    return {cleandoc(spoken.help) for spoken in _all(command) if getattr(spoken, "help", None)}


def _all(command: Any) -> Iterator[Any]:
    """Commands and their parameters."""
    yield command
    yield from command.params
    help_option = command.get_help_option(command.make_context("bilten", [], resilient_parsing=True))
    if help_option is not None:
        yield help_option
    for below in getattr(command, "commands", {}).values():
        yield from _all(below)


def _translate(spoken: Any, help_texts: Mapping[str, str]) -> None:
    text = getattr(spoken, "help", None)
    if text:
        spoken.help = help_texts.get(cleandoc(text), text)
