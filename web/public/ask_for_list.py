"""Ask for a list by a form: the request and its question in one transaction, so that whoever is pending will be
asked, whatever happens next. A question is queued whoever's address it is, and sent only to whom it is one."""

from dataclasses import dataclass

from sqlmodel import Session

from campaigns.opt_in.send_opt_in_mail import ask
from subscribers.subscribe import ConsentProof, SubscriptionRequest, request_subscription
from subscribers.tables import ConsentMethod, MailingList
from web.http.app_context import AppContext


@dataclass(frozen=True, slots=True)
class SignUpRequest:
    """What somebody has typed, and where."""

    address: str
    name: str
    language: str
    path: str
    """Of the page, for the proof."""


def ask_for_list(context: AppContext, session: Session, mailing_list: MailingList, request: SignUpRequest) -> None:
    """With the words that stood on the page, in its language. Raises InputRefused; Conflict where the list takes
    nobody any more."""
    language, now = request.language, context.clock.now()
    proof = ConsentProof(
        method=ConsentMethod.SIGN_UP,
        wording=context.pages.texts.text(language, "web-subscribe-wording", list=mailing_list.name_in(language)),
        language=language,
        evidence=f"web:{request.path}",
    )
    requested = request_subscription(
        session,
        SubscriptionRequest(address=request.address, name=request.name, list_id=mailing_list.id, proof=proof),
        now=now,
        secret=context.settings.secret_key.get_secret_value(),
    )
    person = requested.subscriber_id
    ask(session, subscriber_id=person, list_id=mailing_list.id, language=language, now=now)
