"""Where a number of a report comes from, line by line: made from the report's context, shown by the source panel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from models.measure import Kind
from models.number import format_date, format_number
from models.period import Period, read_period
from models.progress import Figure, State
from models.remaining import Remaining
from models.same_period import Before
from models.store.last_change import LastChange
from reports.comparison import before_text
from reports.context import VALUED, Context, reporting
from reports.document import Measure, Source
from reports.periodic_context import PeriodicContext
from ui.pages.reports.source_counts import counted
from ui.pages.reports.source_onestop import one_stop
from ui.pages.reports.source_sums import change_sum, sums
from ui.texts import (
    NOTHING,
    coverage_text,
    figure_target_text,
    period_text,
    quarter_text,
    target_text,
    unit_text,
    value_text,
    window_text,
)

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Line:
    """A label and what it says; a note stands below in small letters."""

    label: str
    text: str = ""
    note: str = ""


@dataclass(frozen=True)
class Share:
    """What one unit gives to a figure, or one thing that was counted: cells of a small table, and where it leads."""

    cells: tuple[str, ...]
    state: State | None = None
    unit: str | None = None
    indicator: str = ""


@dataclass(frozen=True)
class Answer:
    """All that is said of a number: what it is, of which unit and days, the lines, its arithmetic, what it is made of.

    shares stand worst first under headings; said is why a target was missed."""

    number: str
    title: str
    where: str = ""
    name: str = ""
    lines: tuple[Line, ...] = ()
    sums: tuple[str, ...] = ()
    state: State | None = None
    is_provisional: bool = False
    headings: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    said: tuple[Line, ...] = ()
    indicator: str = ""
    unit: str | None = None
    period: Period | None = None


def found(context: Context, source: Source) -> Figure | None:
    """Return the figure that a number is of; None where the report's context does not hold it."""
    wanted = (source.indicator, source.unit, source.period or context.period.code)
    every = [*context.figures, *context.by_unit]
    if isinstance(context, PeriodicContext):
        every += [*context.quarter.values(), *context.so_far.values()]
    return next((each for each in every if (each.indicator.code, each.unit, each.period.code) == wanted), None)


def answer(
    source: Source,
    number: str,
    context: Context,
    figure: Figure | None,
    shares: Iterable[Figure],
    last: LastChange | None = None,
) -> Answer:
    """Return what is said of a number; figure is the one it is of, shares are what units gave to that figure, last is
    who last changed what it is made of."""
    then = context.before.get(source.indicator)
    if source.measure is Measure.BEFORE and then is not None and then.period.code == source.period:
        return _before(source, number, context, then)
    if figure is None:
        return _without_figure(source, number, context)
    lines = [
        *_parts(figure, source.measure),
        *_standing(figure, context),
        *_remaining(source.measure, context.remaining.get(figure.indicator.code)),
    ]
    units = list(shares)
    return Answer(
        number=number,
        title=f"{figure.indicator.code} · {measure_word(source.measure)}",
        where=_where(context, figure.unit, figure.period),
        name=figure.indicator.name,
        lines=tuple(lines),
        sums=(*sums(figure), *change_sum(figure, then)),
        state=figure.state,
        is_provisional=figure.is_provisional,
        headings=_headings(figure) if units else (),
        shares=tuple(_share(each, context) for each in units),
        said=(*_explained(figure, context), *_changed(last)),
        indicator=figure.indicator.code,
        unit=figure.unit,
        period=figure.period,
    )


def shares_of(figure: Figure, context: Context) -> list[Figure]:
    """Return what the units below gave to a figure of the whole, worst first; of one unit's own figure nothing."""
    if figure.unit not in (None, context.unit):
        return []
    mine = (figure.indicator.code, figure.period)
    return [
        each
        for each in context.by_unit
        if (each.indicator.code, each.period) == mine and each.unit not in (None, figure.unit)
    ]


