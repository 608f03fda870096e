"""Reads the proposals of one clause."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.drafting.asking import Asked, asked, is_demanded
from models.drafting.clauses import Clause
from models.drafting.marks import Mark, marks
from models.drafting.moods import is_done, is_measured, is_share_of, mood_of, reports, tells_of_success
from models.drafting.proposal import CLEAR, Asks, Proposal
from models.drafting.quantities import Quantity
from models.drafting.refusals import is_exception, is_scale
from models.drafting.source import Mood, Source
from models.drafting.standings import Standing
from models.drafting.times import base_year, deadline, end_of_year
from models.drafting.wording import (
    index_of,
    is_apart,
    is_measure,
    is_scope,
    is_who,
    plain_scope,
    scope_head,
    scope_of,
    scopes_in_order,
    short,
    stripped,
    trimmed,
    without_scope,
)
from models.measure import Kind

_KINDS = {"%": Kind.RATIO, "điểm": Kind.SCORE, "bậc": Kind.RANK}
_IN_ORDER = re.compile(r"\b(?:lần lượt|tương ứng)\b")
_BRACKET = re.compile(r" ?\((?!trừ|không|ngoại|trong|riêng)[^()\d]{2,60}\)")
_LEADERS = re.compile(
    r"[^;:.\d]{0,60}?\b(?:dẫn đầu|đứng đầu|hàng đầu|cao nhất|tốt nhất)"
    r"(?: (?:cả nước|toàn quốc|toàn tỉnh|của (?:cả nước|tỉnh)|tỉnh))?(?: (?:về|trong|của))?(?= |$)"
)
_RANKED = re.compile(
    r"\b(?:chỉ số|index|sipas|papi|pci|pgi|ddci|dti|dci|xếp hạng|thứ hạng|vị thứ|vị trí|chuyển đổi số|cải cách|cchc|"
    r"năng lực|điểm|đánh giá|hài lòng|chất lượng|hiệu quả)\b"
)
_ABOUT = re.compile(r"về (?=(?:bộ )?chỉ số|xếp hạng|cải cách|chuyển đổi số|năng lực)", re.IGNORECASE)
_VERB = 4
_CLOSE = 20
_NEAR = 300
_INTRO = 150


@dataclass(frozen=True)
class Reading:
    """The proposals of a clause, and what a later clause takes over: the indicator, and the mood at each number.

    is_past: it reports what was, or goes on from a sentence that does."""

    proposals: tuple[Proposal, ...] = ()
    indicator: str = ""
    moods: tuple[tuple[int, Mood | None], ...] = ()
    is_past: bool = False

    @property
    def tells_on(self) -> bool:
        """Whether its last number is a result that it reports: the next sentence may go on telling."""
        return self.is_past and bool(self.moods) and self.moods[-1][1] is Mood.RESULT

    def mood_at(self, place: int) -> Mood | None:
        """Return RESULT where the number before a bracket tells a result; a wish does not reach into a bracket."""
        before = bisect_right(self.moods, place, key=lambda each: each[0])
        return Mood.RESULT if before and self.moods[before - 1][1] is Mood.RESULT else None


NOTHING = Reading()


@dataclass(frozen=True)
class _Named:
    """What a number measures and for whom; is_carried: named with the number before it."""

    indicator: str = ""
    scope: str = ""
    is_carried: bool = False


@dataclass(frozen=True)
class _Last:
    """What a number hands on to the one after it: what it asked for, its indicator, and where its words begin.

    scopes: those that are still to be given out, in "lần lượt"."""

    asked: Asked | None = None
    indicator: str = ""
    start: int | None = None
    scopes: tuple[str, ...] = ()


def read_clause(source: Source, clause: Clause, plan: int | None, earlier: Reading = NOTHING) -> Reading:
    """Return the proposals of a clause in order, and what it hands on.

    plan: the year of the plan. earlier: the sentence that a bracket is in, else the one before."""
    if (clause.is_bracket and is_exception(clause.text)) or is_scale(clause.text):
        return NOTHING
    is_open = not clause.is_bracket and clause.mood is None
    goes_on = is_open and (earlier.tells_on or is_measured(clause.text))
    is_aside = clause.is_bracket and not clause.completes
    mood = earlier.mood_at(clause.start) if is_aside else clause.mood
    last = _Last(indicator=earlier.indicator if is_aside else "")
    found: list[Proposal] = []
    moods: list[tuple[int, Mood | None]] = []
    before_it: Quantity | Standing | None = None
    for mark in marks(clause):
        before = _before(clause, mark)
        is_demand = is_demanded(clause.text, mark, before)
        subject = stripped(clause.text, mark.own, mark.start)[2]
        is_object = bool(subject) and not is_measure(subject)
        after = clause.text[mark.end : mark.end + 120]
        is_reached = not is_demand and is_done(
            mark.found, after, plan, is_object=is_object, is_wished=clause.mood is Mood.GOAL
        )
        own_part = before[before.rfind(";") + 1 :] if last.asked is not None else before
        mood = Mood.RESULT if is_reached else mood_of(own_part, plan, mood)
        if mood is None and before_it is not None and is_share_of(before_it, mark.found, before):
            mood = Mood.RESULT
        if goes_on and is_demand:
            goes_on, mood = False, mood_of(before, plan, clause.mood)
        if goes_on and mood is None:
            mood = Mood.RESULT
        moods.append((clause.start + mark.end, mood))
        read = None if mood is Mood.RESULT else asked(clause, mark, before, mood, last.asked)
        before_it = mark.found if read is None else None
        named = _named(source, clause, mark, last)
        start = _start(clause, mark, last, is_carried=named.is_carried or bool(read and read.is_carried))
        scopes = last.scopes or _scopes(before)
        if read is not None:
            named = replace(named, scope=scopes[0]) if scopes else named
            found.append(_proposal(source, clause, mark, read, named, start, plan))
        last = _Last(read, without_scope(named.indicator) if scopes else named.indicator, start, scopes[1:])
    if not moods and tells_of_success(clause.text):
        moods.append((clause.start, Mood.RESULT))
    filled = tuple(_looked_at(each) for each in _filled(found, earlier.indicator, clause))
    is_past = goes_on or reports(clause.text, plan)
    return Reading(filled, last.indicator or earlier.indicator, tuple(moods), is_past)


def _before(clause: Clause, mark: Mark) -> str:
    """Return the words before a number: since the one before it, or with those that open its list."""
    own = clause.text[max(mark.floor, mark.start - _NEAR) : mark.start]
    if mark.floor or not clause.intro or (clause.is_bracket and not clause.completes):
        return own
    return f"{clause.intro[-_INTRO:].rstrip(': ')} {own.lstrip()}"


def _scopes(before: str) -> tuple[str, ...]:
    """Return the scopes that the numbers from here on hold for one by one."""
    return tuple(scopes_in_order(before)) if _IN_ORDER.search(before) else ()


def _start(clause: Clause, mark: Mark, last: _Last, *, is_carried: bool) -> int:
    """Return where the source of a proposal begins: with the words before it, where it leans on them."""
    if is_carried and last.start is not None:
        return last.start
    own = mark.own
    while own < mark.start and not clause.text[own].isalnum() and clause.text[own] not in "<>≥≤":
        own += 1
    return clause.start + own


def _proposal(
    source: Source, clause: Clause, mark: Mark, read: Asked, named: _Named, start: int, plan: int | None
) -> Proposal:
    first, last = source.span(start, clause.start + max(mark.tail, mark.end))
    number_start, number_end = source.span(clause.start + mark.start, clause.start + mark.end)
    tail = clause.text[mark.end : mark.tail]
    own = clause.text[mark.floor : mark.start]
    for_year = end_of_year(f"{own[own.rfind(';') + 1 :]} {tail}")
    return Proposal(
        text=source.given[first:last],
        start=first,
        end=last,
        number_start=number_start,
        number_end=number_end,
        indicator=named.indicator,
        short=short(named.indicator),
        kind=kind_of(read),
        operator=read.asks,
        value=read.value,
        value_to=read.value_to,
        unit=read.unit,
        scope=plain_scope(named.scope) or scope_of(named.indicator) or scope_of(tail),
        direction=read.direction,
        base_year=base_year(tail, own, plan) if read.direction else None,
        year=for_year.year if for_year else plan,
        deadline=_deadline(clause, mark, plan),
        clarity=read.clarity,
    )


def _deadline(clause: Clause, mark: Mark, plan: int | None) -> date | None:
    """Return the day named beside a target, else at the head of its sentence, above its list, or its year's end."""
    text = clause.text
    tail, own = text[mark.end : mark.tail], text[mark.own : mark.start]
    parted = text.rfind(";", mark.floor, mark.start)
    own = text[parted : mark.start] if parted >= 0 else own
    for words in (tail, own, text[: clause.lead], clause.intro, clause.heading):
        if words and (day := deadline(words, plan)):
            return day
    return end_of_year(tail[:_CLOSE]) or end_of_year(own) or end_of_year(clause.intro)


