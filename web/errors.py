"""Errors become answers: what happened and what to do, in the reader's language; JSON where a program asks."""

from functools import partial

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from core.errors import BiltenError, Misconfigured, NotAllowed, Param
from core.logging import get_logger
from core.public_urls import HUB_CALLBACK, WEBHOOK
from staff.audit_log import record_refusal
from staff.principal import REFUSED_BY_ROLE
from web.http.app_context import app_context
from web.http.csrf import check_origin
from web.http.form_data import read_form
from web.http.language import reader_language, staff_language
from web.http.live import LIVE, SIGN_IN, is_live
from web.http.proof_form import shown_proof
from web.http.request_log import route_template
from web.http.streamed_upload import read_fields
from web.http.typed_fields import drop_typed, keep_typed, typed_fields
from web.staff.carried_form import carry_form
from web.staff.cookies import SESSION, read_cookie
from web.staff.current_user import FormOutOfDate, SecondFactorMissing, SignInNeeded, signed_in_with
from web.staff.fresh_proof import FileReady, ProofNeeded, file_page, proof_page
from web.staff.open_person import PersonClosed, closed_person_page
from web.staff.return_path import SECOND_FACTOR, return_path, sign_in_path
from web.staff.second_factor_page import set_up_page
from web.staff.sign_in import sign_in_again
from web.staff.signed_in import signed_in_over, with_carried

SIGNED_OUT = "web-signed-out-meanwhile"
EXPLAINED = (400, 403, 404, 405, 409, 413, 422, 429, 500, 503)
_FOR_STAFF = "web.staff."
_FOR_PROGRAMS = (WEBHOOK.partition("{")[0], HUB_CALLBACK.partition("{")[0], "/healthz", "/readyz")


def install_error_handlers(app: FastAPI) -> None:
    app.add_exception_handler(BiltenError, _on_bilten_error)
    app.add_exception_handler(FormOutOfDate, _on_form_out_of_date)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(RequestValidationError, _on_unreadable_request)
    app.add_exception_handler(SignInNeeded, _on_sign_in_needed)
    app.add_exception_handler(SecondFactorMissing, _on_second_factor_missing)
    app.add_exception_handler(ProofNeeded, _on_proof_needed)
    app.add_exception_handler(FileReady, _on_file_ready)
    app.add_exception_handler(PersonClosed, _on_person_closed)
    for away in (OperationalError, PoolExhausted):
        app.add_exception_handler(away, _on_database_away)


def error_page(request: Request, status: int, code: str | None = None, **params: Param) -> Response:
    """`code` names the text; without one the status speaks for itself."""
    request.state.refusal = code or f"http-{status}"
    if is_for_program(request):
        return JSONResponse({"error": code or f"http-{status}"}, status_code=status)
    language, context = _language(request), app_context(request)
    explained = status if status in EXPLAINED else 400 if status < 500 else 500
    return context.pages.make(
        "error",
        language=language,
        status=status,
        title_key=f"web-error-{explained}-title",
        text_key=code or f"web-error-{explained}",
        params=params,
        back=getattr(request.state, "back", None),
        typed=typed_fields(request, is_staff=_is_for_staff(request)),
        proof=shown_proof(request, context.pages.texts, language),
    )


def too_large(request: Request) -> Response:
    return error_page(request, 413)


def failure_page(request: Request, reference: str) -> Response:
    """For a defect: nothing of it is shown but the reference under which it was logged."""
    return error_page(request, 500, "web-error-500", reference=reference)


def is_for_program(request: Request) -> bool:
    path = str(request.scope["path"])
    return path.startswith(_FOR_PROGRAMS) or path.endswith("/progress")


async def _on_bilten_error(request: Request, error: Exception) -> Response:
    is_ours = isinstance(error, Misconfigured) and not getattr(request.state, "is_staff", False)
    if not isinstance(error, BiltenError) or is_ours:
        # Which setting is wrong is for the people who work here; to readers it is a defect of ours.
        raise error
    if error.code == REFUSED_BY_ROLE:
        await run_in_threadpool(_note_refusal, request)
    return error_page(request, error.http_status, error.code, **error.params)


async def _on_form_out_of_date(request: Request, error: Exception) -> Response:
    """They are signed in: what was typed comes back, to be sent with this session's token; a page that sends by
    itself gets the token alone."""
    if not isinstance(error, FormOutOfDate):
        raise error
    context = app_context(request)
    if is_live(request):  # no other site can make a browser say so, or read the answer
        request.state.refusal = error.code
        return await run_in_threadpool(signed_in_over, context, error.current_user, status=error.http_status)
    carried = carry_form(request, context.settings)
    if carried is None:
        return await _on_bilten_error(request, error)
    request.state.refusal = error.code
    shown = partial(with_carried, next_page=return_path(request), status=error.http_status)
    return await run_in_threadpool(shown, request, context, error.current_user, carried)


