"""Official sentences about units: how many met how much, who leads, who lags and by what, who is late."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from models.number import format_date
from models.period import Period
from models.progress import Figure, State, worst_first
from models.ranking import JUDGED, Place, Ranking, Tally, ranking, tally
from reports import annexes, figure_sentences, outline, wording
from reports.document import Block, Measure, Paragraph, Run, Source, Text, listed, words
from reports.figure_words import period_words
from reports.notice_words import count, quarter_of_year
from reports.owing import Form, Owing

MOST_UNITS, MOST_FIGURES, MOST_INDICATORS = 5, 3, 3
_NAMED = 8
_LAGGING = (
    "{name} (hạng {rank}): đạt {met}/{judged}~chỉ tiêu; {figures}",
    "{name} đạt {met}/{judged}~chỉ tiêu (hạng {rank}), trong đó {figures}",
)


@dataclass(frozen=True)
class UnitsContext(Owing):
    """A context whose units are ranked."""

    @cached_property
    def by_code(self) -> Mapping[str, list[Figure]]:
        """Each unit's figures, in the file's order of units."""
        return annexes.figures_by_unit(self)

    @cached_property
    def ranking(self) -> Ranking:
        """The units in the order of their results; those that ceased while others went on are told without a rank."""
        going_on = {unit for unit in self.by_code if self.units[unit].is_valid_on(self.window.last)}
        ceased = self.by_code.keys() - (going_on or self.by_code.keys())
        found = ranking({unit: its for unit, its in self.by_code.items() if unit not in ceased})
        told = (tally(unit, its) for unit, its in self.by_code.items() if unit in ceased)
        return replace(found, unranked=(*found.unranked, *told))

    @cached_property
    def forms(self) -> Mapping[Period, tuple[Form, ...]]:
        """The forms of each quarter that is over, in the file's order; not the office's own, where units have any."""
        found = {each: tuple(Form(each, standing) for standing in self.standings.get(each, ())) for each in self.over}
        others = {each: tuple(form for form in its if self._is_of_others(form)) for each, its in found.items()}
        return {each: others[each] or its for each, its in found.items() if its}

    def _is_of_others(self, form: Form) -> bool:
        return form.standing.unit != self.plan.unit

    def tally_run(self, tally: Tally, what: str) -> Run:
        """Return one of a unit's counts as a run: met, near, missed, judged or others."""
        return count(getattr(tally, what), what, tally.unit, period=self.period.code)

    def rank_run(self, place: Place) -> Run:
        """Return a unit's rank as a run."""
        return Run(str(place.rank), source=Source(Measure.RANK, "", place.tally.unit, self.period.code))


def overview(context: UnitsContext) -> Iterator[Text]:
    """Yield how many units there are, how many could be judged, and how many met all, most, or less."""
    every, ranked = context.ranking.tallies, [each.tally for each in context.ranking.places]
    opening = words(
        "{plan} giao chỉ tiêu cho {n}~đơn vị", plan=wording.in_plan(context), n=_units(context, len(every), "all")
    )
    if not ranked:
        yield words("{opening}; trong kỳ chưa có đơn vị có chỉ tiêu được đánh giá.", opening=opening)
        return
    yield words(
        "{opening}; {when} có {n}~đơn vị có chỉ tiêu được đánh giá: {groups}.",
        opening=opening,
        when=period_words(context.period),
        n=_units(context, len(ranked), "judged"),
        groups=listed(_groups(context, ranked), ", "),
    )


def _groups(context: UnitsContext, ranked: Sequence[Tally]) -> list[Text]:
    shares = [each.share or 0 for each in ranked]
    groups = (
        ("met_all", sum(each == 100 for each in shares), "đạt tất cả các chỉ tiêu được đánh giá"),
        ("met_most", sum(50 <= each < 100 for each in shares), "đạt từ một nửa số chỉ tiêu trở lên"),
        ("met_few", sum(each < 50 for each in shares), "đạt dưới một nửa số chỉ tiêu"),
    )
    found = [each for each in groups if each[1]]
    if len(found) == 1 < len(ranked):
        return [words(f"đều {found[0][2]}")]
    return [words("{n}~đơn vị " + said, n=_units(context, number, what)) for what, number, said in found]


