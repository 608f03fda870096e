"""Small random plans: units that merge, split, cease and move, assignments, own targets, and what was reported."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, WindowSetting, periods_of
from models.plan import Actual, Assignment, Grade, Indicator, Plan
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.indicators import save_assignments, save_indicators
from models.store.plans import save_grades, save_plan, save_window_settings
from models.store.reorganisations import save_events
from models.store.units import save_units
from models.unit import EventKind, Unit, UnitEvent

YEAR = 2023
GRADES = ("Tốt", "Khá", "Trung bình", "Yếu")
ENDS = (date(YEAR, 2, 28), date(YEAR, 5, 31), date(YEAR, 6, 30), date(YEAR, 10, 31))
AUTHOR = Author("người kiểm thử", "import")
PLAIN = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN, Operator.EQUAL, Operator.RANGE)
CHANGES = (Operator.BETTER, Operator.INCREASE, Operator.REDUCE)


@dataclass
class World:
    """A plan and everything around it, as plain lists."""

    units: list[Unit] = field(default_factory=list)
    plan: Plan = field(default_factory=lambda: Plan("KH", YEAR, "Kế hoạch", "H"))
    settings: list[WindowSetting] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    actuals: list[Actual] = field(default_factory=list)
    moves: list[UnitEvent] = field(default_factory=list)

    def stored(self) -> Database:
        """Return a database that holds it."""
        db = memory_database()
        save_units(db, self.units, AUTHOR)
        save_events(db, self.moves, AUTHOR)
        save_plan(db, self.plan, AUTHOR)
        save_window_settings(db, self.plan.code, self.settings, AUTHOR)
        grades = (Grade(self.plan.code, position, name) for position, name in enumerate(GRADES, 1))
        save_grades(db, self.plan.code, grades, AUTHOR)
        save_indicators(db, self.indicators, AUTHOR)
        save_assignments(db, self.assignments, AUTHOR)
        record(db, self.actuals, AUTHOR)
        return db


def a_world(random: Random) -> World:
    """Return a random plan with its neighbourhood."""
    world = World(units=_units(random))
    if random.random() < 0.3:
        world.settings.append(WindowSetting("KH", Period(YEAR), due=date(YEAR, 12, 25)))
        world.settings.append(WindowSetting("KH", Period(YEAR).quarters[1], last=date(YEAR, 6, 1)))
    world.indicators = [_indicator(random, number) for number in range(random.randint(3, 7))]
    for each in world.indicators:
        world.assignments += _assignments(random, each, [unit.code for unit in world.units])
    for each in world.indicators:
        for unit in world.units:
            world.actuals += _actuals(random, each, unit.code)
    random.shuffle(world.actuals)
    world.moves = _moves(random, world.units)
    return world


def _units(random: Random) -> list[Unit]:
    units = [Unit("H", "Huyện"), Unit("NGOÀI", "Cơ quan ngành dọc")]
    above = ["H"]
    for code in ("P1", "P2")[: random.randint(0, 2)]:
        end = random.choice([None, None, *ENDS])
        units.append(Unit(code, code, first_superior="H", valid_to=end))
        above.append(code)
    leaves = [f"X{number}" for number in range(random.randint(2, 5))]
    found = {code: Unit(code, code, first_superior=random.choice(above)) for code in leaves}
    for code in random.sample(leaves, random.randint(0, 2)):
        _change(random, found, code)
    return units + list(found.values())


def _change(random: Random, units: dict[str, Unit], code: str) -> None:
    """Let a unit cease: merged into another, replaced by new ones, or without a trace."""
    old, end = units[code], random.choice(ENDS)
    others = [each for each in units if each != code and units[each].valid_to is None]
    new: list[str] = []
    match random.choice(["absorbed", "renewed", "split", "dissolved"]):
        case "absorbed" if others:
            new = [random.choice(others)]
        case "renewed":
            new = [f"{code}m"]
        case "split":
            new = [f"{code}a", f"{code}b"]
    units[code] = Unit(code, code, "", old.first_superior, old.valid_from, end, tuple(new))
    for each in new:
        if each not in units:
            units[each] = Unit(each, each, "", old.first_superior, end + timedelta(days=1))
    if random.random() < 0.4 and new and new[0] not in others and end < ENDS[-1]:
        later = units[new[0]]
        units[new[0]] = Unit(
            later.code, later.code, "", later.first_superior, later.valid_from, ENDS[-1], (f"{code}z",)
        )
        units[f"{code}z"] = Unit(f"{code}z", code, "", later.first_superior, ENDS[-1] + timedelta(days=1))
    elif others and random.random() < 0.3:
        merged = units[others[0]]
        if merged.valid_from is None and new and new[0] != merged.code:
            units[merged.code] = Unit(merged.code, merged.code, "", merged.first_superior, None, end, (new[0],))


def _moves(random: Random, units: list[Unit]) -> list[UnitEvent]:
    """Let units come under others, some under an office that stands outside the plan, also on one day."""
    above = [unit.code for unit in units if not unit.code.startswith("X")]
    above += [code for code in above if code.startswith("P")] * 2
    found = []
    for _ in range(random.choice([0, 1, 2, 4])):
        one = random.choice([each.code for each in units if each.first_superior])
        under = random.choice(above if one.startswith("X") else ["H", "NGOÀI"])
        day = random.choice([*(end + timedelta(days=1) for end in ENDS), date(YEAR - 1, 8, 1)])
        found.append(UnitEvent(day, EventKind.MOVE, (one,), (under,)))
    return sorted(dict.fromkeys(found), key=lambda each: each.day)


def _indicator(random: Random, number: int) -> Indicator:
    kind = random.choice(
        [Kind.RATIO, Kind.RATIO, Kind.COUNT, Kind.COUNT, Kind.SCORE, Kind.RANK, Kind.GRADE, Kind.YES_NO]
    )
    ways = [Accumulation.FLOW, Accumulation.STOCK, None, *([Accumulation.OPENING] if kind is Kind.COUNT else [])]
    return Indicator(
        "KH",
        f"I{number}",
        "",
        f"Chỉ tiêu {number}",
        kind,
        scale=Decimal(random.choice([63, 100])) if kind in (Kind.SCORE, Kind.RANK) else None,
        accumulation=random.choice(ways) if kind.rolls_up else None,
        target=a_target(random, kind) if random.random() < 0.8 else None,
        near_threshold=random.choice([None, Decimal(0), Decimal("12.5")]),
        published_month=random.choice([None, None, 4]) if not kind.rolls_up else None,
    )


def a_target(random: Random, kind: Kind) -> Target:
    """Return a target that the kind can have."""
    if kind in (Kind.RANK, Kind.SCORE, Kind.RATIO, Kind.COUNT) and random.random() < 0.25:
        operator = random.choice(CHANGES) if kind is not Kind.RANK else Operator.BETTER
        return Target(operator, random.choice([None, Decimal(2), Decimal("7.5")]))
    operator = random.choice(PLAIN)
    if kind is Kind.GRADE:
        first, last = sorted(random.sample(GRADES, 2), key=GRADES.index)
        return Target(operator, grade=first, grade_to=last if operator is Operator.RANGE else "")
    if kind is Kind.YES_NO:
        return Target(Operator.EQUAL, Decimal(1))
    low, high = sorted((_number(random), _number(random)))
    return Target(operator, low, high if operator is Operator.RANGE else None)


def _number(random: Random) -> Decimal:
    return random.choice([Decimal(0), Decimal(50), Decimal("62.5"), Decimal(random.randint(1, 110)), Decimal(30)])


def _assignments(random: Random, indicator: Indicator, units: list[str]) -> list[Assignment]:
    found: dict[tuple[str | None, Period], Assignment] = {}
    if random.random() < 0.4:
        for unit in random.sample(units, random.randint(1, min(4, len(units)))):
            period = random.choice(periods_of(YEAR))
            target = a_target(random, indicator.kind) if random.random() < 0.6 else None
            found[unit, period] = Assignment("KH", indicator.code, unit, period, target)
    if random.random() < 0.3:
        period = random.choice(periods_of(YEAR)[:3])
        found[None, period] = Assignment("KH", indicator.code, None, period, a_target(random, indicator.kind))
    return list(found.values())


def _actuals(random: Random, indicator: Indicator, unit: str) -> list[Actual]:
    found = []
    chance = random.choice([1.0, 0.75, 0.3]) if indicator.kind.rolls_up else 0.2
    for year in (YEAR - 1, YEAR):
        periods = Period(year).quarters if indicator.kind.rolls_up else (*Period(year).quarters, Period(year))
        found += [_actual(random, indicator, unit, period) for period in periods if random.random() < chance]
    return found


def _actual(random: Random, indicator: Indicator, unit: str, period: Period) -> Actual:
    accepted = random.choice(["", "", "đã đối chiếu"])
    key = (indicator.code, unit, period)
    match indicator.kind:
        case Kind.RATIO:
            whole = random.choice([0, 0, 8, 20, 100])
            part = random.randint(0, whole + (3 if random.random() < 0.2 else 0))
            if random.random() < 0.1:
                return Actual(*key, numerator=Decimal(part), note="thiếu mẫu số")
            return Actual(*key, numerator=Decimal(part), denominator=Decimal(whole), accepted=accepted)
        case Kind.RANK:
            place = Decimal(random.randint(1, 70))
            return Actual(*key, value=place, out_of=random.choice([None, 63]), accepted=accepted)
        case Kind.GRADE:
            return Actual(*key, grade=random.choice([*GRADES, "Ngoài danh sách"]), accepted=accepted)
        case Kind.YES_NO:
            return Actual(*key, value=Decimal(random.randint(0, 1)))
    number = Decimal(random.randint(0, 110))
    return Actual(*key, value=number / 4 * 3 if indicator.kind is Kind.SCORE else number, accepted=accepted)
