"""New data files made from a workbook: whole, or not at all."""

from dataclasses import replace
from pathlib import Path

from models.exchange.importer import ImportResult, import_workbook
from models.store.changes import Author
from models.store.database import create_database

_SAMPLES = Path(__file__).parents[2] / "resources" / "sample"
SAMPLE, MERGED = _SAMPLES / "nam-giang-2023.xlsx", _SAMPLES / "nam-giang-2025.xlsx"


def create_from_workbook(
    path: Path, book: Path, author: Author, how: str = "import", more: tuple[Path, ...] = ()
) -> ImportResult:
    """Make a data file and take a workbook into it, and more after it; raises KnownError, no file being left then.

    What is returned tells of the first."""
    db = create_database(path)
    try:
        result = import_workbook(db, book, replace(author, how=how))
        for each in more:
            import_workbook(db, each, replace(author, how=how))
    except BaseException:
        db.close()
        path.unlink(missing_ok=True)
        raise
    db.close()
    return result


def create_sample(path: Path, *, merged: bool = False) -> ImportResult:
    """Make a data file of the plan that ships with the program: Nam Giang 2023, its actuals illustrative.

    merged: also what became of its communes on 1/7/2025, to be checked against the papers, and figures up to then."""
    return create_from_workbook(path, SAMPLE, Author("Kế hoạch mẫu"), how="sample", more=(MERGED,) if merged else ())
