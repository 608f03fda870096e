"""A block of texts on its way into the table of indicators. No widgets here."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from models.drafting.fitting import Taken
from models.drafting.headings import STEM_OF_NONE, STEMS
from models.errors import KnownError
from models.exchange.clipboard.block import Block, PastedCell, is_nothing
from models.exchange.words import ACCUMULATIONS, KINDS
from models.folding import fold
from models.measure import Accumulation, Kind, way_of
from models.number import AmbiguousNumberError
from models.plan import Indicator
from models.reform_area import reform_area
from ui.pages.plans.assignment_block import cell_text
from ui.pages.plans.indicator_table import short_way
from ui.pages.plans.target_text import read_target
from ui.texts import kind_word
from ui.widgets.typed_values import read_code, read_needed

translate = QCoreApplication.translate

COLUMNS = ("code", "name", "kind", "target", "lead")  # of a block without headings, as in the table
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": ("ma", "ma chi tieu", "ky hieu", "code"),
    "parent": ("ma cha", "ma chi tieu cha"),
    "area": ("linh vuc", "area"),
    "name": ("chi tieu", "ten", "ten chi tieu", "noi dung", "noi dung chi tieu", "indicator"),
    "short_name": ("ten ngan",),
    "kind": ("loai so do", "loai", "kind of measure"),
    "accumulation": ("cong don",),
    "measured_in": ("don vi tinh", "dvt"),
    "operator": ("phep so sanh",),
    "target": ("muc", "muc chi tieu", "muc tieu", "muc phan dau", "ke hoach", "chi tieu giao", "target"),
    "target_to": ("muc den",),
    "lead": ("chu tri", "don vi chu tri", "co quan chu tri", "lead"),
    "numerator": ("tu so",),
    "denominator": ("mau so",),
    "source": ("nguon so lieu", "nguon"),
}
_PLAIN = ("area", "short_name", "measured_in", "lead", "numerator", "denominator", "source")
_OF_YEAR = re.compile(r"(?:muc |ke hoach |chi tieu )?(?:nam )?\d{4}")
_COUNTED = {"stt", "tt", "so tt", "#"}
_NUMBERED = re.compile(r"(?:[IVXLC]+|[A-Z]|\d+)[.)]\s*(?=\S)")
_PART = re.compile(r"[-–+•]\s*(?=\S)|trong đó:?\s+(?=\S)", re.IGNORECASE)


class Becomes(StrEnum):
    """What a line of a block comes to."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True)
class PastedLine:
    """One line: its number in the block, the plan's indicator that it changes, what it would be, what is wrong."""

    number: int
    old: Indicator | None
    new: Indicator
    problems: tuple[str, ...] = ()

    @property
    def becomes(self) -> Becomes:
        """What it comes to."""
        if self.problems:
            return Becomes.WRONG
        if self.old is None:
            return Becomes.NEW
        return Becomes.SAME if self.old == self.new else Becomes.CHANGED


