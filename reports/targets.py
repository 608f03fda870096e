"""The plan document itself: KẾ HOẠCH with its targets, tasks, and who reports what by when."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from models.measure import Kind, Operator
from models.number import format_date, format_number
from models.plan import Task
from models.progress import Figure
from reports import figure_sentences, form, frame, outline, targets_tables, wording
from reports.context import is_index
from reports.document import (
    NBSP,
    Block,
    Document,
    Heading,
    Measure,
    Paragraph,
    Properties,
    Run,
    Source,
    Text,
    listed,
    tied,
    words,
)
from reports.figure_words import due_words, period_words, target_words
from reports.kind import Kind as ReportKind
from reports.kind import Part
from reports.periodic_parts import open_place
from reports.targets_context import KIND_CODE, TargetsContext, read_targets
from reports.targets_tables import BY_UNIT, TARGETS, TASKS, by_area, clean, small
from reports.written import written_blocks

TITLE, SORT = "KẾ HOẠCH", "Kế hoạch"
PURPOSE = Part("purpose", "Mục đích", "Để trống: phần mềm nêu số chỉ tiêu, nhiệm vụ, lĩnh vực của kế hoạch")
REQUIREMENTS = Part("requirements", "Yêu cầu", "Để trống: phần mềm nêu kỳ và hạn báo cáo")
ORGANISATION = Part("organisation", "Trách nhiệm thực hiện", "In sau trách nhiệm của các đơn vị chủ trì")
FUNDING = Part("funding", "Kinh phí thực hiện", "Nguồn và mức kinh phí; để trống thì không in mục này")
_REACHED = (
    "{name} đạt {target}{lead}",
    "{name}: {target}{lead}",
)
_NAMED_TO_THE_END = "{name} {target}{lead}"
_RAISED = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.RANGE)


def targets_document(context: TargetsContext) -> Document:
    """Return the whole plan: legal bases, purpose, targets, tasks, organisation; then its annexes.

    A plan that has been issued bears the day of its issue."""
    dated = replace(context, on=context.plan.issued_on or context.on)
    extra = targets_tables.annexes(context)
    numbers = dict(zip(extra, form.annex_numbers(len(extra)), strict=True))
    name = _name(context)
    main: list[Block] = [
        form.head(context.plan, context.dispatch, dated.on),
        form.title(TITLE, *tied(name).split(" ")),
        *form.legal_bases(context.legal_bases),
        Paragraph(
            words("{agency} ban hành {plan} như sau:", agency=frame.office(context), plan=f"Kế hoạch {small(name)}")
        ),
        *form.held_at_end(outline.parts(_parts(context, numbers))),
        form.closing(_closing(context)),
        form.signature(context.dispatch, has_addressee=False),
    ]
    title = f"{SORT} {small(name)}".replace(NBSP, " ")
    properties = Properties(title, frame.office(context).replace(NBSP, " "), context.on)
    return Document(properties, frame.sections(dated, SORT, main, list(extra.values())))


def _name(context: TargetsContext) -> str:
    """Return what the plan is about: its name without the word it begins with."""
    name = " ".join(context.plan.name.split()).rstrip(" .")
    about = name[len(SORT) :].strip() if name.casefold().startswith(SORT.casefold()) else name
    about = about or f"cải cách hành chính năm {context.plan.year}"
    return about[:1].upper() + about[1:]


def _parts(context: TargetsContext, numbers: Mapping[str, str]) -> list[tuple[str, list[Block]]]:
    return [
        ("MỤC ĐÍCH, YÊU CẦU", list(_purpose(context, numbers))),
        ("CHỈ TIÊU", list(_targets(context, numbers)) or [open_place()]),
        ("NHIỆM VỤ", list(_tasks(context, numbers))),
        ("TỔ CHỨC THỰC HIỆN", list(_organisation(context, numbers))),
    ]


def _titled(parts: Sequence[tuple[str, Sequence[Block]]]) -> Iterator[Block]:
    """Yield items with a title, those that have something in them."""
    for number, (title, blocks) in enumerate((part for part in parts if part[1]), start=1):
        yield Heading(2, f"{number}.", title)
        yield from blocks


def _written(context: TargetsContext, part: Part) -> list[Block]:
    return list(written_blocks(context.written.get(part.key, "")))


def _count(number: int, what: str) -> Run:
    """Return a count of what a plan holds."""
    return Run(format_number(number), source=Source(Measure.COUNT, what=what))


# -- I


def _purpose(context: TargetsContext, numbers: Mapping[str, str]) -> Iterator[Block]:
    purpose = _written(context, PURPOSE) or list(_stated_purpose(context))
    requirements = _written(context, REQUIREMENTS) or list(_stated_requirements(context, numbers))
    yield from _titled([(PURPOSE.title, purpose), (REQUIREMENTS.title, requirements)])


def _stated_purpose(context: TargetsContext) -> Iterator[Block]:
    """Yield what the plan is for, from what it holds."""
    indicators, areas = len(context.figures), [area for area in context.areas if area]
    held = []
    if indicators:
        held.append(words("{n}~chỉ tiêu", n=_count(indicators, "indicators")))
    if context.tasks:
        held.append(words("{n}~nhiệm vụ", n=_count(len(context.tasks), "tasks")))
    if held:
        yield Paragraph(
            words(
                "Tổ chức thực hiện {held} cải cách hành chính năm~{year}{areas}.",
                held=listed(held, " và "),
                year=str(context.plan.year),
                areas=words(
                    " thuộc {n}~lĩnh vực: {names}", n=_count(len(areas), "areas"), names="; ".join(map(small, areas))
                )
                if areas
                else "",
            )
        )


def _stated_requirements(context: TargetsContext, numbers: Mapping[str, str]) -> Iterator[Block]:
    """Yield what the plan asks of its targets and tasks."""
    if context.aimed:
        target = "Các chỉ tiêu được báo cáo và đánh giá theo mức, cách tính và kỳ nêu tại {annex}."
        yield Paragraph(words(target, annex=numbers[TARGETS]))
    if any(each.due for each in context.tasks):
        task = "Các nhiệm vụ được hoàn thành đúng thời hạn, có sản phẩm theo {annex}."
        yield Paragraph(words(task, annex=numbers[TASKS]))


# -- II


def _targets(context: TargetsContext, numbers: Mapping[str, str]) -> Iterator[Block]:
    turn = 0
    for number, area in enumerate(context.areas, start=1):
        figures = context.of_area(area)
        yield Heading(2, f"{number}.", area or "Chỉ tiêu khác")
        aimed = [each for each in figures if each.target is not None]
        sentences = [
            (_target_sentence(context, each, turn + place), each.indicator.parent is not None)
            for place, each in enumerate(aimed)
        ]
        turn += len(aimed)
        if followed := [each for each in figures if each.target is None]:
            names = "; ".join(figure_sentences.small_name(each) for each in followed)
            sentences.append((words("Theo dõi, không giao mức: {names}.", names=names), False))
        yield from outline.points(sentences)
    if TARGETS in numbers:
        yield Paragraph(
            words("Đơn vị tính, cách tính và kỳ đánh giá từng chỉ tiêu tại {annex}.", annex=numbers[TARGETS])
        )
    if BY_UNIT in numbers:
        yield Paragraph(words("Mức giao cho từng đơn vị tại {annex}.", annex=numbers[BY_UNIT]))


def _target_sentence(context: TargetsContext, figure: Figure, turn: int) -> Text:
    name = figure_sentences.name_of(figure)
    if figure.indicator.parent is not None:
        name = f"Trong đó, {small(name)}"
    operator = figure.target.operator if figure.target else None
    is_amount = figure.indicator.kind in (Kind.RATIO, Kind.COUNT, Kind.SCORE)
    pattern = _REACHED[turn % len(_REACHED)] if is_amount and operator in _RAISED else _REACHED[-1]
    if figure_sentences.names_its_place(figure):
        pattern = _NAMED_TO_THE_END
    lead = f"; chủ trì: {figure.indicator.lead.strip(' .;')}" if figure.indicator.lead.strip() else ""
    steps = [each for each in context.by_period if each.indicator.code == figure.indicator.code]
    by_period = (words("{when}: {target}", when=period_words(each.period), target=target_words(each)) for each in steps)
    return words(
        pattern + "{steps}.",
        name=name,
        target=target_words(figure, names_sort=not figure_sentences.names_its_place(figure)),
        lead=lead,
        steps=words(" ({steps})", steps=listed(by_period, "; ")) if steps else "",
    )


# -- III


def _tasks(context: TargetsContext, numbers: Mapping[str, str]) -> Iterator[Block]:
    its = [(area, list(tasks)) for area, tasks in groupby(by_area(context), key=lambda each: each.area)]
    for number, (area, tasks) in enumerate(its, start=1):
        if len(its) > 1 or area:
            yield Heading(2, f"{number}.", area or "Nhiệm vụ khác")
        yield from outline.points([(_task_sentence(each), False) for each in tasks])
    if its:
        yield Paragraph(words("Sản phẩm, đơn vị phối hợp và thời hạn từng nhiệm vụ tại {annex}.", annex=numbers[TASKS]))


def _task_sentence(task: Task) -> Text:
    text = clean(task.content)
    facts = [
        f"sản phẩm: {small(clean(task.product))}" if task.product.strip() else "",
        f"chủ trì: {clean(task.lead)}" if task.lead.strip() else "",
        f"phối hợp: {clean(task.cooperating)}" if task.cooperating.strip() else "",
        f"thời hạn: {format_date(task.due)}" if task.due else "",
    ]
    return words("{text}.", text="; ".join(filter(None, (text[:1].upper() + text[1:], *facts))))


# -- IV


def _organisation(context: TargetsContext, numbers: Mapping[str, str]) -> Iterator[Block]:
    yield from _titled(
        [
            ("Chế độ báo cáo", list(_reporting(context))),
            ("Đánh giá kết quả", list(_judging(context))),
            (ORGANISATION.title, [*_leading(context), *_written(context, ORGANISATION)]),
            (FUNDING.title, _written(context, FUNDING)),
        ]
    )


def _reporting(context: TargetsContext) -> Iterator[Block]:
    """Yield from which days and until when each quarter is reported, then what is published in the year after."""
    opening = "Các đơn vị gửi phiếu báo cáo kết quả về {agency} theo từng quý:"
    yield Paragraph(words(opening, agency=frame.office(context)), keeps_next=True)
    sentences = []
    for quarter in context.period.quarters:
        window = context.windows.of(quarter)
        text = words(
            "{when}: số liệu từ ngày {first} đến ngày {last}; gửi chậm nhất ngày {due}.",
            when=_capital(period_words(quarter)),
            first=format_date(window.first),
            last=format_date(window.last),
            due=format_date(window.due),
        )
        sentences.append((text, False))
    yield from outline.points(sentences)
    for month, late in groupby(sorted(filter(is_index, context.figures), key=_published), key=due_words):
        names = "; ".join(map(figure_sentences.small_name, late))
        yield Paragraph(words("Các chỉ tiêu lấy theo kết quả công bố vào {month}: {names}.", month=month, names=names))


def _published(figure: Figure) -> int:
    return figure.indicator.published_month or 0


def _judging(context: TargetsContext) -> Iterator[Block]:
    if context.aimed:
        yield Paragraph(words("Chỉ tiêu đạt khi kết quả đáp ứng mức đề ra. {rule}", rule=wording.near_rule(context)))
    if context.replaced is not None:
        mention = form.plan_mention(context.replaced, frame.plan_office(context))
        yield Paragraph(words("Kế hoạch này thay thế {plan}.", plan=mention))


def _leading(context: TargetsContext) -> Iterator[Block]:
    """Yield who leads how many indicators and tasks."""
    indicators = Counter(each.indicator.lead.strip(" .;") for each in context.figures)
    tasks = Counter(clean(each.lead) for each in context.tasks)
    leads = [lead for lead in dict.fromkeys((*indicators, *tasks)) if lead]
    if leads:
        opening = "Đơn vị chủ trì tổ chức thực hiện, theo dõi, tổng hợp kết quả chỉ tiêu, nhiệm vụ được giao:"
        yield Paragraph(words(opening), keeps_next=True)
    for place, lead in enumerate(leads):
        counts = [(indicators[lead], "chỉ tiêu", "indicators"), (tasks[lead], "nhiệm vụ", "tasks")]
        said = [words("{n}~" + noun, n=_count(number, f"{what} of {lead}")) for number, noun, what in counts if number]
        end = "." if place == len(leads) - 1 else ";"
        yield outline.dashed(words("{lead}: {said}{end}", lead=lead, said=listed(said, ", "), end=end))


def _closing(context: TargetsContext) -> Text:
    name = small(_name(context))
    return words(
        "Trên đây là Kế hoạch {name}{whose}; yêu cầu các cơ quan, đơn vị triển khai thực hiện; trong quá trình "
        "thực hiện, nếu có vướng mắc, báo cáo {agency} xem xét, giải quyết",
        name=name,
        whose="" if " của " in name else f" của {frame.office(context)}",
        agency=frame.office(context),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


KIND = ReportKind(
    KIND_CODE,
    "Kế hoạch cải cách hành chính",
    read_targets,
    targets_document,
    (PURPOSE, REQUIREMENTS, ORGANISATION, FUNDING),
    takes_period=False,
    takes_unit=False,
)
