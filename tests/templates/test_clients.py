"""What mail clients lack is found where a mail uses it; what their readers do not miss is left alone."""

import re
import tomllib
from pathlib import Path

import pytest

import templates.checks
from core.languages import READER_LANGUAGES
from templates.check import Finding
from templates.checks.clients import check_clients, features
from templates.checks.mail_marks import mail_marks
from templates.content import TemplateSources
from templates.designs import DESIGNS
from templates.environment import library_sources
from templates.html_tree import read_tree
from templates.render import reader_texts
from templates.trial_render import trial_render
from tests.templates.every_mail import MAILS
from tests.templates.samples import STRANGE
from tests.templates.test_trial_render import STAGE

FEATURES = {feature.name: feature for feature in features()}
TABLE = tomllib.loads((Path(templates.checks.__file__).parent / "client_features.toml").read_text("utf-8"))
GROUPS = {feature.group for feature in features()} - {""}


def findings_in(html: str) -> list[Finding]:
    return list(check_clients(read_tree(html)))


SPECIAL = {
    "#": '<a href="#there">x</a>',
    "data:": '<img src="data:image/png;base64,AAAA">',
    "<meta color-scheme>": '<meta name="color-scheme" content="light dark">',
    "nesting": "<style>p { color: red; b { color: blue } }</style>",
    "margin<0": '<p style="margin: 0 -4px">x</p>',
}
WAYS = (
    (r"\.\w+", '<img src="https://x.example/a{}?v=1">'),
    (r"<(\w+)>", "<{}>x</{}>"),
    (r"\[([a-z-]+)\]", '<p {}="1">x</p>'),
    (r"@[a-z-]+", "<style>{} x {{ p {{ color: red }} }}</style>"),
    (r"\(([a-z-]+)\)", "<style>@media screen and ({}: x) {{ p {{ color: red }} }}</style>"),
    (r"::?[a-z-]+", "<style>p, td > a{} {{ color: red }}</style>"),
    (r"([a-z-]+)\(\) alone", '<p style="background: {}(a) no-repeat">x</p>'),
    (r"([a-z-]+)\(\)", '<p style="width: {}(1px)">x</p>'),
    (r"1([a-z]+)", '<p style="width: calc(2{} * 3)">x</p>'),
    (r"[a-z-]+:", '<p style="{} x">x</p>'),
    (r"[a-z-]+:[a-z-]+", '<p style="{} !important">x</p>'),
)


def using(mark: str) -> str:
    """Html that uses what the mark means."""
    if mark in SPECIAL:
        return SPECIAL[mark]
    match, html = next((match, html) for way, html in WAYS if (match := re.fullmatch(way, mark)))
    name = match[match.lastindex or 0]
    return html.format(name, name)


@pytest.mark.parametrize("name", FEATURES)
def test_whoever_uses_a_feature_is_told_who_lacks_it(name: str) -> None:
    feature = FEATURES[name]
    for mark in feature.marks:
        findings = [finding for finding in findings_in(using(mark)) if finding.params["feature"] == name]
        assert len(findings) == bool(feature.group), mark
        assert mark in mail_marks(read_tree(using(mark)))
        for finding in findings:
            assert finding.params["clients"] == ", ".join(feature.lacks)


@pytest.mark.parametrize("name", MAILS)
def test_the_librarys_mails_use_nothing_that_readers_would_miss(name: str) -> None:
    assert findings_in(MAILS[name]) == []


@pytest.mark.parametrize("design", DESIGNS)
def test_a_template_that_arranges_with_flex_is_asked_about(design: str) -> None:
    calm = library_sources(design)
    flexing = TemplateSources(
        calm.html + "{% block footer %}{{ super() }}<mj-section><mj-column><mj-text>"
        "<div style='display:flex'>x</div></mj-text></mj-column></mj-section>{% endblock %}",
        calm.text,
    )
    findings = [
        finding
        for finding in trial_render(flexing, design, example_context=STAGE)
        if finding.code == "templates-check-client-lacks"
    ]
    assert {finding.language for finding in findings} == set(READER_LANGUAGES)
    assert {(finding.params["feature"], finding.params["clients"]) for finding in findings} == {
        ("display: flex", "Outlook (Windows)")
    }


@pytest.mark.parametrize(
    "html",
    [
        "<p style='display:block;position:static;float:none;margin:4px'>x</p>",
        "<p style='background:#fff url(a.png)'>x</p>",
        "<p style='background-color:#fff;background-image:linear-gradient(#fff,#eee)'>x</p>",
        "<!--[if mso]><v:rect><svg></svg></v:rect><![endif]-->",
        "<a href='#'>x</a><a href='https://x.example/#a'>x</a>",
        "<img src='https://x.example/a.png?b=.webp'><img src='https://[x/a.webp'><img>",
        "<style>a { color: red</style><style>} ; @media</style>",
    ],
)
def test_what_every_client_has_is_fine(html: str) -> None:
    assert findings_in(html) == []


@pytest.mark.parametrize("html", STRANGE)
def test_no_html_is_too_strange(html: str) -> None:
    findings_in(html)


def test_the_picture_that_a_client_does_not_show_is_named() -> None:
    (finding,) = findings_in("<img src='https://x.example/a.webp'><img src='https://x.example/b.webp'>")
    assert finding.params["src"] == "https://x.example/a.webp"


@pytest.mark.parametrize("language", ["sl", "en"])
def test_every_group_says_what_to_do_instead(language: str) -> None:
    advice = {
        group: reader_texts().text(language, "templates-check-client-lacks", feature="x", clients="y", group=group)
        for group in GROUPS
    }
    assert len(set(advice.values())) == len(advice)


def test_the_table_says_for_every_feature_who_lacks_it_and_where_that_is_known_from() -> None:
    rows = TABLE["feature"]
    sources = [row["source"] for row in rows]
    marks = [mark for row in rows for mark in row["marks"]]
    assert len(set(sources)) == len(sources)
    assert len(set(marks)) == len(marks)
    for row in rows:
        assert ("group" in row) != ("harmless" in row), row["name"]
        assert re.fullmatch(r"(css|html|image)-[a-z0-9-]+", row["source"])
        assert row["lacks"]
        for client in row["lacks"]:
            name, _, platforms = client.partition(" (")
            assert {platform for platform in platforms.rstrip(")").split(", ") if platform} < set(
                TABLE["clients"][name]
            ) | {""}
