"""Double opt-in: the second yes, from the link that was sent to the address; or a no, where somebody else had
asked. Looking changes nothing."""

from collections.abc import Collection

from fastapi import Request, Response
from sqlmodel import Session

from campaigns.opt_in.opt_in_message import name_before_the_yes
from campaigns.opt_in.send_opt_in_mail import welcome
from campaigns.token_holder import WELCOME, holder
from core.public_urls import CONFIRM
from subscribers.links import ConfirmationLink, read_confirmation_token
from subscribers.open_question import OpenQuestionView, expect_open_question, reject_request
from subscribers.subscribe import ConsentProof, confirm
from subscribers.tables import ConsentMethod, MailingList, Subscriber
from subscribers.topic_choices import choose_topics
from subscribers.topics import topics_by_id
from templates.brand import get_brand
from web.http.app_context import AppContext, Context
from web.http.form_data import PostedForm
from web.http.reserved_threads import reserved
from web.http.templates import READING, pages_router
from web.public.page import own_preferences_path, page_language, reader_page

REJECT = "reject"
EVIDENCE = f"web:{CONFIRM.removesuffix('/{token}')}"
"""What a ConsentRecord says where the yes came from."""

router = pages_router()


@router.api_route(CONFIRM, methods=READING)
@reserved
def ask(request: Request, context: Context, token: str) -> Response:
    link = read_confirmation_token(context.signer, token, now=context.clock.now())
    with context.database.read() as session:
        _, language, question = _question(request, context, session, link)
    return _page(context, link, "public/confirm", question, language=language)


@router.post(CONFIRM)
@reserved
def act(request: Request, context: Context, token: str, form: PostedForm) -> Response:
    link = read_confirmation_token(context.signer, token, now=context.clock.now())
    if REJECT in form:
        return _reject(request, context, link)
    with context.database.write() as session:
        person, language, question = _question(request, context, session, link)
        unwanted = link.unwanted_topic_ids
        _say_yes(context, session, person, question, unwanted_topic_ids=unwanted, language=language)
    # Of a list that has closed since, this page still says that it was left out.
    return _page(context, link, "public/confirmed", question, language=language)


def _say_yes(
    context: AppContext,
    session: Session,
    person: Subscriber,
    question: OpenQuestionView,
    *,
    unwanted_topic_ids: Collection[int],
    language: str,
) -> None:
    """To each list for itself, with the words that stood on the page; and the noes to topics, where it was news:
    an old link takes back nothing that was chosen since."""
    now = context.clock.now()
    for row in question.pending:
        wording = _wording(context, session, row, language)
        method = ConsentMethod.CONFIRMATION_LINK
        proof = ConsentProof(method=method, wording=wording, language=language, evidence=EVIDENCE)
        if confirm(session, subscriber_id=person.id, list_id=row.id, proof=proof, now=now):
            welcome(session, subscriber_id=person.id, list_id=row.id, language=language, now=now)
    if question.pending:
        unwanted = topics_by_id(session, unwanted_topic_ids)
        choose_topics(session, person.address_hash, {topic.id: False for topic in unwanted}, now=now)


def _reject(request: Request, context: AppContext, link: ConfirmationLink) -> Response:
    """It was not they: a no to each list, after which a sign-up asks nobody for a while. Of somebody who has
    said yes or no since, nothing changes."""
    with context.database.write() as session:
        person = holder(session, link, settings=context.settings)
        language, now = page_language(request, known=person.language), context.clock.now()
        for list_id in link.list_ids:
            reject_request(session, subscriber_id=person.id, list_id=list_id, evidence=EVIDENCE, now=now)
    with context.database.read() as session:
        count = len(link.list_ids)
        return reader_page(context, session, "public/rejected", language=language, list_count=count)


def _question(
    request: Request, context: AppContext, session: Session, link: ConfirmationLink
) -> tuple[Subscriber, str, OpenQuestionView]:
    """Whose it is, the language of the page, and what became of the lists. Raises NotFound, Conflict."""
    person = holder(session, link, settings=context.settings)
    language = page_language(request, known=person.language)
    return person, language, expect_open_question(session, subscriber_id=person.id, list_ids=link.list_ids)


def _page(
    context: AppContext, link: ConfirmationLink, name: str, question: OpenQuestionView, *, language: str
) -> Response:
    """With a way to what else there is to choose, for whoever has said yes: the link proves that it is they."""
    with context.database.read() as session:
        lists, left_out = question.lists, question.left_out
        return reader_page(
            context,
            session,
            name,
            language=language,
            list_names=[_list_name(session, row, language) for row in lists],
            wordings=[_wording(context, session, row, language) for row in lists],
            unwanted=[topic.name_in(language) for topic in topics_by_id(session, link.unwanted_topic_ids)],
            left_out=[row.name_in(language) for row in left_out if not row.is_protected],
            has_nameless_left_out=any(row.is_protected for row in left_out),
            reject=REJECT,
            # As the welcome has it.
            preferences=own_preferences_path(context, link.subscriber_id, lists[0].id, name=WELCOME),
        )


def _list_name(session: Session, mailing_list: MailingList, language: str) -> str:
    brand = get_brand(session)
    return name_before_the_yes(mailing_list, brand.name if brand else "", language)


def _wording(context: AppContext, session: Session, mailing_list: MailingList, language: str) -> str:
    """The words that the person says yes to: shown above the button, and kept as the proof."""
    name = _list_name(session, mailing_list, language)
    return context.pages.texts.text(language, "web-confirm-wording", list=name)
