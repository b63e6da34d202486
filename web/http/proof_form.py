"""Progressive enhancement: whoever's network has sent too many sign-ups may show, by some seconds of a browser's
work, that they are no program that sends them by the thousand (`core.proof_of_work`). Without JavaScript the page
says when to try again, and nothing else.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from core.i18n import Texts
from core.proof_of_work import Challenge
from web.http.editor import built_file

PROOF = "altcha"
"""The field with the solution."""
_TEXTS = {
    "label": "web-proof-label",
    "verifying": "web-proof-working",
    "waitAlert": "web-proof-working",
    "verified": "web-proof-done",
    "verificationRequired": "web-proof-needed",
    "expired": "web-proof-failed",
    "error": "web-proof-failed",
}
"""The words of ALTCHA's widget, by the names that it has for them. Ours, since its own are no native speaker's."""


_OPTIONS = json.dumps({"humanInteractionSignature": False, "hideLogo": True, "hideFooter": True})
"""Of the widget: it watches nobody's hands, and leads nowhere."""


@dataclass(frozen=True, slots=True)
class ProofForm:
    """The form once more, with the task."""

    fields: Mapping[str, str]
    """As they were typed."""
    challenge: str
    """JSON."""


def offer_proof(request: Request, fields: Mapping[str, str], challenge: Challenge) -> None:
    """With the refusal that follows, if what the browser needs was built."""
    if fields and proof_files() is not None:
        kept = {name: value for name, value in fields.items() if name != PROOF}
        request.state.proof = ProofForm(kept, json.dumps(challenge))


def shown_proof(request: Request, texts: Texts, language: str) -> dict[str, Any] | None:
    """What the page of a refusal needs for it; None where none was offered."""
    proof: ProofForm | None = getattr(request.state, "proof", None)
    files = proof_files()
    if proof is None or files is None:
        return None
    strings = {name: texts.text(language, key) for name, key in _TEXTS.items()}
    script, worker, style = files
    return {
        "fields": proof.fields,
        "field": PROOF,
        "challenge": proof.challenge,
        "script": script,
        "worker": worker,
        "style": style,
        "texts": json.dumps(strings, ensure_ascii=False),
        "options": _OPTIONS,
    }


def withdraw_proof(request: Request) -> None:
    """Where no script runs."""
    request.state.proof = None


def proof_files() -> tuple[str, str, str] | None:
    """The script, its worker and its style sheet below web/static."""
    script, worker, style = built_file("proof_of_work-"), built_file("pbkdf2-"), built_file("altcha-")
    return (script, worker, style) if script and worker and style else None
