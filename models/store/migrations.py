"""The numbered steps from an empty file to today's. Frozen once released: they import nothing of ours.

Plain SQL on purpose: sqlite-utils' transform() drops triggers and WITHOUT ROWID in silence.
Quantities are whole numbers scaled by 10,000. actual.period is year * 10 + quarter, 5 standing for the year itself.
An inserted row needs no history: it carries its own revision. What is changed or deleted leaves its old self there."""

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("cchc")

FIRST_TABLES = """
CREATE TABLE revision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    how TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    superior INTEGER REFERENCES unit (id) ON DELETE RESTRICT CHECK (superior <> id),
    valid_from TEXT CHECK (valid_from IS date(valid_from)),
    valid_to TEXT CHECK (valid_to IS date(valid_to) AND (valid_from IS NULL OR valid_to >= valid_from)),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE unit_successor (
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    successor INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT CHECK (successor <> unit),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    PRIMARY KEY (unit, position),
    UNIQUE (unit, successor)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_event (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL CHECK (day IS date(day)),
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'dissolve', 'move')),
    basis TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE unit_event_side (
    event INTEGER NOT NULL REFERENCES unit_event (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('before', 'after')),
    position INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    PRIMARY KEY (event, side, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    name TEXT NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    superior_agency TEXT NOT NULL DEFAULT '',
    issuing_agency TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    issued_on TEXT CHECK (issued_on IS date(issued_on)),
    replaces INTEGER REFERENCES plan (id) ON DELETE RESTRICT CHECK (replaces <> id),
    near_threshold INTEGER NOT NULL DEFAULT 50000 CHECK (near_threshold >= 0),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE legal_basis (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    day TEXT CHECK (day IS date(day)),
    agency TEXT NOT NULL DEFAULT '',
    abstract TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (plan, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE reporting_window (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    first TEXT CHECK (first IS date(first)),
    last TEXT CHECK (last IS date(last) AND (first IS NULL OR last >= first)),
    due TEXT CHECK (due IS date(due)),
    PRIMARY KEY (plan, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE grade (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    name TEXT NOT NULL CHECK (name <> ''),
    from_score INTEGER,
    PRIMARY KEY (plan, position),
    UNIQUE (plan, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('ratio', 'count', 'score', 'rank', 'grade', 'yes_no')),
    accumulation TEXT CHECK (accumulation IN ('flow', 'stock'))
) STRICT;

CREATE TABLE plan_indicator (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    parent INTEGER REFERENCES indicator (id) ON DELETE RESTRICT CHECK (parent <> indicator),
    area TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    short_name TEXT NOT NULL DEFAULT '',
    lead TEXT NOT NULL DEFAULT '',
    numerator TEXT NOT NULL DEFAULT '',
    denominator TEXT NOT NULL DEFAULT '',
    measured_in TEXT NOT NULL DEFAULT '',
    scale INTEGER CHECK (scale > 0),
    operator TEXT CHECK (operator IN ('>=', '>', '<=', '<', '=', 'range', 'better', 'increase', 'reduce')),
    value INTEGER,
    value_to INTEGER,
    grade TEXT NOT NULL DEFAULT '',
    grade_to TEXT NOT NULL DEFAULT '',
    near_threshold INTEGER CHECK (near_threshold >= 0),
    published_month INTEGER CHECK (published_month BETWEEN 1 AND 12),
    source TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    PRIMARY KEY (plan, indicator)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    plan INTEGER NOT NULL,
    indicator INTEGER NOT NULL,
    unit INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
    period TEXT NOT NULL,
    operator TEXT CHECK (operator IN ('>=', '>', '<=', '<', '=', 'range', 'better', 'increase', 'reduce')),
    value INTEGER,
    value_to INTEGER,
    grade TEXT NOT NULL DEFAULT '',
    grade_to TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    FOREIGN KEY (plan, indicator) REFERENCES plan_indicator (plan, indicator) ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX assignment_of ON assignment (plan, indicator, ifnull(unit, 0), period);

CREATE TABLE actual (
    period INTEGER NOT NULL CHECK (period % 10 BETWEEN 1 AND 5),
    indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    numerator INTEGER CHECK (numerator >= 0),
    denominator INTEGER CHECK (denominator >= 0),
    value INTEGER CHECK (value >= 0),
    out_of INTEGER CHECK (out_of > 0),
    grade TEXT CHECK (grade <> ''),
    note TEXT CHECK (note <> ''),
    accepted TEXT CHECK (accepted <> ''),
    illustrative INTEGER NOT NULL DEFAULT 0 CHECK (illustrative IN (0, 1)),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    PRIMARY KEY (period, indicator, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX actual_illustrative ON actual (illustrative) WHERE illustrative = 1;

CREATE TABLE balance_rule (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL CHECK (code <> ''),
    left_side TEXT NOT NULL,
    operator TEXT NOT NULL CHECK (operator IN ('>=', '>', '<=', '<', '=')),
    right_side TEXT NOT NULL,
    tolerance INTEGER NOT NULL DEFAULT 0 CHECK (tolerance >= 0),
    is_error INTEGER NOT NULL DEFAULT 1 CHECK (is_error IN (0, 1)),
    text TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (plan, position),
    UNIQUE (plan, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE explanation (
    indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    period TEXT NOT NULL,
    cause TEXT NOT NULL DEFAULT '',
    remedy TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    due TEXT CHECK (due IS date(due)),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    PRIMARY KEY (indicator, unit, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    code TEXT NOT NULL CHECK (code <> ''),
    area TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL,
    product TEXT NOT NULL DEFAULT '',
    lead TEXT NOT NULL DEFAULT '',
    cooperating TEXT NOT NULL DEFAULT '',
    due TEXT CHECK (due IS date(due)),
    done_on TEXT CHECK (done_on IS date(done_on)),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (plan, position),
    UNIQUE (plan, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE dispatch (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    report_kind TEXT NOT NULL CHECK (report_kind <> ''),
    symbol TEXT NOT NULL DEFAULT '',
    addressee TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',
    signer_position TEXT NOT NULL DEFAULT '',
    signer TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    drafting_unit TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (plan, report_kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL,
    period TEXT NOT NULL,
    unit INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
    asked_on TEXT NOT NULL CHECK (asked_on IS date(asked_on)),
    path TEXT NOT NULL,
    document BLOB NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    subject TEXT NOT NULL,
    plan INTEGER,
    indicator INTEGER,
    unit INTEGER,
    period TEXT,
    old TEXT NOT NULL,
    new TEXT
) STRICT;
CREATE INDEX history_of ON history (subject, indicator, unit, period);

CREATE TRIGGER history_is_not_updated BEFORE UPDATE ON history
BEGIN SELECT raise(ABORT, 'history cannot be altered'); END;

CREATE TRIGGER history_is_not_deleted BEFORE DELETE ON history
BEGIN SELECT raise(ABORT, 'history cannot be altered'); END;

CREATE TRIGGER revision_is_not_updated BEFORE UPDATE ON revision
BEGIN SELECT raise(ABORT, 'history cannot be altered'); END;

CREATE TRIGGER revision_is_not_deleted BEFORE DELETE ON revision
BEGIN SELECT raise(ABORT, 'history cannot be altered'); END;

CREATE TRIGGER report_is_not_updated BEFORE UPDATE ON report
BEGIN SELECT raise(ABORT, 'a report that was made stays as it is'); END;
"""

