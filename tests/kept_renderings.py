"""Memoization of rendering and checking, by value: the same mail is drawn and looked over once in a process.

Most tests of campaigns draw the same few mails of the same small organisation, which was much of what they took.
The key is all that goes in, pickled whole. What was refused is tried anew. Tests of the renderer and of the checks
call them as they are: only what `campaigns` and trials of templates import of them is kept. A source is compiled
once, too: each own template stands on the whole library, which would be compiled anew for it.
"""

import hashlib
import io
import pickle
import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import wraps
from types import CodeType
from typing import TypeVar

import pytest

from campaigns.editorial import custom_templates, preview, render_variants
from campaigns.review import check, freeze
from campaigns.review.external import probe_targets
from core import ids
from core.write_guard import refuse_in_write
from templates import trial_render
from templates.check import Finding, check_rendered
from templates.content import Document, RenderedMail
from templates.html_facts import read_html
from templates.render import render
from templates.sandbox import BoundedEnvironment

T = TypeVar("T")


@pytest.fixture(scope="session", autouse=True)
def kept_renderings() -> Iterator[None]:
    drawn, checked, read = by_value(render), by_value(check_rendered), by_value(read_html)

    def render_once(document: Document) -> RenderedMail:
        refuse_in_write("rendering a mail")
        return drawn(document)

    def check_once(document: Document, rendered: RenderedMail) -> list[Finding]:
        return deepcopy(checked(document, rendered))

    with pytest.MonkeyPatch.context() as patch:
        for module in (custom_templates, preview, render_variants, freeze, trial_render):
            patch.setattr(module, "render", render_once)
        for module in (check, trial_render):
            patch.setattr(module, "check_rendered", check_once)
        patch.setattr(BoundedEnvironment, "compile", compiled_once(BoundedEnvironment.compile))
        patch.setattr(probe_targets, "read_html", read)
        yield


def compiled_once(compiling: Callable[..., CodeType]) -> Callable[..., CodeType]:
    """The same source, of the same name, by an environment that differs in nothing that compiling asks for."""
    kept: dict[tuple[object, ...], CodeType] = {}

    def compile_source(environment: BoundedEnvironment, source: str, *named: object, **more: object) -> CodeType:
        key = (type(environment), environment._neutral, source, named, *sorted(more.items()))
        if key not in kept:
            kept[key] = compiling(environment, source, *named, **more)
        return kept[key]

    return compile_source


@pytest.fixture(autouse=True)
def same_public_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first campaign of each test has the same name in URLs, the second another. Were they random, as in the
    program, no mail would ever be the same as that of another test."""
    monkeypatch.setattr(ids, "secrets", random.Random(0))


def by_value(function: Callable[..., T]) -> Callable[..., T]:
    """`function`, called once for each value of its arguments."""
    kept: dict[bytes, T] = {}

    @wraps(function)
    def remembered(*arguments: object) -> T:
        key = digest(arguments)
        if key not in kept:
            kept[key] = function(*arguments)
        return kept[key]

    return remembered


def digest(values: object) -> bytes:
    """The same for equal values of the same types, and for no others."""
    data = io.BytesIO()
    pickler = pickle.Pickler(data, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # or equal texts would differ by whether they are one object
    pickler.dump(values)
    return hashlib.sha256(data.getvalue()).digest()
