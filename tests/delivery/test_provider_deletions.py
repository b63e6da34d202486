"""Taking somebody off a provider's suppression list, as each provider that can documents it."""

from collections.abc import Callable
from urllib.parse import unquote

import httpx
import pytest
from botocore.model import ServiceModel

from core.settings import Settings
from delivery.errors import ProviderError, SenderMisconfigured, TransientProviderError
from delivery.providers import build_provider, capabilities_of, known_providers
from delivery.providers.base import SuppressionDeletingProvider
from tests.delivery.documented import expect_documented
from tests.delivery.esp_specs import spec
from tests.fakes.ses_api import SECRET, is_signed
from tests.with_variables import with_variables

CAN = [name for name in known_providers() if capabilities_of(name).deletes_suppressions]
FOLDERS = {"brevo": "/v3/smtp/blockedContacts/", "ses": "/v2/email/suppression/addresses/"}
ADDRESSES = ["one@example.org", "o'hara+news/../x?y=1#z%40@example.org", "žiga@primer.si"]
FarSide = Callable[[httpx.Request], httpx.Response]


def deleting(name: str, settings: Settings, far: FarSide) -> SuppressionDeletingProvider:
    provider = build_provider(name, settings, transport=httpx.MockTransport(far))
    assert isinstance(provider, SuppressionDeletingProvider)
    return provider


def test_who_can_says_so_and_nobody_else(settings: Settings) -> None:
    for name in known_providers():
        provider = build_provider(name, settings)
        assert isinstance(provider, SuppressionDeletingProvider) == (name in CAN)
        provider.close()
    assert sorted(FOLDERS) == sorted(CAN)


@pytest.mark.parametrize("name", CAN)
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_address_is_named_whatever_signs_are_in_it(name: str, settings: Settings, address: str) -> None:
    named: list[tuple[str, str]] = []

    def far(request: httpx.Request) -> httpx.Response:
        assert name != "ses" or is_signed(request, SECRET)
        folder, _, last = request.url.raw_path.decode().rpartition("/")
        assert unquote(folder).endswith(FOLDERS[name].rstrip("/").removeprefix("/v3"))
        named.append((request.method, unquote(last)))
        return httpx.Response(204)

    deleting(name, settings, far).delete_suppressed(address)
    assert named == [("DELETE", address)]


@pytest.mark.parametrize("name", CAN)
def test_who_is_not_there_any_more_is_deleted(name: str, settings: Settings) -> None:
    deleting(name, settings, lambda _: httpx.Response(404, json={})).delete_suppressed("one@example.org")


@pytest.mark.parametrize("name", CAN)
@pytest.mark.parametrize("status", [302, 400, 401, 403, 429, 500, 503])
def test_any_other_answer_is_an_error(name: str, settings: Settings, status: int) -> None:
    provider = deleting(name, settings, lambda _: httpx.Response(status, json={}))
    with pytest.raises(ProviderError) as caught:
        provider.delete_suppressed("one@example.org")
    assert (status == 429) == isinstance(caught.value, TransientProviderError)


@pytest.mark.parametrize("name", CAN)
def test_without_a_key_nobody_is_asked(name: str, settings: Settings) -> None:
    asked: list[httpx.Request] = []

    def far(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(204)

    provider = deleting(name, with_variables(settings, brevo_api_key="", ses_access_key_id=""), far)
    with pytest.raises(SenderMisconfigured):
        provider.delete_suppressed("one@example.org")
    assert asked == []


def test_the_call_is_the_one_that_each_documents(settings: Settings) -> None:
    asked: list[httpx.Request] = []

    def far(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(204)

    for name in CAN:
        deleting(name, settings, far).delete_suppressed("one@example.org")
    by_folder = {request.url.path.rpartition("/")[0]: request for request in asked}
    of_brevo = next(request for path, request in by_folder.items() if "blockedContacts" in path)
    expect_documented(of_brevo, "brevo.strict.json", host_url="https://api.brevo.com/v3")
    operation = ServiceModel(spec("ses-v2-service-2.json")).operation_model("DeleteSuppressedDestination")
    path = operation.http["requestUri"].replace("{EmailAddress}", "one@example.org")
    assert (operation.http["method"], path) in {(request.method, request.url.path) for request in asked}
