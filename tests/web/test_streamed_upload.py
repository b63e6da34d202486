"""Large files stream by: the token is checked before them, they lie on the disk, and a form has an end."""

from collections.abc import Iterator, Mapping

import httpx
import pytest
from fastapi import FastAPI, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from core.errors import NotAllowed
from tests.web.browser import browser
from web.http.body_limit import BodyLimit
from web.http.streamed_upload import MAX_FILE_BYTES, read_streamed

LIMIT = 40_000_000


def _refuse(_: Request) -> Response:
    return PlainTextResponse("too large", status_code=413)


def _check(fields: Mapping[str, str]) -> None:
    if fields.get("form_token") != "good":
        raise NotAllowed("web-form-out-of-date")


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    app = FastAPI()
    app.add_middleware(BodyLimit, refuse=_refuse, streamed={"/upload": LIMIT})

    @app.post("/upload")
    async def upload(request: Request) -> Response:
        try:
            streamed = await read_streamed(request, _check)
        except NotAllowed:
            return PlainTextResponse("no", status_code=403)
        files = {name: [file.size, not getattr(file, "_in_memory", True)] for name, file in streamed.files.items()}
        await streamed.close()
        answer = {"fields": streamed.fields, "files": files, "is_too_large": streamed.is_too_large}
        return JSONResponse(answer)

    with browser(app) as opened:
        yield opened


def post(client: httpx.Client, size: int, *, is_ours: bool = True) -> httpx.Response:
    return client.post(
        "/upload", data={"form_token": "good" if is_ours else "bad"}, files={"pdf": ("a.pdf", b"x" * size)}
    )


def test_a_large_file_lies_on_the_disk_and_a_small_one_in_memory(client: httpx.Client) -> None:
    assert post(client, 3_000_000).json()["files"] == {"pdf": [3_000_000, True]}
    assert post(client, 3_000).json()["files"] == {"pdf": [3_000, False]}
    assert post(client, 0).json()["files"] == {"pdf": [0, False]}, "for whoever chose it to be told"


def test_of_a_file_that_is_too_large_a_byte_too_many_is_kept_and_the_form_is_read(client: httpx.Client) -> None:
    answer = post(client, MAX_FILE_BYTES + 5_000_000).json()
    assert answer["files"] == {"pdf": [MAX_FILE_BYTES + 1, True]}
    assert answer["fields"] == {"form_token": "good"}


@pytest.mark.parametrize("size", [10, 3_000_000])
def test_without_the_token_no_file_is_taken(client: httpx.Client, size: int) -> None:
    assert post(client, size, is_ours=False).status_code == 403


def test_a_form_that_never_ends_is_cut_off(client: httpx.Client) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="form_token"\r\n\r\ngood\r\n'
        yield b'--x\r\nContent-Disposition: form-data; name="pdf"; filename="a"\r\n\r\n'
        for _ in range(LIMIT // 1_000_000 + 5):
            yield b"x" * 1_000_000

    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/upload", content=endless(), headers=headers).status_code == 413


def test_a_form_that_announces_too_much_is_not_begun(client: httpx.Client) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x", "content-length": str(LIMIT + 1)}
    assert client.post("/upload", content=b"", headers=headers).status_code == 413


def test_of_a_form_that_is_too_large_the_fields_are_read_and_no_file_is(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Announced, or counted as it comes."""
    monkeypatch.setattr("web.http.streamed_upload.MAX_BODY_BYTES", 3_000_000)
    for files in ([("a", 4_000_000)], [("a", 2_000_000), ("b", 2_000_000)]):
        form = {"form_token": "good", "title": "Vse"}
        request = client.build_request(
            "POST", "/upload", data=form, files={name: (name, b"x" * size) for name, size in files}
        )
        content, headers = request.read(), {"content-type": request.headers["content-type"]}
        for body in (content, iter([content])):  # with its length, and without
            answer = client.post("/upload", content=body, headers=headers).json()
            assert (answer["fields"], answer["is_too_large"]) == (form, True)
            assert all(size <= 2_000_000 for size, _ in answer["files"].values())
    assert not post(client, 2_000_000).json()["is_too_large"]


def test_other_bodies_there_have_the_limit_of_all(client: httpx.Client) -> None:
    assert client.post("/upload", content=b"x" * 1_000_001).status_code == 413
