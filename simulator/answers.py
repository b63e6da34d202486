"""Answers and errors in Resend's shape."""

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response


class ApiError(Exception):
    """An error that Resend would answer with: {statusCode, name, message}."""

    def __init__(self, status: int, name: str, message: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.name = name
        self.message = message
        self.headers = headers

    def response(self) -> JSONResponse:
        content = {"statusCode": self.status, "name": self.name, "message": self.message}
        return JSONResponse(content, status_code=self.status, headers=self.headers)


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
