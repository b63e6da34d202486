"""`bilten init`: make everything that the other commands stand on, and touch nothing that is there."""

import glob
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cli.context import ACTOR, CliContext, sqlite_file
from cli.output import Json, cli_context, print_answer

if TYPE_CHECKING:
    from sqlmodel import Session

LIST_SLUG = "bulletin"
SENDER = "simulator"
_HEAD = (
    "# Settings of this installation; .env.example explains each. This file holds a secret: keep it to yourself.\n"
)

app = typer.Typer()


@app.command("init")
def init(ctx: typer.Context, _: Json = False) -> None:
    """Create what is missing: secret key, folders, database, a first brand, list and sender. Overwrites nothing.

    Run it after each upgrade, too: it brings the database up to date.
    """
    context = cli_context(ctx)
    made = dict(_make(context))
    url = _set_up_url(context)
    lines = list(made.values()) or [context.text("cli-init-nothing")]
    lines += [context.text("cli-init-set-up"), url] if url else []
    print_answer(context, {"made": list(made)} | ({"set_up_url": url} if url else {}), *lines)


def _set_up_url(context: CliContext) -> str:
    """Where the first administrator is made; empty where there is one. It is printed and nothing else."""
    from core.public_urls import set_up_url
    from staff.first_administrator import make_set_up_token

    with context.database.write() as session:
        token = make_set_up_token(session, context.signer, now=context.clock.now())
    return set_up_url(context.settings, token) if token else ""


def _make(context: CliContext) -> Iterator[tuple[str, str]]:
    """What was made, and the text for it."""
    key_file = make_secret_key(context)
    if _close_env_file(context.env_file):
        yield "env_file", context.text("cli-init-env-closed", file=str(context.env_file))
    _refuse_first(context)
    if key_file is not None:
        yield "secret_key", context.text("cli-init-secret-made", file=str(key_file))
    if not context.settings.var_dir.is_dir():
        yield "folder", context.text("cli-init-folder-made", folder=str(context.settings.var_dir))
    context.settings.assets_dir.mkdir(parents=True, exist_ok=True)
    context.settings.state_path.mkdir(parents=True, exist_ok=True, mode=0o700)
    yield from _make_schema(context)
    now = context.clock.now()
    with context.database.write() as session:
        yield from _make_brand(context, session, now)
        yield from _make_list(context, session, now)
        yield from _make_sender(context, session, now)


def _refuse_first(context: CliContext) -> None:
    """What cannot be used is refused before anything is made."""
    from migrations.upgrade import refuse_what_cannot_be_upgraded

    path = sqlite_file(context.settings)
    if path is None or path.exists():
        refuse_what_cannot_be_upgraded(context.unchecked_database)


def make_secret_key(context: CliContext) -> Path | None:
    """The organisation's own, made once: writes a random key to the .env file. None where there is a key, or where
    people are hashed with the old one. Raises Misconfigured, with nothing written, for any other wrong setting.
    """
    import secrets

    if context.env_file is None or context.has_secret_key:
        return None
    key = secrets.token_urlsafe(48)
    # In production the settings cannot be read without one; all the others are judged before it is written.
    context.read_settings_again(secret_key=key)
    try:
        _refuse_first(context)
        if not _has_a_database(context):
            _append(context.env_file, f"BILTEN_SECRET_KEY={key}\n")
            return context.env_file
    finally:
        context.read_settings_again()
    return None


def _append(env_file: Path, line: str) -> None:
    """Nobody else on the machine may read it, from its first byte on; what others wrote is closed, too."""
    is_new = not env_file.exists()
    env_file.touch(mode=0o600)
    env_file.chmod(0o600)
    with env_file.open("a", encoding="utf-8") as file:
        file.write(_HEAD + line if is_new else "\n" + line)


def _close_env_file(env_file: Path | None) -> bool:
    """Whether others could read it until now. Where it is not ours to close, `bilten doctor` says so."""
    if env_file is None or not env_file.exists() or not env_file.stat().st_mode & stat.S_IRWXO:
        return False
    try:
        env_file.chmod(env_file.stat().st_mode & ~stat.S_IRWXO)
    except PermissionError:
        return False
    return True