FIRST_HISTORY = """
CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} WHEN ({olds}) IS NOT ({news})
BEGIN
    INSERT INTO history (revision, subject, plan, indicator, unit, period, old, new)
    VALUES ({new_revision}, '{table}', {key}, json_object({old_json}), json_object({new_json}));
END;

CREATE TRIGGER {table}_deleted AFTER DELETE ON {table}
BEGIN
    INSERT INTO history (revision, subject, plan, indicator, unit, period, old, new)
    VALUES ((SELECT max(id) FROM revision), '{table}', {key}, json_object({old_json}), NULL);
END;
"""

# table: where its plan, indicator, unit and period stand; all its columns but the revision
FIRST_WATCHED = {
    "unit": (
        "NULL, NULL, OLD.id, NULL",
        "id position code name kind superior valid_from valid_to",
    ),
    "unit_successor": (
        "NULL, NULL, OLD.unit, NULL",
        "unit position successor",
    ),
    "plan": (
        "OLD.id, NULL, NULL, NULL",
        "id position code year name unit superior_agency issuing_agency place number issued_on replaces near_threshold",
    ),
    "indicator": (
        "NULL, OLD.id, NULL, NULL",
        "id code kind accumulation",
    ),
    "plan_indicator": (
        "OLD.plan, OLD.indicator, NULL, NULL",
        "plan indicator position parent area name short_name lead numerator denominator measured_in scale"
        " operator value value_to grade grade_to near_threshold published_month source",
    ),
    "assignment": (
        "OLD.plan, OLD.indicator, OLD.unit, OLD.period",
        "id plan indicator unit period operator value value_to grade grade_to",
    ),
    "actual": (
        "NULL, OLD.indicator, OLD.unit, OLD.period",
        "period indicator unit numerator denominator value out_of grade note accepted illustrative",
    ),
    "explanation": (
        "NULL, OLD.indicator, OLD.unit, OLD.period",
        "indicator unit period cause remedy responsible due",
    ),
}


