"""What staff do with the blocks of a campaign: one POST a step, and the composer again, at the block."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from campaigns.block_content import BlockContent, BlockKind
from campaigns.editorial.arrange_blocks import PlaceEdit, add_block, move_block, remove_block
from campaigns.editorial.block_form import BlockForm
from campaigns.editorial.blocks import block_with, blocks_of
from campaigns.editorial.change_block import BlockEdit, change_block
from campaigns.editorial.edit import reopen_to_edit
from campaigns.editorial.form_merge import merge_form
from campaigns.editorial.stale_edit import StaleEdit
from campaigns.editorial.written_block import WrittenContent, present_assets, written_block
from campaigns.queries import variants_of
from core.errors import Conflict, NotFound
from core.languages import writing_order
from news.written_item import FormAssets
from staff.principal import require
from staff.roles import Permission
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.live import is_live
from web.http.streamed_upload import StreamedForm
from web.http.templates import pages_router
from web.http.typed_fields import keep_typed
from web.staff.campaign_page import RefusedForm
from web.staff.compose_live import LiveAnswer, LiveRefusal, expect_draft, live_refused, live_saved
from web.staff.compose_page import composer
from web.staff.compose_preview import ComposeRequest
from web.staff.compose_view import OpenForm, open_form, saved_form, stored_form
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, StaffStream
from web.staff.media_choice import searched_in
from web.staff.path_params import CampaignNumber, number_or_none, read_number
from web.staff.refused_form import redisplayed_on

PREFIX = "/campaign-blocks"
"""Where forms with large files are posted to."""

router = pages_router()


def _in_composer(_: Request, values: Mapping[str, Any], refused: RefusedForm) -> Response:
    return composer(
        values["context"], values["current_user"], values["campaign_id"], ComposeRequest(), refused=refused
    )


@router.post("/campaigns/{campaign_id}/compose/open")
def do_open(context: Context, current_user: SignedIn, _: StaffForm, campaign_id: CampaignNumber) -> Response:
    """A draft again, to be written: approvals are void."""
    with context.database.write() as session:
        reopen_to_edit(session, campaign_id, actor=current_user.principal, now=context.clock.now())
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done=opened", status_code=303)


@router.post("/campaigns/{campaign_id}/blocks")
@redisplayed_on(_in_composer, also_unknown=True)
def do_add(context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber) -> Response:
    kind, after = form.get("kind", ""), number_or_none(form.get("after", ""))
    if kind not in tuple(BlockKind):
        raise HTTPException(404)
    with context.database.write() as session:
        actor, now = current_user.principal, context.clock.now()
        block_id = add_block(session, campaign_id, BlockKind(kind), after=after, actor=actor, now=now)
    return _back(campaign_id, "block-added", block_id, is_open=True)


@router.post("/campaigns/{campaign_id}/blocks/{block_id}/move")
def do_move(
    request: Request,
    context: Context,
    current_user: SignedIn,
    form: StaffForm,
    *,
    campaign_id: CampaignNumber,
    block_id: str,
) -> Response:
    edit = PlaceEdit(read_number(block_id), _places(form.get("by", "")), form.get(SEEN))
    try:
        if is_live(request):
            expect_draft(context, campaign_id)
        with context.database.write() as session:
            move_block(session, campaign_id, edit, actor=current_user.principal, now=context.clock.now())
    except (NotFound, Conflict) as refused:
        request.state.refusal = refused.code
        if is_live(request):
            return live_refused(context, current_user, LiveRefusal(refused, is_step=True))
        if not isinstance(refused, NotFound | StaleEdit):
            raise
        return composer(
            context, current_user, campaign_id, ComposeRequest(), refused=RefusedForm(refused, form, "move")
        )
    if is_live(request):
        return live_saved(request, context, current_user, campaign_id, LiveAnswer(moved=edit.block_id))
    return _back(campaign_id, "block-moved", edit.block_id)


def _places(by: str) -> int:
    """How many places down, or up."""
    if not re.fullmatch(r"-?[0-9]{1,3}", by):
        raise HTTPException(422)
    return int(by)


@router.post("/campaigns/{campaign_id}/blocks/{block_id}/remove")
@redisplayed_on(_in_composer, also_unknown=True)
def do_remove(
    context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber, block_id: str
) -> Response:
    with context.database.write() as session:
        actor, now = current_user.principal, context.clock.now()
        remove_block(session, campaign_id, read_number(block_id), actor=actor, now=now, seen=form.get(SEEN))
    return RedirectResponse(f"/campaigns/{campaign_id}/compose?done=block-removed#blocks", status_code=303)


@router.post(PREFIX + "/{campaign_id}/{block_id}")
def do_change(
    request: Request,
    context: Context,
    current_user: SignedIn,
    streamed: StaffStream,
    *,
    campaign_id: CampaignNumber,
    block_id: str,
) -> Response:
    require(current_user.principal, Permission.EDIT)
    keep_typed(request, streamed.fields)
    number = read_number(block_id)
    if is_live(request):
        try:
            expect_draft(context, campaign_id)
        except Conflict as submitted:
            return live_refused(context, current_user, LiveRefusal(submitted))
    block, languages = _block(context, current_user, campaign_id, number)
    form = BlockForm(block.kind, languages, streamed.fields, streamed.files.keys())
    content, now = _written(context, current_user, form, streamed, block), saved_form(block)
    seen = streamed.fields.get(SEEN, now.version)
    # While somebody types it is saved as it is; only the button searches.
    if searched_in(form.fields) and not is_live(request):
        form.problems.clear()
        return _not_saved(request, context, current_user, campaign_id, open_form(block, form, seen=seen))
    merge = merge_form(form, seen, now)
    if content is not None and not merge.conflicts and seen != now.version:
        form, seen = replace(form, fields=merge.fields), now.version
        content = _written(context, current_user, form, streamed, block)
    if content is None:
        request.state.refusal = next(iter(form.problems.values())).code
        return _not_saved(request, context, current_user, campaign_id, open_form(block, form, seen=seen))
    try:
        if merge.conflicts:
            raise StaleEdit("campaigns-changed-by-another")
        with context.database.write() as session:
            edit = BlockEdit(number, content.settings, content.texts, block.version)
            saved = change_block(session, campaign_id, edit, actor=current_user.principal, now=context.clock.now())
    except StaleEdit as stale:
        request.state.refusal = stale.code
        block, _ = _block(context, current_user, campaign_id, number)
        opened = _both(request, block, form, seen, stale)
        return _not_saved(request, context, current_user, campaign_id, opened)
    if is_live(request):
        after = saved_form(saved)
        stored = stored_form(saved, languages, after)
        files = open_form(saved, stored, seen=after.version) if form.has_files else None
        answer = LiveAnswer(number, seen=merge.seen_after(after), files=files)
        return live_saved(request, context, current_user, campaign_id, answer)
    return _back(campaign_id, "block-changed", number)


def _both(request: Request, block: BlockContent, form: BlockForm, seen: str, stale: StaleEdit) -> OpenForm:
    """The form again, with what is saved now beside each field that both have changed, and in those that were left
    alone; of a live one, which stays in the page as it is, only what is beside it."""
    now = saved_form(block)
    merge = merge_form(form, seen, now)
    if is_live(request):
        return open_form(block, form, seen=merge.seen_after(now), stale=stale, conflicts=merge.conflicts)
    form = replace(form, fields=merge.fields, rendered=form.rendered | merge.bodies(now))
    return open_form(block, form, seen=now.version, stale=stale, conflicts=merge.conflicts)


def _not_saved(
    request: Request, context: AppContext, current_user: CurrentUser, campaign_id: int, opened: OpenForm
) -> Response:
    if is_live(request):
        back = f"/campaigns/{campaign_id}/compose?block={opened.block_id}#block-{opened.block_id}"
        seen = opened.seen if opened.stale else ""
        refusal = LiveRefusal(opened.stale, opened, opened.conflicts, seen, back)
        return live_refused(context, current_user, refusal)
    return composer(context, current_user, campaign_id, ComposeRequest(open_block=opened.block_id), written=opened)


def _block(
    context: AppContext, current_user: CurrentUser, campaign_id: int, block_id: int
) -> tuple[BlockContent, list[str]]:
    """With the languages of the campaign, in the order of its form."""
    with context.database.read() as session:
        codes = [variant.language for variant in variants_of(session, campaign_id)]
        block = block_with(blocks_of(session, campaign_id), block_id)
    return block, writing_order(codes, mine=current_user.user.language)


def _written(
    context: AppContext, current_user: CurrentUser, form: BlockForm, streamed: StreamedForm, block: BlockContent
) -> WrittenContent | None:
    files = FormAssets(context.assets, streamed.uploads(), present_assets(block))
    body_name = context.pages.texts.text(current_user.user.language, "news-field-body")
    return written_block(form, files, body_name=body_name)


def _back(campaign_id: int, done: str, block_id: int, *, is_open: bool = False) -> Response:
    shown = f"&block={block_id}" if is_open else ""
    return RedirectResponse(
        f"/campaigns/{campaign_id}/compose?done={done}{shown}#block-{block_id}", status_code=303
    )