def kind_of(read: Asked) -> Kind:
    """Return what sort of quantity is asked for."""
    if read.asks is Asks.RANK:
        return Kind.RANK
    if read.asks is Asks.GRADE:
        return Kind.GRADE
    return Kind.RATIO if isinstance(read.value, str) else _KINDS.get(read.unit or "", Kind.COUNT)


def _named(source: Source, clause: Clause, mark: Mark, last: _Last) -> _Named:
    """Return what a mark measures: its subject, or the thing that follows it, or what the one before measures."""
    is_standing = isinstance(mark.found, Standing)
    is_led = is_standing and _LEADERS.match(clause.text, mark.end, mark.tail) is not None
    start, end, subject = stripped(clause.text, mark.own, mark.start)
    words = _written(source, clause, start, end)
    start, end, thing = trimmed(clause.text, _after_leaders(clause.text, mark), mark.tail)
    thing_words = _written(source, clause, start, end)
    has_thing = bool(thing) and not is_scope(thing)
    if is_led and has_thing and not is_measure(subject):
        return _Named(thing_words)
    head = scope_head(thing_words) if last.indicator and not subject else ""
    if subject and last.indicator and is_apart(clause.text, mark.own, mark.start) and not is_measure(subject):
        return _Named(without_scope(last.indicator), words, True)
    whole, _, part = words.rpartition(": ")
    if whole and is_scope(part.lower()):
        return _Named(whole, part)
    if subject and not is_scope(subject) and not (last.indicator and is_who(subject)):
        is_its_verb = mark.is_leading or (is_standing and is_measure(thing))
        return _Named(
            _with_verb(words, thing_words) if has_thing and is_its_verb and not is_measure(subject) else words
        )
    if is_standing and (index := index_of(_written(source, clause, mark.start, mark.end))):
        return _Named(index, words)
    is_named_after = is_standing and bool(index_of(thing) or _ABOUT.match(thing))
    if has_thing and not head and (mark.is_leading or not last.indicator or is_named_after):
        return _Named(_ABOUT.sub("", thing_words, count=1), words)
    scope = words or head or (thing_words if is_scope(thing) else "")
    return _Named(without_scope(last.indicator) if scope else last.indicator, scope, bool(last.indicator))


