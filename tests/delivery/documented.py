"""A request that was caught on the wire, held against the provider's own document."""

from typing import Any

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import ImmutableMultiDict

from tests.delivery.esp_specs import spec


class AsDocumented:
    """The request, as openapi-core looks at it."""

    def __init__(
        self, request: httpx.Request, *, host_url: str, base_path: str = "", content: bytes | None = None
    ) -> None:
        self.host_url = host_url
        self.path = self.full_url_pattern = base_path + request.url.path
        self.method = request.method.lower()
        self.content_type = request.headers.get("Content-Type", "")
        self.body = request.content if content is None else content
        self.parameters = RequestParameters(
            header=request.headers, query=ImmutableMultiDict(request.url.params.multi_items())
        )


def a_document(content: dict[str, Any]) -> OpenAPI:
    return OpenAPI.from_dict(content, config=Config(spec_validator_cls=None))


def expect_documented(
    request: httpx.Request, document: str, *, host_url: str, content: bytes | None = None
) -> None:
    """Raises OpenAPIError. Skips the test without the provider's document."""
    a_document(spec(document)).validate_request(AsDocumented(request, host_url=host_url, content=content))
