"""Proofs of a workbook on their way into the data file, with the files beside it."""

from collections.abc import Sequence
from pathlib import Path

from models.evidence import Evidence, read_file
from models.exchange.book import Book
from models.exchange.columns import EVIDENCE
from models.exchange.evidence_files import PREFIX
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.evidence import attach

NAMED = 5  # of the files that are not there


def take_in(db: Database, new: Sequence[Evidence], paths: Sequence[Path], author: Author) -> Changes:
    """Keep proofs and contents, one content in memory at a time; to be called inside a transaction."""
    changes = Changes()
    for path in paths:
        changes |= attach(db, [], author, [read_file(path)])
    return changes | attach(db, new, author)


def lost_files(lost: Sequence[Evidence], book: Book) -> list[str]:
    """Return a sentence on the files whose contents lie nowhere; none where all are there."""
    if not lost:
        return []
    names = ", ".join(f"“{each.hash[:PREFIX]} {each.text}”" for each in lost[:NAMED] if each.hash)
    more = f" và {len(lost) - NAMED} tệp khác" if len(lost) > NAMED else ""
    return [
        f"Trang “{EVIDENCE.name}”: {len(lost)} tệp minh chứng không có, hoặc đã bị sửa, trong thư mục "
        f"“{book.folder}” cạnh sổ nên không được nhập: {names}{more}."
    ]
