"""A report on results leaves out what is only counted."""

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
