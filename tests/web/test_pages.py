"""What holds for every page we make: no inline script or style, labels, one heading, all texts there."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from fluent.syntax import FluentSerializer, parse
from fluent.syntax.ast import Message

from campaigns.people.staff_action import ServedAction
from campaigns.reporting.campaign_data import report_figures
from campaigns.reporting.in_doubt import Choice
from campaigns.reporting.recipient_copy import Fidelity
from campaigns.reporting.report import CampaignReport
from campaigns.services import TEXT_ROOMS
from campaigns.status import CampaignStatus, PauseReason
from campaigns.weekly_cap import OVER_THE_CAP
from core.i18n import Texts
from core.languages import READER_LANGUAGES, STAFF_LANGUAGES
from delivery.senders.dns_records import RecordPurpose
from scheduler.delete_media import KeptReason as KeptFile
from subscribers.mail_content import RHYTHMS
from subscribers.policy import SkipReason
from subscribers.status import SubscriptionStatus
from subscribers.tables import ConsentAction, ConsentMethod, SuppressionReason
from subscribers.topic_tables import Frequency
from templates.check import Severity
from web.errors import EXPLAINED
from web.http.templates import breakable
from web.staff.available_actions import STEPS
from web.staff.delivery_page import PARTS

PAGES = {
    f"{folder.name}/{source.name}": source.read_text(encoding="utf-8")
    for folder in (files("web") / "pages").iterdir()
    for source in (folder.iterdir() if folder.is_dir() else [folder])
    if source.name.endswith(".j2")
}
STAFF_FOLDERS = ("staff", "partials")
KEY = re.compile(r"""\bt\(\s*"(web-[a-z0-9_-]+?[a-z0-9])"(?!\s*~)""")


@cache
def _messages(language: str) -> dict[str, str]:
    """Key → source, in the order of the file."""
    source = (files("web") / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    write = FluentSerializer().serialize_entry
    return {entry.id.name: write(entry) for entry in parse(source).body if isinstance(entry, Message)}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_page_has_a_script_or_style_in_itself(name: str) -> None:
    source = PAGES[name]
    assert re.search(r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", source, re.IGNORECASE) is None
    for script in re.findall(r"<script[^>]*>", source):
        of_ours = r'<script src="/static/[a-z_.]+" defer>|<script type="module" src="/static/\{\{ [a-z_.]+ \}\}">'
        assert re.fullmatch(of_ours, script)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_no_page_asks_another_server_for_anything(name: str) -> None:
    assert re.search(r"(?:src|href|action)=\"(?:https?:)?//", PAGES[name]) is None


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_field_has_a_label_and_every_frame_a_title(name: str) -> None:
    source = PAGES[name]
    for field in re.findall(r"<(?:input|select|textarea)\b[^>]*>", source):
        if 'type="hidden"' not in field:
            match = re.search(r'\bid="([^"]+)"', field)
            assert match is not None
            assert f'for="{match[1]}"' in source
    for frame in re.findall(r"<iframe[^>]*>", source):
        assert "title=" in frame
        assert "sandbox=" in frame


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_text_that_a_page_names_exists_in_its_languages(name: str) -> None:
    is_for_staff = name.startswith(STAFF_FOLDERS)
    keys = set(KEY.findall(PAGES[name]))
    for language in STAFF_LANGUAGES if is_for_staff else READER_LANGUAGES:
        assert keys <= set(_messages(language)), language


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "se začenja"),
        (1, "1 sekundo"),
        (2, "2 sekundi"),
        (3, "3 sekunde"),
        (5, "5 sekund"),
        (102, "102 sekundi"),
    ],
)
def test_slovenian_counts_as_slovenians_do(seconds: int, expected: str) -> None:
    assert expected in Texts(["web"]).text("sl", "web-done-send", seconds=seconds)


def test_readers_texts_are_in_four_languages_and_staffs_in_two() -> None:
    english = list(_messages("en"))
    for_readers = set(english[: english.index("web-form-from-elsewhere")])
    assert set(_messages("sl")) == set(english)
    assert set(_messages("ar")) == set(_messages("fa")) == for_readers


def test_a_text_has_the_same_places_to_fill_in_every_language() -> None:
    places = re.compile(r"\$([a-z]+)")
    english = {key: set(places.findall(text)) for key, text in _messages("en").items()}
    assert english["web-unsubscribe-question"] == {"list"}
    for language in ("sl", "ar", "fa"):
        for key, text in _messages(language).items():
            assert set(places.findall(text)) == english[key], (language, key)


@pytest.mark.parametrize("language", STAFF_LANGUAGES)
def test_every_computed_text_exists(language: str) -> None:
    texts = Texts(TEXT_ROOMS)
    keys = [f"web-next-{status}" for status in CampaignStatus]
    keys += [f"campaigns-status-{status}" for status in CampaignStatus]
    keys += [f"campaigns-pause-{reason}" for reason in PauseReason]
    keys += [f"campaigns-skipped-{reason}" for reason in (*SkipReason, OVER_THE_CAP)]
    keys += [f"web-done-{step.name}" for step in STEPS]
    keys += [f"web-done-{choice}" for choice in Choice] + [f"web-doubt-{choice}" for choice in Choice]
    keys += [f"campaigns-choice-{choice}" for choice in Choice]
    keys += [f"web-copy-{fidelity}" for fidelity in Fidelity] + [f"web-copy-part-{part}" for part in PARTS]
    keys += [f"web-finding-{severity}" for severity in Severity]
    keys += [f"web-error-{status}{end}" for status in EXPLAINED for end in ("", "-title")]
    keys += [f"web-sender-record-{purpose}{end}" for purpose in RecordPurpose for end in ("", "-hint")]
    keys += [f"scheduler-file-{reason}" for reason in KeptFile]
    keys += [f"campaigns-people-consent-{action}" for action in ConsentAction]
    keys += [f"campaigns-people-method-{method}" for method in ConsentMethod]
    keys += [f"web-export-suppressed-{reason}" for reason in SuppressionReason]
    keys += [f"campaigns-people-did-{action.name.lower()}" for action in ServedAction]
    keys += [f"web-subscription-{status}" for status in SubscriptionStatus]
    keys += [f"web-export-frequency-{frequency}" for frequency in Frequency]
    keys += [f"web-frequency-{frequency}" for frequency in Frequency]
    rhythms = ("web-frequency-kept", "web-list-rhythm", "web-list-rhythm-by", "web-list-rhythm-none")
    keys += [f"{start}-{rhythm}" for start in rhythms for rhythm in RHYTHMS]
    none: dict[str, Any] = dict.fromkeys(CampaignReport.__slots__, 0) | {"skipped": {}}
    keys += [f"web-report-{name}" for name in report_figures(CampaignReport(**none))]
    for key in keys:
        assert texts.text(language, key)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("suleiman.mohammad@example.com", "suleiman.mohammad@<wbr>example.com"),
        ("https://example.org/w/ab-c", "https://<wbr>example<wbr>.org/<wbr>w/<wbr>ab-<wbr>c"),
        ("boat_at-sea.png", "boat_<wbr>at-<wbr>sea<wbr>.png"),
        ("<b>@x", "&lt;b&gt;@<wbr>x"),
        ("", ""),
    ],
)
def test_an_address_breaks_between_its_parts(text: str, shown: str) -> None:
    assert breakable(text) == shown
