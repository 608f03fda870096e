"""What a letter says to the units it is sent to: what they have not sent, where they are behind, what is asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models.number import format_date, format_number
from models.period import Period, working_day_after
from models.progress import Figure, State
from reports import figure_sentences, outline, wording
from reports.document import NBSP, Block, Measure, Paragraph, Run, Source, Text, joined, listed, plain_text, words
from reports.figure_words import quarter_words, target_words, value_run
from reports.owing import Form, Owed, Owing, noted

DAYS_TO_ANSWER = 3
LATE_RULE = "in đậm: quá hạn gửi; số ngày chậm là ngày làm việc sau hạn gửi, tính đến ngày gửi hoặc đến ngày"
NAMES_SHOWN, INDICATORS_SHOWN, DOUBTS_SHOWN = 12, 8, 5
_BEHIND = (
    "{name} (mức đề ra: {target}): {counts}; cách xa mức đề ra nhất là {worst} ({value}, {lacks})",
    "Có {counts} về {small}; mức đề ra: {target}; chênh lệch lớn nhất: {worst}{reached} {value}, {lacks}",
    "{name}: {counts} (mức đề ra: {target}), trong đó {worst}{reached} {value}, {lacks}",
)
_BEHIND_ALONE = (
    "{name} (mức đề ra: {target}): {worst}{reached} {value}, {lacks}",
    "{worst}: {small}{reached} {value}, {lacks}; mức đề ra: {target}",
)
_REACH = "Tập trung thực hiện các chỉ tiêu chưa đạt, gần đạt để đạt mức đề ra của năm~{year}."
_MEND = "Có giải pháp khắc phục các chỉ tiêu chưa đạt, gần đạt trong năm~{next}."
_OWN_TARGETS = (Run("theo mức giao từng đơn vị"),)
_FIRST_UNSENT = "Đến ngày {on}, {n}/{all}~đơn vị chưa gửi phiếu báo cáo {when} ({due})"
_NEXT_UNSENT = "Phiếu báo cáo {when} ({due}): {n}/{all}~đơn vị chưa gửi"
_NOT_SENT = " nhưng chưa gửi phiếu"
_UNSENT = {
    "Chưa có số liệu": "chưa có số liệu",
    "Chưa đủ số liệu": "số liệu chưa đủ",
    "Chưa gửi": "đã nhập đủ số liệu" + _NOT_SENT,
    "Bị trả lại": "phiếu bị trả lại, chưa gửi lại",
}


def count(number: int, what: str, unit: str | None = None, indicator: str = "", period: str = "") -> Run:
    """Return a count of units, forms or figures; what tells it from others."""
    return Run(format_number(number), source=Source(Measure.COUNT, indicator, unit, period, what))


def quarter_of_year(quarter: Period) -> str:
    """Return a quarter with its year: quý II năm 2023."""
    return f"{quarter_words(quarter)} năm{NBSP}{quarter.year}"


def quarters_of_year(quarters: Iterable[Period]) -> str:
    """Return quarters of the same year: quý I, quý II năm 2023."""
    *others, last = sorted(set(quarters))
    return ", ".join((*map(quarter_words, others), quarter_of_year(last)))


def form_words(form: Form) -> str:
    """Return where a form stands, in a word or two."""
    if form.is_sent:
        return "Đã gửi"
    if form.is_returned:
        return "Bị trả lại"
    if form.is_filled:
        return "Chưa gửi"
    return "Chưa đủ số liệu" if form.standing.filled else "Chưa có số liệu"


def deadline(context: Owing) -> str:
    """Return the last day to answer: so many working days after the letter's."""
    return format_date(working_day_after(context.on, DAYS_TO_ANSWER, context.windows.calendar))


# -- the forms


