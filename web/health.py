"""Health endpoints, for supervisors: is the process up (liveness), and can it do its work (readiness)."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from scheduler.health.readiness import readiness
from web.http.app_context import Context
from web.http.templates import READING

router = APIRouter(include_in_schema=False)


@router.api_route("/healthz", methods=READING)
def healthz() -> Response:
    return PlainTextResponse("ok\n")


@router.api_route("/readyz", methods=READING)
def readyz(context: Context) -> Response:
    state = readiness(context.health)
    return JSONResponse(state.parts, status_code=200 if state.is_ready else 503)
