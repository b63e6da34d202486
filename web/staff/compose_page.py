"""The composer: the blocks of a campaign and their texts, beside what readers will get and what the check says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.block_content import BlockContent, BlockKind
from campaigns.editorial.blocks import blocks_of, order_version
from campaigns.editorial.content_changes import contributors, lacks_approvers
from campaigns.editorial.contributions import why_not
from campaigns.editorial.draft import SUBJECT_LENGTH
from campaigns.editorial.preview import preview
from campaigns.editorial.render_variants import render_variants
from campaigns.editorial.stale_edit import text_version
from campaigns.queries import get_campaign, variants_of
from campaigns.reporting.campaign_data import campaign_data
from campaigns.review.check import check, check_mails
from campaigns.review.notes import MAX_REMARK
from campaigns.status import TRANSITIONS, CampaignAction, CampaignStatus
from campaigns.tables import Campaign, Variant
from core.errors import InputRefused, Misconfigured
from core.json_digest import json_digest
from delivery.senders.senders import get_sender
from staff.roles import Permission
from templates.check import Finding
from templates.content import ItemMode, RenderedMail
from templates.designs import DESIGNS
from templates.merge import FIELDS, OF_CAMPAIGNS, FieldKind
from web.http.anonymous_copy import anonymous_text
from web.http.app_context import AppContext, Context
from web.http.templates import READING, pages_router
from web.staff.campaign_facts import CHECKED
from web.staff.campaign_page import RefusedForm
from web.staff.comment_view import comment_values
from web.staff.compose_view import BlockLine, OpenForm, block_lines, open_form, rich_fields, stored_form
from web.staff.current_user import CurrentUser, SignedIn, staff_page
from web.staff.path_params import CampaignNumber, number_or_none

DONE = (
    *("commented", "comment-settled", "comment-reopened"),
    *("drafted", "words", "language-removed", "block-added", "block-changed", "block-moved", "block-removed"),
    "opened",
)
ADDABLE = tuple(kind for kind in BlockKind if kind is not BlockKind.ITEM)
VIEWS = ("phone", "desktop", "dark", "plain", "text")
"""How the preview shows the mail: `plain` is without pictures."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class ComposeRequest:
    """What the page is asked to show."""

    language: str = ""
    view: str = VIEWS[0]
    open_block: int | None = None
    open_language: str = ""
    done: str = ""


@router.api_route("/campaigns/{campaign_id}/compose", methods=READING)
def show_composer(
    request: Request, context: Context, current_user: SignedIn, campaign_id: CampaignNumber
) -> Response:
    return composer(context, current_user, campaign_id, read_asked(request.query_params))


def read_asked(asked: Mapping[str, str]) -> ComposeRequest:
    view, done = asked.get("view", ""), asked.get("done", "")
    return ComposeRequest(
        language=asked.get("language", ""),
        view=view if view in VIEWS else VIEWS[0],
        open_block=number_or_none(asked.get("block", "")),
        open_language=asked.get("words", ""),
        done=done if done in DONE else "",
    )


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
        languages = in_order(campaign, variants)
        lines = block_lines(session, blocks, languages)
        values = preview_values(session, context, campaign, asked, languages)
        values |= _hints(session, context, current_user, campaign)
        values |= comment_values(session, current_user, campaign, lines)
    is_written = campaign.status is CampaignStatus.DRAFT and current_user.may(Permission.EDIT)
    is_written = is_written or written is not None or (refused is not None and refused.name != "comments")
    opened = written or (_opened(blocks, languages, asked.open_block) if is_written else None)
    status = _status(refused, written)
    return staff_page(
        context,
        current_user,
        "staff/compose",
        status=status,
        section="campaigns",
        campaign=campaign_data(campaign) | {"main_language": campaign.main_language},
        languages=languages,
        variants={variant.language: variant for variant in variants},
        introductions={variant.language: rich_fields("intro", variant.intro_html) for variant in variants},
        texts_seen={variant.language: text_version(variant) for variant in variants},
        lines=lines,
        order_seen=order_version(blocks),
        opened=opened,
        opened_id=_opened_id(asked, opened),
        is_written=is_written,
        can_be_reopened=not is_written
        and (campaign.status, CampaignAction.EDIT) in TRANSITIONS
        and current_user.may(Permission.EDIT),
        is_for_one=DESIGNS[campaign.kind.value].is_for_one,
        addable=ADDABLE,
        modes=list(ItemMode),
        merge_fields=_merge_fields(context, current_user),
        subject_length=SUBJECT_LENGTH,
        longest_remark=MAX_REMARK,
        refused=refused,
        typed_in=partial(_typed_in, refused),
        asset_path=context.assets.url_path,
        asked=asked,
        link=linking(campaign_id, asked, values["shown_language"]),
        views=VIEWS,
        **values,
    )


