"""The versions of a campaign: who saved what when, what changed, and the way back to each."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from campaigns.editorial.restore_version import HistoryChoice, RestoreEdit, restore_version
from campaigns.editorial.tables import CampaignVersion
from campaigns.editorial.versions import (
    CampaignVersionContent,
    content_version,
    get_version,
    read_content,
    version_before,
    versions_of,
)
from campaigns.queries import get_campaign
from campaigns.reporting.campaign_data import campaign_data
from campaigns.status import TRANSITIONS, CampaignAction
from core.errors import NotFound
from news.queries import texts_of
from staff.roles import Permission
from staff.users import names_of_actors
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.templates import READING, pages_router
from web.staff.campaign_page import RefusedForm
from web.staff.compose_page import composer
from web.staff.compose_preview import ComposeRequest
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import CampaignNumber, number_or_none, read_number
from web.staff.refused_form import redisplayed_on
from web.staff.version_difference import VersionReader

router = pages_router()


def _in_composer(_: Request, values: Mapping[str, Any], refused: RefusedForm) -> Response:
    return composer(
        values["context"], values["current_user"], values["campaign_id"], ComposeRequest(), refused=refused
    )


@router.post("/campaigns/{campaign_id}/compose/undo")
@redisplayed_on(_in_composer)
def do_undo(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    """The content before the last step again, whoever made it, in this session or another."""
    left_out = _restore(context, current_user, campaign_id, RestoreEdit(HistoryChoice.UNDO, form.get(SEEN)))
    return _to_composer(campaign_id, "undone", left_out)


@router.post("/campaigns/{campaign_id}/compose/redo")
@redisplayed_on(_in_composer)
def do_redo(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    """What was undone last again, as long as nothing was written since."""
    left_out = _restore(context, current_user, campaign_id, RestoreEdit(HistoryChoice.REDO, form.get(SEEN)))
    return _to_composer(campaign_id, "redone", left_out)


@router.api_route("/campaigns/{campaign_id}/compose/versions", methods=READING)
def show_versions(
    request: Request, context: Context, current_user: SignedIn, campaign_id: CampaignNumber
) -> Response:
    """The version that the address names is compared with the one before it."""
    return _page(context, current_user, campaign_id, number_or_none(request.query_params.get("version", "")))


def _on_versions_page(_: Request, values: Mapping[str, Any], refused: RefusedForm) -> Response:
    number = number_or_none(values["version_id"])
    return _page(values["context"], values["current_user"], values["campaign_id"], number, refused)


@router.post("/campaigns/{campaign_id}/compose/versions/{version_id}/restore")
@redisplayed_on(_on_versions_page)
def do_restore(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber, version_id: str
) -> Response:
    edit = RestoreEdit(read_number(version_id), form.get(SEEN))
    left_out = _restore(context, current_user, campaign_id, edit)
    return _to_composer(campaign_id, "restored", left_out)


def _restore(context: AppContext, current_user: CurrentUser, campaign_id: int, edit: RestoreEdit) -> int:
    with context.database.write() as session:
        actor, now = current_user.principal, context.clock.now()
        return restore_version(session, campaign_id, edit, actor=actor, now=now)


def _to_composer(campaign_id: int, done: str, left_out: int) -> Response:
    less = "-less" if left_out else ""
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done={done}{less}", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    campaign_id: int,
    chosen: int | None,
    refused: RefusedForm | None = None,
) -> Response:
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        versions = versions_of(session, campaign_id)
        names = names_of_actors(session, {version.actor for version in versions})
        shown = _shown(session, campaign_id, chosen or (versions[0].id if versions else None))
        before = version_before(session, campaign_id, shown.id) if shown else None
        seen = content_version(session, campaign_id)
        contents = [read_content(version.content) for version in (before, shown) if version is not None]
        titles = _titles(session, contents, campaign.main_language)
    reader = VersionReader(context.pages.texts, current_user.user.language, titles, campaign.main_language)
    may_edit = (campaign.status, CampaignAction.EDIT) in TRANSITIONS and current_user.may(Permission.EDIT)
    return staff_page(
        context,
        current_user,
        "staff/compose_versions",
        status=refused.error.http_status if refused else 200,
        section="campaigns",
        campaign=campaign_data(campaign),
        versions=versions,
        by_id={version.id: version for version in versions},
        names=names,
        shown=shown,
        changes=reader.differences(*contents) if before else None,
        seen=seen,
        may_restore=may_edit and shown is not None and shown.id != versions[0].id,
        refused=refused,
    )


def _shown(session: Session, campaign_id: int, version_id: int | None) -> CampaignVersion | None:
    """None where there are no versions yet, or of one that was forgotten."""
    try:
        return get_version(session, campaign_id, version_id) if version_id is not None else None
    except NotFound:
        return None


def _titles(session: Session, contents: list[CampaignVersionContent], language: str) -> dict[int, str]:
    """What the news items are called."""
    ids = [block.item_id for content in contents for block in content.blocks if block.item_id is not None]
    return {
        item_id: (texts.get(language) or next(iter(texts.values()))).title
        for item_id, texts in texts_of(session, sorted(set(ids))).items()
        if texts
    }
