"""Word files turned into PDF by LibreOffice, where it is installed: whole or not at all, and nothing stays behind."""

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from models.errors import KnownError, reason
from models.whole_file import whole_file

logger = logging.getLogger(__name__)

OFFICE_VARIABLE = "CCHC_SOFFICE"
SECONDS, SECONDS_PER_FILE, SECONDS_PER_MB = 60.0, 10.0, 30.0
_NAMES = ("soffice", "libreoffice")
_POLL_SECONDS = 0.05
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_WINDOWS_PLACE = "LibreOffice*/program/soffice.exe"
_OPTIONS = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard")

# What a document asks for is not done: no macro runs, nothing is fetched.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_PROFILE = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
_ITEM = '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'

NOT_INSTALLED = (
    "Máy này chưa cài LibreOffice nên không chuyển được sang PDF; hãy cài LibreOffice, hoặc mở báo cáo bằng Word "
    "và lưu thành PDF."
)


class NotInstalledError(KnownError):
    """LibreOffice is not on this machine."""


def find_office() -> Path | None:
    """Return the LibreOffice of this machine; None where there is none.

    What CCHC_SOFFICE names is the only one looked for when it is set; set to nothing, there is none."""
    named = os.environ.get(OFFICE_VARIABLE)
    if named is not None:
        found = shutil.which(named) if named else None
        return Path(found) if found else None
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next(_usual_places(), None)


def to_pdf(files: Mapping[Path, Path], poll: Callable[[], object] = lambda: None) -> None:
    """Turn Word files (keys) into PDF files (values), all in one call of LibreOffice.

    A file costs 1.1 s alone and 0.3 s among twenty. The time limit is 60 s, 10 s more a file and 30 s more a MB of what
    is in the files unpacked: a MB, some 400 rows of a table, took 7 s. poll is called twenty times a second; what it
    raises ends LibreOffice and goes on to the caller. Each PDF is written whole, after all of them are made; an earlier
    file of that name stays until then. Raises NotInstalledError, and KnownError in plain words."""
    office = find_office()
    if office is None:
        raise NotInstalledError(NOT_INSTALLED)
    with _temporary_folder() as folder:
        drafts = _copies(list(files), folder)
        _run(office, drafts, folder, _seconds(drafts), poll)
        made = [draft.with_suffix(".pdf") for draft in drafts]
        for draft, source in zip(made, files, strict=True):
            if not _is_whole_pdf(draft):
                _tell_log(folder)
                raise KnownError(
                    f"LibreOffice không chuyển được “{source.name}” sang PDF; hãy mở tệp này bằng Word hoặc "
                    "LibreOffice và lưu thành PDF."
                )
        for draft, target in zip(made, files.values(), strict=True):
            with whole_file(target, "tệp PDF") as temporary:
                shutil.copyfile(draft, temporary)


def _usual_places() -> Iterator[Path]:
    for pattern in _PLACES:
        yield from sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
    for variable in _WINDOWS_FOLDERS:
        if folder := os.environ.get(variable):
            yield from sorted(Path(folder).glob(_WINDOWS_PLACE), reverse=True)


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    """Yield a folder that goes away; a scanner on Windows may hold a file of it for a moment, which is no failure."""
    try:
        temporary = tempfile.TemporaryDirectory(prefix="cchc-pdf-", ignore_cleanup_errors=True)
    except OSError as error:
        raise KnownError(f"Không tạo được thư mục tạm để chuyển sang PDF: {reason(error)}.") from error
    with temporary as name:
        yield Path(name).resolve()


def _copies(files: list[Path], folder: Path) -> list[Path]:
    """Copy the files to names of our own: two of them may have the same, and the option "-x" is a file's name too."""
    copies = [folder / f"{number}.docx" for number, _ in enumerate(files, start=1)]
    for source, copy in zip(files, copies, strict=True):
        try:
            shutil.copyfile(source, copy)
        except OSError as error:
            raise KnownError(f"Không đọc được “{source}” để chuyển sang PDF: {reason(error)}.") from error
    return copies


def _seconds(files: list[Path]) -> float:
    return SECONDS + SECONDS_PER_FILE * len(files) + SECONDS_PER_MB * sum(map(_unpacked, files)) / 2**20


def _unpacked(file: Path) -> int:
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(file) as package:
        return sum(member.file_size for member in package.infolist())
    return 0


def _run(office: Path, files: list[Path], folder: Path, seconds: float, poll: Callable[[], object]) -> None:
    """Let LibreOffice convert files inside a folder; whatever happens, it has ended afterwards."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), "utf-8")
    command = [str(office), f"-env:UserInstallation={profile.as_uri()}", *_OPTIONS, "--convert-to", "pdf"]
    with ExitStack() as stack:
        log = stack.enter_context((folder / "log").open("wb"))
        try:
            process = _started([*command, "--outdir", str(folder), *map(str, files)], log.fileno())
        except OSError as error:
            raise KnownError(f"Không chạy được LibreOffice ({office}): {reason(error)}.") from error
        stack.callback(_end, process)
        _wait(process, seconds, poll)


def _started(command: list[str], log: int) -> subprocess.Popen[bytes]:
    """Start a program as the head of a group of its own, without a window."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, creationflags=flags)
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)


def _wait(process: subprocess.Popen[bytes], seconds: float, poll: Callable[[], object]) -> None:
    end = time.monotonic() + seconds
    while process.poll() is None:
        poll()
        if time.monotonic() > end:
            raise KnownError(
                f"LibreOffice chưa chuyển xong sang PDF sau {seconds:.0f} giây nên đã bị dừng; hãy đóng bớt chương "
                "trình đang mở rồi thử lại."
            )
        time.sleep(_POLL_SECONDS)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started: LibreOffice's first process only starts the one that works."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):  # nobody is left; macOS refuses what is dying
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _is_whole_pdf(path: Path) -> bool:
    with suppress(FileNotFoundError), path.open("rb") as file:
        head = file.read(5)
        file.seek(max(0, path.stat().st_size - 1024))
        return head == b"%PDF-" and b"%%EOF" in file.read()
    return False


def _tell_log(folder: Path) -> None:
    said = (folder / "log").read_bytes()[-2000:].decode("utf-8", "replace").strip()
    logger.warning("LibreOffice made no PDF: %s", said or "it said nothing")
