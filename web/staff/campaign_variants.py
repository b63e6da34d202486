"""The words of a campaign, language by language: changed, added, taken out. Whatever was approved is approved no
longer, and the page says so."""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.edit import VariantEdit, add_variant, edit_variant, remove_variant
from campaigns.editorial.stale_edit import StaleEdit
from web.http.app_context import Context
from web.http.form_data import SEEN
from web.http.templates import pages_router
from web.staff.campaign_page import RefusedEdit, campaign_page
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import CampaignNumber

TEXT_FIELDS = ("subject", "preheader", "intro")

router = pages_router()


@router.post("/campaigns/{campaign_id}/variants")
def add_language(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    language = form.get("language", "").strip()
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        add_variant(session, campaign_id, language, actor=actor, now=now)
    return _back(campaign_id, "language-added", language)


@router.post("/campaigns/{campaign_id}/variants/{language}")
def change_texts(
    request: Request,
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    *,
    campaign_id: CampaignNumber,
    language: str,
) -> Response:
    # Browsers send line breaks as CR LF (HTML, "constructing the entry list").
    changes = {name: form[name].replace("\r\n", "\n") for name in TEXT_FIELDS if name in form}
    actor, now = current_user.principal, context.clock.now()
    edit = VariantEdit(changes, form.get(SEEN))
    try:
        with context.database.write() as session:
            edit_variant(session, campaign_id, language, edit, actor=actor, now=now)
    except StaleEdit as stale:
        request.state.refusal = stale.code
        refused = RefusedEdit(stale, changes)
        return campaign_page(request, context, current_user, campaign_id, language=language, refused=refused)
    return _back(campaign_id, "words", language)


@router.post("/campaigns/{campaign_id}/variants/{language}/remove")
def remove_language(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber, language: str
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        remove_variant(session, campaign_id, language, actor=actor, now=now, seen=form.get(SEEN))
    return _back(campaign_id, "language-removed")


def _back(campaign_id: int, done: str, language: str | None = None) -> Response:
    shown = f"&language={language}" if language else ""
    return RedirectResponse(f"/campaigns/{campaign_id}?done={done}{shown}", status_code=303)
