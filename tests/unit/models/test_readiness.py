"""What a plan lacks before it is issued."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.measure import Kind, Operator, Target
from models.period import Period
from models.plan import Assignment, Indicator, LegalBasis, Plan, Task
from models.plan_content import PlanContent
from models.readiness import Lack, Lacking, lacking

PLAN = Plan("A", 2023, "Kế hoạch", "H")
TARGET = Target(Operator.AT_LEAST, Decimal(65))
RATIO = Indicator("A", "I1", "", "Hồ sơ", Kind.RATIO, numerator="trực tuyến", denominator="tổng", target=TARGET)
WHOLE = PlanContent(
    PLAN,
    bases=(LegalBasis("A", "Quyết định", "1/QĐ", None, "", ""),),
    indicators=(RATIO,),
    tasks=(Task("A", "NV-1", "", "Rà soát", lead="Phòng Nội vụ", due=date(2023, 3, 31)),),
)


def test_a_whole_plan_lacks_nothing() -> None:
    assert lacking(WHOLE) == []


def test_an_empty_plan_lacks_indicators_and_grounds() -> None:
    assert lacking(PlanContent(PLAN)) == [Lacking(Lack.INDICATORS), Lacking(Lack.BASES)]


def test_what_lacks_a_target_a_part_a_lead_or_a_deadline_is_named() -> None:
    bare = Indicator("A", "I2", "", "Chỉ tiêu", Kind.RATIO)
    plan = replace(WHOLE, indicators=(RATIO, bare), tasks=(Task("A", "NV-1", "", "Rà soát"),))
    assert lacking(plan) == [
        Lacking(Lack.TARGETS, ("I2",)),
        Lacking(Lack.PARTS, ("I2",)),
        Lacking(Lack.TASK_LEADS, ("NV-1",)),
        Lacking(Lack.TASK_DEADLINES, ("NV-1",)),
    ]


def test_a_target_given_to_units_is_one_and_what_is_only_watched_needs_none() -> None:
    count = Indicator("A", "I2", "", "Chỉ tiêu", Kind.COUNT)
    plan = replace(WHOLE, indicators=(RATIO, count))
    assert lacking(plan, {"I2"}) == []
    assert lacking(replace(plan, assignments=(Assignment("A", "I2", "X", Period(2023), TARGET),))) == []
