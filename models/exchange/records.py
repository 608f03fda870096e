"""Figures, outlooks, findings as plain records, for scripts: numbers as decimal strings, None where there is none."""

from collections.abc import Sequence
from fractions import Fraction

from models.checks import Finding
from models.forecast import Forecast
from models.measure import Kind
from models.number import DECIMALS, plain
from models.progress import Figure, gap_decimals, shown_decimals
from models.rest_of_year import Amounts
from models.store.outlook import Outlook

MOST_DECIMALS = 40  # what is shown is rounded already

Record = dict[str, str | bool | None]
Nested = dict[str, str | bool | Record | list[Record] | None]

FIGURE_KEYS = (
    "plan", "indicator", "unit", "period", "numerator", "denominator", "value", "from_quarter", "operator", "target",
    "target_to", "gap", "state", "provisional", "reported_units", "expected_units",
)  # fmt: skip
RESTATED_KEYS = (*FIGURE_KEYS, "estimated")


def restated_record(figure: Figure, grades: Sequence[str]) -> Record:
    """Return a figure on today's units under RESTATED_KEYS: also whether a share of a split unit is in it."""
    return figure_record(figure, grades) | {"estimated": figure.is_estimated}


def figure_record(figure: Figure, grades: Sequence[str]) -> Record:
    """Return a figure under FIGURE_KEYS. Grades are the names of the plan's, the best first.

    Ratios are in percent, half up to four decimals, or more where fewer would make a missed target look met."""
    kind, threshold = figure.indicator.kind, figure.threshold
    return {
        "plan": figure.plan,
        "indicator": figure.indicator.code,
        "unit": figure.unit,
        "period": figure.period.code,
        "numerator": None if figure.numerator is None else plain(figure.numerator),
        "denominator": None if figure.denominator is None else plain(figure.denominator),
        "value": figure.grade or _written(figure.value, kind, grades, shown_decimals(figure, DECIMALS)),
        "from_quarter": figure.from_quarter.code if figure.from_quarter else None,
        "operator": figure.target.operator.value if figure.target else None,
        "target": _written(threshold.value, kind, grades) if threshold else None,
        "target_to": _written(threshold.value_to, kind, grades) if threshold else None,
        "gap": None if figure.gap is None else plain(figure.gap, gap_decimals(figure, DECIMALS)),
        "state": figure.state.value,
        "provisional": figure.is_provisional,
        "reported_units": str(figure.reported_units),
        "expected_units": str(figure.expected_units),
    }


def outlook_record(outlook: Outlook, unit: str | None, grades: Sequence[str]) -> Nested:
    """Return what remains to one yearly target, and the forecast; units: the fewest that close the period's gap.

    What nothing is known of is None. Shares and ratios are in percent."""
    kind, threshold, rest = outlook.indicator.kind, outlook.threshold, outlook.remaining
    closing = outlook.closing
    return {
        "indicator": outlook.indicator.code,
        "unit": unit,
        "operator": outlook.target.operator.value,
        "target": _written(threshold.value, kind, grades),
        "target_to": _written(threshold.value_to, kind, grades),
        "needed": _plain(rest.needed if rest else None),
        "room": _plain(rest.room if rest else None),
        "wanted": _written(rest.wanted if rest else None, kind, grades),
        "expected": _plain(rest.expected if rest else None),
        "basis": rest.basis.value if rest else None,
        "working_days": str(outlook.working_days),
        "per_working_day": _plain(rest.per_working_day if rest else None),
        "per_unit": _plain(rest.per_unit if rest else None),
        "can_be_reached": rest.can_be_reached if rest else None,
        "at_pace": rest.at_pace if rest else None,
        **_forecast_record(outlook.forecast),
        "lacking": _plain(closing.lacking if closing else None),
        "units": [
            {"unit": each.unit, "lacking": plain(each.lacking), "share": plain(each.share * 100)}
            for each in (closing.smallest_set if closing else ())
        ],
    }


def _forecast_record(found: Forecast | None) -> Nested:
    return {
        "forecast": _plain(found.value if found else None),
        "forecast_low": _plain(found.low if found else None),
        "forecast_high": _plain(found.high if found else None),
        "forecast_basis": found.basis.value if found else None,
        "forecast_points": str(found.points) if found else None,
        "forecast_reached": _amounts_record(found.reached) if found else None,
        "forecast_rest": _amounts_record(found.rest) if found else None,
        "forecast_past": [
            {"year": str(each.year), "forecast": plain(each.forecast), "actual": plain(each.actual)}
            for each in (found.past if found else ())
        ],
    }


def _amounts_record(amounts: Amounts) -> Record:
    return {name: plain(getattr(amounts, name)) for name in ("numerator", "denominator", "value")}


def _plain(number: Fraction | None) -> str | None:
    return None if number is None else plain(number)


def _written(value: Fraction | None, kind: Kind, grades: Sequence[str], decimals: int = DECIMALS) -> str | None:
    """Return a value in its kind's words; None also for a grade better or worse than the list has."""
    if value is None:
        return None
    if kind is Kind.YES_NO:
        return "có" if value else "không"
    if kind is Kind.GRADE:
        return grades[int(value) - 1] if value.denominator == 1 and 1 <= value <= len(grades) else None
    return plain(value, decimals)


def finding_record(finding: Finding) -> Record:
    """Return a finding: rule, unit, period, left, right, difference, severity, message, accepted.

    The difference is exactly that of left and right as they are written."""
    left, right, difference = (plain(each, MOST_DECIMALS) for each in finding.shown) if finding.shown else (None,) * 3
    return {
        "rule": finding.rule,
        "unit": finding.unit,
        "period": finding.period.code if finding.period else None,
        "left": left,
        "right": right,
        "difference": difference,
        "severity": finding.severity.value,
        "message": finding.message,
        "accepted": finding.is_accepted,
    }
