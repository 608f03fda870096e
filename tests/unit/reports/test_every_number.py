"""Every number of every kind of report, read back from the file, against an independent reading of the rules.

Random plans, with mergers, own targets, stocks, gaps and figures that cannot be right."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random

import pytest

from models.measure import Kind
from models.period import read_period
from reports.document import Measure, Source
from reports.kinds import KINDS, make_document
from reports.word.package import document_bytes
from reports.word.reader import read_report
from tests.unit.models.store.oracle import Answer, Oracle
from tests.unit.models.store.worlds import World, a_world

ON = date(2023, 7, 3)
PARTS = {Measure.NUMERATOR: "numerator", Measure.DENOMINATOR: "denominator", Measure.VALUE: "value", Measure.GAP: "gap"}


def said_by(world: World, kind: str, period: str) -> dict[Source, set[str]]:
    """What the file says of each figure, by the bookmarks in its text."""
    db = world.stored()
    asked = read_period(period)
    report = read_report(document_bytes(make_document(db, kind, world.plan, asked, ON)))
    db.close()
    sources = [run.source for line in report.ledger.lines for run in line if run.source]
    said: dict[Source, set[str]] = {}
    for number, source in enumerate(sources, start=1):
        start, end = report.places[number]
        said.setdefault(source, set()).add(report.text[start:end])
    return said


def is_rounded(text: str, exact: Fraction) -> bool:
    """Whether a text in Vietnamese notation is an exact number rounded half up, or cut nowhere but there."""
    plain = text.replace("−", "-").replace("+", "").replace(".", "").replace(",", ".").rstrip("%").partition("/")[0]
    decimals = len(plain.partition(".")[2])
    return abs(Fraction(plain) - exact) <= Fraction(1, 2 * 10**decimals)


def answer_to(source: Source, world: World, oracles: dict[str, Oracle]) -> Answer | None:
    """What the rules say of a figure; None for what they are not asked about: counts, what remains, other years."""
    indicator = next((each for each in world.indicators if each.code == source.indicator), None)
    if indicator is None or source.measure not in PARTS or source.what or not source.period.startswith("2023"):
        return None
    if source.period not in oracles:
        oracles[source.period] = Oracle(world, read_period(source.period), ON)
    return oracles[source.period].answer(indicator, source.unit)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(8))
def test_every_number_is_the_figure_it_says_it_is(kind: str, seed: int) -> None:
    random = Random(seed)
    world = a_world(random)
    world.plan = replace(world.plan, name="Kế hoạch cải cách hành chính")
    kinds = {each.code: each.kind for each in world.indicators}
    oracles: dict[str, Oracle] = {}
    period = random.choice(["2023-Q1", "2023-H1", "2023-Q2", "2023-9M", "2023"])
    checked = 0
    for source, texts in said_by(world, kind, period).items():
        answer = answer_to(source, world, oracles)
        if answer is None or kinds[source.indicator] in (Kind.GRADE, Kind.YES_NO):
            continue
        exact = getattr(answer, PARTS[source.measure])
        checked += 1
        for text in texts:
            if not any(letter.isdigit() for letter in text):
                assert exact is None or answer.state == "to_check", (source, text, exact)
            elif source.measure is Measure.GAP:
                assert is_rounded(text.lstrip("+−"), abs(exact)), (source, text, exact)
                assert not text.startswith("−") or exact < 0, (source, text, exact)
                assert not text.startswith("+") or exact > 0, (source, text, exact)
            else:
                assert exact is not None, (source, text)
                assert is_rounded(text, exact), (source, text, exact)
    assert checked or kind not in ("progress", "periodic", "units")
