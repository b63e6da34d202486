"""`bilten user second-factor remove`: somebody has lost all that they have for it, and their recovery codes."""

from typing import Annotated

import typer

from cli.campaign.output import As
from cli.output import Json, cli_context, print_answer
from cli.subscriber_requests import staff_act
from cli.user_account import Address

app = typer.Typer(help="Second factors: apps for codes, and passkeys.")
Reason = Annotated[
    str, typer.Option(help="Why, in a sentence without names or addresses. It is kept, and mailed to them.")
]


@app.callback()
def _group() -> None:
    """Second factors: apps for codes, and passkeys."""


@app.command("remove")
def remove(ctx: typer.Context, address: Address, *, reason: Reason, as_: As = None, _: Json = False) -> None:
    """Remove app, passkeys and recovery codes of somebody who lost them. They and administrators get an email."""
    from campaigns.staff_mail.alert_administrators import alert_second_factor_removed
    from staff.principal import require
    from staff.roles import Permission
    from staff.second_factor import remove_second_factor
    from staff.users import user_by_address

    context = cli_context(ctx)
    with context.database.write() as session:
        act = staff_act(session, context, as_, reason)
        require(act.actor, Permission.MANAGE_USERS)
        user = user_by_address(session, address)
        why = act.check_reason(user.name)
        remove_second_factor(session, user.id, actor=act.actor.name, reason=why, now=act.now)
        no_mail = alert_second_factor_removed(
            session, user, actor=act.actor, services=context.services, now=act.now, reason=why
        )
    code = no_mail.code if no_mail else "cli-user-second-factor-mailed"
    print_answer(
        context,
        {"user": {"id": user.id, "name": user.name}, "is_mailed": no_mail is None},
        context.text("cli-user-second-factor-removed", name=user.name),
        context.text(code, **(no_mail.params if no_mail else {})),
    )
