"""Holds a request that was caught on the wire against the provider's own document."""

from typing import Any

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters

from tests.delivery.esp_specs import spec


class AsDocumented:
    """The request, as openapi-core looks at it."""

    def __init__(self, request: httpx.Request, host_url: str, content: bytes | None) -> None:
        self.host_url = host_url
        self.path = self.full_url_pattern = request.url.path
        self.method = request.method.lower()
        self.content_type = request.headers["Content-Type"]
        self.body = request.content if content is None else content
        self.parameters = RequestParameters(header=request.headers)


def expect_documented(
    request: httpx.Request, document: str, *, host_url: str, content: bytes | None = None
) -> None:
    """Raises OpenAPIError. Skips the test without the provider's document."""
    loaded: dict[str, Any] = spec(document)
    OpenAPI.from_dict(loaded, config=Config(spec_validator_cls=None)).validate_request(
        AsDocumented(request, host_url, content)
    )
