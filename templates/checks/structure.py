"""How a mail is built, for those who do not see it: a title, headings in order, tables that say what they are."""

from collections.abc import Iterator
from itertools import pairwise

from templates.checks.finding import Finding, a_warning, an_error
from templates.html_facts import HtmlFacts


def check_structure(facts: HtmlFacts, *, has_subject: bool = True) -> Iterator[Finding]:
    """`has_subject`: without one there is no title either, and the subject is what an author can write."""
    if has_subject and not facts.title.strip():
        yield a_warning("title-missing", "html")
    if facts.headings and facts.headings[0] != 1:
        yield a_warning("heading-first", "html", level=facts.headings[0])
    for above, below in pairwise(facts.headings):
        if below > above + 1:
            yield a_warning("heading-skipped", "html", above=above, below=below)
            break
    if facts.tables_without_role:
        yield an_error("table-without-role", "html", count=facts.tables_without_role)
