"""`bilten user list`, `role`, `disable`, `sign-out` and so on: whoever works here already."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cli.campaign.output import As, actor
from cli.context import CliContext
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

if TYPE_CHECKING:
    from sqlmodel import Session

    from core.errors import Refusal
    from staff.password_link import MadeLink
    from staff.principal import Principal
    from staff.tables import Role, User

app = typer.Typer()
ROLES_HELP = "One or several, parted by commas: author, approver, sender, keeper, viewer, admin."
Address = Annotated[str, typer.Argument(help="The address that they sign in with.")]


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show who works with Bilten, in which roles, with which second factors, and whose account is disabled."""
    from staff.colleagues import list_colleagues
    from staff.second_factor import SecondFactorSummary, second_factor_summaries

    context = cli_context(ctx)
    with context.database.read() as session:
        users = list_colleagues(session)
        kinds = second_factor_summaries(session)
    factors = [kinds.get(user.id, SecondFactorSummary(has_app=False, passkeys=0)) for user in users]
    data = [
        _as_data(user) | {"name": user.name, "address": user.address, "second_factor": asdict(factor)}
        for user, factor in zip(users, factors, strict=True)
    ]
    heads = [context.text(f"cli-head-{head}") for head in ("name", "address", "role", "second-factor", "disabled")]
    cells = [
        [
            user.name,
            user.address,
            print_roles(context, user.roles),
            context.text("cli-user-factors", app=int(factor.has_app), passkeys=factor.passkeys),
            user.disabled_at or "",
        ]
        for user, factor in zip(users, factors, strict=True)
    ]
    print_answer(context, {"users": data}, table(heads, cells))


@app.command("role")
def role(
    ctx: typer.Context,
    address: Address,
    roles: Annotated[str, typer.Argument(help=ROLES_HELP)],
    *,
    as_: As = None,
    _: Json = False,
) -> None:
    """Change somebody's roles to these. They are signed out, and sign in again with the new ones."""
    from campaigns.staff_mail.alert_administrators import give_roles

    services = cli_context(ctx).services
    wanted = read_roles(roles)

    def change(session: "Session", user_id: int, *, actor: "Principal", now: datetime) -> "User":
        return give_roles(session, user_id, wanted, actor=actor, services=services, now=now)

    _change(ctx, address, as_, change, "cli-user-role")


@app.command("disable")
def disable(ctx: typer.Context, address: Address, *, as_: As = None, _: Json = False) -> None:
    """Disable somebody's account: they are signed out at once. There is always one administrator left."""
    from staff.colleagues import disable

    _change(ctx, address, as_, disable, "cli-user-disabled")


@app.command("enable")
def enable(ctx: typer.Context, address: Address, *, as_: As = None, _: Json = False) -> None:
    """Enable an account again, with the roles and the password that it had."""
    from campaigns.staff_mail.alert_administrators import enable_colleague

    services = cli_context(ctx).services
    _change(ctx, address, as_, partial(enable_colleague, services=services), "cli-user-enabled")


@app.command("unlock")
def unlock(ctx: typer.Context, address: Address, *, as_: As = None, _: Json = False) -> None:
    """Forget the wrong passwords that locked somebody's account, and start counting anew."""
    from staff.colleagues import unlock

    _change(ctx, address, as_, unlock, "cli-user-unlocked")


@app.command("sign-out")
def sign_out(ctx: typer.Context, address: Address, *, as_: As = None, _: Json = False) -> None:
    """Sign somebody out on all devices, for example after one was lost."""
    from staff.colleagues import sign_out_everywhere

    _change(ctx, address, as_, sign_out_everywhere, "cli-user-signed-out")


@app.command("delete")
def delete(ctx: typer.Context, address: Address, *, as_: As = None, _: Json = False) -> None:
    """Delete an account for good. Their name stays in the history of what they wrote and approved."""
    from campaigns.staff_mail.delete_colleague import delete_colleague

    _change(ctx, address, as_, delete_colleague, "cli-user-deleted")


@app.command("password-link")
def password_link(
    ctx: typer.Context,
    address: Address,
    *,
    mail: Annotated[bool, typer.Option("--mail", help="Send it to them by email instead of printing it.")] = False,
    as_: As = None,
    _: Json = False,
) -> None:
    """Create a link with which somebody sets a new password. It works once, within three days."""
    from staff.oidc_settings import expect_local_accounts
    from staff.password_link import make_password_link
    from staff.users import user_by_address

    context = cli_context(ctx)
    expect_local_accounts(context.settings)
    now = context.clock.now()
    with context.database.write() as session:
        user, who = user_by_address(session, address), actor(session, as_)
        made = make_password_link(session, user.id, actor=who, now=now)
        reason = mail_link(context, session, made, who=who, now=now) if mail else None
    print_link(context, made, is_mailed=mail and reason is None, reason=reason)


def mail_link(
    context: CliContext, session: "Session", made: "MadeLink", *, who: "Principal", now: datetime
) -> "Refusal | None":
    """Why there is no email of it; None where it is queued."""
    from campaigns.staff_mail.mail_password_link import mail_password_link

    return mail_password_link(session, made, actor=who, services=context.services, now=now)


def print_link(context: CliContext, made: "MadeLink", *, is_mailed: bool, reason: "Refusal | None") -> None:
    """That it was mailed; else the link itself, after the reason if there is one."""
    from core.public_urls import password_url

    data = {"user": {"id": made.user.id, "name": made.user.name}, "until": made.until.isoformat()}
    if is_mailed:
        text = context.text("cli-user-link-mailed", name=made.user.name, address=made.user.address)
        print_answer(context, data | {"is_mailed": True}, text)
        return
    url = password_url(context.settings, made.secret)
    why = [] if reason is None else [context.text(reason.code, **reason.params)]
    lines = (*why, context.text("cli-user-password-link", name=made.user.name), url)
    print_answer(context, data | {"is_mailed": False, "url": url}, *lines)


def read_roles(text: str) -> "frozenset[Role]":
    """Raises InputRefused."""
    from staff.tables import Role

    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in tuple(Role):
            raise InputRefused("cli-user-role-unknown", role=name, known=", ".join(Role))
    return frozenset(map(Role, names))


def print_roles(context: CliContext, roles: "frozenset[Role]") -> str:
    """In the words of the person's language."""
    return ", ".join(context.text(f"cli-role-{role}") for role in sorted(roles))


def _change(ctx: typer.Context, address: str, as_: str | None, step: "Callable[..., User]", key: str) -> None:
    from staff.users import user_by_address

    context = cli_context(ctx)
    with context.database.write() as session:
        target, who = user_by_address(session, address), actor(session, as_)
        user = step(session, target.id, actor=who, now=context.clock.now())
    print_answer(
        context,
        {"user": _as_data(user)},
        context.text(key, name=user.name, roles=print_roles(context, user.roles)),
    )


def _as_data(user: "User") -> dict[str, object]:
    return {"id": user.id, "roles": sorted(user.roles), "is_disabled": user.disabled_at is not None}
