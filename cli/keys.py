"""`bilten keys`: the keys that encrypt people at risk, and what is on its way, in the database."""

import typer

from cli.context import CliContext
from cli.output import Json, cli_context, print_answer, table

app = typer.Typer(help="The keys that encrypt people on protected lists, and what is on its way, in the database.")


@app.command("new")
def new(ctx: typer.Context, _: Json = False) -> None:
    """Print a new key, for BILTEN_ENCRYPTION_KEYS. Nothing is changed."""
    from core.encryption import new_key

    key = new_key()
    print_answer(cli_context(ctx), {"key": key}, key)


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show what each key encrypts: one that is shown with nothing can be taken out of the setting."""
    from core.encrypted_rows import UNENCRYPTED, count_rows_by_key
    from subscribers.encrypt_people import encryption_state

    context = cli_context(ctx)
    with context.database.read() as session:
        people, rows = encryption_state(session), count_rows_by_key(session)
    keys = context.database.keys
    known = keys.ids if keys else ()
    used = sorted({*people.by_key, *rows} - {UNENCRYPTED, *known})
    data = [
        {
            "key": key,
            "is_known": key in known,
            "is_newest": key == (known[0] if known else None),
            "people": people.by_key.get(key, 0),
            "rows": rows[key],
        }
        for key in (*known, *used)
    ]
    lines = [
        [str(each["key"]), context.text(f"cli-key-{_kind(each)}"), str(each["people"]), str(each["rows"])]
        for each in data
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("key", "key-state", "people", "rows")]
    unencrypted = {"people": people.due, "rows": rows[UNENCRYPTED]}
    print_answer(
        context,
        {"keys": data, "unencrypted": unencrypted},
        table(heads, lines) if lines else context.text("cli-keys-none"),
        context.text("cli-keys-unencrypted", **unencrypted),
    )


def _kind(key: dict[str, object]) -> str:
    if not key["is_known"]:
        return "unknown"
    return "newest" if key["is_newest"] else "older"


@app.command("rotate")
def rotate(ctx: typer.Context, _: Json = False) -> None:
    """Encrypt everything with the newest key, now: also what other keys encrypt, or none. Can be repeated."""
    from functools import partial

    from core.encrypted_rows import encrypt_rows_anew
    from core.errors import Misconfigured
    from subscribers.encrypt_people import encrypt_due_people
    from subscribers.import_lease import let_others_write

    context = cli_context(ctx)
    database = context.database
    if database.keys is None:
        raise Misconfigured("cli-keys-missing")
    people = encrypt_due_people(database)
    rows = encrypt_rows_anew(database, let_others_write=partial(let_others_write, database))
    _say(context, people, rows)


def _say(context: CliContext, people: int, rows: int) -> None:
    print_answer(
        context, {"people": people, "rows": rows}, context.text("cli-keys-rotated", people=people, rows=rows)
    )
