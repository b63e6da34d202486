"""A page's forms as a browser has them: what can be typed, what stands in it, where it goes."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

UNSENT = {"submit", "button", "reset", "image"}


@dataclass
class Form:
    action: str
    method: str
    is_upload: bool
    hidden: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    """What stands in the fields that a person fills in; passwords and files are none of ours to keep."""
    choices: dict[str, list[str]] = field(default_factory=dict)
    """Of selects and radio buttons."""
    boxes: dict[str, bool] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.forms: list[Form] = []
        self.text = ""
        self._form: Form | None = None
        self._area: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(
                attributes.get("action", self.path), attributes.get("method", "get"), "enctype" in attributes
            )
            self.forms.append(self._form)
        elif self._form is None:
            return
        elif tag == "input":
            self._input(self._form, attributes)
        elif tag == "textarea":
            self._area = attributes["name"]
            self._form.typed[self._area] = ""
        elif tag == "select":
            self._select = attributes["name"]
        elif tag == "option" and self._select:
            self._choice(self._form, self._select, attributes["value"], is_chosen="selected" in attributes)

    def _input(self, form: Form, attributes: dict[str, str]) -> None:
        kind, name = attributes.get("type", "text"), attributes.get("name", "")
        if kind == "hidden":
            form.hidden[name] = attributes.get("value", "")
        elif kind == "radio":
            self._choice(form, name, attributes["value"], is_chosen="checked" in attributes)
        elif kind == "checkbox":
            form.boxes[name] = "checked" in attributes
        elif kind not in UNSENT | {"password", "file"}:
            form.typed[name] = attributes.get("value", "")

    @staticmethod
    def _choice(form: Form, name: str, value: str, *, is_chosen: bool) -> None:
        form.choices.setdefault(name, []).append(value)
        if is_chosen:
            form.typed[name] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._form and self._area:
            self._form.typed[self._area] += data
        self.text += data


def forms_on(page: str, path: str) -> list[Form]:
    """`path`: of the page, where a form names no address."""
    reader = _Reader(path)
    reader.feed(page)
    return [form for form in reader.forms if form.method == "post"]


def text_of(page: str) -> str:
    reader = _Reader("")
    reader.feed(page)
    return reader.text


def unseen(answer: httpx.Response, typed: dict[str, str]) -> dict[str, str]:
    """What does not stand on the page."""
    text = text_of(answer.text)
    return {name: value for name, value in typed.items() if value not in text}
