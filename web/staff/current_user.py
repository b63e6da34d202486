"""Who is looking: the member of staff whose cookie came with the request."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends, Request, Response

from core.errors import NotAllowed
from core.settings import Settings
from staff.principal import Principal, principal_of, require
from staff.roles import Permission
from staff.sessions import held_session, is_worth_noting, note_use
from staff.settings import SecondFactorSettings
from staff.tables import StaffSession, User
from web.http.app_context import AppContext, Context
from web.http.csrf import check_form, check_origin, form_token
from web.http.form_data import PostedForm
from web.http.streamed_upload import MAX_FILE_BYTES, MAX_SHEET_BYTES, StreamedForm, read_streamed
from web.http.typed_fields import keep_typed
from web.staff.cookies import SESSION, read_cookie
from web.staff.return_path import SECOND_FACTOR

SIGN_OUT = "/sign-out"
ASKED_BY_ITSELF = ("/progress", "/compose/present")
"""What an open page asks again and again, whoever has left the computer: nobody uses the session by it."""


class SignInNeeded(Exception):
    """Nobody is signed in, or no longer."""


class SecondFactorMissing(Exception):
    """Their role needs a second factor, and they have given none: it is set up before anything else."""

    def __init__(self, current_user: "CurrentUser") -> None:
        super().__init__()
        self.current_user = current_user


class FormOutOfDate(NotAllowed):
    """Its page was opened before they signed in again, in another tab or after a session's end."""

    def __init__(self, current_user: "CurrentUser", refused: NotAllowed) -> None:
        super().__init__(refused.code, **refused.params)
        self.current_user = current_user


@dataclass(frozen=True, slots=True)
class CurrentUser:
    user: User
    secret: str
    session_id: int | None = None
    """Of the sign-in that the request came with."""
    proved_at: datetime | None = None
    """When their second factor was last given in it."""

    @property
    def principal(self) -> Principal:
        return principal_of(self.user)

    def may(self, permission: str) -> bool:
        return self.principal.may(Permission(permission))

    def must_set_up(self, settings: Settings) -> bool:
        """Whoever has a second factor has given it: without one, nobody who has one is signed in."""
        return self.proved_at is None and not self.user.roles.isdisjoint(
            SecondFactorSettings.of(settings).required_roles
        )

    def form_token(self, settings: Settings) -> str:
        return form_token(settings, self.secret)


def _signed_in(request: Request, context: Context) -> CurrentUser:
    secret = read_cookie(request, context.settings, SESSION)
    now = context.clock.now()
    held = _held(secret, context, now=now)
    if secret is None or held is None:
        raise SignInNeeded
    user, row = held
    is_by_itself = request.scope["path"].endswith(ASKED_BY_ITSELF)
    if not is_by_itself and is_worth_noting(row, now=now):
        with context.database.write() as session:
            note_use(session, row.id, now=now)
    request.state.language = user.language
    request.state.is_staff = True
    request.state.user_id = user.id
    current_user = CurrentUser(user, secret, row.id, row.proved_at)
    is_free = request.scope["path"].startswith((SECOND_FACTOR, SIGN_OUT))
    if not is_free and current_user.must_set_up(context.settings):
        raise SecondFactorMissing(current_user)
    return current_user


def signed_in_with(secret: str | None, context: AppContext) -> CurrentUser | None:
    """Whose session it is, on a page that is for anybody."""
    held = _held(secret, context, now=context.clock.now())
    return CurrentUser(held[0], secret or "", held[1].id, held[1].proved_at) if held else None


def _held(secret: str | None, context: AppContext, *, now: datetime) -> tuple[User, StaffSession] | None:
    if secret is None:
        return None
    with context.database.read() as session:
        return held_session(session, secret, now=now, idle=context.settings.session_idle)


SignedInAsAny = Annotated[CurrentUser, Depends(_signed_in)]
"""In whatever role, also one that only reads reports: for what is everybody's, and what asks for itself."""


def _looking(current_user: SignedInAsAny) -> CurrentUser:
    require(current_user.principal, Permission.LOOK)
    return current_user


SignedIn = Annotated[CurrentUser, Depends(_looking)]
"""What a page takes that does not say otherwise."""


def _staff_form(
    request: Request, context: Context, current_user: SignedInAsAny, form: PostedForm
) -> Mapping[str, str]:
    check_staff_form(request, context.settings, form, current_user)
    return form


def check_staff_form(
    request: Request, settings: Settings, form: Mapping[str, str], current_user: CurrentUser
) -> None:
    """Raises NotAllowed for what another site sent; FormOutOfDate for a token that is not this session's."""
    check_origin(request, settings)
    try:
        check_form(request, settings, form, cookie=current_user.secret)
    except NotAllowed as refused:
        raise FormOutOfDate(current_user, refused) from refused


StaffForm = Annotated[Mapping[str, str], Depends(_staff_form)]
"""A form that the signed-in visitor sent from one of our own pages."""


class _StaffStream:
    def __init__(self, max_file_bytes: int = MAX_FILE_BYTES) -> None:
        self._max_file_bytes = max_file_bytes

    async def __call__(
        self, request: Request, context: Context, current_user: SignedIn
    ) -> AsyncIterator[StreamedForm]:
        def check(fields: Mapping[str, str]) -> None:
            keep_typed(request, fields)
            check_staff_form(request, context.settings, fields, current_user)

        streamed = await read_streamed(request, check, max_file_bytes=self._max_file_bytes)
        try:
            yield streamed
        finally:
            await streamed.close()


StaffStream = Annotated[StreamedForm, Depends(_StaffStream())]
"""The same with files, none of which is taken from anybody else."""
StaffSheet = Annotated[StreamedForm, Depends(_StaffStream(MAX_SHEET_BYTES))]
"""The same with one large file of rows."""


def staff_page(
    context: AppContext, current_user: CurrentUser, name: str, /, *, status: int = 200, **values: Any
) -> Response:
    response = context.pages.make(
        name,
        language=current_user.user.language,
        status=status,
        current_user=current_user,
        form_token=current_user.form_token(context.settings),
        zone=context.settings.time_zone,
        **values,
    )
    return keep_origin(response)


def keep_origin(response: Response) -> Response:
    """With no-referrer a browser posts `Origin: null`, and where a form comes from could not be checked. Staff
    pages have no tokens in their addresses."""
    response.headers["Referrer-Policy"] = "same-origin"
    return response