@migrations()
def m001_first_tables(db: Database) -> None:
    """Make every table of the first release, and what writes their history."""
    _execute_all(db, FIRST_TABLES)
    for table, (key, columns) in FIRST_WATCHED.items():
        _execute_all(db, _history_triggers(table, key, columns.split()))


SECOND_TABLES = """
CREATE TABLE indicator_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('ratio', 'count', 'score', 'rank', 'grade', 'yes_no')),
    accumulation TEXT CHECK (accumulation IN ('flow', 'stock', 'opening'))
) STRICT;
INSERT INTO indicator_new (id, code, kind, accumulation) SELECT id, code, kind, accumulation FROM indicator;
UPDATE sqlite_sequence SET seq = max(seq, (SELECT seq FROM sqlite_sequence WHERE name = 'indicator'))
WHERE name = 'indicator_new' AND EXISTS (SELECT * FROM sqlite_sequence WHERE name = 'indicator');
DROP TABLE indicator;
ALTER TABLE indicator_new RENAME TO indicator;

CREATE TABLE submission_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    period INTEGER NOT NULL CHECK (period % 10 BETWEEN 1 AND 4),
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
    day TEXT NOT NULL CHECK (day IS date(day)),
    reason TEXT NOT NULL DEFAULT '' CHECK (reason <> '' OR state IN ('submitted', 'accepted')),
    snapshot TEXT CHECK ((snapshot IS NOT NULL) = (state = 'submitted')),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX submission_step_of ON submission_step (period, unit, id);

CREATE TRIGGER submission_step_is_not_updated BEFORE UPDATE ON submission_step
BEGIN SELECT raise(ABORT, 'what was sent stays as it is'); END;

CREATE TRIGGER submission_step_is_not_deleted BEFORE DELETE ON submission_step
BEGIN SELECT raise(ABORT, 'what was sent stays as it is'); END;

CREATE TABLE evidence_file (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    content BLOB NOT NULL
) STRICT;

CREATE TRIGGER evidence_file_is_not_updated BEFORE UPDATE ON evidence_file
BEGIN SELECT raise(ABORT, 'evidence stays as it is'); END;

CREATE TRIGGER evidence_file_is_not_deleted BEFORE DELETE ON evidence_file
BEGIN SELECT raise(ABORT, 'evidence stays as it is'); END;

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    period INTEGER NOT NULL CHECK (period % 10 BETWEEN 1 AND 5),
    kind TEXT NOT NULL CHECK (kind IN ('file', 'link', 'document')),
    text TEXT NOT NULL CHECK (text <> ''),
    day TEXT CHECK (day IS date(day)),
    hash TEXT REFERENCES evidence_file (hash) CHECK ((hash IS NOT NULL) = (kind = 'file')),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX evidence_of ON evidence (period, unit, indicator);

CREATE TABLE acceptance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL CHECK (rule <> ''),
    period TEXT NOT NULL,
    unit INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
    indicator INTEGER REFERENCES indicator (id) ON DELETE RESTRICT,
    left_side TEXT NOT NULL,
    right_side TEXT NOT NULL,
    note TEXT NOT NULL CHECK (note <> ''),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX acceptance_of ON acceptance (period, rule, ifnull(unit, 0), ifnull(indicator, 0));

CREATE TABLE check_limit (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    rule TEXT NOT NULL CHECK (rule <> ''),
    percent INTEGER CHECK (percent >= 0),
    least INTEGER NOT NULL DEFAULT 0 CHECK (least >= 0),
    PRIMARY KEY (plan, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_member (
    plan INTEGER NOT NULL,
    indicator INTEGER NOT NULL,
    group_code TEXT NOT NULL CHECK (group_code <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('one_stop')),
    field TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL CHECK (role <> ''),
    PRIMARY KEY (plan, indicator),
    UNIQUE (plan, group_code, role),
    FOREIGN KEY (plan, indicator) REFERENCES plan_indicator (plan, indicator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
    headings TEXT PRIMARY KEY CHECK (headings <> ''),
    mapping TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
"""

