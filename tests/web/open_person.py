"""Opening a person's page, as staff do it: by a press that is recorded."""

import httpx

from tests.web.test_sign_in import form_token_on


def open_person(client: httpx.Client, subscriber_id: int = 1) -> httpx.Response:
    """The person's page."""
    path = f"/subscribers/{subscriber_id}"
    opened = client.post(path, data={"form_token": form_token_on(client.get("/subscribers"))})
    assert (opened.status_code, opened.headers["location"]) == (303, path)
    return client.get(path)
