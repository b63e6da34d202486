"""A template is drawn with the examples before anybody writes with it."""

from dataclasses import replace

import pytest

from templates.check import Severity
from templates.content import TemplateSources
from templates.designs import DESIGNS
from templates.environment import library_sources
from templates.trial_render import ExampleContext, trial_render
from tests.templates.samples import BRAND, SITE

STAGE = ExampleContext(brand=BRAND, site=SITE, picture=lambda name: f"{SITE}/{name}.png")


@pytest.mark.parametrize("kind", DESIGNS)
def test_the_librarys_own_sources_are_a_beginning_without_a_fault(kind: str) -> None:
    assert trial_render(library_sources(kind), kind, example_context=STAGE) == []


def test_what_a_template_lacks_is_found_in_every_language() -> None:
    calm = library_sources("statement")
    without = TemplateSources(calm.html + "{% block footer %}{% endblock %}", calm.text)
    findings = trial_render(without, "statement", example_context=STAGE)
    assert {finding.language for finding in findings} == {"sl", "en", "ar", "fa"}
    assert {finding.code for finding in findings if finding.severity is Severity.ERROR} == {
        "templates-check-unsubscribe-missing",
        "templates-check-postal-address-missing",
    }


def test_what_is_wrong_with_the_examples_is_not_the_templates_fault() -> None:
    nowhere = replace(STAGE, brand=replace(BRAND, postal_address="\n"))
    assert trial_render(library_sources("event"), "event", example_context=nowhere) == []
