"""The steps from an empty file to today's make exactly the tables, indexes and triggers written down here."""

import hashlib

import pytest

from models.store.database import TABLES, TABLES_OF_FILE, Database, integrity_problems
from models.store.migrations import migrations

# Released steps are frozen: a new one adds a line, no line changes.
FINGERPRINTS = {
    "m001_first_tables": "32f79df1c1b00c7e",
    "m002_submissions_checks_evidence": "7c442aeea81ee608",
    "m003_reports_of_an_office": "819eff5b855c28d9",
    "m004_days_off_and_requests": "852dd2c9c5b951aa",
    "m005_when_it_was_asked_and_told": "34ec6cf0322c5520",
    "m006_plans_put_away_and_corrected": "49efa038b18e6fa3",
    "m007_texts_of_plans": "1aff9637549ca9db",
    "m008_unit_events": "2a134967b5db2202",
}

WATCHED = [
    "acceptance",
    "actual",
    "assignment",
    "evidence",
    "explanation",
    "explanation_request",
    "indicator",
    "plan",
    "plan_correction",
    "plan_indicator",
    "report_part",
    "unit",
    "unit_event",
    "unit_event_side",
    "unit_successor",
]
IMMUTABLE = ["evidence_file", "history", "revision", "submission_step"]
GOLDEN = {
    "index": [
        "acceptance_of",
        "actual_illustrative",
        "assignment_of",
        "evidence_of",
        "history_of",
        "plan_correction_of",
        "report_part_of",
        "submission_step_of",
    ],
    "table": sorted(TABLES - {"_sqlite_migrations"}),
    "trigger": sorted(
        [
            *(f"{table}_{done}" for table in WATCHED for done in ("updated", "deleted")),
            *(f"{table}_is_not_{done}" for table in IMMUTABLE for done in ("updated", "deleted")),
            "issued_report_is_not_deleted",
            "report_is_not_updated",
        ]
    ),
}


def parts(db: Database) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for kind, name, sql in db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
        " AND tbl_name <> '_sqlite_migrations' ORDER BY name"
    ):
        found.setdefault(kind, {})[name] = sql
    return found


def test_the_parts_of_a_file_are_those_written_down(empty: Database) -> None:
    assert {kind: list(named) for kind, named in parts(empty).items()} == GOLDEN
    assert {name for (name,) in empty.execute(TABLES_OF_FILE)} == TABLES


@pytest.mark.parametrize("step", FINGERPRINTS)
def test_a_released_step_makes_what_it_always_made(step: str) -> None:
    db = Database(memory=True)
    names = [each.name for each in migrations.pending(db)]
    later = names[names.index(step) + 1 :]
    migrations.apply(db, stop_before=later)
    text = "\n".join(sql for named in parts(db).values() for sql in named.values())
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == FINGERPRINTS[step]
    db.close()


def test_every_step_is_frozen_here() -> None:
    assert [each.name for each in migrations.pending(Database(memory=True))] == list(FINGERPRINTS)


def test_every_table_of_ours_is_strict(empty: Database) -> None:
    ours = {name: sql for name, sql in parts(empty)["table"].items() if not sql.rstrip().endswith("STRICT")}
    assert [name for name, sql in ours.items() if not sql.rstrip().endswith("STRICT, WITHOUT ROWID")] == []


def test_every_change_of_a_watched_column_is_seen_by_its_trigger(empty: Database) -> None:
    triggers = parts(empty)["trigger"]
    for table in WATCHED:
        for column in (row["name"] for row in empty.query(f"PRAGMA table_info({table})")):
            assert f"'{column}', OLD.{column}" in triggers[f"{table}_deleted"]
            assert column == "revision" or f"NEW.{column}" in triggers[f"{table}_updated"].partition("BEGIN")[0]


def test_a_step_that_fails_leaves_nothing_behind() -> None:
    db = Database(memory=True)
    db.execute("CREATE TABLE history (id)")
    with pytest.raises(Exception, match="already exists"):
        migrations.apply(db)
    assert [each.name for each in migrations.applied(db)] == []
    assert "unit" not in db.table_names()
    db.close()


def test_the_golden_file_is_whole(empty: Database) -> None:
    assert integrity_problems(empty) == []


def test_a_file_of_the_first_release_keeps_its_indicators_and_their_numbers() -> None:
    db = Database(memory=True)
    migrations.apply(db, stop_before=[each.name for each in migrations.pending(db)][1:])
    db.execute("INSERT INTO revision (at, who, how) VALUES ('2026-01-01', 'An', 'typed')")
    db.execute("INSERT INTO indicator (id, code, kind, accumulation) VALUES (7, 'TTHC-01', 'ratio', 'flow')")
    db.execute("INSERT INTO indicator (id, code, kind) VALUES (9, 'CS-01', 'rank')")
    db.execute("DELETE FROM indicator WHERE id = 9")
    migrations.apply(db)
    db.execute("INSERT INTO indicator (code, kind, accumulation) VALUES ('MC-06', 'count', 'opening')")
    rows = db.execute("SELECT id, code, accumulation FROM indicator ORDER BY id").fetchall()
    assert rows == [(7, "TTHC-01", "flow"), (10, "MC-06", "opening")]
    db.execute("UPDATE indicator SET kind = 'count' WHERE id = 7")
    assert db.execute("SELECT count(*) FROM history WHERE subject = 'indicator'").fetchone() == (2,)
    db.close()


def test_what_happened_to_units_in_an_older_file_is_kept_with_its_sides() -> None:
    db = Database(memory=True)
    migrations.apply(db, stop_before=[each.name for each in migrations.pending(db)][7:])
    db.execute("INSERT INTO revision (at, who, how) VALUES ('2026-01-01', 'An', 'typed')")
    for code in ("A", "B"):
        db.execute("INSERT INTO unit (position, code, name, revision) VALUES (1, ?, ?, 1)", (code, code))
    db.execute("INSERT INTO unit_event (id, day, kind, basis) VALUES (4, '2025-07-01', 'rename', 'Nghị quyết')")
    db.execute(
        "INSERT INTO unit_event_side (event, side, position, unit) VALUES (4, 'before', 0, 1), (4, 'after', 0, 2)"
    )
    migrations.apply(db)
    assert db.execute("SELECT * FROM unit_event").fetchall() == [(4, "2025-07-01", "rename", "Nghị quyết", 1)]
    assert db.execute("SELECT * FROM unit_event_side").fetchall() == [
        (4, "after", 0, 2, None, 1),
        (4, "before", 0, 1, None, 1),
    ]
    db.execute("PRAGMA foreign_keys = ON")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.execute("DELETE FROM unit_event WHERE id = 4")
    assert db.execute("SELECT count(*) FROM unit_event_side").fetchone() == (0,)
    assert db.execute("SELECT count(*) FROM history WHERE subject LIKE 'unit_event%'").fetchone() == (3,)
    db.close()