def _with_verb(verb: str, thing: str) -> str:
    """Return a thing with what is done to it where that is said in a word or two: tích hợp dịch vụ công."""
    return f"{verb} {thing}" if verb.count(" ") < _VERB else thing


def _after_leaders(text: str, mark: Mark) -> int:
    """Return where the thing after a mark begins: behind those among whom a rank is (10 tỉnh dẫn đầu cả nước về)."""
    found = _LEADERS.match(text, mark.end, mark.tail) if isinstance(mark.found, Standing) else None
    return found.end() if found else _after(mark)


def _after(mark: Mark) -> int:
    is_of_things = isinstance(mark.found, Quantity) and (mark.found.is_counted or mark.found.is_per)
    return mark.found.end if is_of_things else mark.end


def _written(source: Source, clause: Clause, start: int, end: int) -> str:
    """Return words as the text writes them, with the bracket that explains them."""
    if bracket := _BRACKET.match(source.composed, clause.start + end):
        end = bracket.end() - clause.start
    return " ".join(source.composed[clause.start + start : clause.start + end].split())


def _looked_at(each: Proposal) -> Proposal:
    """Return a proposal with a word of doubt where a rank is of something that nobody ranks."""
    is_ranked = each.kind is not Kind.RANK or not each.indicator or _RANKED.search(each.indicator.lower())
    return each if is_ranked or each.clarity != CLEAR else replace(each, clarity="xem lại: thứ hạng của chỉ số nào")


def _filled(found: Sequence[Proposal], earlier: str, clause: Clause) -> Iterator[Proposal]:
    """Yield the proposals with what only the words of a later or an earlier one say: indicator and base year."""
    for place, each in enumerate(found):
        later = found[place:]
        if each.direction and not each.base_year:
            near = [*later, *found[:place][::-1]]
            base = next((other.base_year for other in near if other.direction and other.base_year), None)
            each = replace(each, base_year=base)
        yield each if each.indicator else _with_indicator(each, later, earlier, clause)


def _with_indicator(each: Proposal, later: Sequence[Proposal], earlier: str, clause: Clause) -> Proposal:
    """Return a proposal with the next one's indicator, else its list's, else that of the sentence before."""
    indicator = without_scope(next((other.indicator for other in later if other.indicator), ""))
    opening = stripped(clause.text, 0, max(clause.text.find(":"), 0))[2]
    indicator = indicator or ("" if is_scope(opening) else opening)
    indicator = indicator or stripped(clause.intro, 0, len(clause.intro))[2]
    clarity = each.clarity
    if not indicator:
        indicator = earlier
        clarity = "chỉ tiêu lấy từ câu trước" if indicator else "chưa rõ chỉ tiêu nào"
    return replace(each, indicator=indicator, short=short(indicator), clarity=clarity)
