"""`bilten user`: the people who work here."""

import sys
from typing import Annotated

import typer

from cli import user_account
from cli.context import ACTOR, CliContext
from cli.output import Json, cli_context, print_answer
from core.errors import InputRefused

app = typer.Typer(help="Users: the people who work with Bilten.")
app.add_typer(user_account.app)


@app.callback()
def _group() -> None:
    """Users: the people who work with Bilten."""


@app.command("add")
def add(
    ctx: typer.Context,
    *,
    address: Annotated[str, typer.Argument(help="The email address that they sign in with.")],
    name: Annotated[str, typer.Option(help="Their name.")],
    role: Annotated[str, typer.Option(help="editor, approver or admin.")] = "editor",
    language: Annotated[str | None, typer.Option(help="sl or en; the staff language if not given.")] = None,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from the first line of stdin.")
    ] = False,
    _: Json = False,
) -> None:
    """Add a user. Bilten asks for the password and never takes it from an argument."""
    from staff.audit import record
    from staff.tables import Role
    from staff.users import add_user, new_user

    context = cli_context(ctx)
    if role not in tuple(Role):
        raise InputRefused("cli-user-role-unknown", role=role)
    password = _password(context, from_stdin=password_stdin)
    now = context.clock.now()
    person = new_user(
        address=address,
        name=name,
        role=Role(role),
        language=language or context.language,
        password=password,
        now=now,
    )
    with context.database.write() as session:
        made = add_user(session, person)
        record(session, actor=ACTOR, action="user.added", subject=f"user:{made.id}", now=now, role=role)
    print_answer(
        context,
        {"user": {"id": made.id, "name": made.name, "role": made.role}},
        context.text("cli-user-added", name=made.name, role=context.text(f"cli-role-{made.role.value}")),
    )


@app.command("let-in")
def let_in(
    ctx: typer.Context,
    address: Annotated[str, typer.Argument(help="The address that they sign in with.")],
    _: Json = False,
) -> None:
    """Create a link with which somebody can sign in from a new device while others are guessing their password."""
    from core.public_urls import sign_in_url
    from staff.let_in import let_in

    context = cli_context(ctx)
    with context.database.write() as session:
        made = let_in(session, address, actor=ACTOR, now=context.clock.now())
    url = sign_in_url(context.settings, made.secret)
    print_answer(
        context,
        {"user": {"id": made.user.id, "name": made.user.name}, "url": url, "until": made.until.isoformat()},
        context.text("cli-user-let-in", name=made.user.name),
        url,
    )


@app.command("protected-readers")
def protected_readers(
    ctx: typer.Context,
    address: Annotated[str, typer.Argument(help="The address that they sign in with.")],
    *,
    allow: Annotated[bool, typer.Option("--allow/--deny", help="Allow it, or stop allowing it.")],
    _: Json = False,
) -> None:
    """Allow somebody to see who is on protected lists, or stop allowing it. Administrators always can."""
    from campaigns.reporting.protected_readers import let_see

    context = cli_context(ctx)
    with context.database.write() as session:
        user = let_see(session, address, sees=allow, actor=ACTOR, now=context.clock.now())
    key = "cli-user-sees-protected" if allow else "cli-user-sees-protected-no-more"
    print_answer(
        context,
        {"user": {"id": user.id, "sees_protected_readers": user.sees_protected_readers}},
        context.text(key, name=user.name),
    )


def _password(context: CliContext, *, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    if not sys.stdin.isatty():
        raise InputRefused("cli-user-password-missing")
    asked: str = typer.prompt(context.text("cli-user-password"), hide_input=True, confirmation_prompt=True)
    return asked
