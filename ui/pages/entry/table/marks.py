"""Which cells of the grid the open findings speak of. No Qt."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from models.checks import ABOVE_DENOMINATOR, HALF_A_RATIO, Finding
from ui.pages.entry.form import Form
from ui.pages.entry.reading import Field

Marks = Mapping[tuple[str, int], Sequence[Finding]]


def open_findings(form: Form) -> Marks:
    """Return what is not accepted yet, by indicator and column; a longer period's stands at the quarter entered."""
    found: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for each in form.findings:
        if each.is_accepted or each.rule == HALF_A_RATIO:  # what is missing is marked as missing
            continue
        period = each.period
        of_year = period is not None and period.is_quarter and period.year == form.quarter.year
        column = period.number if of_year and period is not None else form.quarter.number
        for code in each.codes:
            found[code, column].append(each)
    return dict(found)


def findings_at(marks: Marks, code: str, part: Field, column: int) -> list[Finding]:
    """Return the findings that speak of one typed cell."""
    return [each for each in marks.get((code, column), ()) if _is_of(each, part)]


def _is_of(finding: Finding, part: Field) -> bool:
    if finding.rule == ABOVE_DENOMINATOR:
        return part is not Field.DENOMINATOR
    return not finding.part or finding.part == part
