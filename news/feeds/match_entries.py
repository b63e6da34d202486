"""Recognition of entries: by guid, by canonical address, or by content, whichever says so first. Pure.

A key that two entries of one reading share says nothing: some sites give every entry the same address, or the same
guid. No known entry is taken for two.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.json_digest import json_digest
from news.feeds.parsed_feed import ParsedEntry
from news.fingerprints import canonical_address

_KINDS = ("guid", "address", "content")


@dataclass(frozen=True, slots=True)
class MatchedEntry:
    entry: ParsedEntry
    keys: tuple[str, ...]
    """What it is recognised by from now on."""
    digest: str
    known_id: int | None
    """Of the entry that it is; None of one that is new."""


def match_entries(entries: Sequence[ParsedEntry], known: Mapping[str, int]) -> list[MatchedEntry]:
    """In their order, without those that say the same as one before. `known`: ids of entries by their keys."""
    distinct: dict[str, tuple[ParsedEntry, str]] = {}
    for entry in reversed(entries):
        canonical = canonical_address(entry.address) if entry.address else ""
        distinct[entry_digest(entry, canonical)] = entry, canonical
    rows = [
        (digest, entry, entry_keys(entry, digest, canonical))
        for digest, (entry, canonical) in reversed(distinct.items())
    ]
    counts = Counter(key for _, _, keys in rows for key in keys.values())
    usable = [{kind: key for kind, key in keys.items() if counts[key] == 1} for _, _, keys in rows]
    ids: dict[int, int] = {}
    taken: set[int] = set()
    for kind in _KINDS:
        for place, keys in enumerate(usable):
            entry_id = known.get(keys.get(kind, ""))
            if entry_id is not None and place not in ids and entry_id not in taken:
                ids[place] = entry_id
                taken.add(entry_id)
    return [
        MatchedEntry(entry, tuple(usable[place].values()), digest, ids.get(place))
        for place, (digest, entry, _) in enumerate(rows)
    ]


def entry_keys(entry: ParsedEntry, digest: str, canonical: str) -> dict[str, str]:
    """By their kind. `canonical`: its address, all ways to write it being one. The fragment counts: a page of
    short news gives each its own."""
    keys = {"content": f"content:{digest}"}
    if entry.guid:
        keys["guid"] = guid_key(entry.guid)
    if entry.address:
        keys["address"] = _address_key(entry.address, canonical)
    return keys


def guid_key(guid: str) -> str:
    return f"guid:{_sha256(guid)}"


def address_key(address: str) -> str:
    """Of an entry that has this address, in whatever way that is written."""
    return _address_key(address, canonical_address(address))


def _address_key(address: str, canonical: str) -> str:
    return "address:" + _sha256(f"{canonical}#{address.partition('#')[2]}")


def entry_digest(entry: ParsedEntry, canonical: str) -> str:
    """Of what readers would see of it. Not its dates: some sites date every entry anew at each request; but of one
    whose page says everything, its date is the only sign that it says something else."""
    files: list[Any] = [[file.address for file in files] for files in (entry.pictures, entry.pdfs)]
    dated = [entry.updated.isoformat()] if entry.is_bare and entry.updated else []
    return json_digest([entry.title, entry.summary_html, entry.content_html, canonical, files, *dated])


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