def measure_word(measure: Measure) -> str:
    """Return what a number says of its figure, in words."""
    return {
        Measure.VALUE: translate("Source", "result"),
        Measure.NUMERATOR: translate("Source", "numerator"),
        Measure.DENOMINATOR: translate("Source", "denominator"),
        Measure.TARGET: translate("Source", "target"),
        Measure.TARGET_TO: translate("Source", "target’s upper end"),
        Measure.GAP: translate("Source", "gap to the target"),
        Measure.COVERAGE: translate("Source", "units that have reported"),
        Measure.COUNT: translate("Source", "a count"),
        Measure.NEEDED: translate("Source", "still to be done"),
        Measure.ROOM: translate("Source", "room up to the limit"),
        Measure.EXPECTED: translate("Source", "still expected this year"),
        Measure.PER_DAY: translate("Source", "to be done each working day"),
        Measure.BEFORE: translate("Source", "same period of the year before"),
        Measure.CHANGE: translate("Source", "change on the year before"),
        Measure.RANK: translate("Source", "place among the units"),
        Measure.SHARE: translate("Source", "share"),
        Measure.DAYS_LATE: translate("Source", "days late"),
        Measure.NEAR: translate("Source", "how far short still counts as nearly met"),
    }[measure]


def _without_figure(source: Source, number: str, context: Context) -> Answer:
    """Return what is said of a count, or of a number that the context and the file know nothing of."""
    lines = []
    period = read_period(source.period) if source.period else context.period
    if source.measure is Measure.COVERAGE:
        who = reporting(context)
        text = translate("Source", "{done} of {all} units").format(done=len(who.complete), all=len(who.asked))
        lines.append(Line(translate("Source", "Reported"), text))
    things = counted(source, number, context)
    column = one_stop(source, number, context)
    if column is not None:
        return Answer(
            number=number,
            title=measure_word(source.measure),
            where=_where(context, source.unit or context.unit, period),
            name=column.name,
            sums=column.sums,
            headings=(translate("Source", "Unit"), translate("Source", "Number")) if column.units else (),
            shares=tuple(Share((name, text), unit=unit) for unit, name, text in column.units),
            period=period,
        )
    return Answer(
        number=number,
        title=" · ".join(filter(None, (source.indicator, measure_word(source.measure)))),
        where=_where(context, source.unit or context.unit, period),
        lines=tuple(lines),
        headings=(translate("Source", "What was counted"), translate("Source", "State")) if things else (),
        shares=tuple(Share((each.text, each.word), each.state, each.unit, each.indicator) for each in things),
        indicator=source.indicator,
        unit=source.unit,
        period=period,
    )


def _before(source: Source, number: str, context: Context, then: Before) -> Answer:
    """Return what is said of last year's value of a figure."""
    figure = next((each for each in context.figures if each.indicator.code == source.indicator), None)
    parts = (then.numerator, then.denominator)
    lines, sums = [], []
    for label, part in zip((translate("Source", "Numerator"), translate("Source", "Denominator")), parts, strict=True):
        if part is not None:
            lines.append(Line(label, format_number(part)))
    if figure is not None and then.numerator is not None and then.denominator:
        rate = before_text(figure, then)
        sums.append(f"{format_number(then.numerator)} : {format_number(then.denominator)} = {rate}")
    if not then.is_complete:
        lines.append(Line(translate("Source", "Reported"), note=translate("Source", "not all had reported then")))
    return Answer(
        number=number,
        title=f"{source.indicator} · {measure_word(source.measure)}",
        where=_where(context, source.unit, then.period),
        name=figure.indicator.name if figure is not None else "",
        lines=tuple(lines),
        sums=tuple(sums),
        indicator=source.indicator,
        unit=source.unit,
        period=then.period,
    )


def _where(context: Context, unit: str | None, period: Period) -> str:
    """Return of which unit and period a number is, and that period's days."""
    return f"{_unit_name(context, unit)}, {period_text(period)}\n{window_text(context.windows.of(period))}"


def _unit_name(context: Context, unit: str | None) -> str:
    if unit is None:
        return translate("Source", "Whole plan")
    return unit_text(context.units[unit]) if unit in context.units else unit


