"""One sum of a text: adds it up, and judges whether one that is wrong was meant as a sum at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from models.textcheck.items import Item
from models.textcheck.labels import NOT_ALL, TIMELINESS, Family, Opening, is_whole, shared_family

_NEAR = Decimal("0.02")


@dataclass(frozen=True, eq=False)
class Sum:
    """A total and the parts that the text says it has."""

    total: Item
    parts: tuple[Item, ...]
    stated: Decimal
    computed: Decimal
    holds: bool


def evaluated(total: Item, parts: Sequence[Item]) -> Sum | None:
    """Add up, in the reading that fits where a notation is unclear; None where a number cannot be read."""
    if total.value is None or any(each.value is None for each in parts):
        return None
    best: Sum | None = None
    unclear = [(each.value, *each.others) for each in (total, *parts)]
    for values in product(*unclear) if len(parts) <= 6 else [tuple(each[0] for each in unclear)]:
        stated, computed = values[0] or Decimal(0), sum((each or Decimal(0) for each in values[1:]), Decimal(0))
        holds = abs(stated - computed) <= _slack(total, parts)
        if best is None or holds:
            best = Sum(total, tuple(parts), stated, computed, holds)
        if best.holds:
            break
    return best


def _slack(total: Item, parts: Sequence[Item]) -> Decimal:
    """Return what rounding may add up to: half a unit of each rounded number; exact counts have none."""
    steps = [each.step for each in (total, *parts) if each.step]
    return sum(steps, Decimal(0)) / 2 if steps else Decimal(0)


def is_surely_meant(made: Sum, opening: Opening, listed: Sequence[Item]) -> bool:
    """Whether a sum that does not add up is a mistake, and not a list that was never meant to be whole."""
    total, parts = made.total, made.parts
    if any(each.is_about for each in (total, *parts)) or total.is_change or not made.stated:
        return False
    family = shared_family(each.kinds for each in parts)
    whole = family is not None and is_whole(family, (each.kinds[family.name] for each in parts))
    if any(each.value == total.value and each.value for each in parts) and family is not TIMELINESS:
        return False
    exceeds = made.computed > made.stated
    if not exceeds and any(NOT_ALL.search(each.tail) for each in listed if not _continues(each, listed)):
        return False
    alike = all(each.noun in ("", total.noun) or not total.noun for each in parts)
    return _is_close(made, opening, family if whole else None, alike)


def _continues(item: Item, listed: Sequence[Item]) -> bool:
    """Whether what follows an item speaks of the next one: "còn lại 50 hồ sơ" has its number."""
    place = listed.index(item)
    return place + 1 < len(listed) and not NOT_ALL.search(item.tail.rsplit(";", 1)[0] if ";" in item.tail else "")


def _is_close(made: Sum, opening: Opening, whole: Family | None, alike: bool) -> bool:
    ratio = made.computed / made.stated
    close = is_slip(made.stated, made.computed)
    if opening is Opening.SOME:
        return (whole is not None and "late" in _members(made, whole)) or (
            made.computed > made.stated and (alike or close)
        )
    if whole is not None:
        return True
    if opening in (Opening.WITHIN, Opening.OF, Opening.HAS):
        return (close and (alike or _has_family(made))) or (made.computed > made.stated and alike and _has_family(made))
    least = Decimal("0.9") if opening is Opening.DETAIL else Decimal("0.5")
    return close or (least <= ratio <= (2 if alike else Decimal("1.5")))


def _has_family(made: Sum) -> bool:
    return shared_family(each.kinds for each in made.parts) is not None


def _members(made: Sum, family: Family) -> set[str]:
    return {each.kinds[family.name] for each in made.parts}


def is_slip(stated: Decimal, computed: Decimal) -> bool:
    """Whether two numbers look like one with a slip of the pen: one digit off, two exchanged, or very near."""
    one, other = f"{stated:f}", f"{computed:f}"
    if stated > 100 and abs(stated - computed) <= stated * _NEAR:
        return True
    if len(one) != len(other) or stated < 100 or not Decimal("0.75") <= computed / stated <= Decimal("1.34"):
        return False
    wrong = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and one[wrong[0]] == other[wrong[1]]
        and one[wrong[1]] == other[wrong[0]]
    )
