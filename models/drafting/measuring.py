"""What a proposal would be in a plan: its kind of measure, how its quarters accumulate, and its target.

What is guessed and may well be otherwise comes with a doubt, in words for the person who decides."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from models.drafting.proposal import Asks, Direction, Proposal
from models.drafting.units import TIMES
from models.folding import fold
from models.measure import Accumulation, Kind, Operator, Target

_POINTS = "điểm phần trăm"
_RATE = re.compile(r"\b(?:ty le|ti le|muc do|ty trong)\b")
_MEAN = re.compile(r"\bbinh quan (?:tren )?dau nguoi\b|\bthu nhap binh quan\b")
_ALWAYS_STOCK = re.compile(r"\bcon hieu luc\b|\bluy ke\b|\btong so (?:don vi|can bo|bien che)\b")
_STOCK = (
    r"so hoa|tich hop|ket noi|tthc|thu tuc hanh chinh|thu tuc|dich vu cong|co so du lieu|csdl|tai khoan|don vi|co quan|"
    r"dia phuong|xa|phuong|huyen|so, ban|so, nganh|thon|can bo|cong chuc|vien chuc|cbccvc|bien che|dau moi|ho gia dinh|"
    r"nguoi dan truong thanh|dan so|nen tang|he thong|chu ky so|bo phan|trung tam|mo hinh|to cong nghe|truong|"
    r"nguoi truong thanh|nguoi dung|doanh nghiep"
)
_FLOW = (
    r"ho so|van ban|hai long|luot|phan anh|kien nghi|nhiem vu|giao dich|cuoc hop|cuoc|giai ngan|thanh toan|bao cao|"
    r"kiem tra|dao tao|boi duong|tin|bai|sang kien|giai phap|hoi nghi|lop|phong su|chuyen de|ket luan|yeu cau"
)
_FIRST = re.compile(rf"\b(?:(?P<stock>{_STOCK})|(?P<flow>{_FLOW}))\b")
_ASKED = {
    Asks.AT_LEAST: Operator.AT_LEAST,
    Asks.MORE_THAN: Operator.MORE_THAN,
    Asks.AT_MOST: Operator.AT_MOST,
    Asks.LESS_THAN: Operator.LESS_THAN,
    Asks.EQUAL: Operator.EQUAL,
    Asks.RANGE: Operator.RANGE,
}
_TURNED = {Direction.REDUCE: Operator.REDUCE, Direction.INCREASE: Operator.INCREASE}


@dataclass(frozen=True)
class Measure:
    """A proposal's kind of measure, accumulation, unit of counting and target, with what is doubtful of them."""

    kind: Kind
    accumulation: Accumulation | None
    measured_in: str
    target: Target
    doubts: tuple[str, ...] = ()


def measure_of(proposal: Proposal) -> Measure:
    """Return what a proposal would be in a plan."""
    kind, why = _kind(proposal)
    target, about_target = _target(proposal, kind)
    way, about_way = _accumulation(proposal.indicator) if kind.rolls_up else (None, ())
    counted = proposal.unit or "" if kind in (Kind.COUNT, Kind.SCORE) and proposal.unit not in ("%", "điểm") else ""
    return Measure(kind, way, counted, target, (*why, *about_target, *about_way))


def _kind(proposal: Proposal) -> tuple[Kind, tuple[str, ...]]:
    unit = proposal.unit
    if proposal.operator is Asks.GRADE:
        return Kind.GRADE, ()
    if proposal.operator is Asks.RANK or unit in ("bậc", "hạng"):
        return Kind.RANK, ()
    if unit == _POINTS:
        return Kind.RATIO, ()
    is_rate = unit == "%" or isinstance(proposal.value, str)
    if is_rate and proposal.direction is not None:
        if _RATE.search(fold(proposal.indicator)):
            return Kind.RATIO, ("% hay điểm %: xem lại",)
        return Kind.COUNT, ("so % với năm trước: xem lại loại số đo",)
    if is_rate:
        return Kind.RATIO, ()
    if unit == "điểm":
        return Kind.SCORE, ()
    if unit in TIMES:
        return Kind.SCORE, ("thời gian: một số chung, không cộng các đơn vị",)
    if "/" in (unit or "") or _MEAN.search(fold(proposal.indicator)):
        return Kind.SCORE, ("số bình quân: một số chung, không cộng các đơn vị",)
    return Kind.COUNT, (() if unit else ("chưa nêu đơn vị tính",))


def _target(proposal: Proposal, kind: Kind) -> tuple[Target, tuple[str, ...]]:
    value = proposal.value
    if kind is Kind.GRADE:
        return Target(Operator.AT_LEAST, grade=str(value)), ()
    if value is None:
        return Target(Operator.BETTER), ()
    if isinstance(value, str):
        value = _percent(value, proposal.operator)
    if proposal.operator is Asks.RANK:
        return Target(Operator.AT_LEAST, value), ()
    if proposal.direction is not None:
        is_plain = proposal.operator in (Asks.AT_LEAST, Asks.EQUAL)
        return Target(_TURNED[proposal.direction], value), () if is_plain else ("xem lại mức giảm, tăng",)
    return Target(_ASKED[proposal.operator], value, proposal.value_to), ()


def _percent(fraction: str, asks: Asks) -> Decimal:
    """Return a fraction as a percentage of two decimals, rounded so that just this part is judged as the text says."""
    percent = 10_000 * Fraction(fraction)
    is_below = asks in (Asks.AT_LEAST, Asks.LESS_THAN)
    return Decimal(floor(percent) if is_below else ceil(percent)) / 100


def _accumulation(indicator: str) -> tuple[Accumulation, tuple[str, ...]]:
    """Return how quarters accumulate by what is counted: of several things the one named first decides."""
    words = " ".join(fold(indicator).split())
    if _ALWAYS_STOCK.search(words):
        return Accumulation.STOCK, ()
    found = _FIRST.search(words)
    if found is None:
        return Accumulation.FLOW, ("phát sinh hay thời điểm: xem lại",)
    return Accumulation.STOCK if found["stock"] else Accumulation.FLOW, ()
