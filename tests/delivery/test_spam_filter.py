"""SpamAssassin's report, read from programs of the tests' own that stand where it would."""

from pathlib import Path

import pytest

from campaigns.review.external.spam_filter import SpamAssassinFilter, installed_spam_filter, parse_report

REPORT = """Subject: Hello

The mail quotes another (0.1 points, 5.0 required) report.

Content analysis details:   (6.3 points, 5.0 required)

 pts rule name              description
---- ---------------------- --------------------------------------------------
 1.6 SUBJ_ALL_CAPS          Subject is all capitals
-0.0 NO_RELAYS              Informational: message was not relayed via SMTP
1000 GTUBE                  BODY: Generic Test for Unsolicited Bulk Email
 2.7 HTML_IMAGE_ONLY_04     BODY: HTML: images with 0-400 bytes of
                            words
"""


def put(folder: Path, name: str, script: str) -> Path:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program


def test_a_report_is_read_with_its_reasons() -> None:
    reading = parse_report(REPORT)
    assert reading is not None
    assert (reading.points, reading.limit) == (6.3, 5.0)
    assert [(reason.rule, reason.points, reason.description) for reason in reading.reasons] == [
        ("SUBJ_ALL_CAPS", 1.6, "Subject is all capitals"),
        ("NO_RELAYS", -0.0, "Informational: message was not relayed via SMTP"),
        ("GTUBE", 1000.0, "BODY: Generic Test for Unsolicited Bulk Email"),
        ("HTML_IMAGE_ONLY_04", 2.7, "BODY: HTML: images with 0-400 bytes of words"),
    ]


def test_what_is_no_report_says_nothing() -> None:
    assert parse_report("Subject: Hello\n\nWords.") is None


def test_the_program_gets_the_mail_and_is_found_where_programs_are(tmp_path: Path) -> None:
    assert installed_spam_filter(str(tmp_path)) is None
    (tmp_path / "report").write_text(REPORT)
    put(
        tmp_path,
        "spamassassin",
        f'cat > "{tmp_path}/mail"; echo "$@" > "{tmp_path}/arguments"; cat "{tmp_path}/report"',
    )
    spam_filter = installed_spam_filter(str(tmp_path))
    assert spam_filter is not None
    reading = spam_filter.read(b"Subject: Hello\r\n\r\nWords.", seconds=5)
    assert reading is not None
    assert (tmp_path / "mail").read_bytes() == b"Subject: Hello\r\n\r\nWords."
    assert (tmp_path / "arguments").read_text() == "-t -L -x\n"


def test_where_the_discreet_program_fails_the_daemon_is_asked(tmp_path: Path) -> None:
    (tmp_path / "report").write_text(REPORT)
    put(tmp_path, "spamassassin", "exit 69")
    put(tmp_path, "spamc", f'cat >/dev/null; cat "{tmp_path}/report"')
    spam_filter = installed_spam_filter(str(tmp_path))
    assert spam_filter is not None
    assert [program.name for program in spam_filter.programs] == ["spamassassin", "spamc"]
    assert spam_filter.read(b"Subject: Hello\r\n\r\n", seconds=8) is not None


@pytest.mark.parametrize("script", ["exec sleep 60", "exit 1"])
def test_a_program_that_fails_or_does_not_end_says_nothing(tmp_path: Path, script: str) -> None:
    program = put(tmp_path, "spamassassin", script)
    assert SpamAssassinFilter((program,)).read(b"Subject: Hello\r\n\r\n", seconds=0.3) is None
