"""A report put where it is wanted: as Word, as PDF, or both; all of it or nothing. Loads no Qt unless it must print."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from models.errors import KnownError
from models.whole_file import whole_file

WORD, PDF = ".docx", ".pdf"


def report_files(out: Path, *, with_pdf: bool) -> tuple[Path, ...]:
    """Return the files that a name, and the wish for a PDF too, ask for. Raises KnownError for another ending."""
    ending = out.suffix.lower()
    if ending not in (WORD, PDF):
        raise KnownError(f"Tên báo cáo “{out}” cần kết thúc bằng .docx hoặc .pdf.")
    return (out, out.with_suffix(PDF)) if with_pdf and ending == WORD else (out,)


def write_report(make: Callable[[Path], object], files: tuple[Path, ...], print_own: Callable[[Path], object]) -> None:
    """Write a report; make writes it as Word to a path, print_own as PDF where LibreOffice is not installed.

    Raises KnownError in plain words, and then no file is new."""
    word = next((file for file in files if file.suffix.lower() == WORD), None)
    pdf = next((file for file in files if file.suffix.lower() == PDF), None)
    if pdf is None:
        make(files[0])
        return
    with tempfile.TemporaryDirectory(prefix="cchc-report-", ignore_cleanup_errors=True) as folder:
        draft = Path(folder) / f"{pdf.stem}{WORD}"
        make(draft)
        pages = draft.with_suffix(PDF)
        _to_pdf(draft, pages, print_own)
        if word is None:
            _put(pages, pdf)
            return
        with whole_file(word, "báo cáo") as temporary:  # in place only when the PDF is
            shutil.copyfile(draft, temporary)
            _put(pages, pdf)


def _to_pdf(draft: Path, pages: Path, print_own: Callable[[Path], object]) -> None:
    from reports.pdf import NotInstalledError, to_pdf

    try:
        to_pdf({draft: pages})
    except NotInstalledError:
        print_own(pages)


def _put(file: Path, place: Path) -> None:
    with whole_file(place, "tệp PDF") as temporary:
        shutil.copyfile(file, temporary)
