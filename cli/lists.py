"""`bilten lists`: the mailing lists that people subscribe to."""

from typing import Annotated

import typer

from cli.campaign.output import As, AsPerson, actor
from cli.list_sign_up import sign_up
from cli.list_still_wanted import still_wanted
from cli.output import Json, cli_context, print_answer, table
from core.errors import InputRefused

app = typer.Typer(help="The mailing lists that people subscribe to.")


@app.command("add")
def add(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="A short name for commands and headers, such as 'bulletin'.")],
    name: Annotated[str, typer.Argument(help="The name that readers see.")],
    protected: Annotated[
        bool, typer.Option("--protected", help="For people at risk: nothing about them is ever tracked.")
    ] = False,
    as_: As = None,
    _: Json = False,
) -> None:
    """Create a mailing list."""
    from campaigns.editorial.manage_list import ListDetails, add_list

    context = cli_context(ctx)
    with context.database.write() as session:
        made = add_list(
            session,
            slug,
            ListDetails(name, is_protected=protected),
            actor=actor(session, as_),
            now=context.clock.now(),
        )
    print_answer(
        context,
        {"list": {"id": made.id, "slug": made.slug}},
        context.text("cli-list-added", name=made.name, slug=made.slug),
    )


@app.command("list")
def list_(ctx: typer.Context, _: Json = False) -> None:
    """Show the mailing lists, and how many recipients each has today."""
    from subscribers.audience import count_audiences
    from subscribers.list_state import list_status
    from subscribers.lists import list_lists

    context = cli_context(ctx)
    with context.database.read() as session:
        audiences = count_audiences(session, now=context.clock.now())
        lists = [(row, audiences.get(row.id, {})) for row in list_lists(session)]
    data = [
        {
            "id": row.id,
            "slug": row.slug,
            "name": row.name,
            "names": row.names,
            "status": list_status(row),
            "is_protected": row.is_protected,
            "audience": audience,
            "language_chain": row.language_chain,
            "required_languages": row.required_languages,
        }
        for row, audience in lists
    ]
    heads = [
        context.text(f"cli-head-{head}") for head in ("slug", "name", "audience", "chain", "required", "status")
    ]
    cells = [
        [
            row.slug,
            row.name,
            ", ".join(f"{language} {count}" for language, count in sorted(audience.items())) or "0",
            ", ".join(row.language_chain),
            ", ".join(row.required_languages),
            context.text(f"cli-list-status-{list_status(row)}"),
        ]
        for row, audience in lists
    ]
    print_answer(context, {"lists": data}, table(heads, cells) if lists else context.text("cli-lists-none"))


@app.command("invite")
def invite(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="The list's short name.")],
    *,
    days: Annotated[int, typer.Option(min=1, max=3650, help="For how many days the address works.")] = 90,
    _: Json = False,
) -> None:
    """Create an address that leads to a list's sign-up page. Protected lists have no other."""
    from datetime import timedelta

    from core.public_urls import invitation_url
    from subscribers.links import invitation_token
    from subscribers.lists import list_by_slug

    context = cli_context(ctx)
    until = context.clock.now() + timedelta(days=days)
    with context.database.read() as session:
        mailing_list = list_by_slug(session, slug)
    token = invitation_token(context.signer, list_slug=mailing_list.slug, expires_at=until)
    url = invitation_url(context.settings, token)
    print_answer(
        context,
        {"list": {"slug": mailing_list.slug}, "url": url},
        context.text("cli-list-invitation", days=days),
        url,
    )


