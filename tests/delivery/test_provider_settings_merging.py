"""The settings of providers that merge: nothing leaves by default, and production refuses what is not safe."""

from typing import Any

import pytest

from campaigns.settings import all_sections
from core.errors import Misconfigured
from core.loopback import is_loopback
from core.settings import Settings
from core.settings import load_settings as load_all
from delivery.providers import settings_of
from delivery.providers.settings import HttpProviderSettings

SAFE: dict[str, Any] = {
    "environment": "production",
    "secret_key": "s" * 40,
    "public_url": "https://bulletin.example.org",
    "list_domain": "example.org",
    "resend_webhook_secret": "whsec_b3duIHNlY3JldA==",
}
REAL: dict[str, dict[str, str]] = {
    "mailgun": {"mailgun_base_url": "https://api.eu.mailgun.net", "mailgun_api_key": "own"},
    "ses": {
        "ses_base_url": "https://email.eu-central-1.amazonaws.com",
        "ses_access_key_id": "own",
        "ses_secret_access_key": "own",
    },
    "sendgrid": {"sendgrid_base_url": "https://api.eu.sendgrid.com", "sendgrid_api_key": "own"},
    "scaleway": {
        "scaleway_base_url": "https://api.scaleway.com",
        "scaleway_secret_key": "own",
        "scaleway_project_id": "own",
    },
}
PARTS = [(provider, name) for provider, settings in REAL.items() for name in settings]


def load_settings(_: None, **variables: Any) -> Settings:
    """As an entry point does."""
    return load_all(None, sections=all_sections(), **variables)


def base_url(provider: str, settings: Settings) -> str:
    own = settings_of(provider, settings)
    assert isinstance(own, HttpProviderSettings)
    return own.base_url


@pytest.mark.parametrize("provider", REAL)
def test_nothing_leaves_this_machine_by_default(provider: str) -> None:
    assert is_loopback(base_url(provider, load_settings(None)))


@pytest.mark.parametrize("provider", REAL)
def test_production_takes_a_provider_that_is_set_up_whole(provider: str) -> None:
    settings = load_settings(None, **SAFE, **REAL[provider])
    assert base_url(provider, settings) == REAL[provider][f"{provider}_base_url"]


@pytest.mark.parametrize(("provider", "name"), [part for part in PARTS if not part[1].endswith("base_url")])
@pytest.mark.parametrize("value", ["", "simulator"])
def test_production_refuses_what_is_not_your_own(provider: str, name: str, value: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        load_settings(None, **SAFE, **REAL[provider] | {name: value})
    assert f"BILTEN_{name.upper()} must be your own" in str(refused.value.params["problems"])


@pytest.mark.parametrize("provider", REAL)
def test_production_refuses_mail_in_the_clear(provider: str) -> None:
    name = f"{provider}_base_url"
    with pytest.raises(Misconfigured) as refused:
        load_settings(None, **SAFE, **REAL[provider] | {name: "http://mail.example.org"})
    assert f"BILTEN_{name.upper()} must be https" in str(refused.value.params["problems"])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mailgun_base_url", "ftp://x"),
        ("mailgun_base_url", "https://x?y"),
        ("mailgun_domain", "a/b"),
        ("ses_region", "moon"),
        ("ses_configuration_set", "a b"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        load_settings(None, **{name: value})
    assert f"BILTEN_{name.upper()}" in str(refused.value.params["problems"])
