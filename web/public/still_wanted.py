"""Still wanted: a reader who has not been heard from says yes or no, by the link that was sent to their address.
Looking changes nothing, because mail scanners look at every link."""

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.opt_in.opt_in_message import name_before_the_yes
from campaigns.settings import CampaignSettings
from campaigns.token_holder import STILL_WANTED as OF_STILL_WANTED
from core.errors import Conflict, NotFound
from core.public_urls import STILL_WANTED
from subscribers.links import StillWantedLink, UnsubscribeLink, read_still_wanted_token
from subscribers.lists import get_list
from subscribers.queries import subscriber_of
from subscribers.signs_of_life import keep_subscription
from subscribers.status import SubscriptionStatus
from subscribers.subscribe import ConsentProof, subscription_status, unsubscribe
from subscribers.tables import ConsentMethod, Subscriber
from templates.brand import get_brand
from web.http.app_context import AppContext, Context
from web.http.form_data import PostedForm
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.left import evidence_of, left_page
from web.public.page import own_preferences_path, page_language, reader_page

LEAVE = "leave"
EVIDENCE = f"web:{STILL_WANTED.removesuffix('/{token}')}"
"""What a ConsentRecord says where the yes came from."""

router = pages_router()


@router.api_route(STILL_WANTED, methods=READING)
@reserved
def ask(request: Request, context: Context, token: str) -> Response:
    link = read_still_wanted_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        person = _holder(session, link)
        if subscription_status(session, person.id, link.list_id) is not SubscriptionStatus.CONFIRMED:
            raise Conflict("subscribers-still-wanted-off")
        language = page_language(request, known=person.language)
        name = _list_name(session, link, language)
        return reader_page(context, session, "public/still_wanted", language=language, list_name=name, leave=LEAVE)


@router.post(STILL_WANTED)
@reserved
def act(request: Request, context: Context, token: str, form: PostedForm) -> Response:
    now = context.clock.now()
    link = read_still_wanted_token(context.signer, token, now=now)
    if LEAVE in form:
        return _leave(request, context, link)
    with context.database.write() as session:
        person = _holder(session, link)
        language = page_language(request, known=person.language)
        name = _list_name(session, link, language)
        wording = context.pages.texts.text(language, "web-still-wanted-wording", list=name)
        proof = ConsentProof(ConsentMethod.STILL_WANTED, wording, language, EVIDENCE)
        keep_subscription(session, subscriber_id=person.id, list_id=link.list_id, proof=proof, now=now)
        number = person.id
    with context.database.read() as session:
        path = own_preferences_path(context, number, link.list_id, name=OF_STILL_WANTED)
        return reader_page(
            context, session, "public/still_wanted_kept", language=language, list_name=name, preferences=path
        )


def _leave(request: Request, context: AppContext, link: StillWantedLink) -> Response:
    """As by the link to unsubscribe, with the same way back."""
    now = context.clock.now()
    with context.database.write() as session:
        person = _holder(session, link)
        held_until = now + CampaignSettings.of(context.settings).link_lifetime
        left = UnsubscribeLink(OF_STILL_WANTED, person.id, link.list_id, held_until)
        unsubscribe(
            session,
            subscriber_id=person.id,
            list_id=link.list_id,
            method=ConsentMethod.UNSUBSCRIBE_PAGE,
            evidence=evidence_of(left),
            now=now,
        )
    with context.database.read() as session:
        return left_page(request, context, session, left)


def _holder(session: Session, link: StillWantedLink) -> Subscriber:
    """Whose address it went to. Raises NotFound where nobody has that address any more."""
    person = subscriber_of(session, link.address_hash)
    if person is None:
        raise NotFound("subscribers-still-wanted-link-refused")
    return person


def _list_name(session: Session, link: StillWantedLink, language: str) -> str:
    """As the email has it."""
    brand = get_brand(session)
    return name_before_the_yes(get_list(session, link.list_id), brand.name if brand else "", language)
