"""The grammar of balance rules: sides that add up amounts of a form, of quarters before it, of units below it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from unicodedata import combining, normalize

from models.errors import KnownError
from models.measure import Kind
from models.number import read_number
from models.period import Period, quarter
from models.plan import BalanceRule


class Reach(StrEnum):
    """Where an amount is looked for: in the form itself, or in the quarter, year or units that stand in brackets."""

    HERE = ""
    LAST_QUARTER = "quý trước"
    LAST_YEAR = "cùng kỳ năm trước"
    BELOW = "đơn vị cấp dưới"

    def of(self, period: Period) -> Period:
        """Return the period that is meant where the rule is looked at for one: of Q1 the quarter before is last Q4."""
        if self is Reach.LAST_QUARTER:
            number = period.number
            return quarter(period.year, number - 1) if number > 1 else quarter(period.year - 1, 4)
        return period.in_year(period.year - 1) if self is Reach.LAST_YEAR else period


_PARTS = ((".tử", "numerator"), (".mẫu", "denominator"))
_SIGN = re.compile(r"\s*([+\-−–])\s*")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_COEFFICIENT = re.compile(r"(\d[\d.,]*)\s*[×*xX]\s*")
_NOTHING = "0"


@dataclass(frozen=True, slots=True)
class Operand:
    """One term of a rule's side: its sign (1 or -1), its code, and numerator, denominator or value of it.

    coefficient multiplies it; reach says in which quarter or units it is looked for."""

    sign: int
    code: str
    part: str
    coefficient: Decimal = Decimal(1)
    reach: Reach = Reach.HERE

    @property
    def source(self) -> str:
        """The key of its amount among those of a unit: the code, for an amount from elsewhere with its reach."""
        return source_of(self.code, self.reach)


def source_of(code: str, reach: Reach) -> str:
    """Return the key of an amount; a code holds no line break, so that no two are alike."""
    return f"{code}\n{reach}" if reach else code


def code_of(source: str) -> str:
    """Return the indicator's code of an amount's key."""
    return source.partition("\n")[0]


@dataclass(frozen=True)
class ParsedRule:
    """A balance rule with its sides read."""

    rule: BalanceRule
    left: tuple[Operand, ...]
    right: tuple[Operand, ...]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The indicators it speaks of."""
        return frozenset(each.code for each in (*self.left, *self.right))

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The indicators of the form it is looked at for, in its order; those from elsewhere where it has no others."""
        both = (*self.left, *self.right)
        here = [each.code for each in both if each.reach is Reach.HERE]
        return tuple(dict.fromkeys(here or [each.code for each in both]))

    @cached_property
    def sources(self) -> frozenset[str]:
        """The keys of all its amounts."""
        return frozenset(each.source for each in (*self.left, *self.right))

    def codes_in(self, reach: Reach) -> frozenset[str]:
        """Return the indicators whose amounts are looked for there."""
        return frozenset(each.code for each in (*self.left, *self.right) if each.reach is reach)


def parsed(rule: BalanceRule, kinds: Mapping[str, Kind]) -> ParsedRule:
    """Read both sides of a rule; raises KnownError."""
    return ParsedRule(rule, parse_side(rule.left, kinds), parse_side(rule.right, kinds))


def parse_side(text: str, kinds: Mapping[str, Kind]) -> tuple[Operand, ...]:
    """Read one side of a rule: terms joined by + and -, each CODE, CODE.tử or CODE.mẫu, with a coefficient before it
    (2 × CODE) and (quý trước), (cùng kỳ năm trước) or (đơn vị cấp dưới) behind it where wanted; or 0 alone.

    Codes may hold "-", "." and "(" themselves: the longest known code that leaves something readable is taken, and a
    side that reads as codes alone is nothing else. Raises KnownError, naming the text that cannot be read."""
    side = normalize("NFC", text).strip()
    if side == _NOTHING and side not in kinds:
        return ()
    found = _Side(side, kinds, is_plain=True).read() or _Side(side, kinds, is_plain=False).read()
    if found is None:
        raise KnownError(f"không đọc được “{side}”: {_unknown_words(side) or 'có mã chỉ tiêu không có trong kế hoạch'}")
    for operand in found:
        _check(operand, kinds[operand.code])
    return found


def _check(operand: Operand, kind: Kind) -> None:
    if operand.part != "value" and kind is not Kind.RATIO:
        raise KnownError(f"{operand.code} không phải chỉ tiêu tỷ lệ nên không có tử số, mẫu số")
    if kind in (Kind.GRADE, Kind.YES_NO):
        raise KnownError(f"{operand.code} là xếp loại hoặc hoàn thành, không cộng trừ được")
    if operand.reach is Reach.BELOW and not kind.rolls_up:
        raise KnownError(f"{operand.code} là điểm hoặc thứ hạng, không cộng được của các đơn vị cấp dưới")


def _unknown_words(side: str) -> str:
    """Return what to say of the first words in brackets that mean nothing; empty where there are none."""
    unknown = [found[0].strip() for found in _BRACKETS.finditer(side) if _folded(found[1]) not in _REACHES]
    return f"không hiểu “{unknown[0]}”, chỉ dùng {_REACH_WORDS} sau mã chỉ tiêu" if unknown else ""


def _folded(words: str) -> str:
    """Return words without case, tones and needless blanks."""
    letters = normalize("NFD", " ".join(words.casefold().replace("đ", "d").split()))
    return "".join(letter for letter in letters if not combining(letter))


_REACHES = {_folded(each): each for each in Reach if each}
_REACH_WORDS = ", ".join(f"({each})" for each in Reach if each)


class _Side:
    """A side being read. A place from which nothing could be read is not tried again, so that no text takes long."""

    def __init__(self, text: str, kinds: Mapping[str, Kind], *, is_plain: bool) -> None:
        self._text = text
        self._codes = sorted(filter(None, kinds), key=len, reverse=True)
        self._is_plain = is_plain

    def read(self) -> tuple[Operand, ...] | None:
        first = _SIGN.match(self._text)
        waiting = [self._operands_at(first.end() if first else 0, _sign(first[1]) if first else 1)]
        path: list[Operand] = []
        tried: set[int] = set()
        while waiting:
            operand, end = next(waiting[-1], (None, 0))
            if operand is None:
                waiting.pop()
                del path[-1:]
                continue
            if not self._text[end:].strip():
                return (*path, operand)
            joint = _SIGN.match(self._text, end)
            if joint and joint.end() not in tried:
                tried.add(joint.end())
                path.append(operand)
                waiting.append(self._operands_at(joint.end(), _sign(joint[1])))
        return None

    def _operands_at(self, start: int, sign: int) -> Iterator[tuple[Operand, int]]:
        yield from self._terms_at(start, sign, Decimal(1))
        found = None if self._is_plain else _COEFFICIENT.match(self._text, start)
        if found and (coefficient := _number(found[1])) is not None:
            yield from self._terms_at(found.end(), sign, coefficient)

    def _terms_at(self, start: int, sign: int, coefficient: Decimal) -> Iterator[tuple[Operand, int]]:
        for code in self._codes:
            if self._text.startswith(code, start):
                end = start + len(code)
                for suffix, part in _PARTS:
                    if self._text[end : end + len(suffix)].casefold() == suffix:
                        yield from self._reached(Operand(sign, code, part, coefficient), end + len(suffix))
                yield from self._reached(Operand(sign, code, "value", coefficient), end)

    def _reached(self, operand: Operand, end: int) -> Iterator[tuple[Operand, int]]:
        found = None if self._is_plain else _BRACKETS.match(self._text, end)
        if found and (reach := _REACHES.get(_folded(found[1]))):
            yield Operand(operand.sign, operand.code, operand.part, operand.coefficient, reach), found.end()
        yield operand, end


def _sign(text: str) -> int:
    return 1 if text == "+" else -1


def _number(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except KnownError:
        return None
