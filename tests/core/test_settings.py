"""Settings: read from the environment and a file, refused by name, handed out by section."""

from pathlib import Path
from typing import ClassVar

import pytest
from pydantic import Field, SecretStr, ValidationError

from core.errors import Misconfigured
from core.settings import load_settings
from core.settings_section import SettingsSection


class Mine(SettingsSection):
    prefix: ClassVar[str] = "mine_"

    key: SecretStr = SecretStr("default")
    count: int = Field(default=3, ge=1)

    def refuse_unsafe(self) -> None:
        if self.plain("key") == "default":
            raise ValueError(f"{self.variable('key')} is the default")


class Theirs(Mine):
    prefix: ClassVar[str] = "theirs_"


SAFE = {
    "environment": "production",
    "secret_key": "x" * 40,
    "public_url": "https://bulletin.example.org",
    "list_domain": "bulletin.example.org",
}


def test_a_section_reads_its_variables_where_the_settings_read_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("BILTEN_MINE_KEY=of the file\nBILTEN_MINE_COUNT=4\nBILTEN_PORT=81\n")
    monkeypatch.setenv("BILTEN_MINE_COUNT", "5")
    settings = load_settings(tmp_path / ".env")
    assert Mine.of(settings) == Mine(key=SecretStr("of the file"), count=5)
    assert Mine.of(settings) is Mine.of(settings)
    assert settings.port == 81
    assert Mine.of(load_settings(tmp_path / ".env", mine_count=6)).count == 6


def test_what_nobody_set_has_its_default() -> None:
    assert Mine.of(load_settings(None)) == Mine()
    assert Mine.defaults() == {"mine_key": SecretStr("default"), "mine_count": 3}


def test_a_section_is_frozen_and_shows_no_secret() -> None:
    settings = load_settings(None, mine_key="hush-hush")
    mine = Mine.of(settings)
    with pytest.raises(ValidationError):
        mine.count = 1
    assert mine.plain("key") == "hush-hush"
    for shown in (settings, settings.model_dump(), mine, vars(settings), settings._variables):
        assert "hush" not in repr(shown)


def test_all_that_is_wrong_is_named_at_once_and_no_value_is_shown() -> None:
    with pytest.raises(Misconfigured) as caught:
        load_settings(None, sections=[Mine], port="eighty-one", mine_count="many")
    problems = str(caught.value.params["problems"])
    assert "BILTEN_PORT: " in problems
    assert "BILTEN_MINE_COUNT: " in problems
    assert "many" not in problems


def test_what_is_expected_is_said_in_words_and_not_in_python() -> None:
    with pytest.raises(Misconfigured) as caught:
        load_settings(None, session_idle="2h", port="eighty-one")
    problems = str(caught.value.params["problems"])
    assert "BILTEN_SESSION_IDLE: a duration such as PT30S, PT12H or P14D, or a number of seconds" in problems
    assert "BILTEN_PORT: a whole number" in problems


def test_a_wrong_section_that_no_entry_point_named_is_refused_when_it_is_asked_for() -> None:
    settings = load_settings(None, mine_count="many")
    with pytest.raises(Misconfigured) as caught:
        Mine.of(settings)
    assert "BILTEN_MINE_COUNT: " in str(caught.value.params["problems"])


def test_only_production_refuses_what_is_unsafe() -> None:
    load_settings(None, sections=[Mine])
    with pytest.raises(Misconfigured) as caught:
        load_settings(None, sections=[Mine], **SAFE)
    assert caught.value.params["problems"] == "BILTEN_MINE_KEY is the default"
    load_settings(None, sections=[Mine], mine_key="own", **SAFE)


def test_whoever_is_unsafe_is_named_beside_the_others() -> None:
    with pytest.raises(Misconfigured) as caught:
        load_settings(None, sections=[Mine, Theirs], **SAFE)
    assert caught.value.params["problems"] == "BILTEN_MINE_KEY is the default; BILTEN_THEIRS_KEY is the default"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/bilten",
        "https://me:secret@example.org",
        "https://me@example.org",
        "https://:x@a.org",
        "example.org",
        "https://a.org/?a=b",
        "https://a.org/#a",
        "https://a.org:0",
        "https://a.org%2f",
        "https://a..org",
        "https://a b.org",
        "https://.",
        "https://a.org.",
        "https://a.org;x",
        "https://a.org,b.org",
        "https://a.org&x",
        "https://-a.org",
        "https://" + "a" * 64 + ".org",
    ],
)
def test_the_public_address_is_a_host_and_nothing_more(url: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        load_settings(None, public_url=url)
    assert "BILTEN_PUBLIC_URL" in str(caught.value.params["problems"])
    assert "secret" not in str(caught.value.params["problems"])


@pytest.mark.parametrize(
    "url", ["https://društvo.example", "https://192.0.2.1", "https://[2001:db8::1]:8443", "https://a-b.xn--p1ai"]
)
def test_a_public_address_may_be_in_any_script_or_a_number(url: str) -> None:
    assert load_settings(None, public_url=url).public_url == url


def test_capitals_in_the_public_address_are_the_same_address() -> None:
    settings = load_settings(
        None, environment="production", secret_key="s" * 40, public_url="HTTPS://Example.ORG/"
    )
    assert settings.public_url == "https://example.org"


@pytest.mark.parametrize("url", ["https://example.org", "https://example.org/", "https://example.org:8443"])
def test_a_slash_after_the_public_address_does_no_harm(url: str) -> None:
    assert load_settings(None, public_url=url).public_url == url.rstrip("/")


@pytest.mark.parametrize("proxies", ["127.0.0.1,::1", "10.0.0.0/8, fd00::/8", "10.0.0.5/8", "*", ""])
def test_proxies_are_addresses_or_networks(proxies: str) -> None:
    assert load_settings(None, trusted_proxies=proxies).trusted_proxies == proxies


@pytest.mark.parametrize("proxies", ["nginx", "127.0.0.1,caddy", "10.0.0.0/33", "https://10.0.0.1"])
def test_a_proxy_that_would_match_nobody_is_refused(proxies: str) -> None:
    with pytest.raises(Misconfigured):
        load_settings(None, trusted_proxies=proxies)