def alone(context: UnitsContext) -> Text:
    """Return how one unit alone stands; it is ranked among nobody."""
    (its,) = context.ranking.tallies
    name = context.unit_name(its.unit)
    parts = [("met", "đạt"), ("near", "gần đạt"), ("missed", "chưa đạt")]
    counted = [words("{n}~chỉ tiêu " + said, n=context.tally_run(its, what)) for what, said in parts]
    if not its.judged:
        return words("{name} chưa có chỉ tiêu được đánh giá trong kỳ.", name=_capital(name))
    return words(
        "{name} có {n}~chỉ tiêu được đánh giá: {counted}.",
        name=_capital(name),
        n=context.tally_run(its, "judged"),
        counted=listed(counted, ", "),
    )


def leaders(context: UnitsContext) -> Text:
    """Return who has the first rank; empty where nobody lags behind them."""
    places = context.ranking.places
    first = [each for each in places if each.rank == 1]
    if len(first) == len(places) or not first[0].tally.met:
        return ()
    named = [_met_words(context, each.tally) for each in first[:_NAMED]]
    more = len(first) - len(named)
    rest = words(" và {n}~đơn vị khác", n=_units(context, more, "more_first")) if more else ()
    return words("Xếp hạng nhất: {named}{rest}.", named=listed(named, ", "), rest=rest)


def _met_words(context: UnitsContext, its: Tally) -> Text:
    return words(
        "{name} (đạt {met}/{judged}~chỉ tiêu)",
        name=context.unit_name(its.unit),
        met=context.tally_run(its, "met"),
        judged=context.tally_run(its, "judged"),
    )


def behind(context: UnitsContext) -> list[Place]:
    """Return the units that have not met all, worst first; those of one rank in the file's order."""
    found = [each for each in context.ranking.places if each.tally.met < each.tally.judged]
    return sorted(found, key=lambda each: -each.rank)


def lagging_sentence(context: UnitsContext, place: Place, turn: int) -> Text:
    """Return how far a unit is behind and in which indicators, worst first; turn chooses among the patterns."""
    its = place.tally
    return words(
        _LAGGING[turn % len(_LAGGING)],
        name=_capital(context.unit_name(its.unit)),
        rank=context.rank_run(place),
        met=context.tally_run(its, "met"),
        judged=context.tally_run(its, "judged"),
        figures=figures_words(context, its.unit),
    )


def missed(context: UnitsContext) -> list[Text]:
    """Return a sentence for each indicator that a unit alone missed or nearly met, worst first."""
    figures = worst_first(each for its in context.by_code.values() for each in its)
    return [figure_sentences.missed_sentence(each) for each in figures if each.state in (State.MISSED, State.NEAR)]


def figures_words(context: UnitsContext, unit: str) -> Text:
    """Return the indicators that a unit missed, worst first, and how many it nearly met."""
    its, period = worst_first(context.by_code[unit]), context.period.code
    missed = [each for each in its if each.state is State.MISSED]
    near = sum(each.state is State.NEAR for each in its)
    named = [
        words("{name} ({lacks})", name=figure_sentences.small_label(each), lacks=figure_sentences.lack_words(each))
        for each in missed[:MOST_FIGURES]
    ]
    if more := len(missed) - len(named):
        named.append(words("{n}~chỉ tiêu khác", n=count(more, "more_missed", unit, period=period)))
    parts = [words("chưa đạt {named}", named=listed(named, ", "))] if named else []
    parts += [words("gần đạt {n}~chỉ tiêu", n=count(near, State.NEAR, unit, period=period))] if near else []
    return listed(parts, "; ")


