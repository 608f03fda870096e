"""New data files made from a workbook: whole, or not at all."""

from dataclasses import replace
from pathlib import Path

from models.exchange.importer import ImportResult, import_workbook
from models.store.changes import Author
from models.store.database import create_database

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "nam-giang-2023.xlsx"


def create_from_workbook(path: Path, book: Path, author: Author, how: str = "import") -> ImportResult:
    """Make a data file and take a workbook into it; raises KnownError, no file being left then."""
    db = create_database(path)
    try:
        result = import_workbook(db, book, replace(author, how=how))
    except BaseException:
        db.close()
        path.unlink(missing_ok=True)
        raise
    db.close()
    return result


def create_sample(path: Path) -> ImportResult:
    """Make a data file of the plan that ships with the program: Nam Giang 2023, its actuals illustrative."""
    return create_from_workbook(path, SAMPLE, Author("Kế hoạch mẫu"), how="sample")
