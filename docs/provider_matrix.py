"""Writes the table of docs/providers.md from what the providers say of themselves: `make docs`."""

import re
from datetime import timedelta
from pathlib import Path

from delivery.providers import known_providers
from delivery.providers.base import Capabilities, Tracking, WebhookProof

PAGE = Path(__file__).parent / "providers.md"
_PLACE = re.compile(r"(<!-- providers -->\n).*(<!-- end of providers -->)", re.DOTALL)

TRACKING = {
    Tracking.NONE: "there is none",
    Tracking.OFF_IN_EACH_CALL: "off in each call",
    Tracking.ACCOUNT_ONLY: "**switch it off at the provider**",
}
PROOF = {
    None: "none",
    WebhookProof.SIGNATURE: "signed",
    WebhookProof.SHARED_SECRET: "a shared secret",
}
HEADS = (
    "Provider", "Messages a call", "Bytes a message", "Bytes a call", "Content", "A repeat is safe for",
    "Record complete after", "Headers left out", "Opens and clicks", "Webhooks", "Suppression list", "For",
)  # fmt: skip


def row(name: str, can: Capabilities) -> tuple[str, ...]:
    return (
        name,
        str(can.max_batch),
        _bytes(can.max_bytes),
        _bytes(can.max_call_bytes) if can.max_call_bytes else "no limit of its own",
        "once, values for each" if can.merges else "whole for each",
        _span(can.idempotency) if can.idempotency else "no time",
        _span(can.look_up.settles_after) if can.look_up else "no record",
        ", ".join(sorted(can.headers_not_carried)) or "none",
        TRACKING[can.tracking],
        "none; bounces come as email" if can.reports_by_mail else PROOF[can.webhooks],
        _suppression_list(can),
        "campaigns" if can.carries_campaigns else "system emails only",
    )


def table() -> str:
    rows = [HEADS, ("---",) * len(HEADS), *(row(name, can) for name, can in known_providers().items())]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _suppression_list(can: Capabilities) -> str:
    read = "can be read" if can.lists_suppressions else "cannot be read"
    return f"{read}; erased people are deleted" if can.deletes_suppressions else read


def _bytes(count: int) -> str:
    return f"{count / 1_000_000:g} MB"


def _span(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    for unit, size in (("days", 24 * 60), ("hours", 60)):
        if minutes % size == 0 and minutes >= 2 * size:
            return f"{minutes // size} {unit}"
    return f"{minutes} minutes"


def with_current_table(page: str) -> str:
    return _PLACE.sub(lambda place: f"{place[1]}\n{table()}\n\n{place[2]}", page)


if __name__ == "__main__":
    PAGE.write_text(with_current_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
