"""Sign-up form: what stands on it, and what is read from it. The same on the list's own page, on another site's,
and in a frame there.

The answer is the same whether an address is known or not, so that nobody can find out who reads what; what differs
is only the mail that does or does not go to that address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.clicks.counting import is_counting
from campaigns.opt_in.send_opt_in_mail import wait_to_ask
from campaigns.settings import CampaignSettings
from core.collation import sort_key
from core.errors import InputRefused, NotAllowed, NotFound, Unavailable
from core.languages import READER_LANGUAGES
from core.public_urls import subscribe_path
from core.throttle import whole_minutes
from subscribers.list_state import ListPurpose, check_takes
from subscribers.lists import list_by_slug
from subscribers.offered_lists import offered_lists, offered_topics
from subscribers.tables import MailingList
from web.http.app_context import AppContext
from web.http.form_data import ALSO, ASKED, HONEYPOT, TOPIC
from web.public.ask_for_lists import SignUpRequest, ask_for_lists
from web.public.page import page_language, reader_page
from web.public.preference_form import named

NO_SUCH_PAGE = "web-error-404"
FORM_TOKEN = "form_token"  # noqa: S105  the name of a field
NOTHING_TYPED: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SignUpPage:
    """Where a form stands."""

    find: Callable[[Session], MailingList]
    """Its list. Raises NotFound, and Conflict where it takes nobody."""
    path: Callable[[str], str] = subscribe_path
    """What a ConsentRecord says where it was asked for, by the list's short name."""
    layout: str = "public/reader.html.j2"
    form_token: Callable[[MailingList], str] = lambda _: ""
    """What its form carries beside the fields."""


def public_list(context: AppContext, session: Session, slug: str) -> MailingList:
    """Raises NotFound, also for a protected one; Conflict where it takes nobody any more."""
    return check_takes(known_public_list(context, session, slug), ListPurpose.SIGN_UP)


def known_public_list(context: AppContext, session: Session, slug: str) -> MailingList:
    """The same, also of one that takes nobody any more."""
    mailing_list = _known_list(context, session, slug)
    if mailing_list.is_protected:
        raise NotFound(NO_SUCH_PAGE)
    return mailing_list


def invited_list(context: AppContext, session: Session, slug: str) -> MailingList:
    """The same for whoever has an invitation, by which a protected one is found, too."""
    return check_takes(_known_list(context, session, slug), ListPurpose.SIGN_UP)


def show_sign_up(
    request: Request,
    context: AppContext,
    page: SignUpPage,
    form: Mapping[str, str] = NOTHING_TYPED,
    *,
    refusal: NotAllowed | None = None,
) -> Response:
    with context.database.read() as session:
        return _form(request, context, session, page, form, refusal=refusal)


def answer_sign_up(request: Request, context: AppContext, form: Mapping[str, str], page: SignUpPage) -> Response:
    """All that was chosen is asked for, or nothing."""
    language = page_language(request, known=form.get("language"))
    with context.database.read() as session:
        mailing_list = page.find(session)
        limit = CampaignSettings.of(context.settings).sign_ups_per_hour
        wait = wait_to_ask(session, limit=limit, now=context.clock.now())
        if wait is not None:
            busy = Unavailable("web-sign-up-busy", minutes=whole_minutes(wait))
            return _form(request, context, session, page, form, refusal=busy)
        lists = [
            mailing_list,
            *(row for row in offered_lists(session, mailing_list) if f"{ALSO}{row.slug}" in form),
        ]
        unwanted = _unwanted_topics(session, lists, form)
    if not form.get(HONEYPOT):
        path = page.path(mailing_list.slug)
        sign_up = SignUpRequest(form.get("address", ""), form.get("name", ""), language, path, unwanted)
        try:
            with context.database.write() as session:
                ask_for_lists(context, session, lists, sign_up)
        except InputRefused as refused:
            with context.database.read() as session:
                return _form(request, context, session, page, form, refusal=refused)
    with context.database.read() as session:
        names = [row.name_in(language) for row in lists]
        return reader_page(
            context, session, "public/subscribe_asked", language=language, layout=page.layout, names=names
        )


def _unwanted_topics(session: Session, lists: Sequence[MailingList], form: Mapping[str, str]) -> list[int]:
    """Of the lists that were chosen; only what stood on the form."""
    unticked = named(form, ASKED) - named(form, TOPIC)
    return [topic.id for topic in offered_topics(session, lists) if topic.slug in unticked]


def _known_list(context: AppContext, session: Session, slug: str) -> MailingList:
    if not CampaignSettings.of(context.settings).sign_up_sender:
        raise NotFound("web-sign-up-closed")
    try:
        return list_by_slug(session, slug)
    except NotFound as unknown:  # what it says is for staff
        raise NotFound(NO_SUCH_PAGE) from unknown


def _form(
    request: Request,
    context: AppContext,
    session: Session,
    page: SignUpPage,
    form: Mapping[str, str],
    *,
    refusal: InputRefused | Unavailable | NotAllowed | None = None,
) -> Response:
    mailing_list = page.find(session)
    language = page_language(request, known=form.get("language"))
    others = offered_lists(session, mailing_list)
    if refusal is not None:
        request.state.refusal = refusal.code
    return reader_page(
        context,
        session,
        "public/subscribe",
        language=language,
        layout=page.layout,
        status=refusal.http_status if refusal else 200,
        list_name=mailing_list.name_in(language),
        others=[(f"{ALSO}{row.slug}", row.name_in(language)) for row in others],
        topics=sorted(
            offered_topics(session, [mailing_list, *others]),
            key=lambda topic: sort_key(topic.name_in(language), language),
        ),
        prefixes={"topic": TOPIC, "asked": ASKED},
        ticked=form,
        honeypot=HONEYPOT,
        token_field=FORM_TOKEN,
        form_token=page.form_token(mailing_list),
        address=form.get("address", ""),
        name=form.get("name", ""),
        languages=READER_LANGUAGES,
        counts_clicks=is_counting(session) and not mailing_list.is_protected,
        refusal=refusal,
        is_wrong=isinstance(refusal, InputRefused),
    )
