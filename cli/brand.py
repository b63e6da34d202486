"""`bilten brand`: how the organisation looks in every mail."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.campaign.output import AsPerson, actor
from cli.context import CliContext
from cli.output import Json, cli_context, print_answer
from core.errors import InputRefused, NotFound

if TYPE_CHECKING:
    from templates.tables import Brand

app = typer.Typer(help="How the organisation looks in every email.")


@app.command("show")
def show(ctx: typer.Context, _: Json = False) -> None:
    """Show name, postal address, website, colour and logo."""
    from templates.brand import get_brand

    context = cli_context(ctx)
    with context.database.read() as session:
        brand = get_brand(session)
    if brand is None:
        raise NotFound("cli-brand-missing")
    _print_brand(context, brand)


@app.command("set")
def set_(
    ctx: typer.Context,
    *,
    name: Annotated[str | None, typer.Option(help="The organisation's name.")] = None,
    postal_address: Annotated[
        str | None, typer.Option(help="Its postal address, which bulk email must show.")
    ] = None,
    website: Annotated[str | None, typer.Option(help="Its website.")] = None,
    colour: Annotated[
        str | None, typer.Option(help="The accent colour, #rrggbb, dark enough for white text.")
    ] = None,
    logo: Annotated[Path | None, typer.Option(help="An image file.")] = None,
    logo_dark: Annotated[Path | None, typer.Option(help="The same for dark backgrounds, an image file.")] = None,
    logo_alt: Annotated[
        str | None, typer.Option(help="The alternative text of the logo, for people who cannot see it.")
    ] = None,
    footer: Annotated[
        list[str] | None,
        typer.Option(help="The footer text in a language: sl=Besedilo. Repeat for each language; sl= removes it."),
    ] = None,
    social: Annotated[
        list[str] | None,
        typer.Option(
            help="A link at the end of every email: Forum=https://… Repeat for each link; Forum= removes it."
        ),
    ] = None,
    as_: AsPerson,
    _: Json = False,
) -> None:
    """Change what you give; the rest stays as it is."""
    from campaigns.editorial.change_brand import change_brand
    from templates.brand import get_brand

    context = cli_context(ctx)
    given = {
        "name": name,
        "postal_address": postal_address,
        "website": website,
        "colour": colour,
        "logo_sha256": _store_logo(context, logo),
        "logo_dark_sha256": _store_logo(context, logo_dark),
        "logo_alt": logo_alt,
    }
    changes: dict[str, Any] = {field: value for field, value in given.items() if value is not None}
    with context.database.write() as session:
        before = get_brand(session)
        if before is None:
            raise NotFound("cli-brand-missing")
        changes["footer_texts"] = _footers(before, footer or [])
        changes["socials"] = _socials(before, social or [])
        brand = change_brand(session, changes, actor=actor(session, as_), now=context.clock.now())
    _print_brand(context, brand)


def _store_logo(context: CliContext, logo: Path | None) -> str | None:
    from news.prepare_assets import put_logo

    if logo is None:
        return None
    try:
        data = logo.read_bytes()
    except OSError:
        raise InputRefused("cli-brand-logo-unreadable", file=str(logo)) from None
    return put_logo(context.assets, data)


def _footers(before: "Brand", given: list[str]) -> dict[str, str]:
    """The last words of each language, those of `given` (language=text) instead of the earlier ones."""
    footers = dict(before.footer_texts)
    for entry in given:
        language, sign, text = entry.partition("=")
        if not sign:
            raise InputRefused("cli-brand-footer-unreadable", given=entry)
        footers[language.strip()] = text
    return footers


def _socials(before: "Brand", given: list[str]) -> dict[str, str]:
    """The links in their order, those of `given` (name=address) in place of the earlier ones, new ones last."""
    socials = dict(before.socials)
    for entry in given:
        name, sign, address = (part.strip() for part in entry.partition("="))
        if not sign or not name:
            raise InputRefused("cli-brand-social-unreadable", given=entry)
        if address:
            socials[name] = address
        else:
            socials.pop(name, None)
    return socials


def _print_brand(context: CliContext, brand: "Brand") -> None:
    data = {
        "name": brand.name,
        "postal_address": brand.postal_address,
        "website": brand.website,
        "colour": brand.colour,
        "logo_sha256": brand.logo_sha256,
        "logo_dark_sha256": brand.logo_dark_sha256,
        "logo_alt": brand.logo_alt,
        "socials": brand.socials,
        "footer_texts": brand.footer_texts,
    }
    print_answer(
        context,
        {"brand": data},
        context.text("cli-brand", name=brand.name, website=brand.website, colour=brand.colour),
        brand.postal_address,
        context.text("cli-brand-logo", alt=brand.logo_alt)
        if brand.logo_sha256
        else context.text("cli-brand-no-logo"),
        *(f"{language}: {text}" for language, text in sorted(brand.footer_texts.items())),
        *(f"{name}: {address}" for name, address in brand.socials.items()),
    )
