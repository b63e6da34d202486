"""What a reader gets, chosen by the reader: language, name, lists. The link in each mail says who it is; looking
changes nothing."""

from collections.abc import Mapping

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.clicks.counting import is_counting
from campaigns.public_archive.members_only import members_mails, members_pass
from campaigns.token_holder import holder
from core.errors import InputRefused
from core.i18n import long_date
from core.languages import READER_LANGUAGES
from core.public_urls import PREFERENCES, PREFERENCES_HOW, members_web_version_path
from subscribers.links import PreferencesLink, read_preferences_token
from subscribers.preferences import PreferencesView, change_person, leave_everything, leave_lists, preferences
from web.http.anonymous_copy import anonymous_text
from web.http.app_context import AppContext, Context
from web.http.form_data import PostedForm
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.page import page_language, reader_page

KEEP = "keep-"
SHOWN = "shown-"
"""Only what stood on the page can be left by it, not what the reader has joined since."""
EVERYTHING = "everything"

router = pages_router()


@router.api_route(PREFERENCES_HOW, methods=READING)
@reserved
def explain(request: Request, context: Context) -> Response:
    """Where the web version of a mail points, which is nobody's own."""
    with context.database.read() as session:
        return reader_page(context, session, "public/preferences_how", language=page_language(request))


@router.api_route(PREFERENCES, methods=READING)
@reserved
def show(request: Request, context: Context, token: str) -> Response:
    link = read_preferences_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        return _page(request, context, session, _chosen(context, session, link))


@router.post(PREFERENCES)
@reserved
def change(request: Request, context: Context, token: str, form: PostedForm) -> Response:
    link = read_preferences_token(context.signer, token, now=context.clock.now())
    if EVERYTHING in form:
        return _leave(request, context, link)
    # Leaving first, and by itself: a name that is refused must not keep anybody on a list.
    with context.database.write() as session:
        left = _leave_unticked(context, session, link, form)
    refusal = None
    try:
        with context.database.write() as session:
            person = holder(session, link, settings=context.settings)
            change_person(session, person.id, name=form.get("name", ""), language=form.get("language", ""))
    except InputRefused as refused:
        request.state.refusal = refusal = refused.code
    with context.database.read() as session:
        chosen = _chosen(context, session, link)
        return _page(request, context, session, chosen, left=left, refusal=refusal)


def _leave(request: Request, context: AppContext, link: PreferencesLink) -> Response:
    """Everything at once: nobody has to find out first what they are on."""
    with context.database.write() as session:
        person = holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language)
        leave_everything(session, person.id, evidence=_evidence(link), now=context.clock.now())
    with context.database.read() as session:
        return reader_page(context, session, "public/left_everything", language=language)


def _leave_unticked(
    context: AppContext, session: Session, link: PreferencesLink, form: Mapping[str, str]
) -> list[str]:
    person = holder(session, link, settings=context.settings)
    return leave_lists(
        session,
        person.id,
        slugs=_named(form, SHOWN) - _named(form, KEEP),
        came_from=link.list_id,
        evidence=_evidence(link),
        now=context.clock.now(),
    )


def _chosen(context: AppContext, session: Session, link: PreferencesLink) -> PreferencesView:
    """Raises NotFound where whoever the link was made for has been erased."""
    return preferences(session, holder(session, link, settings=context.settings).id, came_from=link.list_id)


def _named(form: Mapping[str, str], prefix: str) -> set[str]:
    return {field.removeprefix(prefix) for field in form if field.startswith(prefix)}


def _evidence(link: PreferencesLink) -> str:
    return f"campaign:{link.campaign_public_id}"


def _page(
    request: Request,
    context: AppContext,
    session: Session,
    chosen: PreferencesView,
    *,
    left: list[str] | None = None,
    refusal: str | None = None,
) -> Response:
    """`left`: the lists that were left with what has just been posted; None where nothing was posted.
    What was refused stays in its fields."""
    typed: Mapping[str, str] = request.state.typed if refusal else {}
    now, language = context.clock.now(), page_language(request, known=chosen.language)
    mails = [
        (
            members_web_version_path(
                mail.public_id, mail.language, entry=members_pass(context.signer, mail.public_id, now=now)
            ),
            anonymous_text(mail.subject, context.settings),
            mail.language,
            long_date(mail.launched_at.date(), language),
        )
        for mail in members_mails(session, [own.id for own in chosen.lists], chosen.language)
    ]
    return reader_page(
        context,
        session,
        "public/preferences",
        mails=mails,
        language=language,
        status=422 if refusal else 200,
        keep=KEEP,
        was_shown=SHOWN,
        everything=EVERYTHING,
        chosen=chosen,
        counts_clicks=is_counting(session) and not all(own.is_protected for own in chosen.lists),
        shown_language=typed.get("language", chosen.language),
        shown_name=typed.get("name", chosen.name),
        languages=list(dict.fromkeys([*READER_LANGUAGES, chosen.language])),
        refusal=refusal,
        is_saved=left is not None and refusal is None,
        left=left or [],
    )
