"""What a mail uses that a mail client lacks: its readers see it otherwise there, or not at all."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from xml.etree.ElementTree import Element

from templates.checks.finding import Finding, a_warning
from templates.checks.mail_marks import mail_marks


@dataclass(frozen=True, slots=True)
class ClientFeature:
    name: str
    marks: tuple[str, ...]
    lacks: tuple[str, ...]
    """The clients without it."""
    group: str
    """What to do instead; empty where those clients' readers miss nothing that matters."""


def check_clients(root: Element) -> Iterator[Finding]:
    used = mail_marks(root)
    for feature in features():
        mark = next((mark for mark in feature.marks if mark in used), None)
        if mark is not None and feature.group:
            picture = {"src": used[mark]} if used[mark] else {}
            yield a_warning(
                "client-lacks",
                "html",
                feature=feature.name,
                clients=", ".join(feature.lacks),
                group=feature.group,
                **picture,
            )


@cache
def features() -> tuple[ClientFeature, ...]:
    source = (files("templates.checks") / "client_features.toml").read_text(encoding="utf-8")
    return tuple(
        ClientFeature(row["name"], tuple(row["marks"]), tuple(row["lacks"]), row.get("group", ""))
        for row in tomllib.loads(source)["feature"]
    )
