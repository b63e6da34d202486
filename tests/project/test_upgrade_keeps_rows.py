"""An upgrade loses nothing: full databases of every revision, brought to the next and to this one, row by row."""

from itertools import pairwise

import pytest

from core.db import Database
from kinds.registry import all_keys
from migrations.schema_state import is_current
from migrations.upgrade import alembic_scripts, downgrade, upgrade
from tests.project.filled import Contents, Row, columns, contents, empty, fill, narrowed
from tests.project.kept_revisions import MigratedTo

REVISIONS = [script.revision for script in reversed(list(alembic_scripts().walk_revisions()))]
LEFT_OUT = {("delivery", "lease_until"), ("delivery", "claimed_by")}
"""Columns that this version has no use for. Whoever leaves one out says so here."""
MOVED = {
    ("campaign", "list_id"),
    *(("news_text", name) for name in all_keys()),
    *(("campaign_item", name) for name in ("campaign_id", "item_id", "position")),
    ("variant", "intro"),
    # Said by called_at.
    ("question", "is_called"),
    ("staff_mail", "is_called"),
    # Roles are several since 0088 (`test_upgrade_of_roles`).
    *(("staff_user", name) for name in ("role", "former_role", "sees_protected_readers")),
}
"""Columns whose values stand elsewhere now: each campaign's list in a row of its audience (0038), what each kind
has of its own in one column (0039, `test_upgrade_of_details`), each campaign's items and introductions in its
blocks and as rich text (0052, `test_upgrade_of_blocks`)."""


def as_now(held: Contents, *, since: str, until: str = REVISIONS[-1]) -> Contents:
    """What an upgrade changes in rows on purpose: a delivery that was held waits again (0021), and an attempt that
    has nothing left to learn is settled (0027)."""
    if since < "0021" <= until:
        for row in held["delivery"]:
            row["status"] = "queued" if row["status"] == "claimed" else row["status"]
    if not since < "0027" <= until:
        return held
    last = {pair["delivery_id"]: pair["attempt_id"] for pair in sorted(held["attempt_delivery"], key=_by_attempt)}
    open_ones = {last.get(row["id"]) for row in held["delivery"] if row["status"] in ("sending", "in_doubt")}
    for row in held["attempt"]:
        if row["state"] == "in_doubt" and row["id"] not in open_ones:
            row.update(dict.fromkeys(("merge_values", "settle_at", "lease_until", "claimed_by")), state="settled")
    return held


def _by_attempt(pair: Row) -> int:
    return int(pair["attempt_id"])


FROM = REVISIONS[:-1:7]
"""From here the whole way is gone: what a step leaves behind (empty columns, values that it made up) has to get
through those after it. From each of the others one step is, which is where rows could be lost."""


@pytest.mark.slow
def test_each_step_keeps_every_row_of_a_full_database(bare: Database) -> None:
    upgrade(bare, REVISIONS[0])
    for revision, following in pairwise(REVISIONS):
        empty(bare)
        fill(bare, old_states=revision < "0021")
        before = contents(bare)
        assert all(before.values())
        upgrade(bare, following)
        check_kept(before, contents(bare), since=revision, until=following)
    assert is_current(bare)


@pytest.mark.parametrize("revision", FROM)
def test_a_full_database_of_a_revision_keeps_every_row_to_the_end(migrated_to: MigratedTo, revision: str) -> None:
    bare = migrated_to(revision)
    fill(bare, old_states=revision < "0021")
    before = contents(bare)
    assert all(before.values())
    upgrade(bare)
    assert is_current(bare)
    check_kept(before, contents(bare), since=revision, until=REVISIONS[-1])


def as_before(held: Contents, after: Contents, *, until: str) -> Contents:
    """What a version of that revision makes of it: whoever could not be kept from more there is disabled (0088); a
    digest is an automation that is off, of a folder that nobody
    watches (0078), and what a restore left to staff was refused like anything else."""
    if until < "0088" and "roles" in held["staff_user"][0]:
        then = {row["id"]: row["disabled_at"] for row in after["staff_user"]}
        users = [
            row if {"author", "admin"} & set(row["roles"].split(",")) else row | {"disabled_at": then[row["id"]]}
            for row in held["staff_user"]
        ]
        assert all(row["disabled_at"] for row in users if row not in held["staff_user"])
        held = held | {"staff_user": users}
    if until < "0078" and any(row["source_id"] is None for row in held["automation"]):
        (source,) = (row for row in after["news_source"] if row["name"] == "digests")
        off: Row = {"is_enabled": type(held["automation"][0]["is_enabled"])(False), "source_id": source["id"]}
        automations = [row | off if row["source_id"] is None else row for row in held["automation"]]
        held = held | {"automation": automations, "news_source": [*held["news_source"], source]}
    if until >= "0062" or "automation_item" not in held:
        return held
    rows = [row | {"state": "refused"} if row["state"] == "restored" else row for row in held["automation_item"]]
    return held | {"automation_item": rows}


def check_kept(before: Contents, after: Contents, *, since: str, until: str) -> None:
    assert narrowed(after, before) == narrowed(as_now(before, since=since, until=until), after), until
    assert columns(before) - columns(after) <= LEFT_OUT | MOVED, until
    if "audience_list" in after and "audience_list" not in before:
        lists = sorted((row["id"], row["list_id"]) for row in before["campaign"])
        assert sorted((row["campaign_id"], row["list_id"]) for row in after["audience_list"]) == lists


@pytest.mark.slow
def test_the_way_back_keeps_what_the_older_schema_has_a_place_for(migrated_to: MigratedTo) -> None:
    bare = migrated_to()
    fill(bare, old_states=False)
    before = contents(bare)
    for revision in reversed(REVISIONS[:-1]):
        downgrade(bare, revision)
        after = contents(bare)
        assert narrowed(after, before) == narrowed(as_before(before, after, until=revision), after), revision
        before = after
