"""What `make screenshots` photographs of people's pages: what staff do for one of them and with many."""

from collections.abc import Iterator

from cli.demo.environment import Environment
from docs.page_states import ShownPage, open_details, send_as_it_is
from docs.people_setting import PeopleSetting, keep_running

ACTS = ("unsubscribe", "suppress", "correct", "fields", "address", "export", "erase")
WITH_MUCH = 1
"""The person of whom most is known."""


def people_pages(environment: Environment, setting: PeopleSetting) -> Iterator[ShownPage]:
    yield ShownPage("today-export", "/campaigns")
    yield from _pages_of_persons()
    yield from _pages_of_imports(environment, setting)
    yield from _pages_of_segments(setting)
    yield ShownPage("fields-some", "/fields")
    yield ShownPage("field", "/fields/role", open_details)
    yield ShownPage("new-field-refused", "/new-field", send_as_it_is(label=" ", word="Č!"))
    yield ShownPage("topics-some", "/topics")
    yield ShownPage("topic", "/topics/asylum", open_details)
    yield ShownPage("new-topic-refused", "/new-topic", send_as_it_is(name=" ", slug="Č!"))
    yield ShownPage("list-with-topics", "/lists/bilten")
    yield ShownPage("exports-asked", "/exports")
    yield ShownPage("exports-refused", "/exports", send_as_it_is("form[action='/exports'] button", reason=" "))


def _pages_of_persons() -> Iterator[ShownPage]:
    path = f"/subscribers/{WITH_MUCH}"
    yield ShownPage("subscriber-full", path, open_details)
    for act in ACTS:
        yield ShownPage(f"subscriber-{act}", f"{path}/{act}")
    yield ShownPage(
        "subscriber-unsubscribe-refused", f"{path}/unsubscribe", send_as_it_is(reason="ana@example.org")
    )
    yield ShownPage("subscriber-address-refused", f"{path}/address", send_as_it_is(address="ana@@x", reason="?"))
    yield ShownPage("subscriber-exported", f"{path}/export", send_as_it_is("main button[value=page]", reason="?"))
    yield ShownPage("subscriber-merge-find", f"{path}/merge")
    yield ShownPage("subscriber-merge-none", f"{path}/merge", send_as_it_is(other="9999"))
    yield ShownPage("subscriber-merge-full", f"{path}/merge/2")
    yield ShownPage(
        "subscribers-found", "/subscribers", send_as_it_is("form[role=search] button", search="example")
    )
    yield ShownPage("subscribers-none", "/subscribers", send_as_it_is("form[role=search] button", search="xyzzy"))


def _pages_of_imports(environment: Environment, setting: PeopleSetting) -> Iterator[ShownPage]:
    yield ShownPage("new-import-refused", "/new-import/bilten", send_as_it_is(consent=" "))
    yield ShownPage("import-looked-at", f"/imports/{setting.looked_at}")
    yield ShownPage("import-strange", f"/imports/{setting.strange}")
    yield ShownPage("import-checked", f"/imports/{setting.checked}", open_details)
    keep_running(environment, setting.running)
    yield ShownPage("import-running", f"/imports/{setting.running}")
    yield ShownPage("import-undone", f"/imports/{setting.undone}")


def _pages_of_segments(setting: PeopleSetting) -> Iterator[ShownPage]:
    yield ShownPage("segments-some", "/segments")
    yield ShownPage("segment", f"/segments/{setting.segment}")
    yield ShownPage("segment-open", f"/segments/{setting.segment}", open_details)
    yield ShownPage("segment-nested", f"/segments/{setting.nested}")
    yield ShownPage(
        "segment-refused",
        "/new-segment",
        send_as_it_is("main button[value=save-text]", name="A", condition="language = sl or"),
    )
