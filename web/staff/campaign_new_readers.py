"""The last step of a new campaign: its lists, languages and sender, as the last one of its kind had them."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.draft import DraftRequest, draft_campaign
from campaigns.editorial.draft_defaults import DraftDefaults, draft_defaults
from campaigns.editorial.news_list import NewsSummary, news_in_order
from core.errors import BiltenError, InputRefused, NotFound
from core.languages import READER_LANGUAGES, writing_order
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.campaign_new import NewCampaignChoice, read_choice
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page

_LANGUAGE = "language-"
"""Begins the names of the boxes to tick."""

router = pages_router()


@router.api_route("/campaigns/new/{kind}/readers", methods=READING)
def show_readers(request: Request, context: Context, current_user: SignedIn, kind: str) -> Response:
    return _page(context, current_user, read_choice(kind, request.query_params))


@router.post("/campaigns/new/{kind}")
def do_draft(request: Request, context: Context, current_user: SignedIn, form: StaffForm, kind: str) -> Response:
    """The campaign is drafted, and opened in the composer."""
    choice = read_choice(kind, form)
    try:
        with context.database.write() as session:
            items = news_in_order(session, choice.item_ids)
            if len(items) < len(choice.item_ids):
                raise InputRefused("web-new-news-gone")
            campaign = draft_campaign(
                session,
                _request(choice, items, form),
                actor=current_user.principal,
                now=context.clock.now(),
            )
            campaign_id = campaign.id
    except (InputRefused, NotFound) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, choice, refused=refused, typed=form)
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done=drafted", status_code=303)


def _request(choice: NewCampaignChoice, items: list[NewsSummary], form: Mapping[str, str]) -> DraftRequest:
    languages = [name.removeprefix(_LANGUAGE) for name in form if name.startswith(_LANGUAGE)]
    main = form.get("main", "")
    if main not in languages:
        raise InputRefused("web-new-main-language")
    return DraftRequest(
        kind=choice.kind,
        name=form.get("name", ""),
        item_slugs=[item.slug for item in items],
        list_slug=form.get("list", ""),
        sender_name=form.get("sender", ""),
        second_sender_name=form.get("second", ""),
        main_language=main,
        languages=languages,
    )


def _page(
    context: AppContext,
    current_user: CurrentUser,
    choice: NewCampaignChoice,
    *,
    refused: BiltenError | None = None,
    typed: Mapping[str, str] | None = None,
) -> Response:
    with context.database.read() as session:
        chosen = news_in_order(session, choice.item_ids)
        item_languages = {language for item in chosen for language in item.titles}
        counts = context.audience_counts.get(session, now=context.clock.now()).counts
        defaults = draft_defaults(
            session,
            choice.kind,
            item_languages=item_languages,
            staff_language=current_user.user.language,
            readers=counts,
        )
    return staff_page(
        context,
        current_user,
        "staff/campaign_readers",
        status=refused.http_status if refused else 200,
        section="campaigns",
        choice=choice.with_items([item.id for item in chosen]),
        chosen=chosen,
        defaults=defaults,
        languages=_languages(defaults, item_languages, mine=current_user.user.language),
        text_counts={code: sum(code in item.titles for item in chosen) for code in item_languages},
        reader_counts={row.id: sum(counts.get(row.id, {}).values()) for row in defaults.lists},
        refused=refused,
        typed=typed if typed is not None else _as_form(defaults),
    )


def _languages(defaults: DraftDefaults, item_languages: set[str], *, mine: str) -> list[str]:
    """Those to tick."""
    of_lists = [language for row in defaults.lists for language in row.language_chain]
    return writing_order([*defaults.languages, *item_languages, *of_lists, *READER_LANGUAGES], mine=mine)


def _as_form(defaults: DraftDefaults) -> dict[str, Any]:
    """The defaults, as if they had been typed."""
    return {
        "name": "",
        "list": defaults.list_slug,
        "sender": defaults.sender_name,
        "second": defaults.second_sender_name,
        "main": defaults.main_language,
        **{f"{_LANGUAGE}{language}": "yes" for language in defaults.languages},
    }
