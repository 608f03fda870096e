"""How tables of other programs were read last time, by their headings, so that the next one is read alike."""

from models.store.changes import Author, Changes
from models.store.database import Database, writing

MAPPING = "SELECT mapping FROM import_mapping WHERE headings = :headings"
SAVE_MAPPING = """
INSERT INTO import_mapping (headings, mapping, revision) VALUES (:headings, :mapping, :revision)
ON CONFLICT (headings) DO UPDATE SET mapping = :mapping, revision = :revision WHERE mapping <> :mapping
"""


def mapping(db: Database, headings: str) -> str | None:
    """Return what was remembered of tables with these headings; None where there was none."""
    row = db.execute(MAPPING, {"headings": headings}).fetchone()
    return None if row is None else str(row[0])


def save_mapping(db: Database, headings: str, new: str, author: Author) -> Changes:
    """Remember how tables with these headings are read. Nothing that is shown changes by it."""
    with writing(db, author) as revision:
        db.execute(SAVE_MAPPING, {"headings": headings, "mapping": new, "revision": revision})
    return Changes()
