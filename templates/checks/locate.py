"""In which item of a campaign an address stands, so that whoever mends it knows where. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from html import unescape
from typing import Any

from templates.content import Document, Item
from templates.html_facts import read_html


def item_with(document: Document, url: str) -> str:
    """The title of the first item that has it; empty for what the mail has besides items, such as its footer."""
    return next((item.title for item in document.items if _page(url) in _addresses(item)), "")


def _addresses(item: Item) -> set[str]:
    facts = read_html(item.body_html)
    values = asdict(item) | {"details": item.details.model_dump()}
    written = [*facts.links, *facts.images, *_strings(values)]
    return {_page(unescape(address)) for address in written}


def _page(url: str) -> str:
    """Without the place on it that a fragment names."""
    return url.strip().partition("#")[0]


def _strings(value: Any) -> Iterator[str]:
    """Whatever an item has an address in (a button, a PDF, a picture), it is a text of its own."""
    if isinstance(value, str):
        # Only what could be one: taking prose apart as an address would find faults in it.
        if value.strip().startswith(("http://", "https://")) and " " not in value.strip():
            yield value
    elif isinstance(value, dict):
        yield from _each(value.values())
    elif isinstance(value, list | tuple):
        yield from _each(value)


def _each(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield from _strings(value)
