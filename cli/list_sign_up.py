"""`bilten lists sign-up`: what a list's sign-up form offers beside the list itself."""

import re
from typing import Annotated

import typer

from cli.campaign.output import As, actor
from cli.output import Json, cli_context, print_answer
from core.errors import InputRefused


def sign_up(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="The list's short name.")],
    *,
    with_: Annotated[
        str | None,
        typer.Option("--with", help="The lists that are offered with it: 'press, digest'; '' for none."),
    ] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Set what else the sign-up form of a list offers. Closed and protected lists are offered nowhere."""
    from campaigns.editorial.sign_up_form import SignUpFormEdit, change_sign_up_form
    from subscribers.offered_lists import offered_lists

    context = cli_context(ctx)
    if with_ is None:
        raise InputRefused("cli-nothing-to-set")
    edit = SignUpFormEdit(offered=re.findall(r"[^,\s]+", with_))
    with context.database.write() as session:
        who = actor(session, as_)
        changed = change_sign_up_form(session, slug, edit, actor=who, now=context.clock.now())
        offered = [row.slug for row in offered_lists(session, changed)]
    print_answer(
        context,
        {"list": {"slug": slug, "offered": offered}},
        context.text("cli-list-sign-up", slug=slug, lists=", ".join(offered) or "–"),
    )
