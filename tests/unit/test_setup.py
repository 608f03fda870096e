"""The way in: the locked libraries, and what run.sh does on a call after the first."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LOCKED = re.compile(
    r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+)((?: ; [^\\]+)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has run.cmd")


def locked(name: str) -> dict[str, set[str]]:
    """Return the locked versions by library, of those that carry hashes."""
    found: dict[str, set[str]] = {}
    for library, version, *_ in LOCKED.findall((ROOT / name).read_text("utf-8")):
        found.setdefault(library, set()).add(version)
    return found


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_library_has_hashes_and_no_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(lines) == len(LOCKED.findall(text)) > 10
    assert "://" not in text
    assert "--index" not in text


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_whatever_is_asked_for_is_locked(name: str) -> None:
    asked = re.findall(r"^([A-Za-z0-9-]+)[<>=]", (ROOT / f"{name}.in").read_text("utf-8"), re.MULTILINE)
    assert asked
    assert {library.lower() for library in asked} <= locked(f"{name}.txt").keys()


def test_the_checks_run_with_the_libraries_of_the_program() -> None:
    program, checks = locked("requirements.txt"), locked("requirements-dev.txt")
    assert {library: checks.get(library) for library in program} == program


def sourced(home: Path, command: str) -> int:
    """Run a shell command with the functions of scripts/setup.sh at hand, and return its exit code."""
    script = f'here=$1; . "$here/scripts/setup.sh"; {command}'
    return subprocess.run(["sh", "-c", script, "sh", home], check=False, timeout=60).returncode


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return a folder that was set up; its Python only says where it stands and what it was given."""
    outside = tmp_path / "python3.11"
    outside.write_text('#!/bin/sh\npwd\nprintf "%s\\n" "$@"\n')
    outside.chmod(0o755)
    home = tmp_path / "thư mục có dấu cách"
    shutil.copytree(ROOT / "scripts", home / "scripts")
    for name in ("run.sh", "requirements.txt"):
        shutil.copy(ROOT / name, home)
    (home / ".venv/bin").mkdir(parents=True)
    (home / ".venv/bin/python").symlink_to(outside)
    assert sourced(home, 'stamp requirements >"$venv/.requirements"') == 0
    return home


def run(home: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [str(home / "run.sh"), *words]
    return subprocess.run(
        command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60
    )


@posix
def test_a_later_start_only_starts_and_keeps_folder_and_words(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "report", "số liệu.cchc", "--out", "a b.docx", cwd=tmp_path)
    assert done.stderr == ""
    said = done.stdout.splitlines()
    assert said[0] == str(tmp_path)
    assert said[-5:] == [str(installed / "main.py"), "report", "số liệu.cchc", "--out", "a b.docx"]


@posix
def test_a_folder_that_was_moved_starts_as_before(installed: Path, tmp_path: Path) -> None:
    moved = installed.rename(tmp_path / "moved")
    done = run(moved, "check", "a.cchc", cwd=tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-3:] == [str(moved / "main.py"), "check", "a.cchc"]


@posix
@pytest.mark.parametrize(
    "change",
    [
        'echo "# newer" >>"$here/requirements.txt"',
        'rm "$venv/.requirements"',
        ': >"$venv/.requirements"',
        'rm "$venv/bin/python"',
        'ln -sf "$(command -v sh)" "$venv/bin/python"',
    ],
)
def test_what_is_old_or_broken_off_counts_as_not_set_up(installed: Path, change: str) -> None:
    assert sourced(installed, "is_ready requirements") == 0
    assert sourced(installed, f"{change}; is_ready requirements") != 0