SECOND_WATCHED = {
    "indicator": FIRST_WATCHED["indicator"],
    "evidence": (
        "NULL, OLD.indicator, OLD.unit, OLD.period",
        "id indicator unit period kind text day hash",
    ),
    "acceptance": (
        "NULL, OLD.indicator, OLD.unit, OLD.period",
        "id rule period unit indicator left_side right_side note",
    ),
}


@migrations()
def m002_submissions_checks_evidence(db: Database) -> None:
    """Let units send what they report, findings be accepted, values carry evidence; an opening balance accumulates."""
    _execute_all(db, SECOND_TABLES)
    for table, (key, columns) in SECOND_WATCHED.items():
        _execute_all(db, _history_triggers(table, key, columns.split()))


THIRD_TABLES = """
CREATE TABLE office_dispatch (
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    report_kind TEXT NOT NULL CHECK (report_kind <> ''),
    superior_agency TEXT NOT NULL DEFAULT '',
    issuing_agency TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    addressee TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',
    signer_position TEXT NOT NULL DEFAULT '',
    signer TEXT NOT NULL DEFAULT '',
    recipients TEXT NOT NULL DEFAULT '',
    drafting_unit TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (unit, report_kind)
) STRICT, WITHOUT ROWID;
INSERT INTO office_dispatch (unit, report_kind, symbol, addressee, authority, signer_position, signer, recipients,
    drafting_unit)
SELECT plan.unit, dispatch.report_kind, symbol, addressee, authority, signer_position, signer, recipients, drafting_unit
FROM dispatch JOIN plan ON plan.id = dispatch.plan
WHERE dispatch.plan = (
    SELECT other.plan FROM dispatch AS other JOIN plan AS of_office ON of_office.id = other.plan
    WHERE other.report_kind = dispatch.report_kind AND of_office.unit = plan.unit
    ORDER BY of_office.year DESC, of_office.id DESC LIMIT 1
);
DROP TABLE dispatch;
ALTER TABLE office_dispatch RENAME TO dispatch;

CREATE TABLE report_part (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind <> ''),
    period TEXT NOT NULL,
    unit INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
    part TEXT NOT NULL CHECK (part <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX report_part_of ON report_part (plan, kind, period, ifnull(unit, 0), part);

CREATE TABLE report_template (
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    report_kind TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL CHECK (name <> ''),
    content BLOB NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    PRIMARY KEY (unit, report_kind)
) STRICT, WITHOUT ROWID;

ALTER TABLE report ADD COLUMN is_issued INTEGER NOT NULL DEFAULT 0 CHECK (is_issued IN (0, 1));

CREATE TRIGGER issued_report_is_not_deleted BEFORE DELETE ON report WHEN OLD.is_issued
BEGIN SELECT raise(ABORT, 'a report that was issued stays as it is'); END;
"""

