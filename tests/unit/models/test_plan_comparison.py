"""Two plans beside one another: what is new, what is gone, what is another."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.measure import Kind, Operator, Target
from models.period import Period, WindowSetting, quarter
from models.plan import Assignment, Grade, Indicator, LegalBasis, Plan, Task
from models.plan_comparison import Change, Difference, Section, differences
from models.plan_content import PlanContent

PLAN = Plan("A", 2023, "Kế hoạch", "H")
NEXT = Plan("B", 2024, "Kế hoạch", "H")


def at_least(value: int) -> Target:
    return Target(Operator.AT_LEAST, Decimal(value))


def indicator(code: str, value: int = 65, **changed: object) -> Indicator:
    return replace(Indicator("A", code, "TTHC", f"Chỉ tiêu {code}", Kind.RATIO, target=at_least(value)), **changed)  # type: ignore[arg-type]


OLD = PlanContent(
    PLAN,
    bases=(LegalBasis("A", "Quyết định", "876/QĐ-BNV", date(2022, 11, 10), "Bộ Nội vụ", "Đề án"),),
    windows=(WindowSetting("A", quarter(2023, 1), None, date(2023, 3, 14), None),),
    indicators=(indicator("I1"), indicator("I2")),
    assignments=(Assignment("A", "I1", "X", Period(2023), at_least(60)), Assignment("A", "I2", "X", Period(2023))),
    tasks=(Task("A", "NV-1", "", "Rà soát", due=date(2023, 3, 31)), Task("A", "NV-2", "", "Tập huấn")),
)


def told(new: PlanContent) -> list[tuple[Section, Change, str, str]]:
    return [(each.section, each.change, each.code, each.field) for each in differences(OLD, new)]


def test_a_plan_copied_into_another_year_differs_in_nothing() -> None:
    assert differences(OLD, OLD.of_plan(NEXT)) == []


def test_an_indicator_that_is_new_or_gone_is_told_once_with_its_target() -> None:
    new = replace(OLD, indicators=(indicator("I1"), indicator("I3", 80)), assignments=OLD.assignments[:1])
    added, removed = differences(OLD, new)
    assert (added.change, added.code, added.old, added.new) == (Change.ADDED, "I3", None, at_least(80))
    assert (removed.change, removed.code, removed.old, removed.new) == (Change.REMOVED, "I2", at_least(65), None)


def test_a_target_and_a_definition_that_changed_are_told_each_for_itself() -> None:
    new = replace(OLD, indicators=(indicator("I1", 70, lead="Phòng Nội vụ"), indicator("I2")))
    assert told(new) == [
        (Section.INDICATOR, Change.CHANGED, "I1", "lead"),
        (Section.TARGET, Change.CHANGED, "I1", "target"),
    ]


def test_what_units_are_asked_is_compared_by_unit_and_period() -> None:
    new = replace(
        OLD,
        assignments=(
            Assignment("A", "I1", "X", Period(2023), at_least(62)),
            Assignment("A", "I1", "Y", quarter(2023, 2), at_least(30)),
        ),
    )
    assert [(each.change, each.unit, each.period, each.old, each.new) for each in differences(OLD, new)] == [
        (Change.CHANGED, "X", Period(2023), at_least(60), at_least(62)),
        (Change.ADDED, "Y", quarter(2023, 2), None, at_least(30)),
        (Change.REMOVED, "X", Period(2023), None, None),
    ]


def test_tasks_legal_bases_and_windows_are_compared_too() -> None:
    new = replace(
        OLD,
        bases=(),
        windows=(WindowSetting("A", quarter(2023, 1), None, date(2023, 3, 10), date(2023, 3, 20)),),
        tasks=(replace(OLD.tasks[0], due=date(2023, 4, 30)), Task("A", "NV-3", "", "Kiểm tra")),
    )
    assert told(new) == [
        (Section.TASK, Change.CHANGED, "NV-1", "due"),
        (Section.TASK, Change.ADDED, "NV-3", ""),
        (Section.TASK, Change.REMOVED, "NV-2", ""),
        (Section.BASIS, Change.REMOVED, "876/QĐ-BNV", ""),
        (Section.WINDOW, Change.CHANGED, "2023-Q1", "last"),
        (Section.WINDOW, Change.CHANGED, "2023-Q1", "due"),
    ]


def test_how_far_a_task_is_makes_no_difference() -> None:
    done = replace(OLD, tasks=(replace(OLD.tasks[0], done_on=date(2023, 3, 1), progress=100), OLD.tasks[1]))
    found: list[Difference] = differences(OLD, done)
    assert found == []


def test_a_legal_basis_whose_words_changed_is_another() -> None:
    new = replace(OLD, bases=(replace(OLD.bases[0], abstract="Đề án xác định chỉ số"),))
    assert told(new) == [(Section.BASIS, Change.CHANGED, "876/QĐ-BNV", "abstract")]


def test_grades_are_compared_by_name_and_tell_what_became_of_their_order() -> None:
    names = ("Tốt", "Khá", "Yếu")
    graded = replace(OLD, grades=tuple(Grade("A", place, name) for place, name in enumerate(names, 1)))
    new = (Grade("A", 1, "Khá", Decimal(70)), Grade("A", 2, "Tốt"), Grade("A", 3, "Kém"))
    found = differences(graded, replace(graded, grades=new))
    assert [(each.name, each.change, each.field, each.old, each.new) for each in found] == [
        ("Khá", Change.CHANGED, "from_score", None, Decimal(70)),
        ("Khá", Change.CHANGED, "position", 2, 1),
        ("Tốt", Change.CHANGED, "position", 1, 2),
        ("Kém", Change.ADDED, "", None, None),
        ("Yếu", Change.REMOVED, "", None, None),
    ]  # fmt: skip


def test_what_tells_versions_apart_anyway_is_told_of_the_same_version_only() -> None:
    issued = replace(PLAN, number="12/KH", issued_on=date(2023, 2, 16), near_threshold=Decimal(3))
    assert told(replace(OLD, plan=issued)) == [
        (Section.PLAN, Change.CHANGED, "A", field) for field in ("near_threshold", "number", "issued_on")
    ]
    assert told(replace(OLD, plan=replace(issued, code="A-2"))) == [
        (Section.PLAN, Change.CHANGED, "A-2", "near_threshold")
    ]


def test_what_a_plan_looks_up_to_and_whether_it_was_put_away_makes_no_difference() -> None:
    assert told(replace(OLD, plan=replace(PLAN, reference="T", is_archived=True))) == []
