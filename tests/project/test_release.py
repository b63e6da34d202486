"""A release is a version with its section in the changelog, and has a way back; a server gets what it needs."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.equipment import skip_without
from tests.project.test_rules import ROOT
from tools.release import ReleaseRefused, release, released, unrelease, with_version
from web.http.editor import editor_bundle

CHANGELOG = "# Changes\n\n## Unreleased\n\n### Fixed\n\n* A fault.\n\n## 0.1.0 — 2026-11-28\n\n* The first.\n"
PROJECT = '[project]\nname = "x"\nversion = "0.1.0"\n'


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "uv.lock").write_text("")
    _git(tmp_path, "init", "--quiet")
    _git(tmp_path, "config", "user.name", "Ana")
    _git(tmp_path, "config", "user.email", "ana@example.org")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "--quiet", "--message", "first")
    return tmp_path


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


def _release(folder: Path, version: str) -> None:
    release(folder, version, day="2026-11-29", uv=f"{sys.executable} -c pass")


def test_a_release_is_one_commit_with_a_tag_and_a_section(repository: Path) -> None:
    _release(repository, "0.2.0")
    assert _git(repository, "log", "-1", "--format=%s") == "release: 0.2.0"
    assert _git(repository, "tag", "--points-at", "HEAD") == "v0.2.0"
    assert 'version = "0.2.0"' in (repository / "pyproject.toml").read_text()
    assert (repository / "CHANGELOG.md").read_text() == (
        "# Changes\n\n## Unreleased\n\n## 0.2.0 — 2026-11-29\n\n### Fixed\n\n* A fault.\n"
        "\n## 0.1.0 — 2026-11-28\n\n* The first.\n"
    )
    assert _git(repository, "status", "--porcelain") == ""


def test_a_release_can_be_taken_back(repository: Path) -> None:
    before = _git(repository, "rev-parse", "HEAD")
    _release(repository, "0.2.0")
    unrelease(repository, "0.2.0")
    assert _git(repository, "rev-parse", "HEAD") == before
    assert _git(repository, "tag") == ""
    assert (repository / "CHANGELOG.md").read_text() == CHANGELOG


def test_nothing_but_the_last_commit_is_taken_back(repository: Path) -> None:
    _release(repository, "0.2.0")
    _git(repository, "commit", "--quiet", "--allow-empty", "--message", "more")
    with pytest.raises(ReleaseRefused, match="git revert"):
        unrelease(repository, "0.2.0")
    assert _git(repository, "tag") == "v0.2.0"


@pytest.mark.parametrize("version", ["", "1", "0.1.0", "0.0.9", "v0.2.0", "0.2.0-rc1", "00.2.0"])
def test_a_version_that_is_none_or_not_later_is_refused(repository: Path, version: str) -> None:
    with pytest.raises(ReleaseRefused):
        _release(repository, version)
    assert _git(repository, "status", "--porcelain") == ""


def test_a_release_of_nothing_is_refused(repository: Path) -> None:
    with pytest.raises(ReleaseRefused, match="Unreleased"):
        released("# Changes\n\n## Unreleased\n\n## 0.1.0\n\n* The first.\n", "0.2.0", day="2026-11-29")
    (repository / "CHANGELOG.md").write_text(CHANGELOG + "\n")
    with pytest.raises(ReleaseRefused, match="not committed"):
        _release(repository, "0.2.0")


def test_our_own_changelog_and_project_can_be_released() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    major = int(tomllib.loads(project)["project"]["version"].partition(".")[0]) + 1
    assert f'version = "{major}.0.0"' in with_version(project, f"{major}.0.0")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {major}.0.0 — 2026-11-29\n" in released(changelog, f"{major}.0.0", day="2026-11-29")


def test_the_editor_is_in_the_wheel_under_the_name_that_pages_ask_for(tmp_path: Path) -> None:
    bundle = editor_bundle()
    if bundle is None:
        skip_without("the editor")
    uv = shutil.which("uv") or shutil.which("uv", path=ROOT / ".tools" / "uv" / "bin")
    if uv is None:
        skip_without("uv")
    # `make setup` has brought what packs it.
    command = [uv, "build", "--wheel", "--offline", "--quiet", "--out-dir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True)
    (path,) = tmp_path.glob("*.whl")
    with ZipFile(path) as wheel:
        assert wheel.read(f"web/static/{bundle}") == (ROOT / "web" / "static" / bundle).read_bytes()
        assert not [name for name in wheel.namelist() if name.startswith("web/editor/")], "its source"


def test_the_program_imports_nothing_that_only_development_has() -> None:
    """`make install` leaves it out."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    dev = {_module(line) for line in groups["dev"] + groups["editor"] if isinstance(line, str)}
    extras = {_module(line) for lines in project["project"]["optional-dependencies"].values() for line in lines}
    folders = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    imported = {name.partition(".")[0] for path in files for name in _imports(path)}
    assert len(imported) > 50
    assert imported & (dev - extras) == set()


def _module(requirement: str) -> str:
    match = re.match(r"[\w-]+", requirement)
    assert match is not None
    return match[0].replace("-", "_").lower()


def _imports(path: Path) -> list[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module]
