"""What a reader gets, chosen by the reader: language, name, fields, lists, topics, a pause. The link in each mail
says who it is; looking changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.clicks.counting import is_counting
from campaigns.frequency.serving_digests import offered_rhythms
from campaigns.public_archive.members_only import members_mails, members_pass
from campaigns.token_holder import holder
from core.errors import InputRefused
from core.i18n import long_date
from core.languages import READER_LANGUAGES
from core.public_urls import (
    PREFERENCES,
    PREFERENCES_HOW,
    members_web_version_path,
    preferences_address_path,
    preferences_data_path,
    preferences_erase_path,
)
from subscribers.links import PreferencesLink, read_preferences_token
from subscribers.preferences import PreferencesView, change_person, leave_everything, leave_lists, preferences
from subscribers.signs_of_life import note_heard
from subscribers.topic_choices import pause_of
from subscribers.topic_preferences import own_topics
from web.http.anonymous_copy import anonymous_text
from web.http.app_context import AppContext, Context
from web.http.form_data import ASKED, TOPIC, PostedForm
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.address_change import may_change_address
from web.public.page import page_language, reader_page
from web.public.preference_form import (
    FIELD,
    JOIN,
    KEEP,
    PAUSE,
    PAUSED,
    SHOWN,
    ask_to_join,
    first_day,
    named,
    offered_lists,
    own_fields,
    pause_days,
    read_pause_edit,
    save_own_fields,
    save_pause_edit,
    save_topics,
)

EVERYTHING = "everything"

router = pages_router()


@dataclass(frozen=True, slots=True)
class PreferencesResult:
    left: Sequence[str]
    """Lists that were left."""
    has_new_topics: bool
    """Whether topics were chosen otherwise than before."""
    asked: Sequence[str] = ()
    """Lists that they are asked to confirm."""
    refusal: InputRefused | None = None


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
        return _page(request, context, session, link, token)


@router.post(PREFERENCES)
@reserved
def change(request: Request, context: Context, token: str, form: PostedForm) -> Response:
    link = read_preferences_token(context.signer, token, now=context.clock.now())
    if EVERYTHING in form:
        return _leave(request, context, link)
    # The noes first, and by themselves: a name that is refused must not keep anybody on a list.
    with context.database.write() as session:
        result = _say_noes(context, session, link, form)
    try:
        result = replace(result, asked=_save(request, context, link, form))
    except InputRefused as refused:
        request.state.refusal = refused.code
        result = replace(result, refusal=refused)
    with context.database.read() as session:
        return _page(request, context, session, link, token, posted=result)


def _save(request: Request, context: AppContext, link: PreferencesLink, form: Mapping[str, str]) -> list[str]:
    """What may be refused: all of it, or nothing. The lists that they are asked to confirm."""
    now = context.clock.now()
    pause = read_pause_edit(form, zone=context.settings.time_zone, now=now)
    with context.database.write() as session:
        person = holder(session, link, settings=context.settings)
        # In whose words they were asked on the page, which may be in another language from now on.
        shown_in = page_language(request, known=person.language)
        change_person(session, person.id, name=form.get("name", ""), language=form.get("language", ""))
        save_own_fields(session, person.id, form)
        note_heard(session, person.id, now=now)
        if pause is not None:
            save_pause_edit(session, person, pause, now=now)
        return ask_to_join(context, session, person, form, language=shown_in)


def _leave(request: Request, context: AppContext, link: PreferencesLink) -> Response:
    """Everything at once: nobody has to find out first what they are on."""
    with context.database.write() as session:
        person = holder(session, link, settings=context.settings)
        language = page_language(request, known=person.language)
        leave_everything(session, person.id, evidence=_evidence(link), now=context.clock.now())
    with context.database.read() as session:
        return reader_page(context, session, "public/left_everything", language=language)


def _say_noes(
    context: AppContext, session: Session, link: PreferencesLink, form: Mapping[str, str]
) -> PreferencesResult:
    """Off the lists and topics that were unticked, as far as the page has shown them; and topics back on."""
    person, now = holder(session, link, settings=context.settings), context.clock.now()
    shown = [own.id for own in preferences(session, person.id, came_from=link.list_id).lists]
    has_new_topics = save_topics(session, person, shown, form, now=now)
    left = leave_lists(
        session,
        person.id,
        slugs=named(form, SHOWN) - named(form, KEEP),
        came_from=link.list_id,
        evidence=_evidence(link),
        now=now,
    )
    return PreferencesResult(left, has_new_topics)


def _evidence(link: PreferencesLink) -> str:
    return f"campaign:{link.campaign_public_id}"


def _page(
    request: Request,
    context: AppContext,
    session: Session,
    link: PreferencesLink,
    token: str,
    *,
    posted: PreferencesResult | None = None,
) -> Response:
    """What was refused stays in its fields. Raises NotFound where whoever the link is for has been erased."""
    person = holder(session, link, settings=context.settings)
    now, language = context.clock.now(), page_language(request, known=person.language)
    chosen = preferences(session, person.id, came_from=link.list_id, shown_in=language)
    refusal = posted.refusal if posted else None
    typed: Mapping[str, str] = request.state.typed if refusal else {}
    zone, list_ids = context.settings.time_zone, [own.id for own in chosen.lists]
    pause = pause_of(session, person.address_hash, now=now)
    until = first_day(pause.until if pause else None, zone)
    return reader_page(
        context,
        session,
        "public/preferences",
        mails=_mails(context, session, chosen, language),
        language=language,
        status=422 if refusal else 200,
        prefixes={"keep": KEEP, "shown": SHOWN, "topic": TOPIC, "asked": ASKED, "join": JOIN},
        topics=own_topics(
            session, person, list_ids, rhythms=offered_rhythms(session, list_ids), language=language
        ),
        others=[(row.slug, row.name_in(language)) for row in offered_lists(context, session, person.id)],
        pause=PAUSE,
        paused=PAUSED,
        until=until,
        until_shown=long_date(date.fromisoformat(until), language) if until else "",
        shown_pause=typed.get(PAUSE, until),
        days=pause_days(now, zone),
        everything=EVERYTHING,
        chosen=chosen,
        counts_clicks=is_counting(session) and not all(own.is_protected for own in chosen.lists),
        shown_language=typed.get("language", chosen.language),
        shown_name=typed.get("name", chosen.name),
        own_fields=own_fields(session, person.id),
        field_prefix=FIELD,
        typed=typed,
        languages=list(dict.fromkeys([*READER_LANGUAGES, chosen.language])),
        refusal=refusal,
        is_saved=posted is not None and refusal is None,
        is_partly_saved=posted is not None and (posted.left or posted.has_new_topics),
        left=posted.left if posted else [],
        asked=posted.asked if posted else [],
        address_path=preferences_address_path(token) if may_change_address(context, session) else None,
        data_path=preferences_data_path(token),
        erase_path=preferences_erase_path(token),
    )


def _mails(
    context: AppContext, session: Session, chosen: PreferencesView, language: str
) -> list[tuple[str, str, str, str]]:
    """Those that only readers of their lists see: where, what they are called, in which language, and when."""
    now = context.clock.now()
    return [
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
