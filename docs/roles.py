"""Writes the tables of docs/roles.md from the code: `make docs`."""

import re
from collections.abc import Iterable
from pathlib import Path

from docs.command_access import ACCESS, roles_of_command
from docs.route_access import BY_PERMISSION, EVERY_ROLE
from staff.roles import PERMISSIONS, Permission, roles_with
from staff.tables import Role

PAGE = Path(__file__).parent / "roles.md"
NAMES = {
    Role.AUTHOR: "Author",
    Role.APPROVER: "Approver",
    Role.SENDER: "Sender",
    Role.KEEPER: "Keeper of protected lists",
    Role.VIEWER: "Viewer of reports",
    Role.ADMIN: "Administrator",
}


def permission_table() -> str:
    heads = ("What", *(NAMES[role] for role in Role))
    rows = [
        (_spelled(permission), *("yes" if permission in PERMISSIONS[role] else "" for role in Role))
        for permission in Permission
    ]
    return _table(heads, rows)


def page_table() -> str:
    rows = [(f"`{line}`", "", "everybody who works here") for line in EVERY_ROLE.strip().split("\n")]
    rows += [
        (f"`{line}`", _spelled(permission), ", ".join(NAMES[role] for role in roles_with(permission)))
        for permission, block in BY_PERMISSION.items()
        for line in block.strip().split("\n")
    ]
    return _table(("Page or form", "Takes", "Which roles have it"), rows)


def command_table() -> str:
    rows = [
        (f"`{line}`", access.value, ", ".join(NAMES[role] for role in roles_of_command(line) or ()))
        for access, block in ACCESS.items()
        for line in block.strip().split("\n")
    ]
    return _table(("Command", "In the audit log", "Whom `--as` may name"), sorted(rows))


def with_current_tables(page: str) -> str:
    for place, table in (
        ("permissions", permission_table()),
        ("pages", page_table()),
        ("commands", command_table()),
    ):
        page = _put(page, place, table)
    return page


def _put(page: str, place: str, table: str) -> str:
    marked = re.compile(rf"(<!-- {place} -->\n).*(<!-- end of {place} -->)", re.DOTALL)
    return marked.sub(lambda match: f"{match[1]}{table}\n{match[2]}", page)


def _spelled(permission: Permission) -> str:
    return permission.value.replace("_", " ")


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ("---",) * len(heads), *rows))


if __name__ == "__main__":
    PAGE.write_text(with_current_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
