"""Partial answers: what htmx asks for is a part of a page, and marked as such."""

from fastapi import Request

LIVE = "X-Bilten-Live"
"""On every such answer, so that no other (an error's page, the sign-in) is put into the page by mistake."""


SIGN_IN, SIGNED_IN = "sign-in", "signed-in"
"""What the mark says where the session has ended, and where the page may go on in a new one."""


def is_live(request: Request) -> bool:
    return request.headers.get("hx-request") == "true"
