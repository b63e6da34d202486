"""Welcome series: which there are, their emails, and who gets them in the next days; a new one."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.draft_defaults import draft_defaults
from campaigns.tables import CampaignKind
from campaigns.welcome.due import MOST_LATE
from campaigns.welcome.set_up_series import MOST_DAYS, MOST_EMAILS, add_series, get_series, list_series
from campaigns.welcome.show_series import view_series
from core.errors import BiltenError, Conflict, InputRefused, NotFound
from core.languages import READER_LANGUAGES
from delivery.senders.senders import list_campaign_senders
from staff.principal import require
from staff.roles import Permission
from subscribers.list_state import ListPurpose, lists_that_take
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.automation_page import RefusedForm
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import SeriesNumber

router = pages_router()
DONE = {"created", "on", "off", "added", "days", "removed"}
LANGUAGE = "language-"
"""Begins the names of boxes; the language follows."""


@router.api_route("/welcome", methods=READING)
def show_welcome(context: Context, current_user: SignedIn) -> Response:
    now, zone = context.clock.now(), context.settings.time_zone
    with context.database.read() as session:
        views = [view_series(session, series, zone=zone, now=now) for series in list_series(session)]
    return staff_page(context, current_user, "staff/welcome", section="settings", views=views)


@router.api_route("/new-welcome", methods=READING)
def show_new_welcome(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.SEND)
    return _new_page(context, current_user, {})


@router.post("/new-welcome")
def make_new_welcome(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    actor, now = current_user.principal, context.clock.now()
    require(actor, Permission.SEND)
    try:
        with context.database.write() as session:
            made = add_series(
                session,
                form.get("name", ""),
                list_slug=form.get("list", ""),
                sender_name=form.get("sender", ""),
                actor=actor,
                now=now,
            )
            number = made.id
    except (InputRefused, Conflict, NotFound) as refused:
        request.state.refusal = refused.code
        return _new_page(context, current_user, form, refused=refused)
    return RedirectResponse(f"/welcome/{number}?done=created", status_code=303)


@router.api_route("/welcome/{series_id}", methods=READING)
def show_series(request: Request, context: Context, current_user: SignedIn, series_id: SeriesNumber) -> Response:
    return series_page(context, current_user, series_id, done=request.query_params.get("done", ""))


def series_page(
    context: AppContext,
    current_user: CurrentUser,
    series_id: int,
    *,
    done: str = "",
    refused: RefusedForm | None = None,
) -> Response:
    """Raises NotFound."""
    now, settings = context.clock.now(), context.settings
    with context.database.read() as session:
        view = view_series(session, get_series(session, series_id), zone=settings.time_zone, now=now)
        defaults = draft_defaults(
            session, CampaignKind.BULLETIN, item_languages=(), staff_language=current_user.user.language
        )
    days = [line.email.days for line in view.emails]
    fresh = {"days": str(max(days) + 3 if days else 0)} | dict.fromkeys(
        (f"{LANGUAGE}{code}" for code in defaults.languages), "yes"
    )
    return staff_page(
        context,
        current_user,
        "staff/welcome_series",
        status=refused.refusal.http_status if refused else 200,
        section="settings",
        view=view,
        values=refused.typed if refused and refused.name == "emails" else fresh,
        languages=list(dict.fromkeys([*defaults.languages, *READER_LANGUAGES])),
        most_emails=MOST_EMAILS,
        most_days=MOST_DAYS,
        most_late=MOST_LATE.days,
        done=done if done in DONE else "",
        refused=refused,
    )


def _new_page(
    context: AppContext,
    current_user: CurrentUser,
    values: Mapping[str, str],
    *,
    refused: BiltenError | None = None,
) -> Response:
    with context.database.read() as session:
        lists = lists_that_take(session, ListPurpose.CAMPAIGN)
        senders = [sender.name for sender in list_campaign_senders(session)]
    return staff_page(
        context,
        current_user,
        "staff/welcome_new",
        status=refused.http_status if refused else 200,
        section="settings",
        values=values,
        lists=lists,
        senders=senders,
        refused=refused,
    )