def sending(context: Owing, units: Sequence[Owed], annex: str) -> Iterator[Block]:
    """Yield who has not sent which quarter's form, for many units."""
    opening = _FIRST_UNSENT
    for quarter in context.over:
        asked = [(unit, form) for unit in units for form in unit.forms if form.quarter == quarter]
        unsent = [(unit, form) for unit, form in asked if not form.is_sent]
        if unsent:
            said = words(
                opening,
                on=format_date(context.on),
                n=count(len(unsent), "unsent", period=quarter.code),
                all=count(len(asked), "asked", period=quarter.code),
                when=quarter_of_year(quarter),
                due=_due_words(unsent[0][1], None),
            )
            yield from _unsent(quarter, unsent, said, annex)
            opening = _NEXT_UNSENT
    waiting = {form.quarter for unit in units for form in unit.unsent}
    if sent := {form.quarter for unit in units for form in unit.forms} - waiting:
        yield Paragraph(words("Các đơn vị đã gửi đủ phiếu báo cáo {quarters}.", quarters=quarters_of_year(sent)))


def _unsent(quarter: Period, unsent: Sequence[tuple[Owed, Form]], opening: Text, annex: str) -> Iterator[Block]:
    groups: dict[str, list[tuple[Owed, Form]]] = defaultdict(list)
    for unit, form in unsent:
        groups[form_words(form)].append((unit, form))
    if len(groups) == 1:
        ((said, its),) = groups.items()
        yield Paragraph(words("{opening}; {group}.", opening=opening, group=_group(said, its, annex, None)))
        return
    yield Paragraph(words("{opening}, gồm:", opening=opening), keeps_next=True)
    for place, said in enumerate(sorted(groups), start=1):
        end = "." if place == len(groups) else ";"
        yield outline.dashed(joined([*_capital(_group(said, groups[said], annex, quarter)), Run(end)]))


def _group(said: str, its: Sequence[tuple[Owed, Form]], annex: str, quarter: Period | None) -> Text:
    """Return one sort of forms that were not sent, and whose they are; quarter is None where their number is said."""
    what = _UNSENT[said] if quarter else _UNSENT[said].removesuffix(_NOT_SENT)
    if len(its) > NAMES_SHOWN:
        number = count(len(its), said, period=quarter.code) if quarter else ()
        pattern = "{what}: {n}~đơn vị (danh sách tại {annex})" if number else "{what} (danh sách tại {annex})"
        return words(pattern, what=what, n=number, annex=annex)
    names = [noted(unit.name, f"lý do: {_reason(form)}") if form.is_returned else unit.name for unit, form in its]
    return words("{what}: {names}", what=what, names="; ".join(names))


def _reason(form: Form) -> str:
    return " ".join(form.standing.reason.split()).strip(" .;") or "không nêu"


def sending_of_one(unit: Owed) -> Iterator[Block]:
    """Yield where one unit's forms stand."""
    yield from outline.points([(form_sentence(form), False) for form in unit.forms])


def form_sentence(form: Form) -> Text:
    """Return where one unit's form of a quarter stands."""
    when = quarter_of_year(form.quarter)
    standing = form.standing
    if form.is_sent and standing.day is not None:
        late = words(", chậm {n}~ngày làm việc so với hạn gửi", n=_days(form)) if standing.days_late else ()
        day = format_date(standing.day)
        return words("Phiếu báo cáo {when}: đã gửi ngày {day}{late}.", when=when, day=day, late=late)
    filled = Run(
        f"{standing.filled}/{standing.expected}",
        source=Source(Measure.COUNT, "", standing.unit, form.quarter.code, "filled"),
    )
    state = (
        words("bị trả lại (lý do: {reason}), chưa gửi lại", reason=_reason(form))
        if form.is_returned
        else words("chưa gửi")
    )
    return words(
        "Phiếu báo cáo {when} ({due}): {state}; đã nhập {filled}~số liệu phải báo cáo.",
        when=when,
        due=_due_words(form, standing.unit),
        state=state,
        filled=filled,
    )


