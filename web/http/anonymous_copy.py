"""A mail as nobody in particular gets it: for previews and for the public copy."""

from core.settings import Settings
from templates.merge import compile_html, compile_text


def anonymous_html(html: str, settings: Settings) -> str:
    return compile_html(html).merge(_nobody(settings))


def anonymous_text(text: str, settings: Settings) -> str:
    return compile_text(text).merge(_nobody(settings))


def _nobody(settings: Settings) -> dict[str, str]:
    """No name: its default stands in, as for a reader whose name nobody knows. The links that are a reader's own
    lead to pages that explain."""
    public = settings.public_url
    return {"unsubscribe_url": f"{public}/unsubscribe", "preferences_url": f"{public}/preferences"}
