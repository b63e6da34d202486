"""The form of an automation: what stands in its fields, and what was typed into them."""

from collections.abc import Mapping

from sqlmodel import Session

from campaigns.automation.brake import MAX_AT_ONCE, MAX_DAYS
from campaigns.automation.change_automation import AutomationEdit
from campaigns.automation.run_automations import AutomationRequest
from campaigns.tables import Automation, AutomationMode
from core.errors import InputRefused
from core.western_digits import western_digits
from delivery.senders.senders import get_sender
from subscribers.lists import get_list
from web.http.form_data import SEEN

MAX_NAME = 80


def fields_of(session: Session, row: Automation) -> dict[str, str]:
    return {
        "list": get_list(session, row.list_id).slug,
        "sender": get_sender(session, row.sender_id).name,
        "second_sender": get_sender(session, row.second_sender_id).name if row.second_sender_id else "",
        "mode": row.mode.value,
        "most_at_once": str(row.most_at_once),
        "oldest_days": str(row.oldest_days),
        "send_time": row.send_time,
    }


def read_request(form: Mapping[str, str]) -> AutomationRequest:
    """Raises InputRefused."""
    name = " ".join(form.get("name", "").split())
    if not name or len(name) > MAX_NAME or not name.isprintable():
        raise InputRefused("campaigns-automation-name", limit=MAX_NAME)
    return AutomationRequest(
        name=name,
        source_name=form.get("source", ""),
        list_slug=form.get("list", ""),
        sender_name=form.get("sender", ""),
        mode=_mode(form),
        second_sender_name=form.get("second_sender", ""),
        most_at_once=_number(form, "most_at_once", "campaigns-automation-most", MAX_AT_ONCE),
        oldest_days=_number(form, "oldest_days", "campaigns-automation-days", MAX_DAYS),
        send_time=form.get("send_time", ""),
    )


def read_edit(form: Mapping[str, str]) -> AutomationEdit:
    """Raises InputRefused."""
    return AutomationEdit(
        _number(form, "most_at_once", "campaigns-automation-most", MAX_AT_ONCE),
        _number(form, "oldest_days", "campaigns-automation-days", MAX_DAYS),
        form.get("send_time", ""),
        _mode(form),
        form.get("list", ""),
        form.get("sender", ""),
        form.get("second_sender", ""),
        form.get(SEEN),
    )


def _mode(form: Mapping[str, str]) -> AutomationMode:
    """Of what is neither, the one that sends nothing."""
    return AutomationMode.SEND if form.get("mode") == AutomationMode.SEND else AutomationMode.DRAFT


def _number(form: Mapping[str, str], field: str, code: str, limit: int) -> int:
    text = western_digits(form.get(field, "").strip())
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(limit))):
        raise InputRefused(code, limit=limit)
    return int(text)