@dataclass(frozen=True)
class Laid:
    """All lines of a block, and the headings of columns that were not read."""

    lines: tuple[PastedLine, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ground:
    """Where a block is pasted: the plan's code and indicators in order, its grades, and the place of the cursor: the
    indicator that the first line goes to, and the first column of COLUMNS."""

    plan: str
    own: Sequence[Indicator]
    grades: tuple[str, ...]
    row: int
    column: int


def lay(block: Block, ground: Ground) -> Laid:
    """Read a block as indicators.

    With headings above, each line goes to the indicator of its code, else it is a new one. Without, lines go down
    from the cursor, and those beyond the last indicator are new ones. A line of one cell alone is the area of those
    below."""
    columns, unread = _columns([cell.text for cell in block.lines[0]])
    is_headed = bool(columns)
    if not is_headed:
        columns = dict(enumerate(COLUMNS[ground.column :]))
        if max(map(len, block.lines)) > len(columns):
            unread = (translate("IndicatorBlock", "beyond the last column"),)
    reader = _Reader(ground, is_headed=is_headed, is_wide=len(columns) > 1)
    for number, line in enumerate(block.lines, 1):
        if number > 1 or not is_headed:
            reader.read(number, *_texts(line, columns, block))
    return Laid(tuple(reader.found), unread)


def _texts(line: Sequence[PastedCell], columns: Mapping[int, str], block: Block) -> tuple[dict[str, str], list[str]]:
    """Return the texts of a line by what they are, numbers as the clipboard tells them, and what is wrong."""
    texts: dict[str, str] = {}
    problems: list[str] = []
    for place, name in columns.items():
        cell = line[place] if place < len(line) else PastedCell("")
        texts[name] = cell.text
        if name in ("target", "target_to"):
            try:
                texts[name] = cell_text(cell, block)
            except AmbiguousNumberError as error:
                problems.append(_in("target", error))
    return texts, problems


def _columns(line: Sequence[str]) -> tuple[dict[int, str], tuple[str, ...]]:
    """Return which column is which, where a line is one of headings that names the indicator and one thing more."""
    found: dict[int, str] = {}
    unread: list[str] = []
    for place, text in enumerate(line):
        words = " ".join(fold(re.sub(r"\(.*?\)", "", text)).split())
        names = [name for name, spellings in _HEADINGS.items() if words in spellings]
        if not names and _OF_YEAR.fullmatch(words):
            names = ["target"]
        if names and names[0] not in found.values():
            found[place] = names[0]
        elif words and words not in _COUNTED:
            unread.append(text)
    is_heading = "name" in found.values() and len(found) > 1
    return (found, tuple(unread)) if is_heading else ({}, ())


class _Reader:
    """Reads line after line; what was read above matters: areas, codes, whose part a line is."""

    def __init__(self, ground: Ground, *, is_headed: bool, is_wide: bool) -> None:
        self._ground, self._is_headed, self._is_wide = ground, is_headed, is_wide
        self._own = {each.code: each for each in ground.own}
        self._taken = dict.fromkeys(self._own)
        self._next = ground.row
        near = ground.own[ground.row] if ground.row < len(ground.own) else (ground.own[-1] if ground.own else None)
        self._area = near.area if near else ""
        self._above: str | None = None
        self.found: list[PastedLine] = []

    def read(self, number: int, texts: Mapping[str, str], problems: list[str]) -> None:
        """Read one line; problems: what is wrong with it already."""
        said = {name: text for name, text in texts.items() if not is_nothing(text)}
        old = self._old(said)
        if not said and old is None:
            return
        if old is None and self._is_wide and len(said) == 1 and set(said) <= {"code", "name", "area"}:
            self._area = _NUMBERED.sub("", next(iter(said.values())), count=1)
            return
        new = self._changed(old, texts, said, problems) if old else self._made(said, problems)
        self.found.append(PastedLine(number, old, new, tuple(problems)))
        if not new.parent:
            self._above = new.code

    def _old(self, said: Mapping[str, str]) -> Indicator | None:
        if self._is_headed:
            return self._own.get(said.get("code", ""))
        place, self._next = self._next, self._next + 1
        return self._ground.own[place] if place < len(self._ground.own) else None

    def _changed(
        self, old: Indicator, texts: Mapping[str, str], said: Mapping[str, str], problems: list[str]
    ) -> Indicator:
        """Change what the line has columns for; an empty cell empties, but for code, name and kind."""
        changed: dict[str, Any] = {each: said.get(each, "") for each in _PLAIN if each in texts}
        changed["area"] = said.get("area", old.area)
        new = replace(old, **changed)
        if "name" in said:
            name = _PART.sub("", said["name"], count=1) if old.parent else said["name"]
            if old.short_name and not self._is_headed:
                new = replace(new, short_name=name)  # what the table shows of it
            else:
                new = replace(new, name=name)
        if "code" in said and said["code"] != old.code:
            new = replace(new, code=self._code(said["code"], problems))
        kind = self._kind(said, problems)
        if kind is not None and kind[0] is not old.kind:
            problems.append(
                translate("IndicatorBlock", "the kind of an indicator that is there is changed in its card")
            )
        elif kind is not None and kind[1] is not None:
            new = replace(new, accumulation=kind[1])
        if "target" in texts or "operator" in texts:
            new = self._with_target(new, said, problems)
        return new

    def _made(self, said: Mapping[str, str], problems: list[str]) -> Indicator:
        kind, way = self._kind(said, problems) or (self._guessed(said), None)
        name, parent = said.get("name", ""), said.get("parent")
        if parent is None and self._above is not None and _PART.match(name):
            parent = self._above
        if parent is not None and parent not in self._taken:
            problems.append(
                translate("IndicatorBlock", "there is no indicator {code} to be a part of").format(code=parent)
            )
        area = said.get("area") or self._area
        code = said.get("code") or self._free_code(parent, area)
        try:
            name = read_needed(_PART.sub("", name, count=1) if parent else name)
        except KnownError as error:
            problems.append(_in("name", error))
        plain: dict[str, Any] = {each: said.get(each, "") for each in _PLAIN if each != "area"}
        new = Indicator(
            self._ground.plan,
            self._code(code, problems),
            area,
            name,
            kind,
            parent,
            accumulation=way or way_of(kind, None),
            **plain,
        )
        return self._with_target(new, said, problems)

    def _free_code(self, parent: str | None, area: str) -> str:
        """Return the next code of a part, else of the area: after the plan's own of it, or as drafts are named."""
        of_area = Counter(each.code.rpartition("-")[0] for each in self._ground.own if each.area == area)
        own = next((stem for stem, _ in of_area.most_common(1)), "")
        known = reform_area(area)
        stem, digits = (f"{parent}.", 1) if parent else (f"{own or (STEMS[known] if known else STEM_OF_NONE)}-", 2)
        return Taken(set(self._taken)).code(stem, digits)

    def _code(self, text: str, problems: list[str]) -> str:
        try:
            code = read_code(text)
        except KnownError as error:
            problems.append(_in("code", error))
            return text
        if code in self._taken:
            problems.append(translate("IndicatorBlock", "code {code} is taken").format(code=code))
        self._taken[code] = None
        return code

    def _kind(self, said: Mapping[str, str], problems: list[str]) -> tuple[Kind, Accumulation | None] | None:
        """Read "tỷ lệ, thời điểm", or the same in two columns."""
        first, _, rest = said.get("kind", "").partition(",")
        kinds = {fold(word): kind for word, kind in KINDS.items()} | {fold(kind_word(each)): each for each in Kind}
        ways = {fold(word): way for word, way in ACCUMULATIONS.items()}
        ways |= {fold(short_way(each)): each for each in Accumulation}
        second = said.get("accumulation", rest)
        kind, way = kinds.get(fold(first).strip()), ways.get(fold(second).strip())
        if first and kind is None:
            problems.append(translate("IndicatorBlock", "“{text}” is no kind of measure").format(text=first.strip()))
        if second.strip() and way is None:
            problems.append(
                translate("IndicatorBlock", "“{text}” does not say how quarters add up").format(text=second.strip())
            )
        return None if kind is None else (kind, way if kind.rolls_up else None)

    def _guessed(self, said: Mapping[str, str]) -> Kind:
        """Return the kind that a line without one most likely is; the preview shows it."""
        target, counted_in = said.get("target", ""), said.get("measured_in", "")
        if "%" in target or "%" in counted_in or not target:
            return Kind.RATIO
        words = fold(target)
        graded = any(fold(grade) in words for grade in self._ground.grades)
        return Kind.GRADE if graded and not re.search(r"\d", target) else Kind.COUNT

    def _with_target(self, new: Indicator, said: Mapping[str, str], problems: list[str]) -> Indicator:
        try:
            return replace(new, target=read_target(_target_words(said), new, self._ground.grades, new.target))
        except KnownError as error:
            problems.append(_in("target", error))
            return new


def _target_words(said: Mapping[str, str]) -> str:
    """Put together what stands in one column, or in three as in the workbook: khoảng, 60, 70."""
    operator, value, last = (said.get(name, "") for name in ("operator", "target", "target_to"))
    if last:
        return f"{value} – {last}"
    for words, short in (("tot hon", "hơn"), ("tang so voi", "tăng"), ("giam so voi", "giảm")):
        if fold(operator).startswith(words):
            return f"{short} {value}".strip()
    return f"{operator} {value}".strip()


def _in(column: str, error: KnownError) -> str:
    names = {
        "code": translate("IndicatorBlock", "Code"),
        "name": translate("IndicatorBlock", "Indicator"),
        "target": translate("IndicatorBlock", "Target"),
    }
    return f"{names[column]}: {str(error).rstrip('.')}"
