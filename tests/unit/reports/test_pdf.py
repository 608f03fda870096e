"""Word files become PDF by LibreOffice, real where it is installed, played by a script where it misbehaves."""

import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.errors import KnownError
from reports import pdf
from reports.pdf import NotInstalledError, find_office, to_pdf
from reports.progress import progress_document
from reports.word.package import document_bytes
from tests.unit.reports.builders import a_context

INSTALLED = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(INSTALLED is None, reason="LibreOffice is not installed")
needs_scripts = pytest.mark.skipif(sys.platform == "win32", reason="plays LibreOffice by a shell script")

# Where LibreOffice puts its work, as it understands its own options.
FIND = """#!/bin/sh
echo $$ >> "{pids}"
out=; files=; want=
for word in "$@"; do
    if [ "$want" ]; then out=$word; want=; continue; fi
    case $word in --outdir) want=1;; *.docx) files="$files $word";; esac
done
"""
GOOD = FIND + 'for file in $files; do echo "%PDF-1.6 %%EOF" > "${{file%.docx}}.pdf"; done'


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files, where nothing may be left."""
    folder = tmp_path / "tạm-thời"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def play(tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Path]]:
    """Let a script play LibreOffice; at the end no process and no temporary file is left."""
    pids = tmp_path / "pids"

    def start(script: str) -> Path:
        office = tmp_path / "soffice"
        office.write_text(script.format(pids=pids))
        office.chmod(office.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv(pdf.OFFICE_VARIABLE, str(office))
        return office

    yield start
    assert list(temporary.iterdir()) == []
    assert not [pid for pid in (pids.read_text().split() if pids.exists() else []) if not ends(pid)]


def runs(pid: str) -> bool:
    """Whether a process is there; one that has ended and waits for its parent is not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def ends(pid: str) -> bool:
    """Whether a process is gone soon: one that was killed may need a moment on a busy machine."""
    until = time.monotonic() + 60
    while runs(pid) and time.monotonic() < until:
        time.sleep(0.01)
    return not runs(pid)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo 6 tháng.docx"
    path.write_bytes(b"not looked at by a script")
    return path


@needs_scripts
def test_the_pdf_lies_where_it_was_asked_for(play: Callable[[str], Path], report: Path, tmp_path: Path) -> None:
    play(GOOD)
    to_pdf({report: tmp_path / "tên khác.pdf"})
    assert (tmp_path / "tên khác.pdf").read_text().startswith("%PDF")


@needs_scripts
def test_files_of_one_name_from_two_folders_do_not_mix(play: Callable[[str], Path], tmp_path: Path) -> None:
    play(FIND + 'for file in $files; do (echo "%PDF-"; cat $file; echo "%%EOF") > "${{file%.docx}}.pdf"; done')
    files = {}
    for name in ("một", "hai"):
        (tmp_path / name).mkdir()
        source = tmp_path / name / "-o.docx"
        source.write_text(name)
        files[source] = tmp_path / name / "-o.pdf"
    to_pdf(files)
    assert ["một" in (tmp_path / "một" / "-o.pdf").read_text(), "hai" in (tmp_path / "hai" / "-o.pdf").read_text()] == [
        True,
        True,
    ]


@needs_scripts
@pytest.mark.parametrize(
    "script",
    [
        pytest.param(FIND + "exit 1", id="fails"),
        pytest.param(FIND + "exit 0", id="makes nothing"),
        pytest.param(FIND + "kill -9 $$", id="crashes"),
        pytest.param(FIND + 'for f in $files; do echo rubbish > "${{f%.docx}}.pdf"; done', id="rubbish"),
        pytest.param(FIND + 'for f in $files; do echo "%PDF-1.6 cut" > "${{f%.docx}}.pdf"; done', id="half a file"),
        pytest.param(FIND + 'sleep 300 & echo $! >> "{pids}"; exit 1', id="leaves a child behind"),
    ],
)
def test_a_failure_is_said_and_the_old_file_stays(play: Callable[[str], Path], report: Path, script: str) -> None:
    play(script)
    old = report.with_suffix(".pdf")
    old.write_text("of last week")
    with pytest.raises(KnownError, match="LibreOffice không chuyển được “báo cáo 6 tháng"):
        to_pdf({report: old})
    assert old.read_text() == "of last week"


@needs_scripts
def test_all_or_none_of_several_files(play: Callable[[str], Path], report: Path, tmp_path: Path) -> None:
    play(FIND + 'set -- $files; echo "%PDF-1.6 %%EOF" > "${{1%.docx}}.pdf"')
    second = tmp_path / "thứ hai.docx"
    second.write_bytes(b"")
    with pytest.raises(KnownError, match="thứ hai"):
        to_pdf({report: tmp_path / "1.pdf", second: tmp_path / "2.pdf"})
    assert not list(tmp_path.glob("*.pdf"))


