"""No real mail leaves by accident, and none leaves unsafely."""

from typing import Any

import pytest

from campaigns.settings import all_sections
from core.errors import Misconfigured
from core.loopback import is_base_url, is_loopback
from core.settings import Settings
from core.settings import load_settings as load_all
from delivery.providers import known_providers, settings_of
from delivery.providers.settings import HttpProviderSettings

SAFE: dict[str, Any] = {
    "environment": "production",
    "secret_key": "x" * 40,
    "public_url": "https://bulletin.example.org",
    "list_domain": "bulletin.example.org",
}
REAL: dict[str, dict[str, str]] = {
    "resend": {"base_url": "https://api.resend.com", "api_key": "k", "webhook_secret": "whsec_b3Vycw=="},
    "brevo": {"base_url": "https://api.brevo.com/v3", "api_key": "k", "webhook_secret": "s"},
    "mailjet": {"base_url": "https://api.mailjet.com", "api_key": "k", "secret_key": "k", "webhook_secret": "s"},
    "postmark": {"base_url": "https://api.postmarkapp.com", "server_token": "k", "webhook_secret": "s"},
}


def load_settings(_: None, **variables: Any) -> Settings:
    """As an entry point does."""
    return load_all(None, sections=all_sections(), **variables)


def load(provider: str, **facts: str) -> Settings:
    return load_settings(None, **SAFE | {f"{provider}_{name}": value for name, value in facts.items()})


def test_until_somebody_changes_it_every_provider_is_on_this_machine() -> None:
    own = {name: settings_of(name, load_settings(None)) for name in known_providers()}
    assert {name for name, each in own.items() if isinstance(each, HttpProviderSettings)} >= set(REAL)
    assert all(is_loopback(each.base_url) for each in own.values() if isinstance(each, HttpProviderSettings))
    assert not any(each.leaves_this_machine for each in own.values())


@pytest.mark.parametrize("provider", REAL)
def test_with_keys_of_ones_own_real_mail_may_leave(provider: str) -> None:
    load(provider, **REAL[provider])


@pytest.mark.parametrize("provider", REAL)
def test_in_production_each_of_the_simulators_secrets_is_refused_by_its_name(provider: str) -> None:
    for missing in set(REAL[provider]) - {"base_url"}:
        facts = {name: value for name, value in REAL[provider].items() if name != missing}
        with pytest.raises(Misconfigured) as caught:
            load(provider, **facts)
        assert f"BILTEN_{provider.upper()}_{missing.upper()}" in str(caught.value.params["problems"])


@pytest.mark.parametrize("provider", REAL)
def test_in_production_keys_travel_under_https_only(provider: str) -> None:
    with pytest.raises(Misconfigured, match="core-settings-refused") as caught:
        load(provider, **REAL[provider] | {"base_url": "http://api.example.org"})
    assert "must be https" in str(caught.value.params["problems"])


@pytest.mark.parametrize("provider", REAL)
@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.example.org",
        "ftp://a.org",
        "https://",
        "https://a.org/?a=b",
        "https://a.org/#a",
        "https://me:secret@a.org",
        "https://me@a.org",
        "https://a.org:0",
        "https://a.org:99999",
        "https://[::1",
        "https:\\\\a.org",
    ],
)
def test_an_address_that_paths_cannot_be_added_to_is_refused(provider: str, url: str) -> None:
    assert not is_base_url(url)
    with pytest.raises(Misconfigured):
        load_settings(None, **{f"{provider}_base_url": url})


@pytest.mark.parametrize("stream", ["", "Broad cast", "a" * 31, "x\r\ny"])
def test_a_message_stream_is_named_as_postmark_names_them(stream: str) -> None:
    with pytest.raises(Misconfigured):
        load_settings(None, postmark_message_stream=stream)