@app.command("languages")
def languages(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="The list's short name.")],
    *,
    chain: Annotated[
        str | None,
        typer.Option(
            help="The languages to use, in order, instead of one that a campaign does not have: 'en, sl'."
        ),
    ] = None,
    required: Annotated[
        str | None, typer.Option(help="The languages that a campaign must have, such as 'sl, en'; '' for none.")
    ] = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Set which languages a list uses instead of missing ones, and which a campaign to it must have."""
    from campaigns.editorial.list_languages import ListLanguagesEdit, choose_list_languages
    from subscribers.lists import read_languages

    context = cli_context(ctx)
    if chain is None and required is None:
        raise InputRefused("cli-nothing-to-set")
    edit = ListLanguagesEdit(
        chain=None if chain is None else read_languages(chain),
        required=None if required is None else read_languages(required),
    )
    with context.database.write() as session:
        changed = choose_list_languages(session, slug, edit, actor=actor(session, as_), now=context.clock.now())
        languages = {"chain": changed.language_chain, "required": changed.required_languages}
    confirmation = context.text(
        "cli-list-languages",
        slug=slug,
        chain=", ".join(changed.language_chain) or "–",
        required=", ".join(changed.required_languages) or "–",
    )
    print_answer(context, {"list": {"slug": changed.slug, **languages}}, confirmation)


app.command("sign-up")(sign_up)
app.command("still-wanted")(still_wanted)


@app.command("set")
def set_(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="The list's short name.")],
    *,
    name: Annotated[str | None, typer.Option(help="The name that readers see.")] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--name-in", help="The name in one language, such as 'sl=Bilten'; 'sl=' for none."),
    ] = None,
    protected: Annotated[
        bool | None,
        typer.Option(
            "--protected/--not-protected", help="For people at risk: nothing about them is ever tracked."
        ),
    ] = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Change what a list is called, or protect it. What you do not give stays as it is."""
    from campaigns.editorial.manage_list import ListDetails, change_list
    from subscribers.lists import list_by_slug

    context = cli_context(ctx)
    if name is None and not names and protected is None:
        raise InputRefused("cli-nothing-to-set")
    with context.database.write() as session:
        kept = list_by_slug(session, slug).names
        changes = dict(name_in_language(given) for given in names or ())
        changed = change_list(
            session,
            slug,
            ListDetails(name, {**kept, **changes} if changes else None, protected),
            actor=actor(session, as_),
            now=context.clock.now(),
        )
    data = {"slug": slug, "name": changed.name, "names": changed.names, "is_protected": changed.is_protected}
    print_answer(context, {"list": data}, context.text("cli-list-set", slug=slug, name=changed.name))


def name_in_language(given: str) -> tuple[str, str]:
    """`sl=Bilten` as the language and the name. Raises InputRefused."""
    language, sign, name = given.partition("=")
    if not sign or not language.strip():
        raise InputRefused("cli-list-name-in", given=given[:60])
    return language.strip(), name


@app.command("status")
def status(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="The list's short name.")],
    status: Annotated[str, typer.Argument(help="open, closed (no sign-ups) or archived (no campaigns, either).")],
    *,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Close a list to sign-ups, archive it, or open it again. Its readers and their consent stay."""
    from campaigns.editorial.manage_list import change_list_status
    from subscribers.list_state import ListStatus

    context = cli_context(ctx)
    if status not in tuple(ListStatus):
        raise InputRefused("cli-list-status-unknown", status=status[:60], known=", ".join(ListStatus))
    with context.database.write() as session:
        wanted, who = ListStatus(status), actor(session, as_)
        changed = change_list_status(session, slug, wanted, actor=who, now=context.clock.now())
    answer = context.text("cli-list-status", name=changed.name, status=context.text(f"cli-list-status-{status}"))
    print_answer(context, {"list": {"slug": slug, "status": status}}, answer)


@app.command("delete")
def delete(
    ctx: typer.Context,
    slug: Annotated[str, typer.Argument(help="The list's short name.")],
    *,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Delete a list that nobody was ever on, and that nothing uses."""
    from campaigns.editorial.manage_list import remove_list

    context = cli_context(ctx)
    with context.database.write() as session:
        remove_list(session, slug, actor=actor(session, as_), now=context.clock.now())
    print_answer(context, {"list": {"slug": slug}}, context.text("cli-list-deleted", slug=slug))
