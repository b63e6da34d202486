"""Provider registry: a provider is named in its folder, its dialect and one line of each registry."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from delivery.providers import FIRST_PROVIDER, PROVIDERS, capabilities_of
from delivery.providers.settings import ProviderSettings
from simulator.dialects import DIALECTS, FIRST_DIALECT, dialects
from tests.project.test_rules import ROOMS, ROOT

PAGE = ROOT / "docs" / "providers.md"
KINDS = ("*.py", "*.toml", "*.ftl", "*.html", "*.mjml", "*.js", "*.css")
REGISTRIES = ("delivery/providers/__init__.py", "simulator/dialects/__init__.py")
NOT_ABOUT_SENDING = {
    "delivery/senders/provider_records.toml": "DNS names with their sources, for those whose customers share them",
    "delivery/limit_words.py": "cites who says so: replies by SMTP, whichever way the mail was handed over",
    "subscribers/csv_noes.py": "names the systems whose exports are read",
    "subscribers/importers/brevo.py": "reads the export of somebody who sent with it elsewhere",
    "subscribers/importers/registry.py": "lists the systems whose exports are read",
    "subscribers/texts/en.ftl": "names them for people",
    "subscribers/texts/sl.ftl": "names them for people",
}


def _headings() -> list[str]:
    """As people write them. SMTP is a protocol besides."""
    section = PAGE.read_text(encoding="utf-8").partition("## Setting one up")[2]
    return [name for name in re.findall(r"^### (.+)$", section, re.MULTILINE) if name != "SMTP"]


def _patterns() -> Iterator[str]:
    for name in PROVIDERS:
        yield rf"\bdelivery\.providers\.{name}\b|\bsimulator\.dialects\.{name}\b|\bBILTEN_{name.upper()}_"
        if name == "outbox":  # the simulator's folder is called that, too
            yield rf"provider\W{{1,5}}[\"']{name}[\"']"
        else:
            yield rf"[\"']{name}[\"']|\b{name}_\w"
    for heading in _headings():
        yield rf"\b{heading}\b|\b{heading.split()[0]}\b"


NAMED = re.compile("|".join(f"(?:{pattern})" for pattern in _patterns()))


def _may_name(path: str) -> bool:
    own = [f"delivery/providers/{name}/" for name in PROVIDERS]
    own += [f"simulator/dialects/{name}.py" for name in DIALECTS]
    return path in REGISTRIES or path in NOT_ABOUT_SENDING or path.startswith(tuple(own))


def _sources() -> Iterator[tuple[str, Path]]:
    for room in ROOMS:
        for kind in KINDS:
            for path in sorted((ROOT / room).rglob(kind)):
                yield path.relative_to(ROOT).as_posix(), path


def test_no_provider_is_named_outside_its_folder_its_dialect_and_the_registries() -> None:
    lines = [
        f"{name}:{number}: {line.strip()}"
        for name, path in _sources()
        if not _may_name(name)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if NAMED.search(line)
    ]
    assert lines == []


@pytest.mark.parametrize(
    "line",
    [
        'if provider == "smtp":',
        "settings.brevo_api_key",
        'return sender.provider != "outbox"',
        "from delivery.providers.ses.provider import SesProvider",
        "Mailgun needs BILTEN_MAILGUN_WEBHOOK_KEY",
        "Amazon’s come with a certificate",
        "# speaks Resend's API",
    ],
)
def test_a_name_is_noticed(line: str) -> None:
    assert NAMED.search(line)


@pytest.mark.parametrize(
    "line", ['"""Send again (resend): staff', "what SMTP calls it", 'folder / "outbox"', "uses"]
)
def test_a_word_is_no_name(line: str) -> None:
    assert not NAMED.search(line)


@pytest.mark.parametrize("registry", REGISTRIES)
def test_a_registry_has_one_line_for_each(registry: str) -> None:
    text = (ROOT / registry).read_text(encoding="utf-8")
    names = PROVIDERS if "providers" in registry else DIALECTS
    for name, package in names.items():
        assert text.count(f'"{name}": "{package}",\n') == 1
        assert (ROOT / package.replace(".", "/")).with_suffix("" if "providers" in registry else ".py").exists()


@pytest.mark.parametrize("name", PROVIDERS)
def test_a_provider_has_its_part_in_the_documents(name: str) -> None:
    assert (ROOT / "delivery" / "providers" / name / "settings.py").exists()
    assert re.search(rf"^\| {name} \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", PROVIDERS)
def test_a_package_exports_what_the_registry_asks_for(name: str) -> None:
    package = import_module(PROVIDERS[name])
    webhooks = {"build_webhook_parser"} if capabilities_of(name).has_webhooks else set()
    by_mail = {"build_mail_parser"} if capabilities_of(name).reports_by_mail else set()
    assert set(package.__all__) == {"CAPABILITIES", "Settings", "build"} | webhooks | by_mail
    assert issubclass(package.Settings, ProviderSettings)
    assert package.Settings.prefix == f"{name}_"


@pytest.mark.parametrize("name", DIALECTS)
def test_a_dialect_plays_a_provider_of_its_name(name: str) -> None:
    assert dialects()[name].name == name
    assert name in PROVIDERS
    assert FIRST_PROVIDER == FIRST_DIALECT


def test_what_only_one_provider_needs_is_imported_by_nobody_else() -> None:
    """Reading the settings and listing all providers loads neither what makes calls nor what signs them."""
    program = (
        "import sys; from campaigns.settings import all_sections; from core.settings import load_settings;"
        "from delivery.providers import known_providers; load_settings(None, sections=all_sections());"
        "known_providers(); print([name for name in ('httpx', 'botocore', 'smtplib') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
