"""Dialect registry: one module, one line. Each plays one provider; a module exports its `DIALECT`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.dialects.base import Dialect

DIALECTS: dict[str, str] = {
    "brevo": "simulator.dialects.brevo",
    "mailgun": "simulator.dialects.mailgun",
    "mailjet": "simulator.dialects.mailjet",
    "postmark": "simulator.dialects.postmark",
    "resend": "simulator.dialects.resend",
    "scaleway": "simulator.dialects.scaleway",
    "sendgrid": "simulator.dialects.sendgrid",
    "ses": "simulator.dialects.ses",
}
FIRST_DIALECT = "resend"
"""The oldest: whose webhooks are posted where nobody says, and of whom a journal is that does not say."""


@cache
def dialects() -> "Mapping[str, Dialect]":
    """All of them, by the provider's name."""
    return {name: import_module(module).DIALECT for name, module in DIALECTS.items()}
