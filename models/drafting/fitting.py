"""Fits one proposal into a plan: an indicator that the plan or an earlier one knows, else a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from models.drafting.headings import AREA_NAMES, STEM_OF_NONE, STEMS, area_above, area_of
from models.drafting.kept import Spot, TargetSource
from models.drafting.likeness import LIKE, holds, likeness
from models.drafting.measuring import Measure, measure_of
from models.drafting.naming import name_of, short_name_of
from models.drafting.proposal import CLEAR, Proposal
from models.folding import fold
from models.measure import Kind
from models.number import format_date
from models.plan import Grade, Indicator, Plan
from models.reform_area import ReformArea, reform_area

_PUBLISHED_MONTH = 4  # when the indices of the country and of provinces come out, the year after
_SAME = 1.0
_NEAR = 200
_LONGEST_PART = 60


@dataclass(frozen=True)
class Setting:
    """What drafts are held against: the plan with its indicators and grades, and what was decided of its text.

    others: indicators of other plans of the file, the newest plan first; codes: every code that the file knows."""

    plan: Plan
    own: Sequence[Indicator] = ()
    others: Sequence[Indicator] = ()
    codes: frozenset[str] = frozenset()
    grades: Sequence[Grade] = ()
    sources: Sequence[TargetSource] = ()
    refused: Sequence[Spot] = ()


@dataclass
class Taken:
    """What the drafts before have taken: codes, and the indicators of this or earlier plans that they set."""

    codes: set[str]
    known: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    def code(self, stem: str, digits: int = 2) -> str:
        """Return the first free code of a stem, which is taken by this."""
        number = self._last.get(stem, 0) + 1
        while (found := f"{stem}{number:0{digits}}") in self.codes:
            number += 1
        self._last[stem] = number
        self.codes.add(found)
        return found


@dataclass(frozen=True)
class Fit:
    """A proposal as an indicator of the plan, the plan's own indicator that it changes, and what is doubtful."""

    indicator: Indicator
    known: Indicator | None
    doubts: tuple[str, ...]


def fitted(given: str, proposal: Proposal, setting: Setting, taken: Taken, before: tuple[Indicator | None, int]) -> Fit:
    """Return how a proposal fits. before: the indicator of the draft before it, and where that one's number ends."""
    measure = measure_of(proposal)
    name = name_of(proposal, measure.kind)
    doubts = _doubts(proposal, measure, setting)
    found, nearness = _nearest(name, measure, (each for each in setting.own if each.code not in taken.known))
    if found is not None:
        taken.known.add(found.code)
        return Fit(replace(found, target=measure.target), found, (*doubts, *_about_known(found, nearness, measure)))
    own = {each.code for each in setting.own}
    free = (each for each in setting.others if each.code not in own and each.code not in taken.known)
    found, nearness = _nearest(name, measure, free)
    if found is not None:
        taken.known.add(found.code)
        like = () if nearness == _SAME else (f"giống {found.code} của {found.plan}: xem lại",)
        return Fit(replace(found, plan=setting.plan.code, target=measure.target), None, (*doubts, *like))
    fresh, about_area = new_indicator(given, proposal, setting, taken, before)
    return Fit(fresh, None, (*doubts, *about_area, *_about_akin(fresh, setting.own)))


def _nearest(name: str, measure: Measure, known: Iterable[Indicator]) -> tuple[Indicator | None, float]:
    """Return the indicator of the same kind whose name is nearest, and how near; None where none is near enough."""
    best, nearest = None, LIKE
    for each in known:
        if each.kind is measure.kind:
            near = max(likeness(name, each.name), likeness(name, each.short_name))
            if near > nearest or (near == nearest and best is None):
                best, nearest = each, near
    return best, nearest


def _about_known(known: Indicator, nearness: float, measure: Measure) -> tuple[str, ...]:
    like = () if nearness == _SAME else (f"giống {known.code}: xem lại",)
    is_other = known.target is not None and known.target != measure.target
    return (*like, f"thay mức đang có của {known.code}") if is_other else like


