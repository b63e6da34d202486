"""One mailing list: its names and languages, how people sign up, and whether it still takes anybody."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.content_changes import drafts_left_without
from campaigns.editorial.list_languages import choose_list_languages
from campaigns.editorial.manage_list import change_list, change_list_status, is_deletable, remove_list
from campaigns.editorial.sign_up_form import change_sign_up_form
from campaigns.editorial.stale_edit import StaleEdit, languages_version, list_version
from campaigns.frequency.count_choosers import count_rhythms
from campaigns.imports.manage_import import may_import
from core.errors import BiltenError, Conflict, InputRefused
from staff.principal import require
from staff.roles import Permission
from subscribers.leaving_reasons import reasons_of
from subscribers.list_state import ListStatus, list_status
from subscribers.lists import list_by_slug, read_languages
from subscribers.tables import MailingList
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.list_form import (
    CHAIN,
    MORE,
    NAME_IN,
    PLACES,
    REQUIRED,
    edit_of,
    fields_of,
    languages_of_list,
    other_languages,
    read_details,
    read_languages_form,
)
from web.staff.list_sign_up import read_sign_up_form, sign_up_values
from web.staff.lists import most_first

router = pages_router()


@dataclass(frozen=True, slots=True)
class RefusedForm:
    refusal: BiltenError
    name: str
    """Of the form."""
    typed: Mapping[str, str]

    @property
    def is_stale(self) -> bool:
        return isinstance(self.refusal, StaleEdit)


@router.api_route("/lists/{slug}", methods=READING)
def show_list(request: Request, context: Context, current_user: SignedIn, slug: str) -> Response:
    return _page(context, current_user, slug, done=request.query_params.get("done", ""))


@router.post("/lists/{slug}/details")
def set_details(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, slug: str
) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            actor, now = current_user.principal, context.clock.now()
            change_list(session, slug, read_details(form), actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        return _refused(request, context, current_user, slug, RefusedForm(refused, "details", form))
    return RedirectResponse(f"/lists/{slug}?done=details", status_code=303)


@router.post("/lists/{slug}/languages")
def set_languages(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, slug: str
) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    try:
        chain, required = map(read_languages, read_languages_form(form))
        with context.database.write() as session:
            edit = edit_of(chain, required, form, list_by_slug(session, slug))
            actor, now = current_user.principal, context.clock.now()
            choose_list_languages(session, slug, edit, actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        return _refused(request, context, current_user, slug, RefusedForm(refused, "languages", form))
    return RedirectResponse(f"/lists/{slug}?done=languages", status_code=303)


@router.post("/lists/{slug}/sign-up")
def set_sign_up_form(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, slug: str
) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            actor, now = current_user.principal, context.clock.now()
            change_sign_up_form(session, slug, read_sign_up_form(form), actor=actor, now=now)
    except (InputRefused, Conflict) as refused:
        return _refused(request, context, current_user, slug, RefusedForm(refused, "sign-up", form))
    return RedirectResponse(f"/lists/{slug}?done=sign-up", status_code=303)


@router.post("/lists/{slug}/status")
def set_status(request: Request, context: Context, current_user: SignedIn, form: StaffForm, slug: str) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    wanted = form.get("status", "")
    if wanted not in tuple(ListStatus):
        return RedirectResponse(f"/lists/{slug}", status_code=303)
    try:
        with context.database.write() as session:
            actor, now = current_user.principal, context.clock.now()
            change_list_status(session, slug, ListStatus(wanted), actor=actor, now=now)
    except Conflict as refused:
        return _refused(request, context, current_user, slug, RefusedForm(refused, "status", form))
    return RedirectResponse(f"/lists/{slug}?done={wanted}", status_code=303)


@router.post("/lists/{slug}/delete")
def delete(request: Request, context: Context, current_user: SignedIn, form: StaffForm, slug: str) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    try:
        with context.database.write() as session:
            remove_list(session, slug, actor=current_user.principal, now=context.clock.now())
    except Conflict as refused:
        return _refused(request, context, current_user, slug, RefusedForm(refused, "status", form))
    return RedirectResponse("/lists?done=deleted", status_code=303)


def _refused(
    request: Request, context: AppContext, current_user: CurrentUser, slug: str, refused: RefusedForm
) -> Response:
    request.state.refusal = refused.refusal.code
    return _page(context, current_user, slug, refused=refused)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    slug: str,
    *,
    done: str = "",
    refused: RefusedForm | None = None,
) -> Response:
    with context.database.read() as session:
        row = list_by_slug(session, slug)
        counted = context.audience_counts.get(session, now=context.clock.now())
        audience = counted.counts.get(row.id, {})
        languages = languages_of_list(row, audience)
        values = fields_of(row)
        return staff_page(
            context,
            current_user,
            "staff/list",
            status=refused.refusal.http_status if refused else 200,
            section="settings",
            list=row,
            state=list_status(row),
            done=done if done in _DONE else "",
            refused=refused,
            values_of=lambda form: refused.typed if refused and refused.name == form else values,
            audience=most_first(audience),
            counted=counted,
            languages=languages,
            other_languages=other_languages(languages, in_language=current_user.user.language),
            chain=CHAIN,
            more=MORE,
            name_in=NAME_IN,
            places=range(1, PLACES + 1),
            required=REQUIRED,
            details_seen=list_version(row),
            languages_seen=languages_version(row),
            is_deletable=is_deletable(session, row),
            encrypts=context.database.keys is not None,
            rhythms=count_rhythms(session, row.id),
            reasons=reasons_of(session, row.id, now=context.clock.now()),
            left_without=_left_without(session, context, current_user, row),
            may_import=may_import(row, current_user.principal),
            **sign_up_values(context, session, row, current_user),
        )


_DONE = {"created", "details", "languages", "sign-up", *ListStatus}


def _left_without(
    session: Session, context: AppContext, current_user: CurrentUser, row: MailingList
) -> list[object]:
    """Drafts to it that nobody could approve any more if this visitor changed what they say."""
    name = current_user.principal.name
    return list(drafts_left_without(session, name, settings=context.settings, list_id=row.id))
