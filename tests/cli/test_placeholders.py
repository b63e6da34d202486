"""The demo draws what its news files name, and nothing that is there already."""

from pathlib import Path

import pytest

from cli.demo.placeholders import make_placeholders
from core.errors import InputRefused
from news.inspect_asset import inspect_asset
from tests.news.making import news_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = ["image: deep/i.jpg", "image_alt: I", "logo: l.png", "logo_alt: L", "pdf: deep/p.pdf"]
    news_file(tmp_path, "a.md", *lines, 'title: "[PDF] Čuvaji meje: dolg naslov, ki ne gre v eno samo vrstico"')
    return tmp_path


def test_every_missing_asset_is_drawn_as_what_it_is_named_for(folder: Path) -> None:
    drawn = {path.name: inspect_asset(path.read_bytes()) for path in make_placeholders(folder)}
    assert {name: asset.media_type for name, asset in drawn.items()} == {
        "i.jpg": "image/jpeg",
        "l.png": "image/png",
        "p.pdf": "application/pdf",
    }
    assert drawn["i.jpg"].width == 1200
    assert drawn["p.pdf"].page_count == 4


def test_what_is_there_is_left_alone(folder: Path) -> None:
    (folder / "l.png").write_bytes(b"mine")
    assert "l.png" not in {path.name for path in make_placeholders(folder)}
    assert make_placeholders(folder) == []
    assert (folder / "l.png").read_bytes() == b"mine"


def test_the_same_names_give_the_same_bytes(folder: Path) -> None:
    def drawn() -> list[bytes]:
        paths = make_placeholders(folder)
        contents = [path.read_bytes() for path in paths]
        for path in paths:
            path.unlink()
        return contents

    assert drawn() == drawn()


def test_a_machine_without_fonts_gets_readable_titles(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr("cli.demo.placeholders._FONTS", ("no such font.ttf",))
    monkeypatch.setattr("PIL.ImageDraw.ImageDraw.text", lambda self, place, text, **given: written.append(text))
    make_placeholders(folder)
    assert any("Cuvaji meje" in line for line in written)
    assert all(line.isascii() for line in written)


def test_nothing_is_drawn_outside_the_folder(tmp_path: Path) -> None:
    news_file(tmp_path / "news", "a.md", "pdf: ../p.pdf")
    with pytest.raises(InputRefused):
        make_placeholders(tmp_path / "news")
    assert not (tmp_path / "p.pdf").exists()