def _parts(figure: Figure, shown: Measure) -> Iterator[Line]:
    indicator = figure.indicator
    if indicator.kind is Kind.RATIO:
        thing = f" {indicator.measured_in}" if indicator.measured_in not in ("", "%") else ""
        for label, number, means in (
            (translate("Source", "Numerator"), figure.numerator, indicator.numerator),
            (translate("Source", "Denominator"), figure.denominator, indicator.denominator),
        ):
            yield Line(label, NOTHING if number is None else format_number(number) + thing, note=means)
    if shown is not Measure.VALUE:
        yield Line(translate("Source", "Result"), value_text(figure))
    if figure.from_quarter is not None:
        yield Line(
            translate("Source", "As of"), f"{quarter_text(figure.from_quarter.number)} {figure.from_quarter.year}"
        )
    if indicator.kind.rolls_up and figure.expected_units > 1:
        share = translate("Source", "{share} units").format(share=coverage_text(figure))
        note = translate("Source", "provisional: not everything is in yet") if figure.is_provisional else ""
        yield Line(translate("Source", "Reported"), share, note)


def _standing(figure: Figure, context: Context) -> Iterator[Line]:
    if figure.target is not None:
        target = target_text(figure.indicator, figure.target, is_full=True)
        yield Line(translate("Source", "Target"), target, note=_target_from(figure, context))
    if figure.target is not None and figure.state in VALUED:
        pattern = translate("Source", "met when {target}; nearly met when short by at most {percent}% of the target")
        rule = pattern.format(target=figure_target_text(figure), percent=format_number(figure.near_percent))
        yield Line(translate("Source", "Rule"), note=rule)
    if figure.state is State.TO_CHECK:
        yield Line(translate("Source", "Rule"), note=translate("Source", "it cannot be right, so no rate is printed"))


def _target_from(figure: Figure, context: Context) -> str:
    """Return whose target it is, and for which stretch, as far as the context tells."""
    if figure.target == figure.indicator.target:
        return translate("Source", "the plan’s, for the year")
    of_plan = next((each for each in context.figures if each.indicator.code == figure.indicator.code), None)
    if figure.unit is None or (of_plan is not None and of_plan.target == figure.target):
        return translate("Source", "the plan’s, for this period")
    return translate("Source", "the unit’s own")


def _remaining(measure: Measure, rest: Remaining | None) -> Iterator[Line]:
    if rest is None or measure not in (Measure.NEEDED, Measure.ROOM, Measure.EXPECTED, Measure.PER_DAY):
        return
    for label, number in (
        (translate("Source", "Still to be done"), rest.needed),
        (translate("Source", "Room left"), rest.room),
        (translate("Source", "Still expected"), rest.expected),
        (translate("Source", "Each working day"), rest.per_working_day),
    ):
        if number is not None:
            yield Line(label, format_number(number, None if number.denominator == 1 else 1))


def _headings(figure: Figure) -> tuple[str, ...]:
    if figure.indicator.kind is Kind.RATIO:
        return translate("Source", "Unit"), translate("Source", "Parts"), translate("Source", "Result")
    return translate("Source", "Unit"), translate("Source", "Result")


def _share(each: Figure, context: Context) -> Share:
    name, result = _unit_name(context, each.unit), value_text(each)
    parts: tuple[str, ...] = ()
    if each.indicator.kind is Kind.RATIO:
        numbers = (each.numerator, each.denominator)
        parts = ("/".join(NOTHING if number is None else format_number(number) for number in numbers),)
    return Share((name, *parts, result), each.state, each.unit, each.indicator.code)


def _changed(last: LastChange | None) -> Iterator[Line]:
    if last is not None:
        at = last.at.astimezone()
        yield Line(translate("Source", "Changed last"), last.who, f"{at:%H:%M} {format_date(at.date())}")


def _explained(figure: Figure, context: Context) -> Iterator[Line]:
    said = context.explanation_of(figure)
    if said is not None:
        for label, text in (
            (translate("Source", "Cause"), said.cause),
            (translate("Source", "Remedy"), said.remedy),
            (translate("Source", "Responsible"), said.responsible),
        ):
            if text:
                yield Line(label, text)