THIRD_WATCHED = {
    "report_part": (
        "OLD.plan, NULL, OLD.unit, OLD.period",
        "id plan kind period unit part text",
    ),
}


@migrations()
def m003_reports_of_an_office(db: Database) -> None:
    """Keep what stands around reports by office, what people write into them, own templates, and issued reports."""
    _execute_all(db, THIRD_TABLES)
    for table, (key, columns) in THIRD_WATCHED.items():
        _execute_all(db, _history_triggers(table, key, columns.split()))


FOURTH_TABLES = """
CREATE TABLE day_off (
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day)),
    is_off INTEGER NOT NULL CHECK (is_off IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (unit, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE explanation_request (
    indicator INTEGER NOT NULL REFERENCES indicator (id) ON DELETE RESTRICT,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    period TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    asked_on TEXT NOT NULL CHECK (asked_on IS date(asked_on)),
    due TEXT CHECK (due IS date(due)),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    PRIMARY KEY (indicator, unit, period)
) STRICT, WITHOUT ROWID;
"""

FOURTH_WATCHED = {
    "explanation_request": (
        "NULL, OLD.indicator, OLD.unit, OLD.period",
        "indicator unit period note asked_on due",
    ),
}


@migrations()
def m004_days_off_and_requests(db: Database) -> None:
    """Let an office say its own days off, and leaders ask for an explanation."""
    _execute_all(db, FOURTH_TABLES)
    for table, (key, columns) in FOURTH_WATCHED.items():
        _execute_all(db, _history_triggers(table, key, columns.split()))


FIFTH_COLUMNS = {"explanation": "told_at", "explanation_request": "asked_at"}


@migrations()
def m005_when_it_was_asked_and_told(db: Database) -> None:
    """Keep when something from another file was asked and told; NULL is when it was written here."""
    for table, column in FIFTH_COLUMNS.items():
        db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT")
        for done in ("updated", "deleted"):
            db.execute(f"DROP TRIGGER {table}_{done}")
        key, columns = (FIRST_WATCHED | FOURTH_WATCHED)[table]
        _execute_all(db, _history_triggers(table, key, [*columns.split(), column]))


SIXTH_TABLES = """
ALTER TABLE plan ADD COLUMN reference INTEGER REFERENCES plan (id) ON DELETE SET NULL CHECK (reference <> id);
ALTER TABLE plan ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1));
DROP TRIGGER plan_updated;
DROP TRIGGER plan_deleted;

ALTER TABLE task ADD COLUMN progress INTEGER CHECK (progress BETWEEN 0 AND 100);

CREATE TABLE plan_correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    at TEXT NOT NULL CHECK (at <> ''),
    who TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL CHECK (reason <> ''),
    content TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX plan_correction_of ON plan_correction (plan, id);
"""

SIXTH_WATCHED = {
    "plan": (
        "OLD.id, NULL, NULL, NULL",
        "id position code year name unit superior_agency issuing_agency place number issued_on replaces near_threshold"
        " reference is_archived",
    ),
    "plan_correction": (
        "OLD.plan, NULL, NULL, NULL",
        "id plan at who reason content",
    ),
}


