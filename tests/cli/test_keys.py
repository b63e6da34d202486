"""`bilten keys`, and what `bilten doctor` says of encryption."""

from pathlib import Path

from cli.context import CliContext
from subscribers.change_list import set_protected
from subscribers.subscribe import ConsentProof, SubscriptionRequest, request_subscription
from subscribers.tables import ConsentMethod, MailingList, Subscriber
from tests.cli.conftest import SECRET, Bilten
from tests.conftest import NOON
from tests.web.snapshot import everything_in

ABOUT = "cli-doctor-encryption"


def sign_up(env_file: Path, name: str) -> None:
    proof = ConsentProof(ConsentMethod.SIGN_UP, "Yes", "en", "page")
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        set_protected(session, session.get_one(MailingList, 1), is_protected=True)
        request = SubscriptionRequest(f"{name}@example.org", name.title(), 1, proof)
        request_subscription(session, request, now=NOON, secret=SECRET)
    context.close()


def set_keys(env_file: Path, *keys: str) -> None:
    lines = [line for line in env_file.read_text().splitlines() if "ENCRYPTION" not in line]
    env_file.write_text("\n".join([*lines, f"BILTEN_ENCRYPTION_KEYS={','.join(keys)}"]) + "\n")


def about_encryption(bilten: Bilten) -> list[str]:
    checks = bilten("doctor", "--json").data["checks"]
    return [check["code"].removeprefix(ABOUT) for check in checks if check["code"].startswith(ABOUT)]


def test_from_no_key_to_a_new_one(bilten: Bilten, env_file: Path) -> None:
    assert about_encryption(bilten) == [], "there is nobody to protect"
    sign_up(env_file, "rosa")
    assert about_encryption(bilten) == ["-none"]
    assert "no key" in bilten("keys", "list").out
    assert bilten("keys", "rotate").code == 78
    old, new = (bilten("keys", "new", "--json").data["key"] for _ in range(2))
    set_keys(env_file, old)
    assert about_encryption(bilten) == ["-due"]
    assert bilten("keys", "rotate", "--json").data == {"people": 1, "rows": 0}
    assert about_encryption(bilten) == [""]
    sign_up(env_file, "zala")
    set_keys(env_file, new, old)
    assert about_encryption(bilten) == ["-old"]
    listed = bilten("keys", "list", "--json").data
    assert [(key["is_newest"], key["people"]) for key in listed["keys"]] == [(True, 0), (False, 2)]
    assert bilten("keys", "rotate", "--json").data == {"people": 2, "rows": 0}
    set_keys(env_file, new)
    assert about_encryption(bilten) == [""]
    set_keys(env_file, old)
    assert about_encryption(bilten) == ["-missing"]
    assert "not in the settings" in bilten("keys", "list").out
    assert bilten("doctor").code == 1


def test_no_word_of_them_is_in_the_database_and_the_command_finds_them(bilten: Bilten, env_file: Path) -> None:
    set_keys(env_file, bilten("keys", "new").out.strip())
    sign_up(env_file, "rosa")
    assert bilten("subscribers", "show", "rosa@example.org", "--json").data["address"] == "rosa@example.org"
    context = CliContext(env_file=env_file)
    with context.database.read() as session:
        assert session.get_one(Subscriber, 1).name == "Rosa"
    assert "rosa" in repr(everything_in(context.database)).lower(), "with the key it is read"
    context.close()
    set_keys(env_file)
    context = CliContext(env_file=env_file)
    assert "rosa" not in repr(everything_in(context.database)).lower()
    context.close()


def test_a_key_that_is_none_is_refused_without_showing_it(bilten: Bilten, env_file: Path) -> None:
    set_keys(env_file, "my-own-password")
    refused = bilten("keys", "list")
    assert refused.code == 78
    assert "BILTEN_ENCRYPTION_KEYS" in refused.err
    assert "my-own-password" not in refused.out + refused.err
