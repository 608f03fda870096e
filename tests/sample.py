"""The sample plan as a data file, made once for all tests of a run."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from models.exchange.importer import import_workbook
from models.store.changes import Author
from models.store.database import create_database

TARGETS = 12
COUNTS = 3 * 8  # of the one-stop tables: eight a field
WORKBOOK = Path(__file__).parents[1] / "resources" / "sample" / "nam-giang-2023.xlsx"


@cache
def _made() -> tuple[TemporaryDirectory[str], Path]:
    folder = TemporaryDirectory(prefix="cchc-sample-", ignore_cleanup_errors=True)
    path = Path(folder.name) / "mẫu.cchc"
    db = create_database(path)
    import_workbook(db, WORKBOOK, Author("Mẫu", "sample"))
    db.close()
    return folder, path


def sample_file(folder: Path) -> Path:
    """Return a copy of the sample plan of one's own."""
    return Path(shutil.copy(_made()[1], folder / "Nam Giang 2023.cchc"))
