"""Release (semantic versioning, Keep a Changelog): what stands under "Unreleased" becomes a version's section, the
version stands in pyproject.toml and uv.lock, and both are one commit with a tag. Nothing is pushed.

    make release VERSION=0.2.0
    make unrelease VERSION=0.2.0     # the way back, as long as nobody has pulled it
"""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
UNRELEASED = "## Unreleased\n"
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_SET = re.compile(r'^version = "([^"]+)"$', re.MULTILINE)


class ReleaseRefused(Exception):
    """Nothing was changed."""


def released(changelog: str, version: str, *, day: str) -> str:
    """The changelog with a section for the version, and an empty one above. Raises ReleaseRefused."""
    before, mark, rest = changelog.partition(UNRELEASED)
    section, _, older = rest.partition("\n## ")
    if not mark or not re.search(r"^\* ", section, re.MULTILINE):
        raise ReleaseRefused('CHANGELOG.md has nothing under "Unreleased"')
    older = f"\n## {older}" if older else ""
    return f"{before}{UNRELEASED}\n## {version} — {day}\n{section}{older}"


def with_version(project: str, version: str) -> str:
    """pyproject.toml with the version, which must be a later one. Raises ReleaseRefused."""
    current = "".join(_SET.findall(project)[:1])
    if not _VERSION.fullmatch(version):
        raise ReleaseRefused(f"{version or 'nothing'} is no version: three numbers, such as 0.2.0")
    if not _VERSION.fullmatch(current) or _numbers(version) <= _numbers(current):
        raise ReleaseRefused(f"{version} is not later than {current}")
    return _SET.sub(f'version = "{version}"', project, count=1)


def release(root: Path, version: str, *, day: str, uv: str) -> None:
    """Raises ReleaseRefused."""
    if _git(root, "status", "--porcelain", "--untracked-files=no"):
        raise ReleaseRefused("there are changes that are not committed")
    if _git(root, "tag", "--list", f"v{version}"):
        raise ReleaseRefused(f"there is a tag v{version}")
    changelog, project = root / "CHANGELOG.md", root / "pyproject.toml"
    texts = (
        released(changelog.read_text("utf-8"), version, day=day),
        with_version(project.read_text("utf-8"), version),
    )
    changelog.write_text(texts[0], "utf-8")
    project.write_text(texts[1], "utf-8")
    subprocess.run([*uv.split(), "lock", "--quiet"], cwd=root, check=True)
    _git(root, "add", "CHANGELOG.md", "pyproject.toml", "uv.lock")
    _git(root, "commit", "--quiet", "--message", f"release: {version}")
    _git(root, "tag", "--annotate", f"v{version}", "--message", f"Bilten {version}")


def unrelease(root: Path, version: str) -> None:
    """Takes back the last commit and its tag. Raises ReleaseRefused where anything has come after it."""
    if _git(root, "status", "--porcelain", "--untracked-files=no"):
        raise ReleaseRefused("there are changes that are not committed")
    if _git(root, "log", "-1", "--format=%s") != f"release: {version}":
        raise ReleaseRefused(f"the last commit is not the release of {version}; use git revert")
    _git(root, "tag", "--delete", f"v{version}")
    _git(root, "reset", "--quiet", "--hard", "HEAD~1")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def main(arguments: list[str]) -> int:
    step, version, uv = arguments
    try:
        if step == "release":
            release(ROOT, version, day=datetime.now(UTC).date().isoformat(), uv=uv)
            text = f"Made {version}. To publish: git push --follow-tags. Or: make unrelease VERSION={version}\n"
        else:
            unrelease(ROOT, version)
            text = f"{version} is taken back; what it held stands under Unreleased again.\n"
    except ReleaseRefused as refused:
        sys.stderr.write(f"{refused}. Nothing was changed.\n")
        return 2
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
