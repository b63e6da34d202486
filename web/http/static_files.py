"""Our style sheets, scripts and icon: browsers keep them and ask each time, so that an upgrade shows at once.

What is built has a hash of its content in its name (a cache buster): browsers keep it and never ask.
"""

from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from web.http.editor import BUILT
from web.http.templates import READING, pages_router

EXAMPLE = "example-"
"""Begins the names of the pictures that stand in example mails."""

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
        is_built = Path(args[0]).parent.name == BUILT
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if is_built else "no-cache"
        if Path(args[0]).name.startswith(EXAMPLE):
            # Same-origin policy: the frame of a preview has no origin; mail programs have another.
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response
