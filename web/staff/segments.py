"""Segments for staff: all of them, and one, as rows of a form or as text, with who is in it now."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session, col, select

from campaigns.editorial.content_changes import lacks_approvers
from campaigns.editorial.follow_up_segments import follow_up_segments, segments_to_choose
from campaigns.editorial.manage_segment import (
    SegmentDetails,
    add_segment,
    change_segment,
    read_segment_condition,
    remove_segment,
    segment_uses,
    would_reopen,
)
from campaigns.editorial.stale_edit import segment_version
from campaigns.reporting.audience_preview import SAMPLE_SIZE, CountMode, preview_segment
from campaigns.tables import Campaign
from core.errors import BiltenError, Conflict, InputRefused, NotFound
from staff.principal import require
from staff.roles import Permission
from subscribers.fields import list_fields
from subscribers.lists import list_lists
from subscribers.segment_tables import MAX_SEGMENT_NAME, Segment
from subscribers.segment_text import MAX_LENGTH, parse_condition
from subscribers.segments import get_segment
from subscribers.topics import list_topics
from web.http.app_context import AppContext, Context
from web.http.form_data import SEEN
from web.http.templates import READING, pages_router
from web.staff.current_user import CurrentUser, SignedIn, StaffForm, staff_page
from web.staff.path_params import SegmentNumber
from web.staff.segment_field_row import operators_of
from web.staff.segment_form import (
    MAX_GROUPS,
    GroupKind,
    RowGroup,
    RowKind,
    groups_of,
    groups_text,
    press_step,
    read_groups,
)

NEWEST = 50
"""Campaigns that a row offers."""

router = pages_router()


@dataclass(frozen=True, slots=True)
class SegmentForm:
    """What stands in the form."""

    name: str = ""
    groups: list[RowGroup] | None = None
    """None: nested deeper than rows can say."""
    text: str = ""
    seen: str | None = None
    adding: Mapping[str, str] = field(default_factory=dict)
    """Which kind of row is chosen to be added, by the name of its field."""
    is_saved: bool = False


@router.api_route("/segments", methods=READING)
def show_segments(request: Request, context: Context, current_user: SignedIn) -> Response:
    done = request.query_params.get("done", "")
    with context.database.read() as session:
        segments, of_follow_ups = segments_to_choose(session), follow_up_segments(session)
    return staff_page(
        context,
        current_user,
        "staff/segments",
        section="settings",
        segments=segments,
        of_follow_ups=of_follow_ups,
        is_deleted=done == "deleted",
    )


@router.api_route("/new-segment", methods=READING)
def show_new_segment(context: Context, current_user: SignedIn) -> Response:
    require(current_user.principal, Permission.EDIT)
    return _page(context, current_user, SegmentForm(groups=[RowGroup(GroupKind.ALL)]))


@router.post("/new-segment")
def make_segment(request: Request, context: Context, current_user: SignedIn, form: StaffForm) -> Response:
    return _post(request, context, current_user, form, segment_id=None)


@router.api_route("/segments/{segment_id}", methods=READING)
def show_segment(
    request: Request, context: Context, current_user: SignedIn, segment_id: SegmentNumber
) -> Response:
    with context.database.read() as session:
        shown = _saved(get_segment(session, segment_id))
    shown = replace(shown, is_saved=request.query_params.get("done") == "saved")
    asked = CountMode.EVERYBODY if request.query_params.get("count") == "everybody" else CountMode.ESTIMATE
    return _page(context, current_user, shown, segment_id=segment_id, counting=asked)


@router.post("/segments/{segment_id}")
def set_segment(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, segment_id: SegmentNumber
) -> Response:
    return _post(request, context, current_user, form, segment_id=segment_id)


@router.post("/segments/{segment_id}/delete")
def delete_segment(
    request: Request, context: Context, current_user: SignedIn, _: StaffForm, segment_id: SegmentNumber
) -> Response:
    require(current_user.principal, Permission.EDIT)
    try:
        with context.database.write() as session:
            remove_segment(session, segment_id, actor=current_user.principal, now=context.clock.now())
    except Conflict as refused:
        request.state.refusal = refused.code
        with context.database.read() as session:
            shown = _saved(get_segment(session, segment_id))
        return _page(context, current_user, shown, segment_id=segment_id, refused=refused)
    return RedirectResponse("/segments?done=deleted", status_code=303)


def _saved(segment: Segment) -> SegmentForm:
    groups = groups_of(parse_condition(segment.condition))
    return SegmentForm(segment.name, groups, segment.condition, segment_version(segment))


def _post(
    request: Request,
    context: AppContext,
    current_user: CurrentUser,
    form: Mapping[str, str],
    *,
    segment_id: int | None,
) -> Response:
    """Saves, or only counts or adds and removes rows, by the button that was pressed."""
    require(current_user.principal, Permission.EDIT)
    step = form.get("step", "")
    groups = read_groups(form)
    shown = SegmentForm(form.get("name", ""), groups, form.get("condition", ""), form.get(SEEN), form)
    if step.startswith(("add-", "remove-")):
        shown = replace(shown, groups=press_step(groups, form))
        return _page(context, current_user, shown, segment_id=segment_id)
    try:
        if step.endswith("-text"):
            worded = replace(shown, groups=groups_of(parse_condition(shown.text)))
        else:
            worded = replace(shown, text=groups_text(groups))
        if step.startswith(("count", "estimate")):
            asked = CountMode.EVERYBODY if step.startswith("count") else CountMode.ESTIMATE
            return _page(context, current_user, worded, segment_id=segment_id, counting=asked)
        return _save(context, current_user, worded, segment_id=segment_id)
    except (InputRefused, NotFound, Conflict) as refused:
        request.state.refusal = refused.code
        return _page(context, current_user, shown, segment_id=segment_id, refused=refused)


def _save(
    context: AppContext, current_user: CurrentUser, shown: SegmentForm, *, segment_id: int | None
) -> Response:
    details = SegmentDetails(shown.name, shown.text, shown.seen)
    actor, now = current_user.principal, context.clock.now()
    with context.database.write() as session:
        if segment_id is None:
            segment_id = add_segment(session, details, actor=actor, now=now).id
        else:
            change_segment(session, segment_id, details, actor=actor, now=now)
    return RedirectResponse(f"/segments/{segment_id}?done=saved", status_code=303)


def _page(
    context: AppContext,
    current_user: CurrentUser,
    shown: SegmentForm,
    *,
    segment_id: int | None = None,
    refused: BiltenError | None = None,
    counting: CountMode | None = None,
) -> Response:
    preview = None
    with context.database.read() as session:
        uses = segment_uses(session, segment_id) if segment_id else []
        if counting and not refused:
            try:
                condition = read_segment_condition(session, shown.text)
                viewer, now = current_user.principal, context.clock.now()
                preview = preview_segment(session, condition, viewer=viewer, now=now, mode=counting)
            except (InputRefused, NotFound) as impossible:
                refused = impossible
        values = {
            "lists": list_lists(session),
            "topics": list_topics(session),
            "fields": {field.word: field for field in list_fields(session)},
            "sent": _sent(session),
            "uses": uses,
            "would_reopen": would_reopen(uses),
            "left_without": _left_without(session, context, current_user, uses),
        }
    return staff_page(
        context,
        current_user,
        "staff/segment",
        status=refused.http_status if refused else 200,
        section="settings",
        segment_id=segment_id,
        shown=shown,
        refused=refused,
        preview=preview,
        count_step="count" if shown.groups else "count-text",
        sample_size=SAMPLE_SIZE,
        encrypts=context.database.keys is not None,
        group_kinds=list(GroupKind),
        row_kinds=[kind for kind in RowKind if kind is not RowKind.FIELD],
        field_operators=operators_of,
        most_groups=MAX_GROUPS,
        longest_name=MAX_SEGMENT_NAME,
        longest_text=MAX_LENGTH,
        may_edit=current_user.may(Permission.EDIT),
        **values,
    )


def _sent(session: Session) -> list[Campaign]:
    """The newest that were sent."""
    launched = select(Campaign).where(col(Campaign.launched_at).is_not(None))
    return list(session.exec(launched.order_by(col(Campaign.launched_at).desc()).limit(NEWEST)))


def _left_without(
    session: Session, context: AppContext, current_user: CurrentUser, uses: list[Campaign]
) -> list[Campaign]:
    """Those that nobody could approve any more if this visitor changed what the segment says."""
    me, settings = current_user.principal.name, context.settings
    return [
        row
        for row in uses
        if lacks_approvers(session, row, settings=settings, without=me)
        and not lacks_approvers(session, row, settings=settings)
    ]
