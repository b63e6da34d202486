"""Our style sheet, script and icon: browsers keep them and ask each time, so that an upgrade shows at once."""

from importlib.resources import files
from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from web.http.templates import READING, pages_router

router = pages_router()


@router.api_route("/favicon.ico", methods=READING)
def show_icon() -> Response:
    """Where browsers look for an icon if a page names none: the web version of a mail."""
    icon = (files("web") / "static" / "icon.svg").read_bytes()
    return Response(icon, media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})


class StaticAssets(StaticFiles):
    def __init__(self) -> None:
        super().__init__(directory=str(files("web") / "static"))

    def file_response(self, *args: Any, **options: Any) -> Response:
        response = super().file_response(*args, **options)
        response.headers["Cache-Control"] = "no-cache"
        return response
