"""`bilten init`: make everything that the other commands stand on, and touch nothing that is there."""

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
    lines = list(made.values()) or [context.text("cli-init-nothing")]
    print_answer(context, {"made": list(made)}, *lines, *([context.text("cli-init-next")] if made else []))


def _make(context: CliContext) -> Iterator[tuple[str, str]]:
    """What was made, and the text for it."""
    _refuse_first(context)
    key_file = make_secret_key(context)
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
    people are hashed with the old one."""
    import secrets

    from core.settings import DEVELOPMENT_SECRET

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


def _make_schema(context: CliContext) -> Iterator[tuple[str, str]]:
    from core.generation.counter import has_identity
    from migrations.upgrade import SchemaState, schema_state, upgrade

    before = schema_state(context.unchecked_database)
    had_identity = has_identity(context.unchecked_database)
    upgrade(context.unchecked_database)
    # An old backup without an identity, put back in the place of one that has been worked on, is not the latest.
    may_be_older = before is not SchemaState.NONE and context.guard.local.has_worked_here()
    if not had_identity and not may_be_older:
        # A person made it here, or brought it here up to date: from now on it is known on this machine.
        context.guard.take_as_own()
    if before is SchemaState.NONE:
        yield "schema", context.text("cli-init-database-made")
    elif before is SchemaState.OLDER:
        yield "schema", context.text("cli-init-database-upgraded")
    if not had_identity and may_be_older:
        yield "held", context.text("cli-init-held")


def _make_brand(context: CliContext, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from staff.audit import record
    from templates.brand import BrandDetails, get_brand, save_brand

    if get_brand(session) is not None:
        return
    name = context.text("cli-init-brand-name")
    address = context.text("templates-brand-placeholder-address")
    save_brand(session, BrandDetails(name=name, postal_address=address, website="https://example.org"), now=now)
    record(session, actor=ACTOR, action="brand.saved", subject="brand", now=now)
    yield "brand", context.text("cli-init-brand-made", name=name)


def _make_list(context: CliContext, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from staff.audit import record
    from subscribers.lists import create_list, list_lists

    if list_lists(session):
        return
    made = create_list(session, slug=LIST_SLUG, name=context.text("cli-init-list-name"), now=now)
    record(session, actor=ACTOR, action="list.created", subject=f"mailing_list:{made.id}", now=now)
    yield "list", context.text("cli-init-list-made", name=made.name, slug=made.slug)


def _make_sender(context: CliContext, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from delivery.providers import FIRST_PROVIDER, known_providers, settings_of
    from delivery.senders.senders import SenderDetails, create_sender, list_senders
    from staff.audit import record

    # The simulator plays this provider: with a real key, a sender of this name would mail real people.
    if list_senders(session) or not settings_of(FIRST_PROVIDER, context.settings).has_simulator_key:
        return
    made = create_sender(
        session,
        SenderDetails(
            name=SENDER,
            provider=FIRST_PROVIDER,
            from_name=context.text("cli-init-brand-name"),
            from_address="bulletin@example.org",
        ),
        now=now,
        known_providers=known_providers(),
    )
    record(session, actor=ACTOR, action="sender.created", subject=f"sender:{made.id}", now=now)
    yield "sender", context.text("cli-init-sender-made", name=made.name)
