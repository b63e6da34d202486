"""Writes the reference of docs/cli.md from the commands themselves: `make docs`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from cli.main import build_app

PAGE = Path(__file__).parent / "cli.md"
_EVERYWHERE = {"--help", "--json"}
_PLACE = re.compile(r"(<!-- commands -->\n).*(<!-- end of commands -->)", re.DOTALL)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command by its full name, in the order of `bilten --help`."""
    yield from _below("bilten", typer.main.get_command(build_app()))


def _below(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    for part, inner in getattr(command, "commands", {}).items():
        if hasattr(inner, "commands"):
            yield from _below(f"{name} {part}", inner)
        else:
            yield f"{name} {part}", inner


def describe(name: str, command: Any) -> str:
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    options = [param for param in command.params if param.param_type_name == "option"]
    usage = " ".join([name, *(_argument(param) for param in arguments), *_required(options)])
    parts = [f"### {name}", f"    {usage}", _flowing(command.help)]
    parts += [f"* `{param.name.upper()}`: {param.help}" for param in arguments]
    parts += [f"* `{_option(param)}`: {param.help}" for param in options if not _EVERYWHERE & set(param.opts)]
    return "\n\n".join([*parts[:3], "\n".join(parts[3:])]).rstrip()


def _argument(param: Any) -> str:
    name = param.name.upper() + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _required(options: list[Any]) -> list[str]:
    return [_option(param) for param in options if param.required]


def _option(param: Any) -> str:
    return param.opts[0] if param.is_flag else f"{param.opts[0]} {param.opts[0].lstrip('-').upper()}"


def _flowing(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def with_current_commands(page: str) -> str:
    written = "\n\n".join(describe(name, command) for name, command in commands())
    return _PLACE.sub(lambda place: f"{place[1]}\n{written}\n\n{place[2]}", page)


if __name__ == "__main__":
    PAGE.write_text(with_current_commands(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
