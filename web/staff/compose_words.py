"""Subject and preheader as an inbox shows them: merged for nobody in particular, and counted."""

from collections.abc import Mapping
from types import MappingProxyType

from campaigns.editorial.draft import SUBJECT_LENGTH
from campaigns.editorial.preheader import PREHEADER_LENGTH
from campaigns.tables import Variant
from core.errors import InputRefused
from core.settings import Settings
from web.http.anonymous_copy import anonymous_text

LIMITS: Mapping[str, int] = MappingProxyType({"subject": SUBJECT_LENGTH, "preheader": PREHEADER_LENGTH})
"""Characters of each that inboxes show, about."""


def inbox_lines(variant: Variant, settings: Settings) -> dict[str, str]:
    """By the name of its field."""
    return {name: inbox_text(getattr(variant, name), settings) for name in LIMITS}


def inbox_text(text: str, settings: Settings) -> str:
    """A merge field that nobody knows stays as it was typed: the check says what is wrong with it."""
    try:
        return anonymous_text(text, settings)
    except InputRefused:
        return text