def _has_a_database(context: CliContext) -> bool:
    """Whether addresses may have been hashed already; asked without making a file."""
    from sqlalchemy import inspect

    path = sqlite_file(context.settings)
    if path is not None and not path.exists():
        return False
    with context.unchecked_database.read() as session:
        return bool(inspect(session.connection()).get_table_names())


def _make_schema(context: CliContext) -> Iterator[tuple[str, str]]:
    from core.generation.counter import has_identity
    from migrations.schema_state import SchemaState, schema_state
    from migrations.upgrade import upgrade

    before = schema_state(context.unchecked_database)
    had_identity = has_identity(context.unchecked_database)
    upgrade(context.unchecked_database)
    # An old backup without an identity, put back in the place of one that has been worked on, is not the latest.
    may_be_older = before is not SchemaState.NONE and context.guard.local.has_worked_here()
    if not had_identity and may_be_older:
        context.guard.local.hold_as_older(context.unchecked_database, now=context.clock.now())
    elif not had_identity:
        # A person made it here, or brought it here up to date: from now on it is known on this machine.
        context.guard.take_as_own()
    if before is SchemaState.NONE:
        _close_database(sqlite_file(context.settings))
        yield "schema", context.text("cli-init-database-made")
    elif before is SchemaState.OLDER:
        yield "schema", context.text("cli-init-database-upgraded")
    if not had_identity and may_be_older:
        yield "held", context.text("cli-init-held")


def _close_database(path: Path | None) -> None:
    """SQLite makes its files as the umask has it, and in them stands everybody's address."""
    if path is not None:
        for file in path.parent.glob(f"{glob.escape(path.name)}*"):
            file.chmod(0o600)


def _make_brand(context: CliContext, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from staff.audit import record
    from templates.brand import PLACEHOLDER_NAMES, PLACEHOLDER_WEBSITE, BrandDetails, get_brand, save_brand

    if get_brand(session) is not None:
        return
    name = PLACEHOLDER_NAMES[context.language]
    address = context.text("templates-brand-placeholder-address")
    save_brand(session, BrandDetails(name=name, postal_address=address, website=PLACEHOLDER_WEBSITE), now=now)
    record(session, actor=ACTOR, action="brand.saved", subject="brand", now=now)
    yield "brand", context.text("cli-init-brand-made", name=name)


def _make_list(context: CliContext, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from campaigns.editorial.manage_list import ListDetails, add_list
    from staff.principal import OPERATOR
    from subscribers.lists import list_lists

    if list_lists(session):
        return
    details = ListDetails(context.text("cli-init-list-name"))
    made = add_list(session, LIST_SLUG, details, actor=OPERATOR, now=now)
    yield "list", context.text("cli-init-list-made", name=made.name, slug=made.slug)


def _make_sender(context: CliContext, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from campaigns.sending.manage_sender import add_sender
    from core.settings import Environment
    from delivery.providers import FIRST_PROVIDER, settings_of
    from delivery.senders.senders import SenderDetails, list_senders
    from staff.principal import OPERATOR
    from templates.brand import PLACEHOLDER_NAMES

    # The simulator plays this provider: with a real key, a sender of this name would mail real people. And in
    # production nobody is to find one that mails nobody.
    is_for_trial = context.settings.environment is Environment.DEVELOPMENT
    has_key = not settings_of(FIRST_PROVIDER, context.settings).has_simulator_key
    if list_senders(session) or has_key or not is_for_trial:
        return
    details = SenderDetails(
        name=SENDER,
        provider=FIRST_PROVIDER,
        from_name=PLACEHOLDER_NAMES[context.language],
        from_address="bulletin@example.org",
    )
    made = add_sender(session, details, actor=OPERATOR, now=now)
    yield "sender", context.text("cli-init-sender-made", name=made.name)
