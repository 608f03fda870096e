"""A report held against its ledger and against today's data: which figures a person changed, which data changed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from models.period import read_period
from models.store import groups, indicators, plans
from models.store.database import Database
from models.store.last_change import last_change
from reports.document import Measure, Source, Text, plain_text
from reports.kinds import make_document
from reports.ledger import Ledger, is_intact, ledger_of
from reports.word.reader import WrittenReport, read_report

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|\w+|\s+|.")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_BEFORE = re.compile(r"[−+-]?(?:\d[\d.,]*)?$")
_AFTER = re.compile(r"(?:[.,]?\d+)*%?")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ“])")
_LIKE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class HandChange:
    """A figure that a person changed: the sentence it stands in now ("" where it is gone), what it was, what it is."""

    sentence: str
    was: str
    found: str
    indicator: str
    unit: str | None
    period: str


@dataclass(frozen=True, slots=True)
class DataChange:
    """A figure whose data changed since the report: what it was and is (None: no longer said), who did so and when."""

    indicator: str
    unit: str | None
    period: str
    was: str
    found: str | None
    who: str | None
    when: datetime | None


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found in one report; figures is how many are bound, is_intact whether its ledger is as it was made."""

    changed_by_hand: tuple[HandChange, ...]
    data_changed: tuple[DataChange, ...]
    figures: int
    is_intact: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that two reports say differently, and which number of it; None where one does not say it."""

    indicator: str
    unit: str | None
    period: str
    measure: Measure
    was: str | None
    found: str | None


def verify(document: bytes, db: Database, name: str = "báo cáo") -> Verification:
    """Return what differs in a report from when it was made, by hand and in the data.

    Raises KnownError for a file that is no report of this program, or whose plan the data file does not have."""
    report = read_report(document, name)
    return Verification(
        tuple(hand_changes(report)),
        tuple(data_changes(report.ledger, db)),
        report.ledger.figures,
        is_intact(report.ledger),
    )


def compared(one: bytes, other: bytes) -> tuple[Difference, ...]:
    """Return the figures that two reports say differently, in the order of the second, then of the first."""
    was, found = (_said(read_report(each).ledger.lines) for each in (one, other))
    differences = []
    for source in (*found, *(each for each in was if each not in found)):
        pair = _differing(was.get(source, ()), found.get(source, ()))
        if pair is not None:
            differences.append(Difference(source.indicator, source.unit, source.period, source.measure, *pair))
    return tuple(differences)


# -- by hand


def hand_changes(report: WrittenReport) -> Iterator[HandChange]:
    """Yield every figure that does not read as it was made, in reading order."""
    lines = _Lines(report)
    number = 0
    for index, line in enumerate(report.ledger.lines):
        for place, run in enumerate(line):
            if run.source is None:
                continue
            number += 1
            found = _found(report, number, line, place) or lines.aligned(index, place)
            text, start = found or ("", report.places.get(number, (None, None))[0])
            if text != run.text:
                yield HandChange(
                    "" if start is None else _sentence(report, start),
                    run.text,
                    text,
                    run.source.indicator,
                    run.source.unit,
                    run.source.period,
                )


def _found(report: WrittenReport, number: int, line: Text, place: int) -> tuple[str, int] | None:
    """Return a figure's text by its bookmark, with digits that were typed right beside it; None where it is gone."""
    start, end = report.places.get(number, (0, 0))
    if start >= end:
        return None
    now_before, now_after = report.text[max(0, start - 40) : start], report.text[end : end + 40]
    before, after = plain_text(line[:place]), plain_text(line[place + 1 :])
    grown_left = _glued(_BEFORE.search(now_before), _BEFORE.search(before))
    grown_right = _glued(_AFTER.match(now_after), _AFTER.match(after))
    return grown_left + report.text[start:end].strip("\n\t") + grown_right, start


def _glued(now: re.Match[str] | None, was: re.Match[str] | None) -> str:
    text = now[0] if now else ""
    return "" if text == (was[0] if was else "") else text


class _Lines:
    """Which line of today's text each line of the ledger has become; asked only where bookmarks are gone."""

    def __init__(self, report: WrittenReport) -> None:
        self._report = report
        self._of: dict[int, int | None] | None = None
        self._taken = {place for start, end in report.places.values() for place in range(start, end)}

    def aligned(self, index: int, place: int) -> tuple[str, int] | None:
        """Return what stands where a figure of a line stood, and where; None where its line is gone."""
        if self._of is None:
            self._of = self._matched()
        at = self._of.get(index)
        if at is None:
            return None
        line = self._report.ledger.lines[index]
        start = len(plain_text(line[:place]))
        span = _mapped(plain_text(line), self._report.lines[at].rstrip("\t"), start, start + len(line[place].text))
        if span is None:
            return None
        begin = self._report.start_of(at)
        if begin + span[0] in self._taken:
            return None  # it is another figure, which still has its bookmark
        text = self._report.text[begin + span[0] : begin + span[1]]
        return (text.strip(), begin + span[0]) if text.strip() else None

    def _matched(self) -> dict[int, int | None]:
        """Match lines that differ in their numbers only, in order; between those the ones that are most alike."""
        was = [_masked(plain_text(line)) for line in self._report.ledger.lines]
        now = [_masked(line.rstrip("\t")) for line in self._report.lines]
        of: dict[int, int | None] = {}
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        for tag, first, last, start, end in matcher.get_opcodes():
            if tag == "equal":
                of.update(zip(range(first, last), range(start, end), strict=True))
            elif tag == "replace":
                of.update(_most_alike(was, now, range(first, last), range(start, end)))
        return of


