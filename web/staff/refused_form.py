"""Form redisplay: what was typed into a form of a campaign's page stays in it where it is refused.

Only while the page still has that form. Where the campaign has moved on, or somebody may not do it, the error's
own page shows what was typed (`web.http.typed_fields`).
"""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any

from fastapi import Request, Response

from campaigns.editorial.stale_edit import StaleEdit
from core.errors import InputRefused, NotFound
from web.staff.campaign_page import RefusedForm, campaign_page

Endpoint = Callable[..., Response]
RefusedPage = Callable[[Request, Mapping[str, Any], RefusedForm], Response]
"""The page that has the form, of the request, the endpoint's arguments, and what was refused."""


def redisplayed_on(page: RefusedPage, *, also_unknown: bool = False) -> Callable[[Endpoint], Endpoint]:
    """The same endpoint, whose arguments `context`, `current_user`, `form` and `campaign_id` are those of every
    form of that page; `language` where it belongs to a variant. `also_unknown`: shown again as
    well where something that was chosen is there no longer."""

    def redisplaying(endpoint: Endpoint) -> Endpoint:
        @wraps(endpoint)
        def run(request: Request, **values: Any) -> Response:
            try:
                return endpoint(**values)
            except (InputRefused, StaleEdit, NotFound) as refused:
                if isinstance(refused, NotFound) and not also_unknown:
                    raise
                request.state.refusal = refused.code
                return page(request, values, RefusedForm(refused, values["form"], _name(request)))

        run.__signature__ = _with_request(endpoint)  # type: ignore[attr-defined]  # PEP 362: FastAPI reads it
        return run

    return redisplaying


def _on_campaign_page(request: Request, values: Mapping[str, Any], refused: RefusedForm) -> Response:
    return campaign_page(
        request,
        values["context"],
        values["current_user"],
        values["campaign_id"],
        language=values.get("language"),
        refused=refused,
    )


redisplayed = redisplayed_on(_on_campaign_page)


def _with_request(endpoint: Endpoint) -> Signature:
    own = signature(endpoint)
    request = Parameter("request", Parameter.KEYWORD_ONLY, annotation=Request)
    return own.replace(parameters=[*own.parameters.values(), request])


def _name(request: Request) -> str:
    """`/campaigns/7/doubts/12` → `doubts/12`."""
    return str(request.scope["path"]).split("/", 3)[-1]
