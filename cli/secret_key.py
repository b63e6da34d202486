"""The organisation's own secret key: made once, before anything was signed or hashed with another."""

import secrets
from pathlib import Path

from cli.context import Workplace, sqlite_file
from core.settings import DEVELOPMENT_SECRET

_HEAD = (
    "# Settings of this installation; .env.example explains each. This file holds a secret: keep it to yourself.\n"
)


def make_secret_key(here: Workplace) -> Path | None:
    """Writes a random key to the .env file; None where there is a key, or people are hashed with the old one."""
    if here.env_file is None or here.secret != DEVELOPMENT_SECRET or _has_a_database(here):
        return None
    line = f"BILTEN_SECRET_KEY={secrets.token_urlsafe(48)}\n"
    is_new = not here.env_file.exists()
    # Nobody else on the machine may read it, from its first byte on.
    here.env_file.touch(mode=0o600)
    with here.env_file.open("a", encoding="utf-8") as file:
        file.write(_HEAD + line if is_new else "\n" + line)
    here.read_settings_again()
    return here.env_file


def _has_a_database(here: Workplace) -> bool:
    """Whether addresses may have been hashed already; asked without making a file."""
    from sqlalchemy import inspect

    path = sqlite_file(here.settings)
    if path is not None and not path.exists():
        return False
    with here.unchecked_database.read() as session:
        return bool(inspect(session.connection()).get_table_names())
