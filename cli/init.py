"""`bilten init`: make everything that the other commands stand on, and touch nothing that is there."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import typer

from cli.context import ACTOR, Workplace, sqlite_file
from cli.output import Json, answer, workplace

if TYPE_CHECKING:
    from sqlmodel import Session

LIST_SLUG = "bulletin"
SENDER = "simulator"

app = typer.Typer()


@app.command("init")
def init(context: typer.Context, _: Json = False) -> None:
    """Make what is missing: secret key, folders, database, a first brand, list and sender. Overwrites nothing.

    Run it after each upgrade, too: it brings the database up to date.
    """
    here = workplace(context)
    made = dict(_make(here))
    lines = list(made.values()) or [here.text("cli-init-nothing")]
    answer(here, {"made": list(made)}, *lines, *([here.text("cli-init-next")] if made else []))


def _make(here: Workplace) -> Iterator[tuple[str, str]]:
    """What was made, and the words for it."""
    from cli.secret_key import make_secret_key

    _refuse_first(here)
    key_file = make_secret_key(here)
    if key_file is not None:
        yield "secret_key", here.text("cli-init-secret-made", file=str(key_file))
    if not here.settings.var_dir.is_dir():
        yield "folder", here.text("cli-init-folder-made", folder=str(here.settings.var_dir))
    here.settings.assets_dir.mkdir(parents=True, exist_ok=True)
    here.settings.state_path.mkdir(parents=True, exist_ok=True, mode=0o700)
    yield from _make_schema(here)
    now = here.clock.now()
    with here.database.write() as session:
        yield from _make_brand(here, session, now)
        yield from _make_list(here, session, now)
        yield from _make_sender(here, session, now)


def _refuse_first(here: Workplace) -> None:
    """What cannot be used is refused before anything is made."""
    from migrations.upgrade import refuse_what_cannot_be_upgraded

    path = sqlite_file(here.settings)
    if path is None or path.exists():
        refuse_what_cannot_be_upgraded(here.unchecked_database)


def _make_schema(here: Workplace) -> Iterator[tuple[str, str]]:
    from core.generation.counter import has_identity
    from migrations.upgrade import SchemaState, schema_state, upgrade

    before = schema_state(here.unchecked_database)
    had_identity = has_identity(here.unchecked_database)
    upgrade(here.unchecked_database)
    # An old backup without an identity, put back in the place of one that has been worked on, is not the latest.
    may_be_older = before is not SchemaState.NONE and here.guard.local.has_worked_here()
    if not had_identity and not may_be_older:
        # A person made it here, or brought it here up to date: from now on it is known on this machine.
        here.guard.take_as_own()
    if before is SchemaState.NONE:
        yield "schema", here.text("cli-init-database-made")
    elif before is SchemaState.OLDER:
        yield "schema", here.text("cli-init-database-upgraded")
    if not had_identity and may_be_older:
        yield "held", here.text("cli-init-held")


def _make_brand(here: Workplace, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from staff.audit import record
    from templates.brand import BrandDetails, get_brand, save_brand

    if get_brand(session) is not None:
        return
    name = here.text("cli-init-brand-name")
    address = here.text("cli-init-brand-address")
    save_brand(session, BrandDetails(name=name, postal_address=address, website="https://example.org"), now=now)
    record(session, actor=ACTOR, action="brand.saved", subject="brand", now=now)
    yield "brand", here.text("cli-init-brand-made", name=name)


def _make_list(here: Workplace, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from staff.audit import record
    from subscribers.lists import create_list, list_lists

    if list_lists(session):
        return
    made = create_list(session, slug=LIST_SLUG, name=here.text("cli-init-list-name"), now=now)
    record(session, actor=ACTOR, action="list.created", subject=f"mailing_list:{made.id}", now=now)
    yield "list", here.text("cli-init-list-made", name=made.name, slug=made.slug)


def _make_sender(here: Workplace, session: "Session", now: datetime) -> Iterator[tuple[str, str]]:
    from core.settings import SIMULATOR_KEY
    from delivery.providers import known_providers
    from delivery.senders.senders import create_sender, list_senders
    from staff.audit import record

    # The simulator speaks Resend's API: with a real key, a sender of this name would mail real people.
    if list_senders(session) or here.settings.resend_api_key.get_secret_value() != SIMULATOR_KEY:
        return
    made = create_sender(
        session,
        name=SENDER,
        provider="resend",
        from_name=here.text("cli-init-brand-name"),
        from_address="bulletin@example.org",
        reply_to=None,
        now=now,
        known_providers=known_providers(),
    )
    record(session, actor=ACTOR, action="sender.created", subject=f"sender:{made.id}", now=now)
    yield "sender", here.text("cli-init-sender-made", name=made.name)
