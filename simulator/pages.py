"""Pages for staff who rehearse: what arrived, and each message as a reader would see it. No scripts.

A message's own HTML is shown in a frame of its own under a policy of its own: nothing in it runs, and nothing
but pictures from this machine is loaded.
"""

from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from simulator.answers import ApiError
from simulator.eml import build_eml, file_name
from simulator.ledger import ReceivedMessage
from simulator.mailbox_outcome import outcome_of
from simulator.simulation import Simulation
from simulator.state_api import describe_state, page_of

LANGUAGES = ("en", "sl")
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
MAIL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data: http://127.0.0.1:* http://localhost:*; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"
)
COMMON_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


def page_routes(simulation: Simulation) -> list[Route]:
    pages = _Pages(simulation)
    return [
        Route("/simulator/", pages.overview, methods=["GET"]),
        Route("/simulator/style.css", pages.style, methods=["GET"]),
        Route("/simulator/messages/{message_id}", pages.message, methods=["GET"]),
        Route("/simulator/messages/{message_id}/html", pages.html, methods=["GET"]),
        Route("/simulator/messages/{message_id}/eml", pages.eml, methods=["GET"]),
    ]


class _Pages:
    def __init__(self, simulation: Simulation) -> None:
        self._simulation = simulation
        self._environment = Environment(
            loader=PackageLoader("simulator", "html"), autoescape=True, undefined=StrictUndefined
        )
        self._bundles = {language: _bundle(language) for language in LANGUAGES}

    async def overview(self, request: Request) -> Response:
        limit, skip = page_of(request)
        messages = self._simulation.ledger.newest(limit=limit + 1, skip=skip)
        rows = [(message, self._last_event(message)) for message in messages[:limit]]
        older = f"?limit={limit}&skip={skip + limit}" if len(messages) > limit else None
        return self._page(request, "overview.html", rows=rows, older=older, state=describe_state(self._simulation))

    async def message(self, request: Request) -> Response:
        received = self._find(request)
        body = self._simulation.ledger.body(received)
        return self._page(
            request,
            "message.html",
            received=received,
            last_event=self._last_event(received),
            plain=body.get("text"),
            has_html=bool(body.get("html")),
        )

    async def html(self, request: Request) -> Response:
        html = self._simulation.ledger.body(self._find(request)).get("html") or ""
        return HTMLResponse(html, headers={**COMMON_HEADERS, "content-security-policy": MAIL_POLICY})

    async def eml(self, request: Request) -> Response:
        received = self._find(request)
        content = build_eml(received, self._simulation.ledger.body(received))
        disposition = f'attachment; filename="{file_name(received)}"'
        headers = {**COMMON_HEADERS, "content-disposition": disposition}
        return Response(content, media_type="message/rfc822", headers=headers)

    async def style(self, _: Request) -> Response:
        css = (files("simulator") / "html" / "style.css").read_text(encoding="utf-8")
        return Response(css, media_type="text/css", headers={"x-content-type-options": "nosniff"})

    def _find(self, request: Request) -> ReceivedMessage:
        received = self._simulation.ledger.find(request.path_params["message_id"])
        if received is None:
            raise ApiError(404, "not_found", "Email not found")
        return received

    def _last_event(self, received: ReceivedMessage) -> str:
        return outcome_of(received.mailbox, self._simulation.config).last_event

    def _page(self, request: Request, template: str, **values: object) -> Response:
        language = language_for(request)
        bundle = self._bundles[language]

        def text(key: str, **params: str | int) -> str:
            pattern = bundle.get_message(f"simulator-{key}").value
            if pattern is None:
                raise KeyError(key)
            return str(bundle.format_pattern(pattern, params)[0])

        content = self._environment.get_template(template).render(text=text, language=language, **values)
        return HTMLResponse(content, headers={**COMMON_HEADERS, "content-security-policy": PAGE_POLICY})


def language_for(request: Request) -> str:
    """?lang= if it is one of ours, else Slovenian for a browser that puts it first, else English."""
    asked = request.query_params.get("lang")
    if asked in LANGUAGES:
        return asked
    return "sl" if request.headers.get("accept-language", "").lower().startswith("sl") else "en"


def _bundle(language: str) -> FluentBundle:
    source = (files("simulator") / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    return bundle