def _due_words(form: Form, unit: str | None) -> Text:
    due = format_date(form.standing.due)
    if not form.days_overdue:
        return words("hạn gửi: ngày {due}", due=due)
    days = Run(str(form.days_overdue), source=Source(Measure.DAYS_LATE, "", unit, form.quarter.code))
    return words("hạn gửi: ngày {due}; quá hạn {days}~ngày làm việc", due=due, days=days)


def _days(form: Form) -> Run:
    source = Source(Measure.DAYS_LATE, "", form.standing.unit, form.quarter.code)
    return Run(str(form.standing.days_late), source=source)


# -- the results


def results(units: Sequence[Owed], asked: int, annex: str) -> Iterator[Block]:
    """Yield by indicator how many units are behind and who the most, for many units."""
    behind = [unit for unit in units if unit.behind]
    by_indicator: dict[str, list[tuple[Owed, Figure]]] = defaultdict(list)
    for unit in behind:
        for figure in unit.behind:
            by_indicator[figure.indicator.code].append((unit, figure))
    if behind:
        opening = "Theo số liệu đã báo cáo, {n}/{all}~đơn vị có chỉ tiêu chưa đạt hoặc gần đạt mức đề ra:"
        yield Paragraph(words(opening, n=count(len(behind), "behind"), all=count(asked, "units")), keeps_next=True)
    ordered = sorted(by_indicator.values(), key=lambda its: (-_missed(its), -len(its)))
    shown, others = ordered[:INDICATORS_SHOWN], ordered[INDICATORS_SHOWN:]
    sentences = [_indicator_sentence(its, turn) for turn, its in enumerate(shown)]
    if others:
        sentences.append(words("Còn {n}~chỉ tiêu khác nêu tại {annex}.", n=count(len(others), "more"), annex=annex))
    yield from outline.points([(each, False) for each in sentences])
    yield from _doubtful(units)
    yield from _unexplained(units)


def _missed(its: Sequence[tuple[Owed, Figure]]) -> int:
    return sum(figure.state is State.MISSED for _, figure in its)


def _indicator_sentence(its: Sequence[tuple[Owed, Figure]], turn: int) -> Text:
    worst, figure = min(its, key=lambda each: (each[1].state is State.NEAR, each[1].gap or 0))
    targets = {plain_text(target_words(each)) for _, each in its}
    patterns = _BEHIND if len(its) > 1 else _BEHIND_ALONE
    return words(
        patterns[turn % len(patterns)] + ".",
        name=figure_sentences.name_of(figure),
        small=figure_sentences.small_name(figure),
        target=target_words(figure) if len(targets) == 1 else _OWN_TARGETS,
        counts=listed(_counts(its), ", "),
        worst=worst.name,
        reached="" if figure_sentences.is_limited(figure) else " đạt",
        value=value_run(figure),
        lacks=figure_sentences.lack_words(figure),
    )


def _counts(its: Sequence[tuple[Owed, Figure]]) -> Iterator[Text]:
    code = its[0][1].indicator.code
    for state, said in ((State.MISSED, "chưa đạt"), (State.NEAR, "gần đạt")):
        if number := sum(figure.state is state for _, figure in its):
            yield words("{n}~đơn vị " + said, n=count(number, state, indicator=code))


def _doubtful(units: Sequence[Owed]) -> Iterator[Block]:
    doubts = [(unit, figure) for unit in units for figure in unit.doubtful]
    named = [
        words("{noted}", noted=noted(unit.name, figure_sentences.small_name(figure)))
        for unit, figure in doubts[:DOUBTS_SHOWN]
    ]
    if more := doubts[DOUBTS_SHOWN:]:
        named.append(words("và {n}~số liệu khác", n=count(len(more), "more_doubtful")))
    if named:
        yield Paragraph(words("Số liệu cần kiểm tra: {names}.", names=listed(named, "; ")))


