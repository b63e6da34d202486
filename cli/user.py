"""`bilten user`: the people who work here, who comes, and how each gets in."""

import sys
from typing import Annotated

import typer

from cli import user_account, user_second_factor
from cli.campaign.output import As, actor
from cli.context import ACTOR, CliContext
from cli.output import Json, cli_context, print_answer
from cli.user_account import ROLES_HELP, Address, print_roles, read_roles
from core.errors import InputRefused

app = typer.Typer(help="Users: the people who work with Bilten.")
app.add_typer(user_account.app)
app.add_typer(user_second_factor.app, name="second-factor")
New = Annotated[str, typer.Argument(help="The email address that they sign in with.")]
Name = Annotated[str, typer.Option(help="Their name.")]
WhichRoles = Annotated[str, typer.Option("--role", help=ROLES_HELP)]
Language = Annotated[str | None, typer.Option(help="sl or en; the staff language if not given.")]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from the first line of stdin.")
]


@app.callback()
def _group() -> None:
    """Users: the people who work with Bilten."""


@app.command("add")
def add(
    ctx: typer.Context,
    *,
    address: New,
    name: Name,
    roles: WhichRoles = "author",
    language: Language = None,
    password_stdin: FromStdin = False,
    _: Json = False,
) -> None:
    """Add a user. Bilten asks for the password and never takes it from an argument."""
    from campaigns.staff_mail.alert_administrators import alert_colleague_added
    from staff.audit import record
    from staff.users import add_user, new_user, role_names

    context = cli_context(ctx)
    wanted = read_roles(roles)
    password = _password(context, from_stdin=password_stdin)
    now = context.clock.now()
    person = new_user(
        address=address,
        name=name,
        roles=wanted,
        language=language or context.language,
        password=password,
        now=now,
    )
    with context.database.write() as session:
        made = add_user(session, person)
        record(
            session, actor=ACTOR, action="user.added", subject=f"user:{made.id}", now=now, roles=role_names(wanted)
        )
        alert_colleague_added(session, made, actor=ACTOR, services=context.services, now=now)
    print_answer(
        context,
        {"user": {"id": made.id, "name": made.name, "roles": sorted(made.roles)}},
        context.text("cli-user-added", name=made.name, roles=print_roles(context, made.roles)),
    )


@app.command("invite")
def invite(
    ctx: typer.Context,
    *,
    address: New,
    name: Name,
    roles: WhichRoles = "author",
    language: Language = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Add a user who sets a password with a link in an email. Without a working sender, the link is printed."""
    from campaigns.staff_mail.alert_administrators import invite_colleague
    from staff.oidc_settings import expect_invitations
    from staff.users import invited_user

    context = cli_context(ctx)
    expect_invitations(context.settings)
    now = context.clock.now()
    person = invited_user(
        address=address, name=name, roles=read_roles(roles), language=language or context.language, now=now
    )
    with context.database.write() as session:
        who = actor(session, as_)
        made = invite_colleague(session, person, actor=who, services=context.services, now=now)
        reason = user_account.mail_link(context, session, made, who=who, now=now)
    user_account.print_link(context, made, is_mailed=reason is None, reason=reason)


@app.command("password")
def password(
    ctx: typer.Context, address: Address, *, password_stdin: FromStdin = False, as_: As = None, _: Json = False
) -> None:
    """Set somebody's password, which Bilten asks for. They are signed out everywhere."""
    from staff.password_link import check_new_password, make_password_link, set_password
    from staff.passwords import hash_password
    from staff.users import user_by_address

    context = cli_context(ctx)
    with context.database.read() as session:
        user = user_by_address(session, address)
    typed = _password(context, from_stdin=password_stdin)
    check_new_password(user, typed)
    hashed, now = hash_password(typed), context.clock.now()
    with context.database.write() as session:
        # The link's rules: for a day, whoever sets another's password approves nothing by it (ADR 65).
        who = actor(session, as_)
        made = make_password_link(session, user.id, actor=who, now=now)
        set_password(session, made.secret, hashed, now=now, actor=who)
    print_answer(context, {"user": {"id": user.id}}, context.text("cli-user-password-set", name=user.name))


@app.command("let-in")
def let_in(ctx: typer.Context, address: Address, _: Json = False) -> None:
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


def _password(context: CliContext, *, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    if not sys.stdin.isatty():
        raise InputRefused("cli-user-password-missing")
    asked: str = typer.prompt(context.text("cli-user-password"), hide_input=True, confirmation_prompt=True)
    return asked
