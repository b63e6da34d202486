"""Answers and errors in Resend's shape, which is also that of unknown paths; and an answer in nobody's."""

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from simulator.dialects.base import Refusal


class ApiError(Refusal):
    """An error that Resend would answer with: {statusCode, name, message}."""

    def __init__(self, status: int, name: str, message: str, *, headers: Mapping[str, str] | None = None) -> None:
        content = {"statusCode": status, "name": name, "message": message}
        super().__init__(name, JSONResponse(content, status_code=status, headers=headers))


def rate_limited(retry_after: int) -> ApiError:
    return ApiError(
        429,
        "rate_limit_exceeded",
        "Too many requests. Please limit the number of requests per second.",
        headers={"retry-after": str(retry_after)},
    )


def quota_spent(retry_after: int) -> ApiError:
    return ApiError(
        429,
        "daily_quota_exceeded",
        "You have reached your daily email quota.",
        headers={"retry-after": str(retry_after)},
    )


def server_error() -> ApiError:
    return ApiError(500, "application_error", "An unexpected error occurred.")


def garbage() -> Response:
    """What a broken proxy may put in the place of an answer."""
    return Response(b'<html><b>{"data": [{"id', media_type="application/json")
