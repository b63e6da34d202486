"""Template sources: a defect is named with its template and line, and none reaches outside."""

from dataclasses import replace

import pytest
from jinja2 import DictLoader

from core.errors import InputRefused
from templates.environment import run_template
from templates.mail_view import mail_view
from templates.render import reader_texts
from tests.templates import samples

HOSTILE = replace(samples.BULLETIN_SL, list_name="[[recipient_name]] {{ x }} <b>")
MAIL = mail_view(HOSTILE, reader_texts())


def run(source: str, name: str = "x.txt.j2") -> str:
    return run_template(name, MAIL, loader=DictLoader({name: source}))


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a\n{{ mail.nothing }}", 2),
        ("a\nb\n{{ nothing }}", 3),
        ("a\n{% if x %}", 2),
        ("{{ mail.say | unknown }}", 1),
        ("a\n{{ mail.__class__.__mro__ }}", 2),
        ("a\n{{ ''.__class__ }}", 2),
    ],
)
def test_a_defect_has_its_template_and_line(source: str, line: int) -> None:
    with pytest.raises(InputRefused) as refused:
        run(source)
    assert refused.value.code == "templates-template-broken"
    assert (refused.value.params["template"], refused.value.params["line"]) == ("x.txt.j2", line)


def test_a_missing_template_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        run_template("nothing.txt.j2", MAIL)
    assert refused.value.code == "templates-template-broken"


def test_a_template_cannot_change_what_it_is_given() -> None:
    with pytest.raises(InputRefused):
        run("{{ mail.brand.socials.update({'a': 'b'}) }}")


def test_whatever_a_template_prints_is_neutral() -> None:
    source = "{{ mail.list_name }} [[recipient_name]]"
    assert run(source) == "[[[]][[[]]recipient_name]] {{ x }} <b> [[recipient_name]]"
    assert run(source, "x.mjml.j2") == (
        "&#91;&#91;recipient_name]] &#123;&#123; x }} &lt;b&gt; [[recipient_name]]"
    )
