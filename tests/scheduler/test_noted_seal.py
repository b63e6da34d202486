"""What the journal of this machine says of the audit log's seals, of which its last lines may show only a part."""

from types import SimpleNamespace
from typing import Any, cast

from core.generation.guard import RestoreGuard
from core.generation.journal import Line
from core.generation.local_state import DATA, KIND
from scheduler.seal_audit_log import noted_seal
from staff.prune_audit_log import PRUNED
from staff.seal_audit_log import SEALED, NotedSeal


def noted(lines: list[dict[str, Any]], *, latest: int) -> NotedSeal | None:
    """Where the last lines are so many."""
    whole = [Line(number, content) for number, content in enumerate(lines, 1)]
    journal = SimpleNamespace(lines=lambda: iter(whole), latest=lambda: whole[-latest:])
    guard = SimpleNamespace(local=SimpleNamespace(journal=lambda _: journal))
    return noted_seal(cast(RestoreGuard, guard), "ours")


def line(kind: str, **data: Any) -> dict[str, Any]:
    return {KIND: kind, DATA: data}


def test_a_pruning_alone_among_the_last_lines_does_not_hide_those_before_it() -> None:
    seal = line(SEALED, number=7, chain="c7", pruned="1-3")
    pruning = line(PRUNED, number=7, chain="c7", seals="4")
    expected = NotedSeal(7, "c7", "1-4")
    assert noted([seal, line("an intent"), pruning, line("an intent")], latest=2) == expected
    assert (
        noted([line("an intent"), pruning, seal | {DATA: {**seal[DATA], "pruned": "1-4"}}], latest=1) == expected
    )
    assert noted([line("an intent")], latest=1) is None


def test_what_a_pruning_says_of_the_chain_does_not_hide_what_the_last_seal_said() -> None:
    """It takes the head from the database, where somebody may have made it anew."""
    seal, pruning = line(SEALED, number=7, chain="c7", pruned="", denied="5"), line(PRUNED, number=7, chain="new")
    assert noted([seal, pruning], latest=9) == NotedSeal(7, "c7", "", "5")