def _unexplained(units: Sequence[Owed]) -> Iterator[Block]:
    found = [unit for unit in units if unit.unexplained]
    if found:
        number = sum(len(unit.unexplained) for unit in found)
        yield Paragraph(
            words(
                "Còn {n}~trường hợp chưa đạt của {units}~đơn vị chưa có giải trình đầy đủ nguyên nhân và giải pháp.",
                n=count(number, "unexplained"),
                units=count(len(found), "unexplained units"),
            )
        )


def results_of_one(context: Owing, unit: Owed) -> Iterator[Block]:
    """Yield each indicator that one unit is behind in or must check: what is said of it, and what remains."""
    sentences = []
    for turn, figure in enumerate((*unit.behind, *unit.doubtful)):
        alone = replace(figure, indicator=replace(figure.indicator, parent=None))
        told = [figure_sentences.result_sentence(alone, turn)]
        rest = context.remaining.get(figure.indicator.code)
        if rest is not None and figure in unit.behind and (said := figure_sentences.remaining_words(figure, rest)):
            told.append(words("Từ nay đến hết năm: {said}.", said=said))
        if figure in unit.unexplained:
            told.append(words(wording.NO_EXPLANATION))
        sentences.append((listed(told, " "), False))
    yield from outline.points(sentences)


# -- what is asked


def requests(context: Owing, units: Sequence[Owed]) -> Iterator[Block]:
    """Yield what is asked of the units, each with its deadline."""
    yield from outline.points([(each, False) for each in _requests(context, units)])


def _requests(context: Owing, units: Sequence[Owed]) -> Iterator[Text]:
    forms = [form for unit in units for form in unit.unsent]
    overdue = [form.quarter for form in forms if form.days_overdue]
    yield from _form_requests(context, forms)
    after = "cùng thời hạn nêu trên" if overdue else _until(context)
    if any(unit.doubtful for unit in units):
        yield words("Kiểm tra, sửa hoặc xác nhận số liệu cần kiểm tra, {until}.", until=after)
    if any(unit.unexplained for unit in units):
        yield words(
            "Giải trình từng chỉ tiêu chưa đạt: nguyên nhân, giải pháp, người chịu trách nhiệm và thời hạn khắc phục; "
            "gửi {until}.",
            until=after,
        )
    if any(unit.behind for unit in units):
        year = context.plan.year
        yield words(_MEND if context.is_year_over else _REACH, year=str(year), next=str(year + 1))


def _form_requests(context: Owing, forms: Iterable[Form]) -> Iterator[Text]:
    found = list(forms)
    overdue = sorted({form.quarter for form in found if form.days_overdue})
    if overdue:
        again = ", sửa và gửi lại phiếu bị trả lại" if any(form.is_returned for form in found) else ""
        yield words(
            "Gửi phiếu báo cáo {quarters} còn thiếu{again}, {until}.",
            quarters=quarters_of_year(overdue),
            again=again,
            until=_until(context),
        )
    for quarter in sorted({form.quarter for form in found if not form.days_overdue}):
        due = format_date(context.windows.of(quarter).due)
        yield words("Gửi phiếu báo cáo {when} đúng hạn, chậm nhất ngày {due}.", when=quarter_of_year(quarter), due=due)


def _until(context: Owing) -> str:
    return (
        f"chậm nhất ngày {deadline(context)} (trong {DAYS_TO_ANSWER:02}{NBSP}ngày làm việc kể từ ngày ký công văn này)"
    )


def coming(context: Owing) -> Text:
    """Return which report is due next, from which days, by when."""
    quarter = context.next_quarter()
    window = context.windows.of(quarter)
    return words(
        "Kỳ báo cáo tiếp theo là {when} (số liệu từ ngày {first} đến ngày {last}); hạn gửi phiếu báo cáo: ngày {due}.",
        when=quarter_of_year(quarter),
        first=format_date(window.first),
        last=format_date(window.last),
        due=format_date(window.due),
    )


def _capital(text: Text) -> Text:
    first, *others = text
    return (Run(first.text[:1].upper() + first.text[1:], first.bold, first.italic, first.source), *others)
