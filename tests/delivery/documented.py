"""A request that was caught on the wire, as openapi-core looks at it."""

from typing import Any

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import ImmutableMultiDict


class AsDocumented:
    def __init__(self, request: httpx.Request, *, host_url: str, base_path: str = "") -> None:
        self.host_url = host_url
        self.path = self.full_url_pattern = base_path + request.url.path
        self.method = request.method.lower()
        self.content_type = request.headers.get("Content-Type", "")
        self.body = request.content
        self.parameters = RequestParameters(
            header=request.headers, query=ImmutableMultiDict(request.url.params.multi_items())
        )


def a_document(content: dict[str, Any]) -> OpenAPI:
    return OpenAPI.from_dict(content, config=Config(spec_validator_cls=None))
