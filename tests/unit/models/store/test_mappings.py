"""How foreign tables are read is remembered by their headings."""

from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.mappings import mapping, save_mapping


def test_a_mapping_is_kept_by_its_headings_and_replaced_by_the_next(db: Database, author: Author) -> None:
    assert mapping(db, "don vi | so ho so") is None
    assert save_mapping(db, "don vi | so ho so", "{}", author) == Changes()
    save_mapping(db, "khac", '{"a": 1}', author)
    assert mapping(db, "don vi | so ho so") == "{}"
    save_mapping(db, "don vi | so ho so", '{"b": 2}', author)
    assert mapping(db, "don vi | so ho so") == '{"b": 2}'
    assert mapping(db, "khac") == '{"a": 1}'