@migrations()
def m006_plans_put_away_and_corrected(db: Database) -> None:
    """Let a plan be put away, look up to a higher one, and be corrected with a reason; tasks say how far they are."""
    _execute_all(db, SIXTH_TABLES)
    for table, (key, columns) in SIXTH_WATCHED.items():
        _execute_all(db, _history_triggers(table, key, columns.split()))


SEVENTH_TABLES = """
CREATE TABLE plan_text (
    plan INTEGER PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
    name TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL CHECK (text <> ''),
    tables TEXT NOT NULL CHECK (json_valid(tables)),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE refused_draft (
    plan INTEGER NOT NULL REFERENCES plan_text (plan) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    part INTEGER NOT NULL CHECK (part >= 0),
    PRIMARY KEY (plan, start, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE target_source (
    plan INTEGER NOT NULL,
    indicator INTEGER NOT NULL,
    document TEXT NOT NULL DEFAULT '',
    place INTEGER NOT NULL CHECK (place >= 1),
    clause TEXT NOT NULL CHECK (clause <> ''),
    start INTEGER CHECK (start >= 0),
    part INTEGER NOT NULL DEFAULT 0 CHECK (part >= 0),
    PRIMARY KEY (plan, indicator),
    FOREIGN KEY (plan, indicator) REFERENCES plan_indicator (plan, indicator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
"""


@migrations()
def m007_texts_of_plans(db: Database) -> None:
    """Keep the text that a plan is drafted from, what of it was refused, and the clause behind each target."""
    _execute_all(db, SEVENTH_TABLES)


EIGHTH_TABLES = """
CREATE TABLE unit_event_new (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL CHECK (day IS date(day)),
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'dissolve', 'move')),
    basis TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT
) STRICT;
INSERT INTO unit_event_new (id, day, kind, basis, revision)
SELECT id, day, kind, basis, (SELECT max(id) FROM revision) FROM unit_event;

CREATE TABLE unit_event_side_new (
    event INTEGER NOT NULL REFERENCES unit_event_new (id) ON DELETE CASCADE,
    side TEXT NOT NULL CHECK (side IN ('before', 'after')),
    position INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    weight INTEGER CHECK (weight >= 0),
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE RESTRICT,
    PRIMARY KEY (event, side, position)
) STRICT, WITHOUT ROWID;
INSERT INTO unit_event_side_new (event, side, position, unit, revision)
SELECT event, side, position, unit, (SELECT max(id) FROM revision) FROM unit_event_side;

DROP TABLE unit_event_side;
DROP TABLE unit_event;
ALTER TABLE unit_event_new RENAME TO unit_event;
ALTER TABLE unit_event_side_new RENAME TO unit_event_side;
"""

EIGHTH_WATCHED = {
    "unit_event": (
        "NULL, NULL, NULL, NULL",
        "id day kind basis",
    ),
    "unit_event_side": (
        "NULL, NULL, OLD.unit, NULL",
        "event side position unit weight",
    ),
}


@migrations()
def m008_unit_events(db: Database) -> None:
    """Let splits say their shares, and keep the history of what happened to units."""
    _execute_all(db, EIGHTH_TABLES)
    for table, (key, columns) in EIGHTH_WATCHED.items():
        _execute_all(db, _history_triggers(table, key, columns.split()))


def _history_triggers(table: str, key: str, columns: list[str]) -> str:
    has_revision = table != "indicator"
    in_json = [*columns, "revision"] if has_revision else columns
    return FIRST_HISTORY.format(
        table=table,
        key=key,
        olds=", ".join(f"OLD.{column}" for column in columns),
        news=", ".join(f"NEW.{column}" for column in columns),
        new_revision="NEW.revision" if has_revision else "(SELECT max(id) FROM revision)",
        old_json=", ".join(f"'{column}', OLD.{column}" for column in in_json),
        new_json=", ".join(f"'{column}', NEW.{column}" for column in in_json),
    )


def _execute_all(db: Database, script: str) -> None:
    """Execute statement by statement: executescript would commit the transaction that it stands in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
