"""The organisation's look in the browser: name, address, colour, logos, links, last words, and a mail in it."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.change_brand import change_brand
from campaigns.editorial.content_changes import drafts_left_without
from campaigns.editorial.custom_templates import example_context
from campaigns.editorial.stale_edit import brand_version
from campaigns.tables import CampaignKind
from core.errors import BiltenError, Conflict, InputRefused, Misconfigured, NotFound
from core.languages import READER_LANGUAGES
from news.prepare_assets import put_logo
from news.store import AssetStore
from staff.principal import require
from staff.roles import Permission
from templates.brand import get_brand
from templates.tables import Brand
from templates.trial_render import draw
from web.http.anonymous_copy import anonymous_html
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.preview_frame import preview_frame
from web.http.streamed_upload import StreamedForm
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffStream, staff_page

PREFIX = "/brand"
"""Where the form is posted to, with files."""
PLAIN = ("name", "website", "colour", "logo_alt")
LOGOS = {"logo": "logo_sha256", "logo_dark": "logo_dark_sha256"}
FOOTER = "footer-"
AWAY = "away-"
_FIELD_OF = {
    "templates-brand-name": "name",
    "templates-brand-postal-address": "postal_address",
    "templates-brand-address": "website",
    "templates-brand-colour": "colour",
    "templates-brand-contrast": "colour",
    "web-brand-social-unreadable": "socials",
}

router = pages_router()


@router.api_route("/brand", methods=READING)
def show_brand(request: Request, context: Context, current_user: SignedIn) -> Response:
    with context.database.read() as session:
        typed = _typed(_brand(session))
        return _page(session, context, current_user, typed, request.query_params)


@router.post("/brand")
def save(request: Request, context: Context, current_user: SignedIn, upload: StaffStream) -> Response:
    # Before anything is kept: what is stored can be read by everybody.
    require(current_user.principal, Permission.MANAGE_BRAND)
    try:
        changes = _changes(upload, context.assets)
        with context.database.write() as session:
            # The page has fields for readers' languages; last words in others stay as they are.
            changes["footer_texts"] = _brand(session).footer_texts | changes["footer_texts"]
            actor, now = current_user.principal, context.clock.now()
            change_brand(session, changes, actor=actor, now=now, seen=upload.fields.get(SEEN))
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        with context.database.read() as session:
            typed = _typed(_brand(session)) | upload.fields
            return _page(session, context, current_user, typed, {}, refused=refused)
    return RedirectResponse("/brand?done=saved", status_code=303)


@router.api_route("/brand/preview", methods=READING)
def show_preview(request: Request, context: Context, _: SignedIn) -> Response:
    """An example mail in the look that is saved, for the frame on the page."""
    kind, language = _example_choice(request.query_params)
    with context.database.read() as session:
        rendered = draw(None, kind, language, example_context=example_context(session, settings=context.settings))[
            1
        ]
    return preview_frame(anonymous_html(rendered.html, context.settings), context.settings)


def _brand(session: Session) -> Brand:
    brand = get_brand(session)
    if brand is None:
        raise Misconfigured("campaigns-no-brand")
    return brand


def _typed(brand: Brand) -> dict[str, str]:
    """What stands in the fields before anybody has typed."""
    footers = {f"{FOOTER}{code}": brand.footer_texts.get(code, "") for code in READER_LANGUAGES}
    return {
        **{field: getattr(brand, field) for field in PLAIN},
        "postal_address": brand.postal_address,
        "socials": "\n".join(f"{name} = {address}" for name, address in brand.socials.items()),
        **footers,
    }


def _other_values(saved: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, str]:
    """What a colleague has saved, where it is not what was typed here."""
    return {field: value for field, value in saved.items() if value != _unix_lines(typed[field])}


def _changes(upload: StreamedForm, store: AssetStore) -> dict[str, Any]:
    """Raises InputRefused for a file that is no sound picture, or a link that cannot be read."""
    fields = upload.fields
    changes: dict[str, Any] = {field: fields[field] for field in PLAIN if field in fields}
    if "postal_address" in fields:
        changes["postal_address"] = _unix_lines(fields["postal_address"])
    if "socials" in fields:
        changes["socials"] = _socials(_unix_lines(fields["socials"]))
    footers = {code: fields[f"{FOOTER}{code}"] for code in READER_LANGUAGES if f"{FOOTER}{code}" in fields}
    changes["footer_texts"] = {code: _unix_lines(text) for code, text in footers.items()}
    for field, column in LOGOS.items():
        if field in upload.files:
            changes[column] = put_logo(store, upload.read(field))
        elif f"{AWAY}{field}" in fields:
            changes[column] = None
    return changes


def _socials(text: str) -> dict[str, str]:
    socials: dict[str, str] = {}
    for line in filter(str.strip, text.split("\n")):
        name, sign, address = (part.strip() for part in line.partition("="))
        if not (name and sign and address):
            raise InputRefused("web-brand-social-unreadable", line=line.strip()[:80])
        socials[name] = address
    return socials


def _page(
    session: Session,
    context: AppContext,
    current_user: CurrentUser,
    typed: Mapping[str, str],
    asked: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    brand = _brand(session)
    kind, language = _example_choice(asked)
    return staff_page(
        context,
        current_user,
        "staff/brand",
        status=refused.http_status if refused else 200,
        section="settings",
        seen=brand_version(brand),
        typed=typed,
        saved_by_others=_other_values(_typed(brand), typed) if isinstance(refused, Conflict) else {},
        logos={field: _url(context.assets, getattr(brand, column)) for field, column in LOGOS.items()},
        footer=FOOTER,
        away=AWAY,
        refused=refused,
        wrong=_wrong_field(refused, typed) if refused else "",
        is_saved=asked.get("done") == "saved",
        left_without=drafts_left_without(session, current_user.principal.name, settings=context.settings),
        kinds=list(CampaignKind),
        shown_kind=kind,
        shown_language=language,
    )


def _wrong_field(refused: BiltenError, typed: Mapping[str, str]) -> str:
    """Which one the refusal is about; everything that is said of a file is about a logo."""
    if refused.code == "templates-brand-address" and refused.params["address"] != typed.get("website"):
        return "socials"
    if refused.code.startswith("templates-brand-footer"):
        return f"{FOOTER}{refused.params['language']}"
    return _FIELD_OF.get(refused.code, "logo")


def _url(store: AssetStore, sha256: str | None) -> str | None:
    """None where the file is gone, too: another can be put in its place."""
    try:
        return store.url_path(sha256, store.media_type(sha256)) if sha256 else None
    except NotFound:
        return None


def _example_choice(asked: Mapping[str, str]) -> tuple[str, str]:
    kind, language = asked.get("kind", ""), asked.get("language", "")
    return (
        kind if kind in tuple(CampaignKind) else CampaignKind.STATEMENT.value,
        language if language in READER_LANGUAGES else READER_LANGUAGES[0],
    )


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n")
