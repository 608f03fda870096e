"""Random histories of a province's communes, and what they add up to by a plain reading of docs/figures.md, 16.

Slow on purpose and without anything of models.succession, restated, expectation or the store: one event after another,
with fractions."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from models.measure import Accumulation, Kind
from models.period import Period
from models.plan import Actual, Assignment, Indicator, Plan
from models.reorganisation import Reorganisation
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.indicators import save_assignments, save_indicators
from models.store.plans import save_plan
from models.store.reorganisations import reorganise
from models.store.units import save_units
from models.unit import EventKind, Unit, UnitEvent

YEARS = (2023, 2024)
PLAN = Plan("KH", 2024, "Kế hoạch", "T")
AUTHOR = Author("người kiểm thử", "import")
RATIO = Indicator("KH", "R", "", "Tỷ lệ", Kind.RATIO)
COUNT = Indicator("KH", "C", "", "Số lượng", Kind.COUNT)
STOCK = Indicator("KH", "S", "", "Thời điểm", Kind.RATIO, accumulation=Accumulation.STOCK)
OPENING = Indicator("KH", "O", "", "Đầu kỳ", Kind.COUNT, accumulation=Accumulation.OPENING)
DAYS = [date(year, month, day) for year in YEARS for month in range(1, 13) for day in (1, 15, 20)]


def last_day(quarter: Period) -> date:
    """The last day of a quarter's window, by the decree."""
    return date(quarter.year, 3 * quarter.number, 14)


@dataclass
class History:
    """A province with two districts and some communes, what happened to these, and what they reported."""

    lives: dict[str, list[date]] = field(default_factory=dict)  # first and last day
    above: dict[str, str] = field(default_factory=dict)  # at the beginning of its life
    steps: list[UnitEvent] = field(default_factory=list)
    actuals: list[Actual] = field(default_factory=list)

    def stored(self) -> Database:
        """Return a database in which it all happened, event by event."""
        db = memory_database()
        districts = [Unit("T", "T"), *(Unit(each, each, first_superior="T") for each in ("H1", "H2"))]
        save_units(
            db, [*districts, *(Unit(each, each, first_superior=self.above[each]) for each in self._first())], AUTHOR
        )
        for step in self.steps:
            new = [Unit(code, code, first_superior=self.above[code]) for code in step.after if self._begins(code, step)]
            reorganise(db, Reorganisation(step, tuple(new)), AUTHOR)
        save_plan(db, PLAN, AUTHOR)
        save_indicators(db, [RATIO, COUNT, STOCK, OPENING], AUTHOR)
        record(db, self.actuals, AUTHOR)
        return db

    def assign(self, db: Database, indicator: Indicator, units: list[str]) -> None:
        """Give an indicator to some units only."""
        year = Period(PLAN.year)
        save_assignments(db, [Assignment("KH", indicator.code, unit, year) for unit in units], AUTHOR)

    def _first(self) -> list[str]:
        return [code for code, (first, _) in self.lives.items() if first == date.min]

    def _begins(self, code: str, step: UnitEvent) -> bool:
        return code in self.lives and self.lives[code][0] == step.day

    # the plain reading

    def is_there(self, unit: str, day: date) -> bool:
        """Whether a commune exists on a day."""
        first, last = self.lives[unit]
        return first <= day <= last

    def parts(self, unit: str, day: date, today: date) -> dict[str, Fraction]:
        """Who stands today for a commune as it was on a day, one event after another."""
        having = {unit: Fraction(1)}
        for step in self.steps:
            if day < step.day <= today:
                having = _after(step, having)
        return having

    def district(self, unit: str, today: date) -> str:
        """Under whom a commune stands today, or stood when it ended."""
        day = min(today, self.lives[unit][1])
        found = self.above[unit]
        for step in self.steps:
            if step.kind is EventKind.MOVE and unit in step.before and step.day <= day:
                (found,) = step.after
        return found

    def reports(self, indicator: Indicator, quarter: Period) -> dict[str, Actual]:
        """What was reported in a quarter by those who were there on its last day."""
        return {
            each.unit: each
            for each in self.actuals
            if (each.indicator, each.period) == (indicator.code, quarter)
            and self.is_there(each.unit, last_day(quarter))
        }

    def shares(self, indicator: Indicator, quarters: tuple[Period, ...], today: date) -> dict[str, list[Fraction]]:
        """What each commune of today has of what was reported, exactly: numerator and denominator, or the value."""
        found: dict[str, list[Fraction]] = {}
        for quarter in quarters:
            for unit, each in self.reports(indicator, quarter).items():
                numbers = [each.numerator, each.denominator] if indicator.kind is Kind.RATIO else [each.value]
                for heir, part in self.parts(unit, last_day(quarter), today).items():
                    having = found.setdefault(heir, [Fraction(0)] * len(numbers))
                    found[heir] = [
                        one + part * Fraction(number or 0) for one, number in zip(having, numbers, strict=True)
                    ]
        return found

    def standing(self, quarters: tuple[Period, ...], today: date) -> dict[str, list[Fraction]]:
        """What each commune of today has of the stock: the latest of each; of those that ended while nobody after them
        has reported for a later quarter than their last."""
        end = last_day(quarters[-1])
        latest = {unit: each for quarter in quarters for unit, each in self.reports(STOCK, quarter).items()}
        found: dict[str, list[Fraction]] = {}
        for unit, each in latest.items():
            if not self.is_there(unit, end):
                after = self._after(unit, end)
                last = max(quarter for quarter in quarters if self.is_there(unit, last_day(quarter)))
                if not any(self.is_there(other, end) for other in after):
                    continue
                if any(latest[other].period > last for other in after if other in latest):
                    continue
            for heir, part in self.parts(unit, last_day(each.period), today).items():
                having = found.setdefault(heir, [Fraction(0), Fraction(0)])
                numbers = (each.numerator or 0, each.denominator or 0)
                found[heir] = [one + part * Fraction(number) for one, number in zip(having, numbers, strict=True)]
        return found

    def _after(self, unit: str, end: date) -> set[str]:
        """Who took over from a commune, and from them, until those that are there at the end."""
        waiting, found = [unit], set[str]()
        while waiting:
            each = waiting.pop()
            ends = (step for step in self.steps if step.kind is not EventKind.MOVE and each in step.before)
            new = {other for step in ends if each not in step.after for other in step.after} - found
            found |= new
            waiting += [other for other in new if not self.is_there(other, end)]
        return found

    def owing(self, indicator: Indicator, quarters: tuple[Period, ...], today: date) -> dict[str, bool]:
        """Who stands today for those expected on the last day, and whether all that is theirs has been reported."""
        end = last_day(quarters[-1])
        there = {unit for unit in self.lives if self.is_there(unit, end)}
        holders = {heir for unit in there for heir in self.parts(unit, end, today)}
        return {
            holder: all(
                unit in self.reports(indicator, quarter)
                for quarter in quarters
                for unit in self.lives
                if self.is_there(unit, last_day(quarter)) and holder in self.parts(unit, last_day(quarter), today)
            )
            for holder in holders
        }