HANGS = FIND + 'sleep 300 & echo $! >> "{pids}"; wait'


@needs_scripts
def test_one_that_hangs_is_ended_with_its_children(
    play: Callable[[str], Path], report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(HANGS)
    monkeypatch.setattr(pdf, "SECONDS", 0.3)
    monkeypatch.setattr(pdf, "SECONDS_PER_FILE", 0)
    with pytest.raises(KnownError, match="chưa chuyển xong sang PDF sau 0 giây nên đã bị dừng"):
        to_pdf({report: report.with_suffix(".pdf")})
    assert not report.with_suffix(".pdf").exists()


@needs_scripts
def test_a_person_may_stop_it(play: Callable[[str], Path], report: Path) -> None:
    play(HANGS)
    begun = time.monotonic()

    class StoppedError(Exception):
        pass

    def stop_soon() -> None:
        if time.monotonic() > begun + 0.3:
            raise StoppedError

    with pytest.raises(StoppedError):
        to_pdf({report: report.with_suffix(".pdf")}, stop_soon)
    assert time.monotonic() < begun + 100  # the script would go on for 300
    assert not report.with_suffix(".pdf").exists()


@needs_scripts
def test_a_place_that_takes_no_file_is_said(play: Callable[[str], Path], report: Path, tmp_path: Path) -> None:
    play(GOOD)
    taken = tmp_path / "đang mở.pdf"
    taken.mkdir()
    with pytest.raises(KnownError, match=r"Không ghi được tệp PDF .*đang mở"):
        to_pdf({report: taken})
    assert not list(tmp_path.glob(".*.tmp"))


@needs_scripts
def test_a_report_that_is_not_there_is_said(play: Callable[[str], Path], tmp_path: Path) -> None:
    play(GOOD)
    with pytest.raises(KnownError, match=r"Không đọc được .*không có"):
        to_pdf({tmp_path / "không có.docx": tmp_path / "a.pdf"})


@needs_scripts
def test_a_program_that_cannot_be_started_is_said(play: Callable[[str], Path], report: Path) -> None:
    office = play("#!/no/such/shell\n")
    with pytest.raises(KnownError, match="Không chạy được LibreOffice"):
        to_pdf({report: report.with_suffix(".pdf")})
    assert office.exists()


def test_without_libreoffice_it_is_said_what_to_do(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pdf.OFFICE_VARIABLE, "")
    with pytest.raises(NotInstalledError, match="chưa cài LibreOffice"):
        to_pdf({report: report.with_suffix(".pdf")})


def test_the_one_named_counts_before_all_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pdf.OFFICE_VARIABLE, str(tmp_path / "soffice"))
    assert find_office() is None
    shutil.copy(sys.executable, tmp_path / "soffice")
    assert find_office() == tmp_path / "soffice"


def test_one_on_the_path_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(pdf.OFFICE_VARIABLE, raising=False)
    name = "soffice.exe" if sys.platform == "win32" else "soffice"
    shutil.copy(sys.executable, tmp_path / name)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() == tmp_path / name


@pytest.mark.skipif(sys.platform == "win32", reason="the usual places there are those of this machine")
def test_the_usual_folders_of_windows_are_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(pdf.OFFICE_VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "_PLACES", ())
    assert find_office() is None
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    program = tmp_path / "LibreOffice 24" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    assert find_office() == program


def test_the_time_limit_grows_with_what_is_in_the_files(tmp_path: Path, report: Path) -> None:
    small = tmp_path / "a.docx"
    small.write_bytes(document_bytes(progress_document(a_context())))
    assert pdf._seconds([report]) == 70
    assert pdf._seconds([small]) > 70
    assert pdf._seconds([small, small]) == pytest.approx(2 * pdf._seconds([small]) - 60)


@pytest.mark.slow
@needs_office
def test_libreoffice_makes_pages_and_leaves_nothing_behind(tmp_path: Path, temporary: Path) -> None:
    report, again = tmp_path / "báo cáo.docx", tmp_path / "báo cáo 2.docx"
    for each in (report, again):
        each.write_bytes(document_bytes(progress_document(a_context())))
    to_pdf({each: each.with_suffix(".pdf") for each in (report, again)})
    for each in (report, again):
        assert len(re.findall(rb"/Type\s*/Page\b", each.with_suffix(".pdf").read_bytes())) == 7
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
@needs_office
def test_what_is_no_word_file_makes_no_pdf(tmp_path: Path, temporary: Path) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04" + os.urandom(200))
    with pytest.raises(KnownError, match="hỏng"):
        to_pdf({broken: tmp_path / "hỏng.pdf"})
    assert list(temporary.iterdir()) == []
