"""The composer's preview as a chosen subscriber gets it.

Their address is posted, so that it stands in no URL, no history and no log; after that the page names them by
number, for as long as that they were viewed counts (ADR 94).
"""

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from campaigns.people.preview_reader import choose_preview_reader
from core.addresses import address_hash
from core.errors import InputRefused, NotFound
from subscribers.person import read_address
from web.http.app_context import Context
from web.http.templates import pages_router
from web.staff.campaign_page import RefusedForm
from web.staff.compose_page import composer
from web.staff.compose_preview import CHOOSE_READER, linking, read_asked
from web.staff.current_user import SignedIn, StaffForm
from web.staff.path_params import CampaignNumber

router = pages_router()


@router.post("/campaigns/{campaign_id}/compose/reader")
def do_choose_reader(
    request: Request, context: Context, current_user: SignedIn, form: StaffForm, campaign_id: CampaignNumber
) -> Response:
    asked = read_asked(form)
    secret = context.settings.secret_key.get_secret_value()
    try:
        hashed = address_hash(read_address(form.get("address", "")), secret=secret)
        viewer, now = current_user.principal, context.clock.now()
        with context.database.write() as session:
            reader = choose_preview_reader(session, campaign_id, hashed, viewer=viewer, now=now)
    except (InputRefused, NotFound) as refused:
        request.state.refusal = refused.code
        typed = RefusedForm(refused, form, CHOOSE_READER)
        return composer(context, current_user, campaign_id, asked, refused=typed)
    link = linking(campaign_id, asked, reader.variant_language)
    return RedirectResponse(f"{link(reader=reader.subscriber_id)}#preview", status_code=303)
