"""The words around a campaign's blocks, language by language: changed, added, taken out. Whatever was approved is
approved no longer, and the page says so."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.edit import VariantEdit, add_variant, edit_variant, remove_variant
from campaigns.editorial.written_block import written_html
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.templates import pages_router
from web.staff.campaign_page import RefusedForm
from web.staff.compose_page import ComposeRequest, composer
from web.staff.current_user import CurrentUser, SignedIn, StaffForm
from web.staff.path_params import CampaignNumber
from web.staff.refused_form import redisplayed, redisplayed_on

LINES = ("subject", "preheader")
INTRO = "intro"

router = pages_router()


def _in_composer(_: Request, values: Mapping[str, Any], refused: RefusedForm) -> Response:
    asked = ComposeRequest(language=values["language"], open_language=values["language"])
    return composer(values["context"], values["current_user"], values["campaign_id"], asked, refused=refused)


@router.post("/campaigns/{campaign_id}/variants")
@redisplayed
def add_language(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    language = form.get("language", "").strip()
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        add_variant(session, campaign_id, language, actor=actor, now=now)
    return RedirectResponse(f"/campaigns/{campaign_id}?done=language-added&language={language}", status_code=303)


@router.post("/campaigns/{campaign_id}/variants/{language}")
@redisplayed_on(_in_composer)
def change_texts(
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    *,
    campaign_id: CampaignNumber,
    language: str,
) -> Response:
    changes = {name: form[name] for name in LINES if name in form}
    if INTRO in form:
        changes["intro_html"] = _introduction(context, current_user, form)
    actor, now = current_user.principal, context.clock.now()
    edit = VariantEdit(changes, form.get(SEEN))
    with context.database.write() as session:
        edit_variant(session, campaign_id, language, edit, actor=actor, now=now)
    return _back(campaign_id, "words", language)


@router.post("/campaigns/{campaign_id}/variants/{language}/remove")
def remove_language(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber, language: str
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        remove_variant(session, campaign_id, language, actor=actor, now=now, seen=form.get(SEEN))
    return _back(campaign_id, "language-removed")


def _introduction(context: AppContext, current_user: CurrentUser, form: Mapping[str, str]) -> str:
    # Browsers send line breaks as CR LF (HTML, "constructing the entry list").
    text = form[INTRO].replace("\r\n", "\n")
    field_label = context.pages.texts.text(current_user.user.language, "web-variant-intro")
    return written_html(text, is_html=form.get(f"{INTRO}_format") == "html", body_name=field_label)


def _back(campaign_id: int, done: str, language: str | None = None) -> Response:
    shown = f"&language={language}" if language else ""
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done={done}{shown}", status_code=303)