def _after(step: UnitEvent, having: dict[str, Fraction]) -> dict[str, Fraction]:
    found: dict[str, Fraction] = defaultdict(Fraction)
    for unit, part in having.items():
        if step.kind is EventKind.MOVE or unit not in step.before or not step.after:
            found[unit] += part
        elif step.kind is EventKind.SPLIT:
            weights = step.weights or (Decimal(1),) * len(step.after)
            for heir, weight in zip(step.after, weights, strict=True):
                if weight:
                    found[heir] += part * Fraction(weight) / Fraction(sum(weights))
        else:
            found[step.after[0]] += part
    return dict(found)


def a_history(random: Random) -> History:
    """Return a random history; on one day several things may happen, to others each."""
    history = History()
    for district in ("H1", "H2"):  # somebody always stays, so that no district reports for itself
        history.lives[f"F{district}"] = [date.min, date.max]
        history.above[f"F{district}"] = district
    for number in range(random.randint(2, 6)):
        history.lives[f"X{number}"] = [date.min, date.max]
        history.above[f"X{number}"] = random.choice(["H1", "H2"])
    for day in sorted(
        random.choices(DAYS, k=random.randint(1, 4)) + random.choices(DAYS[7:20:6], k=random.randint(0, 3))
    ):
        step = _step(random, history, day)
        if step is not None:
            history.steps.append(step)
    for indicator in (RATIO, COUNT, STOCK, OPENING):
        for unit in history.lives:
            history.actuals += _actuals(random, indicator, unit)
    return history


def _step(random: Random, history: History, day: date) -> UnitEvent | None:
    busy = {unit for step in history.steps if step.day == day for unit in (*step.before, *step.after)}
    alive = [
        unit
        for unit in history.lives
        if not unit.startswith("F") and history.is_there(unit, day) and history.is_there(unit, day - EVE)
        if unit not in busy
    ]
    kind = random.choice(list(EventKind))
    if len(alive) < 2:
        return None
    one, other, *_ = random.sample(alive, 2)
    match kind:
        case EventKind.MERGE:
            after = random.choice([one, _born(random, history, day, one)])
            return _ending(history, UnitEvent(day, kind, (one, other), (after,)))
        case EventKind.SPLIT:
            kept = one if random.random() < 0.4 else _born(random, history, day, one)
            new = [_born(random, history, day, one) for _ in range(random.randint(1, 3))]
            weights = tuple(Decimal(random.randint(0, 7)) for _ in range(len(new) + 1))
            has_weights = random.random() < 0.7 and sum(weights) > 0
            return _ending(history, UnitEvent(day, kind, (one,), (kept, *new), "", weights if has_weights else ()))
        case EventKind.RENAME:
            return _ending(history, UnitEvent(day, kind, (one,), (_born(random, history, day, one),)))
        case EventKind.DISSOLVE:
            return _ending(history, UnitEvent(day, kind, (one,), ()))
        case EventKind.MOVE:
            return UnitEvent(day, kind, (one, other), (random.choice(["H1", "H2"]),))


EVE = timedelta(days=1)


def _born(random: Random, history: History, day: date, beside: str) -> str:
    code = f"N{len(history.lives)}"
    history.lives[code] = [day, date.max]
    history.above[code] = random.choice(["H1", "H2"])
    return code


def _ending(history: History, step: UnitEvent) -> UnitEvent:
    for code in step.before:
        if code not in step.after:
            history.lives[code][1] = step.day - EVE
    taken = {code for each in (*history.steps, step) for code in each.after}
    for code in [each for each, (first, _) in history.lives.items() if first == step.day and each not in taken]:
        del history.lives[code], history.above[code]  # thought of and not taken
    return step


def _actuals(random: Random, indicator: Indicator, unit: str) -> list[Actual]:
    found, chance = [], random.choice([1.0, 1.0, 0.8])
    for quarter in (each for year in YEARS for each in Period(year).quarters):
        if random.random() >= chance:
            continue
        whole = Decimal(random.choice([0, 1, 7, 100, random.randint(0, 5000)]))
        if indicator.kind is Kind.RATIO:
            part = Decimal(random.randint(0, int(whole)))
            found.append(Actual(indicator.code, unit, quarter, part, whole))
        else:
            found.append(Actual(indicator.code, unit, quarter, value=whole))
    return found
