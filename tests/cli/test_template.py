"""`bilten template`: a designer works with files."""

from pathlib import Path

import pytest

from tests.cli.conftest import ME, Bilten


@pytest.fixture
def begun(bilten: Bilten, tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    assert bilten("template", "begin", "statement", str(folder)).code == 0
    return folder


def sources(folder: Path, name: str = "statement") -> list[str]:
    return ["--html", str(folder / f"{name}.mjml.j2"), "--text", str(folder / f"{name}.txt.j2")]


def test_a_beginning_is_checked_saved_and_put_in_use(bilten: Bilten, begun: Path) -> None:
    assert bilten("template", "check", "statement", *sources(begun)).code == 0
    saved = bilten(
        "template", "save", *ME, "own", *sources(begun), "--kind", "statement", "--note", "First", "--json"
    )
    assert saved.data["template"]["number"] == 1
    assert bilten("template", "use", "own", "--json").data["template"]["is_in_use"] is True
    listed = bilten("template", "list")
    assert "own@1" in listed.out
    assert "First" in listed.out
    assert bilten("template", "library", "statement").code == 0
    assert bilten("template", "show", "own", "--json").data["template"]["is_in_use"] is False


def test_an_error_names_line_and_column_and_saves_nothing(bilten: Bilten, begun: Path) -> None:
    file = begun / "statement.mjml.j2"
    file.write_text(file.read_text().replace("{{ part.intro(mail) }}", "{{ part.intro(mail) }}\n{{ mail.nope }}"))
    for command in (["check", "statement"], ["save", *ME, "own", "--kind", "statement"]):
        refused = bilten("template", *command, *sources(begun))
        assert refused.code == 2
        assert "column 9" in refused.err
        assert "nope" in refused.err
    assert bilten("template", "list", "--json").data["templates"] == []


def test_what_is_saved_is_written_out_as_it_was(bilten: Bilten, begun: Path, tmp_path: Path) -> None:
    bilten("template", "save", *ME, "own", *sources(begun), "--kind", "statement")
    assert bilten("template", "show", "own@1", "--to", str(tmp_path / "again")).code == 0
    for suffix in ("mjml.j2", "txt.j2"):
        again = (tmp_path / "again" / f"own.{suffix}").read_text()
        assert again == (begun / f"statement.{suffix}").read_text()


def test_an_example_is_shown_in_the_readers_language(bilten: Bilten, begun: Path, tmp_path: Path) -> None:
    bilten("template", "save", *ME, "own", *sources(begun), "--kind", "statement")
    file = tmp_path / "shown.html"
    assert bilten("template", "preview", "own", "--language", "ar", "--html", str(file)).code == 0
    assert 'dir="rtl"' in file.read_text()
    assert bilten("template", "preview", "own", "--language", "de").code == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "none"], 3),
        (["begin", "nothing", "x"], 2),
        (["use", "none@4"], 3),
        (["library", "nothing"], 2),
        (["save", "own", "--html", "no-such-file", "--text", "no-such-file"], 2),
        (["preview", "none"], 3),
    ],
)
def test_what_cannot_be_done_is_said(bilten: Bilten, arguments: list[str], code: int) -> None:
    refused = bilten("template", *arguments)
    assert refused.code == code
    assert "Traceback" not in refused.err


def test_a_library_design_that_lacks_the_way_out_is_an_error_of_the_check(bilten: Bilten, begun: Path) -> None:
    file = begun / "statement.mjml.j2"
    file.write_text(file.read_text() + "{% block footer %}{% endblock %}")
    checked = bilten("template", "check", "statement", *sources(begun), "--json")
    assert checked.code == 2
    assert checked.data["errors"] > 0
