"""The words around a campaign's blocks, language by language: changed, added, taken out. Whatever was approved is
approved no longer, and the page says so."""

from collections.abc import Mapping

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.editorial.edit import VariantEdit, add_variant, edit_variant, remove_variant
from campaigns.editorial.stale_edit import StaleEdit, conflicts, text_fields, text_version, untouched
from campaigns.editorial.written_block import written_html
from campaigns.queries import get_campaign, variants_of
from campaigns.status import CampaignStatus
from campaigns.tables import Variant
from core.errors import BiltenError, Conflict, InputRefused
from news.word_difference import readable
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.live import is_live
from web.http.templates import pages_router
from web.staff.campaign_page import RefusedForm
from web.staff.compose_live import LiveAnswer, LiveRefusal, expect_draft, live_refused, live_saved
from web.staff.compose_page import composer
from web.staff.compose_preview import ComposeRequest
from web.staff.current_user import CurrentUser, SignedIn, StaffForm
from web.staff.path_params import CampaignNumber
from web.staff.refused_form import redisplayed

LINES = ("subject", "preheader")
INTRO = "intro"

router = pages_router()


@router.post("/campaigns/{campaign_id}/variants")
@redisplayed
def add_language(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    language = form.get("language", "").strip()
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        was_draft = get_campaign(session, campaign_id).status is CampaignStatus.DRAFT
        add_variant(session, campaign_id, language, actor=actor, now=now)
    done = "language-added" if was_draft else "language-added-voids"
    return RedirectResponse(f"/campaigns/{campaign_id}?done={done}&language={language}", status_code=303)


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
    changes: dict[str, str] = {}
    try:
        if is_live(request):
            expect_draft(context, campaign_id)
        changes |= _written(context, current_user, language, form)
        with context.database.write() as session:
            edit = VariantEdit(changes, form.get(SEEN))
            edit_variant(
                session, campaign_id, language, edit, actor=current_user.principal, now=context.clock.now()
            )
    except (InputRefused, Conflict) as refused:
        request.state.refusal = refused.code
        if is_live(request):
            refusal = _live_refusal(context, campaign_id, language, VariantEdit(changes, form.get(SEEN)), refused)
            return live_refused(context, current_user, refusal)
        if not isinstance(refused, InputRefused | StaleEdit):
            raise
        asked = ComposeRequest(language=language, open_language=language)
        typed = RefusedForm(refused, _without(form, untouched(form.get(SEEN), changes)), f"variants/{language}")
        return composer(context, current_user, campaign_id, asked, refused=typed)
    if is_live(request):
        present = text_fields(_variant(context, campaign_id, language))
        answer = LiveAnswer(language=language, seen=text_version(present | changes))
        return live_saved(request, context, current_user, campaign_id, answer)
    return _back(campaign_id, "words", language)


@router.post("/campaigns/{campaign_id}/variants/{language}/remove")
def remove_language(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber, language: str
) -> Response:
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        remove_variant(session, campaign_id, language, actor=actor, now=now, seen=form.get(SEEN))
    return _back(campaign_id, "language-removed")


def _written(
    context: AppContext, current_user: CurrentUser, language: str, form: Mapping[str, str]
) -> dict[str, str]:
    """Raises InputRefused."""
    changes = {name: form[name] for name in LINES if name in form}
    if INTRO in form:
        changes["intro_html"] = _introduction(context, current_user, language, form)
    return changes


def _without(form: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """The form, in which those fields show what is saved now."""
    names = {name.removesuffix("_html") for name in given}
    return {name: text for name, text in form.items() if name.removesuffix("_format") not in names}


def _variant(context: AppContext, campaign_id: int, language: str) -> Variant:
    with context.database.read() as session:
        return next(each for each in variants_of(session, campaign_id) if each.language == language)


def _live_refusal(
    context: AppContext, campaign_id: int, language: str, edit: VariantEdit, refused: BiltenError
) -> LiveRefusal:
    """With both texts of each field that both have changed."""
    if not isinstance(refused, StaleEdit):
        return LiveRefusal(refused)
    variant = _variant(context, campaign_id, language)
    given = untouched(edit.seen, edit.changes)
    both = {
        name.removesuffix("_html"): (readable(getattr(variant, name)), readable(mine))
        if name == "intro_html"
        else (getattr(variant, name), mine)
        for name, mine in edit.changes.items()
        if name in conflicts(edit.seen, edit.changes, text_fields(variant))
    }
    back = f"/campaigns/{campaign_id}/compose?words={language}&language={language}#words-{language}"
    return LiveRefusal(refused, conflicts=both, seen=text_version(text_fields(variant) | given), back=back)


def _introduction(context: AppContext, current_user: CurrentUser, language: str, form: Mapping[str, str]) -> str:
    # Browsers send line breaks as CR LF (HTML, "constructing the entry list").
    text = form[INTRO].replace("\r\n", "\n")
    field_label = context.pages.texts.text(current_user.user.language, "web-variant-intro")
    return written_html(text, language, is_html=form.get(f"{INTRO}_format") == "html", body_name=field_label)


def _back(campaign_id: int, done: str, language: str | None = None) -> Response:
    shown = f"&language={language}" if language else ""
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done={done}{shown}", status_code=303)
