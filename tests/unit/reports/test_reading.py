"""A report on results leaves out what is only counted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from models.measure import Operator, Target
from models.onestop import Role
from models.period import quarter, read_period
from models.plan import Actual, Assignment
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import open_database
from models.store.groups import add_one_stop, groups
from models.store.indicators import save_assignment
from models.store.plans import plan
from models.store.units import save_units, unit_tree
from reports.document import Document, Paragraph, plain_text
from reports.kinds import make_document
from reports.reading import read_context
from tests.sample import sample_file

H1, EVE, AUTHOR = read_period("2023-H1"), date(2023, 6, 19), Author("thử", "typed")


def test_one_stop_counts_are_left_out_unless_they_have_a_target(tmp_path: Path) -> None:
    db = open_database(sample_file(tmp_path))
    of = plan(db, "KH-2023")
    before = read_context(db, "progress", of, H1, EVE)
    add_one_stop(db, of.code, ["Xây dựng"], AUTHOR)
    late = groups(db, of.code)[-1].members[Role.LATE]
    record(db, [Actual(late, "CADY", quarter(2023, 1), value=Decimal(3))], AUTHOR)
    after = read_context(db, "progress", of, H1, EVE)
    assert (after.figures, after.by_unit, after.areas) == (before.figures, before.by_unit, before.areas)
    none_late = Target(Operator.AT_MOST, Decimal(0))
    save_assignment(db, Assignment(of.code, late, "CADY", quarter(2023, 1), none_late), AUTHOR)
    asked = read_context(db, "progress", of, H1, EVE)
    assert [each.indicator.code for each in asked.figures] == [*(f.indicator.code for f in before.figures), late]
    db.close()


NEXT_YEAR = "Để đạt mức đề ra của cả năm"


def said(document: Document) -> str:
    return "\n".join(plain_text(each.text) for each in document.blocks if isinstance(each, Paragraph))


def test_a_report_of_a_half_year_made_after_the_year_asks_nothing_of_it_any_more(tmp_path: Path) -> None:
    db = open_database(sample_file(tmp_path))
    of = plan(db, "KH-2023")
    assert NEXT_YEAR in said(make_document(db, "progress", of, H1, EVE))
    assert read_context(db, "progress", of, H1, date(2023, 12, 14)).remaining
    for kind in ("progress", "periodic"):
        late = said(make_document(db, kind, of, H1, date(2024, 3, 1)))
        assert NEXT_YEAR not in late
        assert "khó đạt" not in late
    alone = said(make_document(db, "notice", of, H1, date(2024, 3, 1), "CADY"))
    assert "Từ nay đến hết năm" not in alone
    db.close()


def test_nothing_is_asked_of_a_unit_that_is_no_more(tmp_path: Path) -> None:
    db = open_database(sample_file(tmp_path))
    of = plan(db, "KH-2023")
    assert read_context(db, "progress", of, H1, EVE, "CADY").remaining
    save_units(db, [replace(unit_tree(db)["CADY"], valid_to=date(2023, 6, 17))], AUTHOR)
    gone = make_document(db, "progress", of, H1, EVE, "CADY")
    assert "chưa đạt" in said(gone)
    assert NEXT_YEAR not in said(gone)
    db.close()
