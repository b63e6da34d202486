"""Draws the state machines of docs/concepts.md from the tables that the program follows: `make docs`."""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from campaigns import status as campaign
from delivery import status as delivery
from subscribers import status as subscription

PAGE = Path(__file__).parent / "concepts.md"
_PLACE = re.compile(r"(<!-- diagram: (\w+) -->\n).*?(<!-- end of diagram -->)", re.DOTALL)


def draw(
    transitions: Mapping[tuple[Any, Any], StrEnum], *, first: StrEnum, final: Collection[StrEnum] = ()
) -> str:
    """A Mermaid state diagram: one arrow for two states, labelled with every action that leads along it."""
    labels: dict[tuple[str, str], list[str]] = {}
    for (state, action), target in transitions.items():
        labels.setdefault((str(state), str(target)), []).append(str(action))
    arrows = [f"    {source} --> {target}: {', '.join(names)}" for (source, target), names in labels.items()]
    ends = [f"    {state} --> [*]" for state in sorted(final)]
    return "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {first}", *arrows, *ends, "```"])


DIAGRAMS = {
    "campaign": draw(campaign.TRANSITIONS, first=campaign.CampaignStatus.DRAFT, final=campaign.FINAL),
    "delivery": draw(delivery.TRANSITIONS, first=delivery.DeliveryStatus.QUEUED, final=delivery.FINAL),
    "subscription": draw(subscription.TRANSITIONS, first=subscription.SubscriptionStatus.PENDING),
}


def with_current_diagrams(page: str) -> str:
    """The page with each marked diagram drawn anew."""
    return _PLACE.sub(lambda place: f"{place[1]}{DIAGRAMS[place[2]]}\n{place[3]}", page)


if __name__ == "__main__":
    PAGE.write_text(with_current_diagrams(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
