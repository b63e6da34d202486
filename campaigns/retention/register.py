"""Record of processing activities (GDPR, article 30): filled in from what is set up here and what staff write.

Nobody is named in it, and no protected list: it is for whoever supervises, and may be handed out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from campaigns.clicks.counting import is_counting
from campaigns.retention.rules import RULES, KeptReason
from campaigns.retention.tables import RegisterText
from campaigns.settings import CampaignSettings
from core.errors import InputRefused
from core.i18n import Texts
from core.languages import STAFF_LANGUAGES
from core.settings import Settings
from core.sql import upsert
from delivery.senders.senders import list_senders
from staff import audit
from staff.principal import Principal, require
from staff.roles import Permission
from subscribers.fields import list_fields
from subscribers.lists import list_lists

LONGEST = 2_000
"""Characters of what staff write into one part."""
PURPOSES = ("emails", "consent", "delivery")
PEOPLE = ("subscribers", "staff")
DATA = ("contact", "consent", "choices", "delivery", "staff")
MEASURES = ("access", "passwords", "hashes", "audit", "erasure", "tracking")
"""What the program does whatever is set."""
_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


class RegisterPart(StrEnum):
    """What only the organisation knows. Ends the key of its text."""

    CONTROLLER = "controller"
    CONTACT = "contact"
    OFFICER = "officer"
    """The data protection officer, if there is one."""
    TRANSFERS = "transfers"
    """To countries outside the European Economic Area, and on what grounds."""
    MEASURES = "measures"
    """Of security, beside what the program does."""


@dataclass(frozen=True, slots=True)
class RegisterSummary:
    """One heading of the record, and what stands under it, in one language."""

    heading: str
    lines: list[str]


def save_register_texts(
    session: Session, language: str, written: Mapping[RegisterPart, str], *, actor: Principal, now: datetime
) -> None:
    """Those parts; an empty text empties one. Raises NotAllowed; InputRefused for what is too long or cannot be
    read, and for a language that staff do not have."""
    require(actor, Permission.MANAGE_DATA_PROTECTION)
    rows = [{"part": part.value, "language": language, "text": _read(text)} for part, text in written.items()]
    if language not in STAFF_LANGUAGES:
        raise InputRefused("campaigns-register-text-refused", limit=LONGEST)
    for row in rows:
        saved = upsert(session, RegisterText).values(row)
        session.execute(
            saved.on_conflict_do_update(index_elements=["part", "language"], set_={"text": row["text"]})
        )
    audit.record(
        session, actor=actor.name, action="register.changed", subject="register", now=now, language=language
    )


def _read(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    written = "\n".join(lines)
    if len(written) > LONGEST or not all(line.isprintable() for line in lines):
        raise InputRefused("campaigns-register-text-refused", limit=LONGEST)
    return written


def register_texts(session: Session, language: str) -> dict[RegisterPart, str]:
    """Every part, also the empty ones."""
    rows = session.exec(select(RegisterText).where(col(RegisterText.language) == language)).all()
    written = {row.part: row.text for row in rows}
    return {part: written.get(part.value, "") for part in RegisterPart}


def processing_register(
    session: Session, settings: Settings, texts: Texts, language: str
) -> list[RegisterSummary]:
    """In the order of article 30(1), letters a to g."""
    own = register_texts(session, language)

    def text(key: str, **params: str | int) -> str:
        return texts.text(language, f"campaigns-register-{key}", **params)

    def fixed(kind: str, names: tuple[str, ...]) -> list[str]:
        return [text(f"{kind}-{name}") for name in names]

    def written(part: RegisterPart) -> list[str]:
        return own[part].splitlines() or [text("to-fill-in")]

    open_lists = [row.name_in(language) for row in list_lists(session) if not row.is_protected]
    protected = sum(row.is_protected for row in list_lists(session))
    fields = [field.label_in(language) for field in list_fields(session) if field.archived_at is None]
    measures = fixed("measure", (*MEASURES, *_set_measures(settings)))
    clicks = [text("data-clicks")] if is_counting(session) else []
    lists = [text("lists", names=", ".join(open_lists))] if open_lists else []
    return [
        *(RegisterSummary(text(f"part-{part}"), written(part)) for part in list(RegisterPart)[:3]),
        RegisterSummary(text("purposes"), fixed("purpose", PURPOSES)),
        RegisterSummary(
            text("people"),
            [*fixed("people", PEOPLE), *lists, *([text("protected", count=protected)] if protected else [])],
        ),
        RegisterSummary(
            text("data"),
            [*fixed("data", DATA), *([text("fields", names=", ".join(fields))] if fields else []), *clicks],
        ),
        RegisterSummary(
            text("recipients"),
            [text("recipient", provider=name) for name in sorted({row.provider for row in list_senders(session)})],
        ),
        RegisterSummary(text("part-transfers"), written(RegisterPart.TRANSFERS)),
        RegisterSummary(text("retention"), _periods(settings, texts, language)),
        RegisterSummary(text("part-measures"), [*measures, *own[RegisterPart.MEASURES].splitlines()]),
    ]


def as_markdown(title: str, sections: list[RegisterSummary]) -> str:
    """With every name escaped, so that it is read as it was written."""
    parts = [f"# {_escaped(title)}"]
    for section in sections:
        parts.append(f"## {_escaped(section.heading)}")
        parts.append("\n".join(f"* {_escaped(line)}" for line in section.lines))
    return "\n\n".join(parts) + "\n"


def _set_measures(settings: Settings) -> list[str]:
    """What it does because it is set so."""
    are_set = {
        "approval": CampaignSettings.of(settings).approvals_required > 0,
        "backups": bool(settings.backup_dir),
    }
    return [name for name, is_set in are_set.items() if is_set]


def _periods(settings: Settings, texts: Texts, language: str) -> list[str]:
    lines = []
    for rule in RULES:
        name = texts.text(language, f"campaigns-retention-rule-{rule.name}")
        period = rule.period(settings)
        params: Mapping[str, int] = {"days": period.days} if period else {}
        key = "campaigns-register-days" if period else "campaigns-register-kept"
        lines.append(f"{name}: {texts.text(language, key, **params)}")
    return [*lines, *(texts.text(language, f"campaigns-retention-kept-{reason}") for reason in KeptReason)]


def _escaped(line: str) -> str:
    return _MARKS.sub(r"\\\1", line)