def _about_akin(fresh: Indicator, known: Iterable[Indicator]) -> tuple[str, ...]:
    """Say which of the plan's own a new one may be, though it is not near enough to be taken for it."""
    for each in known:
        if each.kind is fresh.kind and each.code != fresh.parent and holds(fresh.name, each.name):
            return (f"có thể là {each.code}: xem lại",)
    return ()


def _doubts(proposal: Proposal, measure: Measure, setting: Setting) -> tuple[str, ...]:
    own = () if proposal.clarity == CLEAR else (proposal.clarity,)
    return (*own, *measure.doubts, *_about_time(proposal, setting.plan), *_about_grade(measure, setting.grades))


def _about_time(proposal: Proposal, plan: Plan) -> tuple[str, ...]:
    day = proposal.deadline
    if day is not None and day.year != plan.year:
        return (f"mức đến {format_date(day)}, không phải của năm {plan.year}",)
    if day is not None and (day.month, day.day) != (12, 31):
        return (f"hạn {format_date(day)}: sẽ đặt cho cả năm",)
    if day is None and proposal.year not in (None, plan.year, proposal.base_year):
        return (f"mức của năm {proposal.year}",)
    return ()


def _about_grade(measure: Measure, grades: Sequence[Grade]) -> tuple[str, ...]:
    if measure.kind is not Kind.GRADE:
        return ()
    if not grades:
        return ("sẽ thêm thang xếp loại 5 bậc",)
    known = {fold(each.name) for each in grades}
    return () if fold(measure.target.grade) in known else (f"“{measure.target.grade}” không có trong thang xếp loại",)


def new_indicator(
    given: str, proposal: Proposal, setting: Setting, taken: Taken, before: tuple[Indicator | None, int]
) -> tuple[Indicator, tuple[str, ...]]:
    """Return a new indicator for a proposal, and what is doubtful of its area or day of publication."""
    measure = measure_of(proposal)
    name = name_of(proposal, measure.kind)
    above, number_end = before
    parent = (
        above if above is not None and _is_part(given[number_end : proposal.number_start], measure, above) else None
    )
    area, heading, doubts = _area(given, proposal, setting, above, parent)
    stem = f"{parent.parent or parent.code}." if parent else f"{STEMS[area] if area else STEM_OF_NONE}-"
    is_index = area is ReformArea.DIRECTION and not measure.kind.rolls_up
    if is_index:
        doubts = (*doubts, f"đoán công bố tháng {_PUBLISHED_MONTH} năm sau")
    fresh = Indicator(
        setting.plan.code,
        taken.code(stem, 1 if parent else 2),
        heading,
        name,
        measure.kind,
        parent=(parent.parent or parent.code) if parent else None,
        short_name=_part_name(proposal) if parent else short_name_of(name),
        lead=proposal.lead,
        measured_in=measure.measured_in,
        accumulation=measure.accumulation,
        target=measure.target,
        published_month=_PUBLISHED_MONTH if is_index else None,
    )
    return fresh, doubts


def _part_name(proposal: Proposal) -> str:
    """Return the name of a part below its whole: what sets it apart."""
    name = proposal.scope or proposal.indicator
    return name[:1].upper() + name[1:] if len(name) <= _LONGEST_PART else short_name_of(name)


def _is_part(between: str, measure: Measure, above: Indicator) -> bool:
    """Whether the words between two numbers make the second a part of the first: 90%, trong đó lĩnh vực ... 85%."""
    is_alike = measure.kind is above.kind is Kind.RATIO
    return is_alike and len(between) < _NEAR and "trong do" in " ".join(fold(between).split())


def _area(
    given: str, proposal: Proposal, setting: Setting, above: Indicator | None, parent: Indicator | None
) -> tuple[ReformArea | None, str, tuple[str, ...]]:
    """Return the area, the heading that the plan gives it, and a doubt where it is that of the one before."""
    if parent is not None:
        return reform_area(parent.area), parent.area, ()
    area = area_above(given, proposal.start) or area_of(proposal.indicator)
    if area is not None:
        known = (each.area for each in (*setting.own, *setting.others) if reform_area(each.area) is area)
        return area, next(known, AREA_NAMES[area]), ()
    heading = above.area if above else ""
    return reform_area(heading), heading, ("xem lại lĩnh vực",)
