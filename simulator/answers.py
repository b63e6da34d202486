"""Error answers in the simulator's own shape, such as those of unknown paths; and an answer in nobody's."""

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from simulator.dialects.base import Refusal


class ApiError(Refusal):
    """{statusCode, name, message}"""

    def __init__(self, status: int, name: str, message: str, *, headers: Mapping[str, str] | None = None) -> None:
        content = {"statusCode": status, "name": name, "message": message}
        super().__init__(name, JSONResponse(content, status_code=status, headers=headers))


def garbage() -> Response:
    """What a broken proxy may put in the place of an answer."""
    return Response(b'<html><b>{"data": [{"id', media_type="application/json")
