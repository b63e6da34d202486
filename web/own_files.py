"""Our style sheet, script and icon: browsers keep them and ask each time, so that an upgrade shows at once."""

from importlib.resources import files
from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles


class OwnFiles(StaticFiles):
    def __init__(self) -> None:
        super().__init__(directory=str(files("web") / "static"))

    def file_response(self, *args: Any, **options: Any) -> Response:
        response = super().file_response(*args, **options)
        response.headers["Cache-Control"] = "no-cache"
        return response
