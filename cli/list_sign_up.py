"""`bilten lists sign-up`: what a list's sign-up form offers beside the list itself, and who may frame it."""

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
    frame_in: Annotated[
        str | None,
        typer.Option(help="The websites that may show it in a frame: 'https://www.example.org'; '' for none."),
    ] = None,
    as_: As = None,
    _: Json = False,
) -> None:
    """Set what else a list's sign-up form offers, and which websites may show it in a frame."""
    from campaigns.editorial.sign_up_form import SignUpFormEdit, change_sign_up_form
    from subscribers.frame_origins import split_origins
    from subscribers.offered_lists import offered_lists

    context = cli_context(ctx)
    if with_ is None and frame_in is None:
        raise InputRefused("cli-nothing-to-set")
    edit = SignUpFormEdit(
        offered=None if with_ is None else re.findall(r"[^,\s]+", with_),
        frame_origins=None if frame_in is None else split_origins(frame_in),
    )
    with context.database.write() as session:
        who = actor(session, as_)
        changed = change_sign_up_form(session, slug, edit, actor=who, now=context.clock.now())
        offered, origins = [row.slug for row in offered_lists(session, changed)], changed.frame_origins
    print_answer(
        context,
        {"list": {"slug": slug, "offered": offered, "frame_origins": origins}},
        context.text("cli-list-sign-up", slug=slug, lists=_listed(offered), origins=_listed(origins)),
    )


def _listed(items: list[str]) -> str:
    return ", ".join(items) or "–"
