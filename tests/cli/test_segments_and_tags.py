"""Segments, tags and custom fields by command."""

from pathlib import Path

from tests.cli.conftest import ME, Bilten

PEOPLE = """address,name,language
rosa@example.org,Rosa,sl
miha@example.org,Miha,sl
zala@example.org,Zala,en
"""


def imported(bilten: Bilten, folder: Path) -> None:
    path = folder / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    assert bilten("subscribers", "import", str(path), "--list", "bulletin", "--consent", "On paper").code == 0


def test_a_segment_is_made_counted_and_removed(bilten: Bilten, tmp_path: Path) -> None:
    imported(bilten, tmp_path)
    made = bilten("segments", "add", "Slovenian", "language=sl and list != press", *ME, "--json")
    assert made.code != 0, "there is no list called press"
    made = bilten("segments", "add", "Slovenian", "language=sl", *ME, "--json")
    assert made.data["segment"] == {"id": 1, "name": "Slovenian", "condition": "language = sl"}
    assert bilten("segments", "add", "Slovenian", "language = en").code == 5
    refused = bilten("segments", "add", "Other", "language = sl or")
    assert refused.code == 2
    assert "at character 17" in refused.err
    counted = bilten("segments", "count", "Slovenian", "--json")
    assert counted.data == {"count": 2, "by_language": {"sl": 2}, "lists": ["bulletin"]}
    assert "3 people are in it now" in bilten("segments", "count", "--condition", "not language = fa").out
    assert bilten("segments", "count").code == 2
    assert bilten("segments", "count", "Nobody").code == 3
    assert "language = sl" in bilten("segments", "list").out
    assert bilten("segments", "remove", "Slovenian", *ME).code == 0
    assert bilten("segments", "list", "--json").data == {"segments": []}
    assert "no segments yet" in bilten("segments", "list").out


def test_a_tag_is_put_on_people_and_found_by_a_segment(bilten: Bilten, tmp_path: Path) -> None:
    imported(bilten, tmp_path)
    assert "no tags yet" in bilten("tags", "list").out
    assert bilten("segments", "add", "Press", "tag = press").code == 3
    assert bilten("tags", "add", "press").code == 0
    assert bilten("tags", "add", "press").code == 5
    assert bilten("tags", "add", "press, radio").code == 2
    for _ in range(2):
        put = bilten("tags", "put", "press", "Rosa@example.org", "zala@example.org", *ME, "--json")
        assert put.data == {"tag": {"name": "press"}, "people": 2}
    assert bilten("tags", "put", "press", "nobody@example.org").code == 3
    assert bilten("segments", "add", "Press", "tag = press").code == 0
    assert bilten("segments", "count", "Press", "--json").data["by_language"] == {"en": 1, "sl": 1}
    assert bilten("tags", "take", "press", "rosa@example.org").code == 0
    assert bilten("tags", "list", "--json").data == {"tags": [{"name": "press", "people": 1}]}
    assert bilten("tags", "remove", "press").code == 5, "a segment names it"
    assert bilten("segments", "remove", "Press").code == 0
    assert bilten("tags", "remove", "press").code == 0
    assert bilten("tags", "list", "--json").data == {"tags": []}


def test_a_field_is_made_filled_in_and_asked_by_a_segment(bilten: Bilten, tmp_path: Path) -> None:
    imported(bilten, tmp_path)
    assert "no fields yet" in bilten("fields", "list").out
    assert bilten("fields", "add", "town", "Town", "--name-in", "sl=Kraj", "--in-emails", *ME).code == 0
    assert bilten("fields", "add", "town", "Town").code == 5
    assert bilten("fields", "add", "role", "Role", "--type", "choice").code == 2, "nothing to choose from"
    chosen = ("--choice", "press", "--choice", "volunteer")
    assert bilten("fields", "add", "role", "Role", "--type", "choice", *chosen).code == 0
    why = ("--reason", "asked by telephone", *ME)
    filled = bilten("fields", "fill", "rosa@example.org", "town", "Šentjur pri Celju", *why, "--json")
    assert filled.data == {"person": 1, "changed": ["town"]}
    assert bilten("fields", "fill", "rosa@example.org", "role", "boss", *why).code == 2
    assert bilten("subscribers", "show", "rosa@example.org", "--json").data["fields"] == {
        "town": "Šentjur pri Celju"
    }
    assert "Town: Šentjur pri Celju" in bilten("subscribers", "show", "rosa@example.org").out
    people = tmp_path / "people.csv"
    people.write_text(
        "address,language,Kraj\nzala@example.org,en,Ptuj\neva@example.org,en,Celje\n", encoding="utf-8"
    )
    brought = ("subscribers", "import", str(people), "--list", "bulletin", "--consent", "On paper", "--json")
    assert bilten(*brought, "--field", "Kraj").code == 2
    counts = bilten(*brought, "--field", "Kraj=town", "--update").data
    assert (counts["imported"], counts["updated"]) == (1, 1)
    assert bilten("segments", "add", "Celje", "field town contains celju").code == 0
    assert bilten("segments", "count", "Celje", "--json").data["count"] == 1
    changed = bilten("fields", "change", "town", *ME, "--name", "Home town", "--not-in-emails", "--json")
    assert changed.data["field"]["label"] == "Home town"
    assert bilten("fields", "delete", "town", *ME).code == 5
    assert bilten("fields", "archive", "town", *ME).code == 0
    (role, town) = sorted(bilten("fields", "list", "--json").data["fields"], key=lambda field: field["word"])
    assert (town["people"], town["labels"], town["is_in_emails"]) == (3, {"sl": "Kraj"}, False)
    assert town["archived_at"] is not None
    assert role["choices"] == ["press", "volunteer"]
    assert bilten("fields", "delete", "role", *ME).code == 0
