"""What SpamAssassin says of a mail, where this machine has it: points, and the reasons for them.

https://spamassassin.apache.org: `spamassassin -t` and `spamc -R` both end with a report. The first runs local
tests only (-L), so that no word of a draft leaves for anybody's blocklist; what a daemon asks, its own settings
decide.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.logging import get_logger
from core.write_guard import refuse_in_write

log = get_logger(__name__)

PROGRAMS: dict[str, tuple[str, ...]] = {"spamassassin": ("-t", "-L", "-x"), "spamc": ("-R", "-x")}
"""The discreet one first. -x: the one leaves no preferences behind, the other says so where there is no daemon."""
_TOTAL = re.compile(r"\((?P<points>-?\d+(?:\.\d+)?) points?, (?P<limit>\d+(?:\.\d+)?) required\)")
_REASON = re.compile(r"^\s?(?P<points>[ -]?\d+(?:\.\d+)?)\s+(?P<rule>[A-Z][A-Z0-9_]+)\s+(?P<description>\S.*)$")
_MORE = re.compile(r"^\s{20,}(?P<description>\S.*)$")
_MAX_DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class SpamReason:
    rule: str
    points: float
    description: str


@dataclass(frozen=True, slots=True)
class SpamReport:
    points: float
    limit: float
    """From so many points on it calls a mail spam."""
    reasons: tuple[SpamReason, ...]


class SpamFilter(Protocol):
    def read(self, message: bytes, *, seconds: float) -> SpamReport | None:
        """None where it did not answer in time, or not with a report."""
        ...


@dataclass(frozen=True, slots=True)
class SpamAssassinFilter:
    programs: tuple[Path, ...]

    def read(self, message: bytes, *, seconds: float) -> SpamReport | None:
        for program in self.programs:
            reading = parse_report(_run(program, message, seconds / len(self.programs)))
            if reading is not None:
                return reading
        return None


def installed_spam_filter(path: str | None = None) -> SpamAssassinFilter | None:
    """The one of this machine, looked for along `path` (None: where programs are)."""
    programs = tuple(Path(place) for name in PROGRAMS if (place := shutil.which(name, path=path)))
    return SpamAssassinFilter(programs) if programs else None


def _run(program: Path, message: bytes, seconds: float) -> str:
    refuse_in_write("running the spam filter")
    with tempfile.TemporaryDirectory() as home:
        try:
            ran = subprocess.run(  # noqa: S603  found on PATH, and nothing of the mail is an argument
                [program, *PROGRAMS[program.name]],
                input=message,
                capture_output=True,
                timeout=seconds,
                check=False,
                env={"HOME": home, "LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"},
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            log.warning("spam_filter.failed", program=program.name, error=type(error).__name__)
            return ""
    return ran.stdout.decode("utf-8", "replace")


def parse_report(output: str) -> SpamReport | None:
    """What a report says; None where there is none in it."""
    totals = list(_TOTAL.finditer(output))
    if not totals:
        return None
    # The last one is the report's own: a mail may quote another.
    total = totals[-1]
    return SpamReport(
        points=float(total["points"]),
        limit=float(total["limit"]),
        reasons=_reasons(output[total.end() :].splitlines()),
    )


def _reasons(lines: Sequence[str]) -> tuple[SpamReason, ...]:
    reasons: list[SpamReason] = []
    for line in lines:
        if match := _REASON.match(line):
            points = float(match["points"].replace(" ", ""))
            reasons.append(SpamReason(match["rule"], points, match["description"][:_MAX_DESCRIPTION]))
        elif reasons and (more := _MORE.match(line)):
            last = reasons.pop()
            reasons.append(
                SpamReason(last.rule, last.points, f"{last.description} {more['description']}"[:_MAX_DESCRIPTION])
            )
    return tuple(reasons)