def _masked(line: str) -> str:
    return _DIGITS.sub("0", line).replace("\N{NO-BREAK SPACE}", " ")


def _most_alike(was: list[str], now: list[str], mine: range, theirs: range) -> dict[int, int | None]:
    of: dict[int, int | None] = {}
    start = theirs.start
    for index in mine:
        likeness = {at: SequenceMatcher(None, was[index], now[at]).ratio() for at in range(start, theirs.stop)}
        best = max(likeness, key=lambda at: likeness[at], default=None)
        if best is not None and likeness[best] >= _LIKE_ENOUGH:
            of[index] = best
            start = best + 1
    return of


def _mapped(was: str, now: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the stretch of a line stands in what the line became, whole words at a time."""
    old, new = (list(_TOKEN.finditer(text)) for text in (was, now))
    first = last = None
    for tag, a, b, c, d in SequenceMatcher(
        None, [t[0] for t in old], [t[0] for t in new], autojunk=False
    ).get_opcodes():
        for offset in range(a, b):
            if not start <= old[offset].start() < end:
                continue
            low, high = (c + offset - a, c + offset - a + 1) if tag == "equal" else (c, d)
            first = low if first is None else min(first, low)
            last = high if last is None else max(last, high)
    if first is None or last is None or first >= last:
        return None
    return new[first].start(), new[last - 1].end()


def _sentence(report: WrittenReport, start: int) -> str:
    """Return the sentence, or the table's row, that a place in the text stands in."""
    number = report.line_at(start)
    line, offset = report.lines[number], start - report.start_of(number)
    if "\t" in line:
        return " | ".join(part for cell in line.split("\t") if (part := " ".join(cell.split())))
    begin = 0
    for border in _SENTENCE_END.finditer(line):
        if border.end() > offset:
            return _plain(line[begin : border.start()])
        begin = border.end()
    return _plain(line[begin:])


def _plain(text: str) -> str:
    return " ".join(text.split())


# -- in the data


def data_changes(ledger: Ledger, db: Database) -> Iterator[DataChange]:
    """Yield every figure that the same report would say differently today, each once."""
    origin = ledger.origin
    plan = plans.plan(db, origin.plan)
    today = make_document(db, origin.kind, plan, read_period(origin.period), origin.on, origin.unit)
    was, found = _said(ledger.lines), _said(ledger_of(today).lines)
    codes = _made_of(db, plan.code)
    for source, texts in was.items():
        pair = _differing(texts, found.get(source, ()))
        if pair is None:
            continue
        before, now = pair
        period = read_period(source.period or origin.period)
        unit = source.unit or origin.unit
        change = last_change(db, plan.code, codes.get(source.indicator, ()), unit, period, origin.version)
        if before is None or (now is None and change is None):
            continue  # not said any more, because others come first now
        who, when = (change.who, change.at) if change else (None, None)
        yield DataChange(source.indicator, source.unit, source.period, before, now, who, when)


def _made_of(db: Database, plan: str) -> Mapping[str, tuple[str, ...]]:
    """Return by its code which indicators a figure is made of: an indicator itself, a group all its members."""
    alone = {each.code: (each.code,) for each in indicators.indicators(db, plan)}
    return alone | {each.code: tuple(each.members.values()) for each in groups.groups(db, plan)}


def _said(lines: Iterable[Text]) -> dict[Source, tuple[str, ...]]:
    """Return what each figure reads as, in order; the same one may stand in several forms."""
    said: dict[Source, list[str]] = {}
    for line in lines:
        for run in line:
            if run.source is not None:
                texts = said.setdefault(run.source, [])
                if run.text not in texts:
                    texts.append(run.text)
    return {source: tuple(texts) for source, texts in said.items()}


def _differing(was: tuple[str, ...], found: tuple[str, ...]) -> tuple[str | None, str | None] | None:
    """Return how a figure read and reads where that is not the same; a form that is not used any more is no change."""
    if was and found and (set(found) <= set(was) or set(was) <= set(found)):
        return None
    return (
        next((text for text in was if text not in found), None),
        next((text for text in found if text not in was), None),
    )