def hardest(context: UnitsContext) -> list[tuple[str, Text]]:
    """Return the indicators that the most units missed, and by how many of those judged; none that only one missed."""
    figures = [each for its in context.by_code.values() for each in its if each.state in JUDGED]
    judged = Counter(each.indicator.code for each in figures)
    missed = Counter(each.indicator.code for each in figures if each.state is State.MISSED)
    labels = {each.indicator.code: figure_sentences.small_label(each) for each in figures}
    return [
        (labels[code], _share(context, code, number, judged[code]))
        for code, number in missed.most_common(MOST_INDICATORS)
        if number > 1
    ]


def _share(context: UnitsContext, code: str, number: int, judged: int) -> Text:
    source = Source(Measure.COUNT, code, context.unit, context.period.code, "units_missed")
    return words("{share}~đơn vị", share=Run(f"{number}/{judged}", source=source))


def hardest_sentence(context: UnitsContext) -> Text:
    """Return the indicators that the most units missed as a sentence; empty where there are none."""
    named = [words("{label} ({share})", label=label, share=share) for label, share in hardest(context)]
    return words("Chỉ tiêu có nhiều đơn vị chưa đạt nhất: {named}.", named=listed(named, ", ")) if named else ()


def forms_of(context: UnitsContext, quarter: Period) -> Iterator[Block]:
    """Yield how many have sent a quarter's form, then who has not, who was late, and whose came back."""
    forms = context.forms[quarter]
    sent = [each for each in forms if each.is_sent]
    late = [each for each in sent if each.standing.days_late]
    returned = [each for each in forms if each.is_returned]
    unsent = [each for each in forms if not each.is_sent and not each.is_returned]
    groups = [_unsent(context, quarter, unsent), _late(context, quarter, late), _returned(context, quarter, returned)]
    lines = [each for each in groups if each]
    due = format_date(forms[0].standing.due)
    opening = words(
        "Phiếu báo cáo {when} (hạn gửi: ngày {due}): {n}/{all}~đơn vị đã gửi{end}.",
        when=quarter_of_year(quarter),
        due=due,
        n=count(len(sent), "sent", period=quarter.code),
        all=count(len(forms), "asked", period=quarter.code),
        end="" if lines else ", đều đúng hạn",
    )
    yield Paragraph(opening, keeps_next=bool(lines))
    for place, line in enumerate(lines, start=1):
        yield outline.dashed(words("{line}{end}", line=wording.begun(line), end="." if place == len(lines) else ";"))


def _unsent(context: UnitsContext, quarter: Period, forms: Sequence[Form]) -> Text:
    if not forms:
        return ()
    overdue = max(each.days_overdue for each in forms)
    filled = sum(each.is_filled for each in forms)
    all_filled = filled == len(forms)
    days = Run(str(overdue), source=Source(Measure.DAYS_LATE, "", None, quarter.code, "unsent"))
    full = count(filled, "unsent_filled", period=quarter.code)
    return words(
        "chưa gửi: {n}~đơn vị{gone}, {overdue}{filled} ({names})",
        n=count(len(forms), "unsent", period=quarter.code),
        gone=_gone(context, quarter, forms),
        overdue=words("quá hạn {days}~ngày làm việc", days=days) if overdue else "chưa đến hạn",
        filled=words(", đều đã nhập đủ số liệu" if all_filled else ", trong đó {n}~đơn vị đã nhập đủ số liệu", n=full)
        if filled
        else "",
        names=wording.names_of(context, [each.standing.unit for each in forms], f"unsent_{quarter.code}"),
    )


def _gone(context: UnitsContext, quarter: Period, forms: Sequence[Form]) -> Text:
    """Return how many of those who have not sent exist no more; empty where all do."""
    gone = [each for each in forms if context.has_ended(each.standing.unit)]
    if not gone:
        return ()
    if len(gone) == len(forms):
        return words(" nay đã kết thúc hoạt động")
    number = count(len(gone), "unsent_gone", period=quarter.code)
    return words(" (trong đó {n}~đơn vị nay đã kết thúc hoạt động)", n=number)