def _status(refused: RefusedForm | None, written: OpenForm | None) -> int:
    if refused:
        return refused.error.http_status
    if written:
        return written.stale.http_status if written.stale else 422
    return 200


def in_order(campaign: Campaign, variants: Sequence[Variant]) -> list[str]:
    """The campaign's languages, the main one first."""
    codes = [variant.language for variant in variants]
    return sorted(codes, key=lambda code: (code != campaign.main_language, code))


def _opened(blocks: Sequence[BlockContent], languages: Sequence[str], block_id: int | None) -> OpenForm | None:
    block = next((block for block in blocks if block.id == block_id), None)
    return open_form(block, stored_form(block, languages), seen=block.version) if block else None


def _opened_id(asked: ComposeRequest, opened: OpenForm | None) -> int:
    return asked.open_block or 0 if opened else 0


def preview_values(
    session: Session, context: AppContext, campaign: Campaign, asked: ComposeRequest, languages: Sequence[str]
) -> dict[str, Any]:
    """What the email is, and what the check says. One that cannot be rendered is said to be so."""
    language = asked.language if asked.language in languages else languages[0]
    values: dict[str, Any] = {"shown_language": language, "findings": [], "unreadable": None}
    values |= {"place_of": place_of, "preview_version": ""}
    try:
        rendered, findings = _rendered(session, context, campaign, language)
        values["text"] = anonymous_text(rendered.text, context.settings)
        values["preview_version"] = json_digest(rendered.html)[:12]
        values["findings"] = findings
    except (InputRefused, Misconfigured) as refused:
        values["unreadable"] = refused
    return values


def _rendered(
    session: Session, context: AppContext, campaign: Campaign, language: str
) -> tuple[RenderedMail, list[Finding]]:
    """Of a draft, each variant is rendered once for both."""
    settings, now = context.settings, context.clock.now()
    if campaign.status is not CampaignStatus.DRAFT:
        rendered = preview(session, campaign.id, language=language, settings=settings)
        is_checked = campaign.status in CHECKED
        return rendered, check(session, campaign.id, settings=settings, now=now) if is_checked else []
    mails = render_variants(session, campaign, settings=settings)
    blocks = blocks_of(session, campaign.id)
    findings = check_mails(session, campaign, blocks, mails, settings=settings, now=now)
    return next(mail for written, mail in mails if written.language == language), findings


def place_of(finding: Finding, lines: Sequence[BlockLine]) -> str:
    """The fragment of the page on which a finding is put right; empty where it is not on this page."""
    if finding.block:
        return f"block-{finding.block}"
    if finding.item:
        named = (line.block.id for line in lines if line.slug and finding.item in line.texts.values())
        return next((f"block-{block_id}" for block_id in named), "")
    return f"words-{finding.language}" if finding.where in ("subject", "preheader") and finding.language else ""


def _hints(session: Session, context: AppContext, current_user: CurrentUser, campaign: Campaign) -> dict[str, Any]:
    me = current_user.principal.name
    hand = why_not(me, contributors(session, campaign))
    return {
        "nobody_left": lacks_approvers(session, campaign, settings=context.settings),
        "edit_leaves_nobody": lacks_approvers(session, campaign, settings=context.settings, without=me),
        "edit_costs_vote": hand is None and current_user.may(Permission.APPROVE),
        "sender_name": get_sender(session, campaign.sender_id).from_name,
    }


def _merge_fields(context: AppContext, current_user: CurrentUser) -> list[dict[str, str]]:
    """Those that stand in a text: what addresses lead to is the layout's."""
    text = partial(context.pages.texts.text, current_user.user.language)
    names = sorted(name for name in OF_CAMPAIGNS if FIELDS[name] is FieldKind.WORDS)
    return [
        {"label": text(f"web-compose-field-{name}"), "value": f"[[{name}|{text('web-compose-field-default')}]]"}
        for name in names
    ]


def _typed_in(refused: RefusedForm | None, name: str) -> Mapping[str, str]:
    return refused.typed if refused and refused.name == name else {}


def linking(campaign_id: int, asked: ComposeRequest, shown: str) -> Callable[..., str]:
    """Makes addresses of the page with something else of it shown."""
    return partial(_link, campaign_id, asked, shown)


def _link(campaign_id: int, asked: ComposeRequest, shown: str, **changes: str | int) -> str:
    values: dict[str, str | int] = {"language": shown, "view": asked.view}
    if asked.open_block:
        values["block"] = asked.open_block
    values = {name: value for name, value in (values | changes).items() if value}
    return f"/campaigns/{campaign_id}/compose?{urlencode(values)}"
