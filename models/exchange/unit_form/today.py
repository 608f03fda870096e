"""What the data file asks today of the unit whose form comes back: which indicators are taken in, which are told of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.checks import Finding, Where, amounts_of, judge, parent_findings, range_findings
from models.errors import KnownError
from models.exchange.unit_form.content import FormContent, FormSource, fingerprint, read_source
from models.exchange.unit_form.mark import FORM_SHEET, Mark
from models.exchange.words import key
from models.number import format_date
from models.plan import Actual, Explanation, Indicator, Plan
from models.store.database import Database
from models.store.indicators import indicators
from models.store.measures import measures
from models.store.plans import plan_in_force, plans, versions, windows
from models.store.units import unit_tree
from models.target import version_in_force


@dataclass(frozen=True)
class Today:
    """The unit's form as it would be written now. taken: the indicators that are asked and of the same kind;
    untaken says of each other code of the form why it is not taken; notes tell what else differs."""

    content: FormContent
    taken: Mapping[str, Indicator]
    untaken: Mapping[str, str]
    notes: Sequence[str]

    @property
    def grades(self) -> tuple[str, ...]:
        """The plan's grades, the best first."""
        return self.content.grades

    def has(self, code: str) -> bool:
        """Return whether the file has anything for the cell."""
        return code in self.content.actuals

    def actual(self, code: str) -> Actual:
        """Return what the file has."""
        return self.content.actual(code)

    def has_explanation(self, code: str) -> bool:
        """Return whether the file has an explanation."""
        return code in self.content.explanations

    def explanation(self, code: str) -> Explanation:
        """Return what the file has been told of a missed target."""
        return self.content.explanation(code)

    def doubts(self, actuals: Iterable[Actual]) -> Iterator[str]:
        """Yield what does not add up in a form: it is taken in all the same, and told."""
        found = {each.indicator: each for each in actuals}
        unit = self.content.unit
        where = Where(self.content.quarter, {unit.code: unit.name})
        findings: list[Finding] = []
        for code, actual in found.items():
            findings += range_findings(actual, self.taken[code], where)
            parent = self.taken[code].parent or ""
            if parent in self.taken and self.taken[parent].kind is self.taken[code].kind:
                findings += parent_findings(actual, found.get(parent) or self.actual(parent), where)
        amounts = self.content.amounts()
        amounts |= {code: amounts_of(actual, self.taken[code].kind) for code, actual in found.items()}
        judged = (judge(rule, amounts, unit.code, where) for rule in self.content.rules)
        findings += (each for each in judged if each is not None)
        yield from dict.fromkeys(each.message for each in findings if not each.is_accepted)


def read_today(db: Database, mark: Mark) -> Today:
    """Read what the file asks of a form's unit now; raises KnownError for a unit or plan that it does not know."""
    _check_unit(db, mark)
    plan, notes = _plan_of(db, mark)
    source = read_source(db, plan, mark.quarter)
    content = _content(source, mark)
    asked = {each.code: each for each in content.indicators}
    kinds = {each.code: each.kind for each in mark.of(FORM_SHEET) if each.code}
    taken = {code: asked[code] for code, kind in kinds.items() if code in asked and asked[code].kind == kind}
    untaken = dict(_untaken(db, kinds, taken, plan))
    if fingerprint(content.indicators) != mark.fingerprint:
        notes += _differences(mark, content, taken)
    return Today(content, taken, untaken, notes)


def _check_unit(db: Database, mark: Mark) -> None:
    tree = unit_tree(db)
    if mark.unit not in tree:
        raise KnownError(
            f"Phiếu này của đơn vị {mark.unit_name} ({mark.unit}), không có trong tệp dữ liệu đang dùng; hãy chọn đúng "
            "tệp dữ liệu hoặc thêm đơn vị."
        )
    unit = tree[mark.unit]
    if key(unit.name) != key(mark.unit_name):
        raise KnownError(
            f"Phiếu này của đơn vị {mark.unit_name}, nhưng trong tệp mã {mark.unit} là của {unit.name}; hãy xuất lại "
            "phiếu cho đúng đơn vị."
        )


def _plan_of(db: Database, mark: Mark) -> tuple[Plan, list[str]]:
    """Return the plan to take a form in by: the one it was written for, or the version that has replaced it."""
    written = next((each for each in plans(db) if each.code == mark.plan), None)
    if written is None:
        try:
            found = plan_in_force(db, mark.quarter)
        except KnownError as error:
            raise KnownError(
                f"Phiếu lập theo kế hoạch {mark.plan} không có trong tệp, và không biết thay bằng kế hoạch nào; "
                "hãy xuất lại phiếu từ tệp này."
            ) from error
        return found, [
            f"Phiếu lập theo kế hoạch {mark.plan} không có trong tệp; đã đối chiếu theo mã chỉ tiêu với kế hoạch "
            f"{found.code}."
        ]
    chain = [each for each in versions(db, written) if each.year == mark.quarter.year]
    found = version_in_force(chain, lambda each: windows(db, each.code).of(mark.quarter).last) or written
    if found.code == written.code:
        return found, []
    return found, [
        f"Phiếu lập theo kế hoạch {written.code}, nay kỳ {mark.quarter} theo kế hoạch {found.code}; đã đối chiếu theo "
        "mã chỉ tiêu."
    ]


def _content(source: FormSource, mark: Mark) -> FormContent:
    unit, last = source.tree[mark.unit], source.windows.of(source.quarter).last
    if not unit.is_valid_on(last):
        raise KnownError(
            f"Phiếu này của đơn vị {unit.name} ({unit.code}), nhưng đơn vị không hoạt động vào ngày cuối kỳ "
            f"{format_date(last)}; hãy dùng phiếu của đơn vị kế thừa."
        )
    return source.content(mark.unit)


def _untaken(
    db: Database, kinds: Mapping[str, str], taken: Mapping[str, Indicator], plan: Plan
) -> Iterator[tuple[str, str]]:
    known, of_plan = measures(db), {each.code for each in indicators(db, plan.code)}
    for code, kind in kinds.items():
        if code in taken:
            continue
        if code not in known:
            yield code, "không còn trong tệp dữ liệu"
        elif known[code][0] != kind:
            yield code, "nay có loại số đo khác"
        elif code not in of_plan:
            yield code, f"không còn trong kế hoạch {plan.code}"
        else:
            yield code, f"không còn giao cho đơn vị trong kế hoạch {plan.code}"


def _differences(mark: Mark, content: FormContent, taken: Mapping[str, Indicator]) -> list[str]:
    """Say which definitions are others than when the form was written, and what is asked that it has no line for."""
    labels = {(line.indicator.code, line.part or "rate"): line.label for line in content.lines() if line.indicator}
    changed = dict.fromkeys(
        each.code
        for each in mark.of(FORM_SHEET)
        if each.code in taken and labels.get((each.code, each.part)) != dict(each.cells).get(1)
    )
    notes = []
    if changed:
        codes = ", ".join(changed)
        notes.append(f"Định nghĩa chỉ tiêu {codes} đã đổi từ khi xuất phiếu; hãy xem số liệu có còn đúng nghĩa không.")
    written = {each.code for each in mark.of(FORM_SHEET)}
    if new := [each.code for each in content.indicators if each.code not in written]:
        notes.append(f"Kế hoạch nay hỏi thêm chỉ tiêu mà phiếu không có dòng: {', '.join(new)}.")
    return notes