def _note_refusal(request: Request) -> None:
    """In the audit log. The answer is the same where that cannot be written."""
    user_id = getattr(request.state, "user_id", None)
    if user_id is None:
        return
    context, place = app_context(request), f"{request.method} {route_template(request.scope)}"
    try:
        with context.database.write() as session:
            record_refusal(session, user_id, place, now=context.clock.now())
    except OperationalError as error:
        get_logger(__name__).warning("database.not_reached", route=place, kind=type(error).__name__)


async def _on_http_exception(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if not is_for_program(request):
        await run_in_threadpool(_learn_language, request)
    response = error_page(request, error.status_code)
    response.headers.update(error.headers or {})
    return response


async def _on_unreadable_request(request: Request, _: Exception) -> Response:
    return error_page(request, 422)


async def _on_database_away(request: Request, error: Exception) -> Response:
    """Busy, restarting, or not to be reached: what was asked for was not done, and may be asked for again."""
    get_logger(__name__).warning(
        "database.not_reached", route=route_template(request.scope), kind=type(error).__name__
    )
    response = error_page(request, 503)
    response.headers["Retry-After"] = "30"
    return response


async def _on_sign_in_needed(request: Request, _: Exception) -> Response:
    if is_for_program(request):
        return error_page(request, 401)
    if is_live(request):
        # The page asks to sign in over itself, and sends it again: in it nothing is lost.
        await _keep_typed(request)
        return Response(status_code=401, headers={LIVE: SIGN_IN})
    if request.method == "POST":
        await _keep_typed(request)
        if typed_fields(request, is_staff=True) or read_cookie(request, app_context(request).settings, SESSION):
            # Signed in when the form was opened: a redirect would lose what was typed into it since. The browser
            # has forgotten the cookie by then, where the session came to its natural end.
            request.state.refusal = SIGNED_OUT
            return sign_in_again(request, app_context(request))
    return RedirectResponse(sign_in_path(request), status_code=303)


async def _on_second_factor_missing(request: Request, error: Exception) -> Response:
    """Nothing of what was typed was done. It goes along through the set-up, and is sent after it; where it cannot,
    it is shown, to be copied."""
    if not isinstance(error, SecondFactorMissing):
        raise error
    if request.method != "POST" and not is_for_program(request):
        return RedirectResponse(SECOND_FACTOR, status_code=303)
    await _keep_typed(request)
    carried = None if is_live(request) else carry_form(request, app_context(request).settings)
    if carried is not None:
        return await run_in_threadpool(set_up_page, request, app_context(request), error.current_user, carried)
    request.state.back = SECOND_FACTOR
    return error_page(request, 403, "staff-second-factor-missing")


async def _on_proof_needed(request: Request, error: Exception) -> Response:
    if not isinstance(error, ProofNeeded):
        raise error
    return proof_page(request, app_context(request), error)


async def _on_file_ready(request: Request, error: Exception) -> Response:
    if not isinstance(error, FileReady):
        raise error
    return file_page(request, app_context(request), error)


async def _on_person_closed(request: Request, error: Exception) -> Response:
    if not isinstance(error, PersonClosed):
        raise error
    return closed_person_page(request, app_context(request), error)


async def _keep_typed(request: Request) -> None:
    try:
        check_origin(request, app_context(request).settings)
        is_multipart = request.headers.get("content-type", "").lower().startswith("multipart/")
        keep_typed(request, await (read_fields if is_multipart else read_form)(request))
    except (NotAllowed, HTTPException):  # another site's, or no form: nobody typed it
        drop_typed(request)


def _is_for_staff(request: Request) -> bool:
    """Before anybody is known, a form of staff's says so by its path."""
    return bool(getattr(request.state, "is_staff", False)) or str(request.scope["path"]).startswith("/sign-in")


def _learn_language(request: Request) -> None:
    """Of whoever is signed in, where no page has asked who that is: there is none, or not for this method."""
    context = app_context(request)
    secret = read_cookie(request, context.settings, SESSION)
    try:
        current_user = signed_in_with(secret, context) if secret else None
    except (OperationalError, PoolExhausted):
        return
    if current_user is not None and getattr(request.state, "language", None) is None:
        request.state.language = current_user.user.language


def _language(request: Request) -> str:
    """A page that failed may have known its language already; else what whom it is for would have been shown."""
    known = getattr(request.state, "language", None)
    header = request.headers.get("accept-language")
    if known is None and getattr(request.scope.get("endpoint"), "__module__", "").startswith(_FOR_STAFF):
        return staff_language(header, default=app_context(request).settings.staff_language)
    return known or reader_language(asked=request.query_params.get("lang"), header=header)
