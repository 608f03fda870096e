"""Files that are dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

DATA = ".cchc"
TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".csv"})


def dropped_files(event: QDropEvent) -> tuple[list[Path], list[Path]]:
    """Return the data files and the tables among what is dropped."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    data = [each for each in paths if each.suffix.lower() == DATA]
    return data, [each for each in paths if each.suffix.lower() in TABLES]
