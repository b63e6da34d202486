"""The organisation's own secret key: made once, before anything was signed or hashed with another."""

import secrets
from pathlib import Path

from cli.context import CliContext, sqlite_file
from core.settings import DEVELOPMENT_SECRET

_HEAD = (
    "# Settings of this installation; .env.example explains each. This file holds a secret: keep it to yourself.\n"
)


def make_secret_key(context: CliContext) -> Path | None:
    """Writes a random key to the .env file; None where there is a key, or people are hashed with the old one."""
    if context.env_file is None or context.secret != DEVELOPMENT_SECRET or _has_a_database(context):
        return None
    line = f"BILTEN_SECRET_KEY={secrets.token_urlsafe(48)}\n"
    is_new = not context.env_file.exists()
    # Nobody else on the machine may read it, from its first byte on.
    context.env_file.touch(mode=0o600)
    with context.env_file.open("a", encoding="utf-8") as file:
        file.write(_HEAD + line if is_new else "\n" + line)
    context.read_settings_again()
    return context.env_file


def _has_a_database(context: CliContext) -> bool:
    """Whether addresses may have been hashed already; asked without making a file."""
    from sqlalchemy import inspect

    path = sqlite_file(context.settings)
    if path is not None and not path.exists():
        return False
    with context.unchecked_database.read() as session:
        return bool(inspect(session.connection()).get_table_names())
