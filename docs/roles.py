"""Writes the tables of docs/roles.md from the code: `make docs`."""

import re
from pathlib import Path

from docs.route_access import AT_LEAST
from staff.roles import PERMISSIONS, Permission
from staff.tables import Role

PAGE = Path(__file__).parent / "roles.md"
_PLACES = {
    "permissions": re.compile(r"(<!-- permissions -->\n).*(<!-- end of permissions -->)", re.DOTALL),
    "pages": re.compile(r"(<!-- pages -->\n).*(<!-- end of pages -->)", re.DOTALL),
}
_NAMES = {Role.EDITOR: "Editor", Role.APPROVER: "Approver", Role.ADMIN: "Administrator"}


def permission_table() -> str:
    heads = ("What", *(_NAMES[role] for role in Role))
    rows = [
        (permission.value.replace("_", " "), *("yes" if permission in PERMISSIONS[role] else "" for role in Role))
        for permission in Permission
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ("---",) * len(heads), *rows))


def page_table() -> str:
    rows = [(f"`{line}`", _NAMES[role]) for role, block in AT_LEAST.items() for line in block.strip().split("\n")]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (("Page or form", "From"), ("---", "---"), *rows))


def with_current_tables(page: str) -> str:
    page = _put(page, "permissions", permission_table())
    return _put(page, "pages", page_table())


def _put(page: str, place: str, table: str) -> str:
    return _PLACES[place].sub(lambda match: f"{match[1]}{table}\n{match[2]}", page)


if __name__ == "__main__":
    PAGE.write_text(with_current_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
