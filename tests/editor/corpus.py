"""Stored texts of many kinds, each by a name: what an editor has to hold without a change."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from core.errors import InputRefused
from news.front_matter import read_front_matter
from news.markdown_body import body_html
from news.sanitise import sanitise
from templates.merge import FIELDS
from tests.equipment import skip_without
from tests.news.test_markdown_body import CASES
from tests.npm import MODULES

ROOT = Path(__file__).parents[2]
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)

WRITTEN = {
    "merge fields": "Dear [[recipient_name|friend]], " + " ".join(f"[[{name}]]" for name in FIELDS),
    "other brackets": "{{ name }} {% if x %} ${y} [[[]name]] [[nobody|a b]] {{{raw}}} <%= z %>".replace(
        "<", "\\<"
    ),
    "dates": "10. decembra\n\n15. novembra\n\n6. decembra 1991. leto",
    "footnotes": "Waited[^a] long[^b].\n\n[^a]: One *night*.\n[^b]: Two.\n\n    And more.",
    "tasks": "- [ ] not yet\n- [x] done\n  - [ ] inside",
    "tables": "| a | *b* |\n|---|:-:|\n| [l](https://example.org) | |\n| [[recipient_name\\|friend]] | 1. x |",
    "lists": "3. a\n4. b\n\n   c\n5. - d\n   - > e\n\n- f\n\n\n- ## g\n- h\n  ***",
    "marks": "*a **b** c* **d *e*** ~~f *g*~~ **[h *i*](https://example.org)** bralci*ke a*b*c",
    "line breaks": "a\\\nb  \nc<br>d\ne",
    "spaces": "a\u00a0b \u2009c\u200bd\u00adé e\u0301 … – — 'a' \"b\" `c`",
    "signs": "1 < 2 & 3 > 2 \\* \\_ \\# &lt;b> &amp;amp; 😀 ﷺ",
    "arabic": "قالت [[recipient_name|صديقة]]: **مهم** 2026 (Bilten) +386 1 234\n\n- أولا\n- ثانيا\n\n> اقتباس",
    "persian": "می‌خواهم «بیلتن» را بخوانم؛ ۱۲۳ نفر، *همه*.\n\n1. یک\n2. دو",
    "addresses": "<https://example.org/a_(b)?c=d&e=f#g> [t](tel:+38612345678) [m](mailto:a@b.example) c@b.example",
}
"""As Markdown."""

PASTED = {
    "directions": '<p dir="rtl">عربي</p><p dir="ltr">abc</p><ul dir="rtl"><li dir="ltr">a</li><li>b</li></ul>'
    '<blockquote dir="rtl"><p>ج</p></blockquote><table dir="rtl"><tr><td dir="ltr">a</td></tr></table>'
    '<h3 dir="rtl">د</h3>',
    "bdi and span": '<p>a <bdi>عربي</bdi> b <span dir="rtl">فارسی</span> c <bdo dir="rtl">d</bdo></p>',
    "anchors": '<p>a<sup id="fnref1"><a href="#fn1" class="footnote">1</a></sup></p><ol><li id="fn1">b '
    '<a href="#fnref1">↩</a></li></ol>',
    "cells of blocks": "<table><tr><th>a</th><td><p>b</p><ul><li>c</li></ul></td></tr><tr><td><h2>d</h2></table>",
    "empty": "<p></p><ul><li></li><li><p> </p></li></ul><table><tr><td></td><td> </td></tr></table><p><b> </b>",
    "lists of lists": "<ul><li><ul><li>a</li></ul></li><li><ol start='0'><li>b</ol>c</ul><ol start=7><li>d</ol>",
    "marks over blocks": "<b>a<p>b<i>c</p>d</i></b><a href='https://example.org'><h2>e</h2><p>f</p></a>",
    "breaks": "<p><br>a<br><br>b<br></p><ul><li>c<br>d</li></ul><h2>e<br><i>f<br></i>g</h2>",
    "spaces": "<p>a <b> b </b> c</p><p> <i>d</i> </p><p>e&nbsp; &nbsp;f</p>\n\n <p>g\n h</p>",
    "rules": "<hr><p>a</p><hr><hr><blockquote><hr>b</blockquote><ul><li><hr></li></ul>",
    "nothing": "",
    "deep": "<blockquote>" * 18 + "a",
}
"""As html that came from anywhere."""


def corpus() -> Iterator[tuple[str, str]]:
    """Names with stored texts; what the server refuses is not stored."""
    for name, markdown in {**WRITTEN, **_files()}.items():
        yield from _stored(name, markdown)
    for name, html in PASTED.items():
        yield f"html: {name}", sanitise(html)
    for number, (markdown, html) in enumerate(commonmark_examples(), start=1):
        yield from _stored(f"CommonMark {number}", markdown)
        yield f"html of CommonMark {number}", sanitise(html)


def commonmark_examples() -> list[tuple[str, str]]:
    """Markdown with the html that the specification says it is."""
    specification = MODULES / "commonmark-spec" / "spec.txt"
    if not specification.is_file():
        skip_without("npm's packages")
    text = specification.read_text("utf-8").replace("→", "\t")
    return [(match[1], match[2]) for match in _EXAMPLE.finditer(text)]


def _files() -> Mapping[str, str]:
    """The texts of the demo, of the examples and of the cases."""
    paths = [*(ROOT / "examples").rglob("*.md"), *CASES.glob("*.md")]
    return {
        path.name: read_front_matter(path.read_text("utf-8"), file=path.name).body
        for path in sorted(paths)
        if path.name != "README.md"
    }


def _stored(name: str, markdown: str) -> Iterator[tuple[str, str]]:
    try:
        yield name, body_html(markdown, file=name, first_line=0)
    except InputRefused:
        return
