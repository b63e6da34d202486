"""`bilten user list`, `set`, `password-link` and `sign-out`: whoever works here already."""

from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

app = typer.Typer()
Address = Annotated[str, typer.Argument(help="The address that they sign in with.")]


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show who works with Bilten, in which role, and whose account is disabled."""
    from staff.colleagues import list_colleagues

    context = cli_context(ctx)
    with context.database.read() as session:
        users = list_colleagues(session)
    data = [
        {
            "id": user.id,
            "name": user.name,
            "address": user.address,
            "role": user.role,
            "is_disabled": user.disabled_at is not None,
        }
        for user in users
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "address", "role", "disabled")]
    cells = [
        [user.name, user.address, context.text(f"cli-role-{user.role.value}"), user.disabled_at or ""]
        for user in users
    ]
    print_answer(context, {"users": data}, table(heads, cells))


@app.command("set")
def set_(
    ctx: typer.Context,
    address: Address,
    *,
    role: Annotated[str | None, typer.Option(help="editor, approver or admin.")] = None,
    is_disabled: Annotated[
        bool | None, typer.Option("--disable/--enable", help="Disable the account, or enable it again.")
    ] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Change somebody's role, or disable their account. There is always one administrator left."""
    from staff.colleagues import change_role, disable, enable
    from staff.tables import Role
    from staff.users import user_by_address

    context = cli_context(ctx)
    if role is not None and role not in tuple(Role):
        raise InputRefused("cli-user-role-unknown", role=role)
    now = context.clock.now()
    with context.database.write() as session:
        user, who = user_by_address(session, address), actor(session, as_)
        if role is not None:
            change_role(session, user.id, Role(role), actor=who, now=now)
        if is_disabled is not None:
            (disable if is_disabled else enable)(session, user.id, actor=who, now=now)
    data = {"id": user.id, "role": user.role, "is_disabled": user.disabled_at is not None}
    key = "cli-user-disabled" if user.disabled_at else "cli-user-role"
    role_name = context.text(f"cli-role-{user.role.value}")
    print_answer(context, {"user": data}, context.text(key, name=user.name, role=role_name))


@app.command("password-link")
def password_link(ctx: typer.Context, address: Address, *, as_: As = None, _: Json = False) -> None:
    """Create a link with which somebody sets a new password. It works once, within three days."""
    from core.public_urls import password_url
    from staff.password_link import make_password_link
    from staff.users import user_by_address

    context = cli_context(ctx)
    with context.database.write() as session:
        user = user_by_address(session, address)
        made = make_password_link(session, user.id, actor=actor(session, as_), now=context.clock.now())
    url = password_url(context.settings, made.secret)
    print_answer(
        context,
        {"user": {"id": user.id, "name": user.name}, "url": url, "until": made.until.isoformat()},
        context.text("cli-user-password-link", name=user.name),
        url,
    )


@app.command("sign-out")
def sign_out(ctx: typer.Context, address: Address, *, as_: As = None, _: Json = False) -> None:
    """Sign somebody out on all devices, for example after one was lost."""
    from staff.colleagues import sign_out_everywhere
    from staff.users import user_by_address

    context = cli_context(ctx)
    with context.database.write() as session:
        user = user_by_address(session, address)
        sign_out_everywhere(session, user.id, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"user": {"id": user.id}}, context.text("cli-user-signed-out", name=user.name))
