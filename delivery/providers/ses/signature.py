"""Amazon's signature, version 4. Made by botocore, because a signature is not a thing to write twice."""

from typing import Any

from core.errors import Misconfigured


class SesSigner:
    """Signature version 4. Raises Misconfigured where botocore is missing."""

    def __init__(self, *, access_key_id: str, secret_access_key: str, region: str) -> None:
        try:
            from botocore.auth import SigV4Auth
            from botocore.awsrequest import AWSRequest
            from botocore.credentials import Credentials
        except ImportError:
            raise Misconfigured(
                "delivery-provider-extra-missing", provider="Amazon SES", package="botocore", extra="ses"
            ) from None
        self.has_keys = bool(access_key_id and secret_access_key)
        self._request = AWSRequest
        self._auth = SigV4Auth(Credentials(access_key_id, secret_access_key), "ses", region)

    def sign(self, url: str, content: bytes) -> dict[str, str]:
        """The header fields of a POST, signature and all."""
        return self._signed("POST", url, data=content, headers={"Content-Type": "application/json"})

    def sign_question(self, url: str, params: dict[str, str]) -> dict[str, str]:
        """The header fields of a GET."""
        return self._signed("GET", url, params=params)

    def sign_deletion(self, url: str) -> dict[str, str]:
        """The header fields of a DELETE. `url`: encoded, as it is called."""
        return self._signed("DELETE", url)

    def _signed(self, method: str, url: str, **of_request: Any) -> dict[str, str]:
        request = self._request(method, url, **of_request)
        self._auth.add_auth(request)
        return dict(request.headers.items())
