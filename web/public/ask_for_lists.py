"""Ask for lists by a form: the requests and their one question in one transaction, so that whoever is pending will
be asked, whatever happens next. A question is queued whoever's address it is, and sent only to whom it is one."""

from collections.abc import Collection, Sequence
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
    unwanted_topic_ids: Collection[int] = ()
    """Topics that were unticked: never, once it is confirmed."""


def ask_for_lists(
    context: AppContext, session: Session, lists: Sequence[MailingList], request: SignUpRequest
) -> None:
    """Each with the words that stood beside its box, in the language of the page. Raises InputRefused; Conflict
    where a list takes nobody any more."""
    language, now = request.language, context.clock.now()
    for mailing_list in lists:
        wording = context.pages.texts.text(language, "web-subscribe-wording", list=mailing_list.name_in(language))
        proof = ConsentProof(
            method=ConsentMethod.SIGN_UP, wording=wording, language=language, evidence=f"web:{request.path}"
        )
        requested = request_subscription(
            session,
            SubscriptionRequest(address=request.address, name=request.name, list_id=mailing_list.id, proof=proof),
            now=now,
            secret=context.settings.secret_key.get_secret_value(),
        )
    ask(
        session,
        subscriber_id=requested.subscriber_id,
        list_ids=[mailing_list.id for mailing_list in lists],
        unwanted_topic_ids=request.unwanted_topic_ids,
        language=language,
        now=now,
    )
