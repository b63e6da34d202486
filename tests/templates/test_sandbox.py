"""A source neither reaches outside nor goes on for ever: it renders, or is refused with a line."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader

from core.errors import InputRefused
from templates.environment import run_template
from templates.mail_view import mail_view
from templates.render import reader_texts
from tests.examples import examples
from tests.templates import samples

MAIL = mail_view(replace(samples.BULLETIN_SL, list_name="[[recipient_name]]"), reader_texts())
PARTS = [
    "{% set a = 'xxxxxxxx' %}",
    "{% set a = a ~ a %}",
    "{% set a = a + a %}",
    "{% set b = [a, a] %}",
    "{{ b }}",
    "{% set a %}{{ a }}{{ a }}{% endset %}",
    "{% set n = 9 %}",
    "{% set n = n * n %}",
    "{{ n }}",
    "{{ a }}",
    "\n",
    "{% for x in mail.blocks %}",
    "{% endfor %}",
    "{% if a == a %}",
    "{% endif %}",
    "{{ 1 / 0 }}",
    "{{ x.title }}",
    "{% macro m(y) %}",
    "{{ m(a) }}{{ m(a) }}",
    "{% endmacro %}",
    "{{ a | written(a, a) }}",
    "{{ mail.say(a) }}",
    "{% extends 'x.txt.j2' %}",
    "{% import 'x.txt.j2' as q %}",
    "{{ mail | join }}",
    "{{ a.format(a) }}",
    "[[x]]",
]


def run(source: str, name: str = "x.txt.j2") -> str:
    return run_template(name, MAIL, loader=DictLoader({name: source}))


def refusal_of(source: str) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        run("\n" + source)
    assert refused.value.code == "templates-template-broken"
    assert refused.value.params["line"] == 2
    return refused.value


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ''['__class__'] }}",
        "{{ mail['__init__']['__globals__'] }}",
        "{{ mail.say.__func__.__globals__ }}",
        "{{ mail.say.__self__ }}",
        "{{ mail | attr('__class__') }}",
        "{{ [mail] | map(attribute='__class__') | join }}",
        "{{ '{0.__class__}'.format(mail) }}",
        "{{ '{m.__class__}'.format_map(mail.brand.socials) }}",
        "{{ '%s' % mail }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ lipsum.__globals__ }}",
        "{{ namespace() }}",
        "{{ config }}",
        "{{ mail.brand.socials.pop('x') }}",
        "{{ mail.brand.socials.clear() }}",
        "{{ mail.blocks.append(1) }}",
        "{% include '/etc/passwd' %}",
        "{% import '../../../etc/passwd' as p %}",
        "{{ -99999999 | spent }}",
        "{{ 'x' | safe }}",
    ],
)
def test_a_known_way_out_is_closed(source: str) -> None:
    refusal_of(source)


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'x' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x'.ljust(1000000000) }}",
        "{{ 'x' | center(1000000000) }}",
        "{{ '%1000000000d' % 1 }}",
        "{% for x in range(1000000000) %}{% endfor %}",
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40,
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = a + a %}" * 40,
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = [a, a] | join(a) %}" * 40,
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
        "{% set a = 9 %}" + "{% set a = a * a %}" * 40,
        "{% set a = [1, 1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a == a }}",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "{% set t = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' %}" + "{% for x in t %}" * 9 + "{% endfor %}" * 9,
        "{% set t = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' %}" + "{% for x in t if x in t %}" * 9 + "{% endfor %}" * 9,
        "{% for x in mail.blocks recursive %}{{ loop(mail.blocks) }}{% endfor %}",
        "{% block b %}{{ self.b() }}{{ self.b() }}{% endblock %}",
        "{% import 'x.txt.j2' as q %}",
        "{% extends 'x.txt.j2' %}",
        "{{ 'x' | written('sl', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx') }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
    ],
)
def test_what_would_not_come_to_an_end_is_refused(source: str) -> None:
    with pytest.raises(InputRefused) as refused:
        run(source)
    assert refused.value.code == "templates-template-broken"
    assert refused.value.params["line"] == 1


def test_a_source_beyond_all_measure_is_refused() -> None:
    with pytest.raises(InputRefused):
        run("x" * 100_001)


def test_what_is_spent_in_one_mail_is_there_again_for_the_next() -> None:
    source = "{% set t = 'xxxxxxxxxxxxxxxxxxxx' %}" + "{% for x in t %}" * 4 + "{% endfor %}" * 4
    assert [run(source), run(source), run(source)] == ["", "", ""]


def test_outside_text_that_is_joined_to_a_templates_own_stays_harmless() -> None:
    joined = (
        "{% set own %}([[recipient_name]]){% endset %}{{ own ~ mail.list_name }}{{ [own, mail.list_name] | join }}"
    )
    assert run(joined) == "([[recipient_name]])[[[]][[[]]recipient_name]]" * 2


@given(st.lists(st.sampled_from(PARTS), max_size=30))
@settings(max_examples=examples(120), deadline=None)
def test_whatever_is_put_together_renders_or_is_refused_with_a_line(parts: list[str]) -> None:
    _renders_or_is_refused("".join(parts))


@given(st.text(alphabet="{}%# |.~[]()'\"=\n\\abmx019_", max_size=60))
@settings(max_examples=examples(120), deadline=None)
def test_whatever_is_typed_renders_or_is_refused_with_a_line(source: str) -> None:
    _renders_or_is_refused(source)


def _renders_or_is_refused(source: str) -> None:
    for name in ("x.txt.j2", "x.mjml.j2"):
        try:
            assert len(run(source, name)) < 16_000_000
        except InputRefused as refused:
            assert refused.code == "templates-template-broken"  # noqa: PT017  either way is right
            assert 1 <= int(refused.params["line"]) <= source.count("\n") + 1  # noqa: PT017  as above
