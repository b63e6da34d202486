"""Progressive enhancement: the rich-text editor's script, where it is built, on pages on which one writes.

`make setup` builds it from web/editor (npm, esbuild), with a hash of its content in its name. Where it could not,
the page says so, and the text is written in the field that the editor would have enhanced.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

BUILT = "built"
"""The folder below web/static in which nothing changes under its name."""
TEXTS = {
    "tools": "web-editor-tools",
    "heading": "web-editor-heading",
    "subheading": "web-editor-subheading",
    "bold": "web-editor-bold",
    "italic": "web-editor-italic",
    "link": "web-editor-link",
    "linkAddress": "web-editor-link-address",
    "linkSave": "web-editor-link-save",
    "linkRemove": "web-editor-link-remove",
    "linkWrong": "web-editor-link-wrong",
    "cancel": "web-editor-cancel",
    "bullets": "web-editor-bullets",
    "numbers": "web-editor-numbers",
    "quotation": "web-editor-quotation",
    "table": "web-editor-table",
    "headerRow": "web-editor-header-row",
    "rowAfter": "web-editor-row-after",
    "columnAfter": "web-editor-column-after",
    "deleteRow": "web-editor-delete-row",
    "deleteColumn": "web-editor-delete-column",
    "deleteTable": "web-editor-delete-table",
    "undo": "web-editor-undo",
    "redo": "web-editor-redo",
    "mergeField": "web-editor-merge-field",
    "direction": "web-editor-direction",
    "directionAuto": "web-editor-direction-auto",
    "directionLtr": "web-editor-direction-ltr",
    "directionRtl": "web-editor-direction-rtl",
    "picturesLeftOut": "web-editor-pictures-left-out",
    "filesLeftOut": "web-editor-files-left-out",
}
"""The texts of the editor, by the names that web/editor/src/texts.ts has for them."""


def editor_bundle() -> str | None:
    """The name of the built script below web/static; None where there is none."""
    return built_file("editor-")


@cache
def built_file(beginning: str) -> str | None:
    """The name, below web/static, of what was built and begins so; None where it was not."""
    folder = files("web") / "static" / BUILT
    names = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    return next((f"{BUILT}/{name}" for name in sorted(names) if name.startswith(beginning)), None)


@pass_context
def editor_script(context: Context) -> Markup:
    """For a page's content, once: turns each `data-rich-text` of the page into an editor, or says why not."""
    text: Any = context["t"]
    bundle = editor_bundle()
    if bundle is None:
        return Markup('<p class="notice wait">{}</p>').format(text("web-editor-missing"))
    texts = json.dumps({name: text(key) for name, key in TEXTS.items()}, ensure_ascii=False)
    return Markup(
        '<link rel="stylesheet" href="/static/editor.css">\n'
        '<script type="module" src="/static/{}" data-editor-texts="{}"></script>'
    ).format(bundle, texts)
