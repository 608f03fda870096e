"""Figures and contexts for the tests of reports, judged by the program's own rules."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from models.dispatch import Dispatch
from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, Span, Windows
from models.plan import Explanation, Indicator, LegalBasis, Plan, Task
from models.progress import Coverage, Figure, Part, Question, figure, pool, worst_first
from models.store.figures import Point
from models.unit import Unit, UnitTree
from reports.context import Context

H1 = Period(2023, Span.H1)
ON = date(2023, 6, 19)
PLAN = Plan(
    code="KH-2023",
    year=2023,
    name="Kế hoạch cải cách hành chính năm 2023",
    unit="NAMGIANG",
    superior_agency="UBND TỈNH QUẢNG NAM",
    issuing_agency="ỦY BAN NHÂN DÂN HUYỆN NAM GIANG",
    place="Nam Giang",
)
UNITS = (
    Unit("NAMGIANG", "UBND huyện Nam Giang"),
    Unit("PCM", "Phòng chuyên môn", first_superior="NAMGIANG"),
    Unit("CADY", "Xã Cà Dy", first_superior="NAMGIANG"),
    Unit("ZUOIH", "Xã Zuôih", first_superior="NAMGIANG"),
)
DISPATCH = Dispatch(
    unit="NAMGIANG",
    report_kind="progress",
    symbol="BC-UBND",
    addressee="Sở Nội vụ tỉnh Quảng Nam",
    authority="TM. ỦY BAN NHÂN DÂN",
    signer_position="CHỦ TỊCH",
    recipients=("Như trên", "TT. Huyện ủy", "Các phòng chuyên môn"),
    drafting_unit="NV",
)
GRADES = ("Xuất sắc", "Tốt", "Khá", "Trung bình")


def a_ratio(code: str = "TTHC-01", wanted: str = "65", **changes: object) -> Indicator:
    """A flow ratio of at least so many percent."""
    base = Indicator(
        plan="KH-2023",
        code=code,
        area="Cải cách thủ tục hành chính",
        name="Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần",
        kind=Kind.RATIO,
        short_name="Hồ sơ trực tuyến một phần",
        measured_in="hồ sơ",
        target=Target(Operator.AT_LEAST, Decimal(wanted)),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def an_index(code: str, name: str, kind: Kind = Kind.RANK, target: Target | None = None) -> Indicator:
    """A measure whose result is published in April of the year after."""
    target = target or Target(Operator.BETTER)
    return Indicator("KH-2023", code, "Chỉ đạo, điều hành", name, kind, target=target, published_month=4)


def judged(
    indicator: Indicator,
    *parts: str | None,
    unit: str | None = None,
    period: Period = H1,
    on: date = ON,
    due: date = date(2023, 6, 20),
    coverage: Coverage | None = None,
    last_year: str | None = None,
) -> Figure:
    """A figure as the program judges it: a ratio from numerator and denominator, else from a value or a grade."""
    question = Question(
        plan="KH-2023",
        indicator=indicator,
        unit=unit,
        period=period,
        target=indicator.target,
        due=due,
        on=on,
        near_percent=indicator.near_threshold or PLAN.near_threshold,
        is_always_early=indicator.published_month is not None and not period.is_year,
        last_year=None if last_year is None else Fraction(last_year),
        grades=GRADES,
    )
    reported = parts and parts[0] is not None
    if coverage is None:
        coverage = Coverage(1 if reported else 0, 1)
    return figure(question, pool(indicator, [_part(indicator, period, parts)] if reported else []), coverage)


def _part(indicator: Indicator, period: Period, parts: tuple[str | None, ...]) -> Part:
    quarter = period.last_quarter
    first, second = (*parts, None)[:2]
    if indicator.kind is Kind.RATIO:
        doubtful = int(Decimal(first or 0) > Decimal(second or 0))
        return Part(quarter, Decimal(first or 0), Decimal(second or 0), doubtful=doubtful)
    if indicator.kind is Kind.GRADE:
        return Part(quarter, value=Decimal(GRADES.index(first or "") + 1), grade=first or "")
    return Part(quarter, value=Decimal(first or 0), out_of=int(second) if second else None)


def with_units(*others: Unit) -> UnitTree:
    """The tree of the district, with other units in it, or in the place of those of the same code."""
    return UnitTree({each.code: each for each in (*UNITS, *others)}.values())


def a_context(
    figures: Iterable[Figure] | None = None, by_unit: Iterable[Figure] | None = None, **changes: object
) -> Context:
    """A report's context; without figures, a district that has met, nearly met and missed something."""
    chosen = tuple(sample_figures() if figures is None else figures)
    base = Context(
        plan=PLAN,
        period=H1,
        on=ON,
        unit=None,
        tree=UnitTree(UNITS),
        windows=Windows(),
        figures=chosen,
        by_unit=tuple(worst_first(sample_by_unit() if by_unit is None else by_unit)),
        grades=GRADES,
        legal_bases=(
            LegalBasis(
                "KH-2023", "Nghị quyết", "76/NQ-CP", date(2021, 7, 15), "Chính phủ", "ban hành Chương trình tổng thể"
            ),
            LegalBasis("KH-2023", "Kế hoạch", "14/KH-UBND", date(2023, 2, 6), "UBND tỉnh", "cải cách hành chính"),
        ),
        explanations=(
            Explanation(
                "TTHC-01", "NAMGIANG", H1, "nộp trực tiếp", "hỗ trợ tại thôn", "Phòng Nội vụ", date(2023, 9, 14)
            ),
            Explanation("TTHC-01", "CADY", H1, "chưa có tài khoản", "tổ công nghệ số", "Chủ tịch UBND xã", None),
        ),
        tasks=(Task("KH-2023", "NV-01", "", "Rà soát thủ tục hành chính", lead="Văn phòng", due=date(2023, 9, 30)),),
        dispatch=DISPATCH,
        is_illustrative=True,
        trends={"TTHC-01": sample_points()},
        areas=tuple(dict.fromkeys(each.indicator.area for each in chosen)),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def sample_figures() -> list[Figure]:
    """Missed, nearly met, met with a part, to be checked, and two indices that come late."""
    two_of_three = Coverage(2, 3)
    stock = Accumulation.STOCK
    return [
        judged(a_ratio(), "2521", "4340", coverage=two_of_three),
        judged(
            a_ratio("TTHC-02", "60", name="Tỷ lệ số hóa hồ sơ", short_name="Số hóa hồ sơ", accumulation=stock),
            "6030",
            "10413",
            coverage=two_of_three,
        ),
        judged(a_ratio("TTHC-03", "90", name="Mức độ hài lòng", short_name="", measured_in="lượt"), "2790", "3000"),
        judged(
            a_ratio("TTHC-03.1", "85", name="Trong đó: mức độ hài lòng lĩnh vực đất đai", parent="TTHC-03"),
            "440",
            "500",
        ),
        judged(a_ratio("CQS-03", "60", name="Tỷ lệ thanh toán trực tuyến", area="Chính quyền số"), "215", "206"),
        judged(an_index("CS-01", "Chỉ số cải cách hành chính (PAR INDEX): xếp loại", Kind.GRADE, _at_least("Khá"))),
        judged(an_index("CS-02", "Chỉ số hài lòng (SIPAS): vị thứ")),
    ]


def a_point(period: Period, part: int | None, whole: int = 100) -> Point:
    """What was reported for a ratio in one quarter; None: nothing."""
    if part is None:
        return Point(period, None, None, None, 0, 3)
    return Point(period, Decimal(part), Decimal(whole), Fraction(100 * part, whole), 3, 3)


def sample_points() -> tuple[Point, ...]:
    """The quarters of last year, of which one was not reported, and the first two of this year."""
    parts = (47, 51, None, 55, 57, 59)
    return tuple(map(a_point, (*Period(2022).quarters, *H1.quarters), parts))


def sample_by_unit() -> list[Figure]:
    """Three units: one behind, one on target, one that sent nothing."""
    ratio = a_ratio()
    return [
        judged(ratio, "885", "1420", unit="PCM"),
        judged(ratio, "229", "392", unit="CADY"),
        judged(ratio, unit="ZUOIH"),
    ]


def _at_least(grade: str) -> Target:
    return Target(Operator.AT_LEAST, grade=grade)
