"""Findings that somebody has looked into and accepted with a note, for as long as their figures stay what they were."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from models.checks import INTEGRITY, Finding
from models.errors import KnownError
from models.period import Period, read_period
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys

ACCEPTANCES = """
SELECT acceptance.rule, acceptance.period, unit.code AS unit, indicator.code AS indicator, acceptance.left_side,
    acceptance.right_side, acceptance.note
FROM acceptance
LEFT JOIN unit ON unit.id = acceptance.unit
LEFT JOIN indicator ON indicator.id = acceptance.indicator
WHERE (:period IS NULL OR acceptance.period = :period) AND (:unit IS NULL OR unit.code = :unit)
ORDER BY acceptance.period, unit.position, unit.id, indicator.code, acceptance.rule
"""
SAVE_ACCEPTANCE = """
INSERT INTO acceptance (rule, period, unit, indicator, left_side, right_side, note, revision)
VALUES (:rule, :period, :unit, :indicator, :left, :right, :note, :revision)
ON CONFLICT (period, rule, ifnull(unit, 0), ifnull(indicator, 0)) DO UPDATE
SET left_side = :left, right_side = :right, note = :note, revision = :revision
WHERE (left_side, right_side, note) IS NOT (:left, :right, :note)
"""
REMOVE_ACCEPTANCE = """
DELETE FROM acceptance WHERE period = :period AND rule = :rule AND unit IS :unit AND indicator IS :indicator
"""

Key = tuple[str, str | None, str | None, Period | None]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a finding is taken as it is, and both its sides as they were then (exact, as text).

    rule is the finding's rule, with the part where it is about one (above-parent.numerator). unit None is the whole
    plan, indicator None a rule over several."""

    rule: str
    period: Period
    unit: str | None
    indicator: str | None
    left: str
    right: str
    note: str

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.rule, self.indicator, self.unit, self.period


def acceptances(db: Database, period: Period | None = None, unit: str | None = None) -> list[Acceptance]:
    """Return what is accepted, of one period and one unit where they are named."""
    asked = {"period": None if period is None else period.code, "unit": unit}
    return [
        Acceptance(
            row["rule"],
            read_period(row["period"]),
            row["unit"],
            row["indicator"],
            row["left_side"],
            row["right_side"],
            row["note"],
        )
        for row in db.query(ACCEPTANCES, asked)
    ]


def acceptance_of(db: Database, finding: Finding) -> Acceptance | None:
    """Return what was accepted of a finding, also where its figures have changed since; None where nothing was."""
    of_unit = acceptances(db, finding.period, finding.unit) if finding.period else []
    return next((each for each in of_unit if each.key == finding.key), None)


def accept_finding(db: Database, finding: Finding, note: str, author: Author) -> Changes:
    """Accept a finding with a note, for as long as both its sides stay what they are.

    Raises KnownError without a note, and for what is no finding about figures: damage to the file, a rule that cannot
    be read."""
    if not note.strip():
        raise KnownError("Cần ghi lý do chấp nhận.")
    if finding.rule == INTEGRITY or finding.period is None:
        raise KnownError("Cảnh báo này không nói về số liệu của một kỳ nên không chấp nhận được; hãy sửa nguyên nhân.")
    rule, indicator, unit, _ = finding.key
    left, right = _sides(finding)
    return save_acceptances(db, [Acceptance(rule, finding.period, unit, indicator, left, right, note.strip())], author)


def withdraw_acceptance(db: Database, finding: Finding, author: Author) -> Changes:
    """Open a finding again."""
    found = acceptance_of(db, finding)
    return Changes() if found is None else save_acceptances(db, [replace(found, note="")], author)


def save_acceptances(db: Database, new: Iterable[Acceptance], author: Author) -> Changes:
    """Save what is accepted, all or nothing; one without a note is taken away. Raises KnownError for unknown codes."""
    keys = Keys(db)
    with writing(db, author) as revision:
        for each in new:
            key = {
                "rule": each.rule,
                "period": each.period.code,
                "unit": None if each.unit is None else keys.unit(each.unit),
                "indicator": None if each.indicator is None else keys.indicator(each.indicator)[0],
            }
            if each.note:
                sides = {"left": each.left, "right": each.right, "note": each.note}
                db.execute(SAVE_ACCEPTANCE, key | sides | {"revision": revision})
            else:
                db.execute(REMOVE_ACCEPTANCE, key)
    return Changes(checks=True)


def marked(found: Iterable[Finding], accepted: Iterable[Acceptance]) -> Iterator[Finding]:
    """Yield findings, those accepted marked so with the note: only while both sides are what they were."""
    notes = {each.key: each for each in accepted}
    for finding in found:
        known = notes.get(finding.key) if notes else None
        if known is not None and (known.left, known.right) == _sides(finding):
            message = f"{finding.message} Đã chấp nhận: {known.note.rstrip('.')}."
            finding = replace(finding, is_accepted=True, note=known.note, message=message)
        yield finding


def _sides(finding: Finding) -> tuple[str, str]:
    """Return both sides exactly, as text; where there are none, what was found."""
    if finding.left is None or finding.right is None:
        return finding.basis, ""
    return str(finding.left), str(finding.right)
