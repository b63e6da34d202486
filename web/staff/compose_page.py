"""The composer: the blocks of a campaign and their texts, beside what readers will get and what the check says."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.block_content import BlockContent
from campaigns.editorial.blocks import blocks_of, order_version
from campaigns.editorial.content_changes import contributors, lacks_approvers
from campaigns.editorial.contributions import why_not
from campaigns.editorial.presence import others_present
from campaigns.editorial.stale_edit import text_fields, text_version
from campaigns.queries import get_campaign, variants_of
from campaigns.reporting.campaign_data import campaign_data
from campaigns.review.notes import MAX_REMARK
from campaigns.status import TRANSITIONS, CampaignAction, CampaignStatus
from campaigns.tables import Campaign
from core.languages import writing_order
from delivery.senders.senders import get_sender
from staff.roles import Permission
from subscribers.field_tables import CustomField
from subscribers.fields import fields_in_use
from templates.content import ItemMode
from templates.designs import DESIGNS
from templates.merge import FIELDS, OF_CAMPAIGNS, FieldKind, custom_field
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.campaign_page import RefusedForm
from web.staff.comment_view import comment_values
from web.staff.compose_preview import (
    ADDABLE,
    CHOOSE_READER,
    VIEWS,
    ComposeRequest,
    history_values,
    linking,
    preview_values,
    read_asked,
)
from web.staff.compose_view import OpenForm, block_lines, open_form, rich_fields, saved_form, stored_form
from web.staff.compose_words import LIMITS, inbox_lines
from web.staff.current_user import CurrentUser, SignedIn, staff_page
from web.staff.media_choice import block_choices
from web.staff.path_params import CampaignNumber

_BESIDE = ("comments", CHOOSE_READER)
"""Forms of the page that write nothing in the campaign."""

router = pages_router()


@router.api_route("/campaigns/{campaign_id}/compose", methods=READING)
def show_composer(
    request: Request, context: Context, current_user: SignedIn, campaign_id: CampaignNumber
) -> Response:
    return composer(context, current_user, campaign_id, read_asked(request.query_params))


def composer(
    context: AppContext,
    current_user: CurrentUser,
    campaign_id: int,
    asked: ComposeRequest,
    *,
    refused: RefusedForm | None = None,
    written: OpenForm | None = None,
) -> Response:
    """`refused`: a form of the page that was, and what was typed into it. `written`: the open block's form, as it
    was typed."""
    with context.database.read() as session:
        campaign = get_campaign(session, campaign_id)
        variants = variants_of(session, campaign_id)
        blocks = blocks_of(session, campaign_id)
        languages = writing_order([variant.language for variant in variants], mine=current_user.user.language)
        lines = block_lines(session, blocks, languages)
        values = preview_values(session, context, campaign, asked, languages, viewer=current_user.principal)
        values |= _hints(session, context, current_user, campaign) | history_values(session, campaign_id)
        values["others"] = others_present(
            session, campaign_id, but=current_user.principal, now=context.clock.now()
        )
        fields = fields_in_use(session)
        values |= comment_values(session, current_user, campaign, lines)
    is_written = _is_written(campaign, current_user, refused=refused, written=written)
    opened = written or (_opened(blocks, languages, asked.open_block) if is_written else None)
    return staff_page(
        context,
        current_user,
        "staff/compose",
        status=_status(refused, written),
        section="campaigns",
        campaign=campaign_data(campaign) | {"main_language": campaign.main_language},
        languages=languages,
        variants={variant.language: variant for variant in variants},
        introductions={variant.language: rich_fields("intro", variant.intro_html) for variant in variants},
        texts_seen={variant.language: text_version(text_fields(variant)) for variant in variants},
        lines=lines,
        order_seen=order_version(blocks),
        opened=opened,
        opened_id=_opened_id(asked, opened),
        is_written=is_written,
        can_be_reopened=not is_written and _may_be_edited(campaign, current_user),
        is_for_one=DESIGNS[campaign.kind.value].is_for_one,
        addable=ADDABLE,
        modes=list(ItemMode),
        merge_fields=_merge_fields(context, current_user, fields),
        inbox={variant.language: inbox_lines(variant, context.settings) for variant in variants},
        inbox_limits=LIMITS,
        longest_remark=MAX_REMARK,
        refused=refused,
        typed_in=partial(_typed_in, refused),
        asset_path=context.assets.url_path,
        kept_path=context.assets.kept_path,
        library=block_choices(context, opened.form if opened else None),
        asked=asked,
        link=linking(campaign_id, asked, values["shown_language"]),
        views=VIEWS,
        **values,
    )


def _status(refused: RefusedForm | None, written: OpenForm | None) -> int:
    if refused:
        return refused.error.http_status
    if written:
        return written.stale.http_status if written.stale else 422 if written.form.problems else 200
    return 200


def _opened(blocks: Sequence[BlockContent], languages: Sequence[str], block_id: int | None) -> OpenForm | None:
    block = next((block for block in blocks if block.id == block_id), None)
    if block is None:
        return None
    saved = saved_form(block)
    return open_form(block, stored_form(block, languages, saved), seen=saved.version)


def _is_written(
    campaign: Campaign, current_user: CurrentUser, *, refused: RefusedForm | None, written: OpenForm | None
) -> bool:
    """Whether it can be changed here, or somebody tried to: what was typed stays in its form."""
    is_draft = campaign.status is CampaignStatus.DRAFT and current_user.may(Permission.EDIT)
    return is_draft or written is not None or (refused is not None and refused.name not in _BESIDE)


def _may_be_edited(campaign: Campaign, current_user: CurrentUser) -> bool:
    """Which withdraws the approval."""
    return (campaign.status, CampaignAction.EDIT) in TRANSITIONS and current_user.may(Permission.EDIT)


def _opened_id(asked: ComposeRequest, opened: OpenForm | None) -> int:
    return asked.open_block or 0 if opened else 0


def _hints(session: Session, context: AppContext, current_user: CurrentUser, campaign: Campaign) -> dict[str, Any]:
    me = current_user.principal.name
    hand = why_not(me, contributors(session, campaign))
    return {
        "nobody_left": lacks_approvers(session, campaign, settings=context.settings),
        "edit_leaves_nobody": lacks_approvers(session, campaign, settings=context.settings, without=me),
        "edit_costs_vote": hand is None and current_user.may(Permission.APPROVE),
        "sender_name": get_sender(session, campaign.sender_id).from_name,
    }


def _merge_fields(
    context: AppContext, current_user: CurrentUser, fields: Sequence[CustomField]
) -> list[dict[str, str]]:
    """Those that stand in a text: what addresses lead to is the layout's. Of `fields`, what emails may show."""
    language = current_user.user.language
    text = partial(context.pages.texts.text, language)
    names = sorted(name for name in OF_CAMPAIGNS if FIELDS[name] is FieldKind.WORDS)
    default = text("web-compose-field-default")
    offered = [(text(f"web-compose-field-{name}"), f"[[{name}|{default}]]") for name in names]
    # What stands there for everybody else only their writer knows: the check asks for it.
    custom = [(field.label_in(language), field) for field in fields if field.is_in_emails]
    offered += [(label, f"[[{custom_field(field.word)}|]]") for label, field in custom]
    return [{"label": label, "value": value} for label, value in offered]


def _typed_in(refused: RefusedForm | None, name: str) -> Mapping[str, str]:
    return refused.typed if refused and refused.name == name else {}
