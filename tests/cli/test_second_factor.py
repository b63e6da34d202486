"""`bilten user second-factor remove`, single sign-on, and what `bilten doctor` says of accounts."""

from datetime import timedelta
from pathlib import Path

from sqlmodel import select
from structlog.testing import capture_logs

from campaigns.staff_mail.tables import StaffMail
from cli.context import CliContext
from cli.serve import _warn_of_passkeys
from scheduler.health.accounts import OLD_PASSWORD
from scheduler.health.health_check import Level
from staff.passkey_site import host_of
from staff.second_factor import save_second_factor
from staff.tables import AuditEntry, Passkey, User
from staff.totp import new_secret
from tests.cli.conftest import ME, SECRET, Bilten
from tests.cli.test_doctor import _codes
from tests.conftest import NOON, StoppedClock
from tests.fakes.identity_provider import identity_provider


def _give_factor(env_file: Path, *, secret_key: str = SECRET, password_age: timedelta = timedelta(0)) -> None:
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        user = session.exec(select(User).where(User.address == ME[1])).one()
        user.password_changed_at = NOON - password_age
        save_second_factor(session, user.id, new_secret(), secret_key=secret_key, step=0, now=NOON)
    context.close()


def test_who_has_lost_phone_and_codes_is_let_in_with_the_password_alone_and_all_are_told(
    bilten: Bilten, env_file: Path
) -> None:
    _give_factor(env_file)
    command = ("user", "second-factor", "remove", ME[1])
    assert bilten(*command, "--reason", "ada@example.org lost it").code == 2
    without_mail = bilten(*command, "--reason", "The phone was stolen")
    assert (without_mail.code, "BILTEN_STAFF_SENDER" in without_mail.out) == (0, True)
    assert bilten(*command, "--reason", "The phone was stolen").code == 3
    env_file.write_text(env_file.read_text() + "BILTEN_STAFF_SENDER=simulator\n")
    _give_factor(env_file)
    assert bilten(*command, "--reason", "The phone was stolen", "--json").data["is_mailed"] is True
    context = CliContext(env_file=env_file)
    with context.database.read() as session:
        mails = session.exec(select(StaffMail)).all()
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "user.second_factor_removed")).all()
    context.close()
    assert ["> The phone was stolen" in mail.text for mail in mails] == [True]
    assert [(entry.actor, entry.detail) for entry in entries] == [("cli", {"reason": "The phone was stolen"})] * 2


def test_doctor_says_who_has_none_whose_cannot_be_read_and_whose_password_is_old(
    bilten: Bilten, env_file: Path
) -> None:
    def warnings() -> set[str]:
        codes = {code.removeprefix("cli-doctor-") for code in _codes(bilten, Level.WARNING)}
        return codes & {"second-factor-none", "second-factor-unreadable", "password-old"}

    assert warnings() == set()
    assert "cli-doctor-second-factor-optional" in _codes(bilten, Level.GOOD), "named, and no fault"
    env_file.write_text(env_file.read_text() + "BILTEN_SECOND_FACTOR_ROLES=admin\n")
    assert warnings() == {"second-factor-none"}
    assert "cli-doctor-second-factor-optional" not in _codes(bilten, Level.GOOD)
    _give_factor(env_file, secret_key="another" * 9, password_age=OLD_PASSWORD + timedelta(days=1))
    assert warnings() == {"second-factor-unreadable", "password-old"}


def test_doctor_the_start_and_the_list_say_who_has_passkeys_and_whose_are_of_another_host(
    bilten: Bilten, env_file: Path
) -> None:
    _give_factor(env_file)
    context = CliContext(env_file=env_file)
    with context.database.write() as session:
        user = session.exec(select(User).where(User.address == ME[1])).one()
        for number, host in enumerate((host_of(context.settings.public_url), "old.example.org")):
            passkey = Passkey(
                user_id=user.id,
                credential_id=str(number),
                public_key="",
                user_handle="",
                sign_count=0,
                can_be_copied=False,
                host=host,
                name="Phone",
                created_at=NOON,
            )
            session.add(passkey)
    with capture_logs() as logs:
        _warn_of_passkeys(context)
    context.close()
    warning = {"event": "passkeys.of_another_host", "log_level": "warning", "people": 1}
    assert warning.items() <= logs[-1].items()
    assert "passkeys-elsewhere" in {
        code.removeprefix("scheduler-health-").removeprefix("cli-doctor-")
        for code in _codes(bilten, Level.WARNING)
    }
    (me,) = (user for user in bilten("user", "list", "--json").data["users"] if user["address"] == ME[1])
    assert me["second_factor"] == {"has_app": True, "passkeys": 2}
    assert "2 passkeys" in bilten("user", "list").out
    assert bilten("user", "second-factor", "remove", ME[1], "--reason", "All are lost").code == 0
    (me,) = (user for user in bilten("user", "list", "--json").data["users"] if user["address"] == ME[1])
    assert me["second_factor"] == {"has_app": False, "passkeys": 0}


def test_doctor_asks_the_identity_provider_and_prints_the_address_that_it_has_to_know(
    bilten: Bilten, env_file: Path, clock: StoppedClock
) -> None:
    def codes() -> set[str]:
        checks = bilten("doctor", "--json").data["checks"]
        return {check["code"].removeprefix("cli-doctor-") for check in checks if "oidc" in check["code"]}

    assert codes() == set()
    with identity_provider(clock) as provider:
        variables = provider.variables(only="true") | {"second_factor_roles": "admin"}
        lines = [f"BILTEN_{name.upper()}={value}\n" for name, value in variables.items()]
        env_file.write_text(env_file.read_text() + "".join(lines))
        assert codes() == {"oidc", "oidc-no-factor"}
        assert "/single-sign-on/back" in bilten("doctor").out
        assert bilten("user", "invite", "nov@example.org", "--name", "Nov").code == 4
        assert bilten("user", "password-link", ME[1]).code == 4
        assert bilten("user", "let-in", ME[1]).code == 0
        for more, trouble in (
            ("INTERNAL=false", "inside"),
            ("INTERNAL=true\nBILTEN_OIDC_CA_FILE=/no.pem", "ca-file"),
        ):
            env_file.write_text(f"{env_file.read_text()}BILTEN_OIDC_{more}\n")
            assert codes() == {f"oidc-{trouble}", "oidc-no-factor"}
        env_file.write_text(f"{env_file.read_text()}BILTEN_OIDC_CA_FILE=\n")
    assert codes() == {"oidc-away", "oidc-no-factor"}