def _late(context: UnitsContext, quarter: Period, forms: Sequence[Form]) -> Text:
    """Return who sent late, the latest first, and by how many working days at the most."""
    if not forms:
        return ()
    worst = sorted(forms, key=lambda each: -each.standing.days_late)
    most = Source(Measure.DAYS_LATE, "", None, quarter.code, "late")
    return words(
        "gửi chậm: {n}~đơn vị, chậm nhất {days}~ngày làm việc ({names})",
        n=count(len(forms), "late", period=quarter.code),
        days=Run(str(worst[0].standing.days_late), source=most),
        names=wording.names_of(context, [each.standing.unit for each in worst], f"late_{quarter.code}"),
    )


def _returned(context: UnitsContext, quarter: Period, forms: Sequence[Form]) -> Text:
    """Return whose form came back and was not sent again, and why."""
    if not forms:
        return ()
    reasons = [(each, " ".join(each.standing.reason.split()).rstrip(" .;")) for each in forms[:_NAMED]]
    named = [f"{context.unit_name(each.standing.unit)}: {reason or 'không nêu lý do'}" for each, reason in reasons]
    more = count(len(forms) - _NAMED, "more_returned", period=quarter.code)
    return words(
        "bị trả lại, chưa gửi lại: {n}~đơn vị ({names}{more})",
        n=count(len(forms), "returned", period=quarter.code),
        names="; ".join(named),
        more=words(" và {n}~đơn vị khác", n=more) if len(forms) > _NAMED else "",
    )


def steps(context: UnitsContext) -> Iterator[Text]:
    """Yield what the figures ask for: forms to be sent, figures to be checked, units and indicators to work on."""
    unsent = {each.standing.unit for its in context.forms.values() for each in its if each.standing.is_overdue}
    doubtful = {each.unit for its in context.by_code.values() for each in its if each.state is State.TO_CHECK}
    few = [each.tally.unit for each in behind(context) if (each.tally.share or 0) < 50]
    asked = (
        (
            "overdue",
            context.acting(each for each in context.units if each in unsent),
            f"Đôn đốc {{whom}} gửi ngay phiếu báo cáo quá hạn{wording.of_units_before(context, unsent)}",
        ),
        ("doubtful", [each for each in context.by_code if each in doubtful], "Kiểm tra, xác nhận số liệu của {whom}"),
        ("met_few", few, "Yêu cầu {whom} xây dựng giải pháp khắc phục do mới đạt dưới một nửa số chỉ tiêu"),
    )
    for what, units, pattern in asked:
        if units:
            yield _asked(context, what, units, pattern)
    if labels := [label for label, _ in hardest(context)]:
        yield words("Tập trung thực hiện các chỉ tiêu nhiều đơn vị chưa đạt: {labels}.", labels="; ".join(labels))
    elif behind(context):
        yield words("Tập trung thực hiện các chỉ tiêu chưa đạt, gần đạt nêu tại báo cáo này.")
    if first := [each.tally.unit for each in context.ranking.places if each.tally.met == each.tally.judged]:
        yield _asked(context, "met_all", first, "Duy trì kết quả, phổ biến cách làm của {whom}")


def _asked(context: UnitsContext, what: str, units: Sequence[str], pattern: str) -> Text:
    """Return what is asked of units: of one by its name, of many by how many they are and who."""
    names = wording.names_of(context, units, what)
    if len(units) == 1:
        return words(pattern + ".", whom=names)
    whom = words("{n}~đơn vị", n=_units(context, len(units), what))
    return words(pattern + ": {names}.", whom=whom, names=names)


def _units(context: UnitsContext, number: int, what: str) -> Run:
    return count(number, f"units_{what}", context.unit, period=context.period.code)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
