"""The mailing lists: who is on them, by language, and what a campaign to them does about languages."""

from dataclasses import dataclass
from datetime import timedelta

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.content_changes import drafts_left_without
from campaigns.editorial.list_languages import ListLanguagesEdit, choose_list_languages
from campaigns.editorial.stale_edit import languages_version
from campaigns.reporting.protected_readers import may_see_protected
from campaigns.tables import Campaign
from core.errors import BiltenError, Conflict, InputRefused, NotFound
from core.public_urls import invitation_url
from staff.principal import require
from staff.roles import Permission
from subscribers.audience import count_audiences
from subscribers.links import invitation_token
from subscribers.lists import list_lists, read_languages
from subscribers.tables import MailingList
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page

INVITATION_LIFETIME = timedelta(days=90)

router = pages_router()


@dataclass(frozen=True, slots=True)
class ShownList:
    row: MailingList
    audience: list[tuple[str, int]]
    """Readers who may be mailed today, by language; the most first."""
    left_without: list[Campaign]
    """Drafts to it that nobody could approve any more if this visitor changed its languages."""
    seen: str
    """Version of its languages, for the form that changes them."""
    invitation: str | None
    """Where a protected list's sign-up page is, for whoever may see who is on it."""

    @property
    def total(self) -> int:
        return sum(count for _, count in self.audience)


@router.api_route("/lists", methods=READING)
def show_lists(request: Request, context: Context, current_user: SignedIn) -> Response:
    return _page(context, current_user, done=request.query_params.get("done"))


@router.post("/lists/{slug}/languages")
def set_languages(
    context: Context, current_user: SignedIn, form: StaffForm, slug: str, request: Request
) -> Response:
    require(current_user.principal, Permission.MANAGE_LISTS)
    try:
        chain, required = read_languages(form.get("chain", "")), read_languages(form.get("required", ""))
    except InputRefused as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, refused=refused, refused_of=slug, typed=dict(form))
    try:
        edit = ListLanguagesEdit(chain, required, form.get(SEEN))
        actor, now = current_user.principal, context.clock.now()
        with context.database.write() as session:
            changed = choose_list_languages(session, slug, edit, actor=actor, now=now)
    except Conflict as stale:
        request.state.refusal = stale.code
        return _page(context, current_user, refused=stale, refused_of=slug, typed=dict(form))
    return RedirectResponse(f"/lists?done={changed.slug}", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    *,
    done: str | None = None,
    refused: BiltenError | None = None,
    refused_of: str = "",
    typed: dict[str, str] | None = None,
) -> Response:
    with context.database.read() as session:
        audiences = count_audiences(session)
        shown = [
            ShownList(
                row,
                _most_first(audiences.get(row.id, {})),
                drafts_left_without(
                    session, current_user.principal.name, settings=context.settings, list_id=row.id
                ),
                languages_version(row),
                _invitation(context, current_user, row),
            )
            for row in list_lists(session)
        ]
    if refused and refused_of not in {shown_list.row.slug for shown_list in shown}:
        raise NotFound("subscribers-list-unknown", slug=refused_of)
    return staff_page(
        context,
        current_user,
        "staff/lists",
        status=refused.http_status if refused else 200,
        section="lists",
        lists=shown,
        done=done,
        refused=refused,
        refused_of=refused_of,
        is_stale=isinstance(refused, Conflict),
        typed=typed or {},
    )


def _invitation(context: AppContext, current_user: CurrentUser, row: MailingList) -> str | None:
    if not row.is_protected or not may_see_protected(current_user.principal):
        return None
    until = context.clock.now() + INVITATION_LIFETIME
    return invitation_url(context.settings, invitation_token(context.signer, list_slug=row.slug, expires_at=until))


def _most_first(audience: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(audience.items(), key=lambda share: (-share[1], share[0]))
