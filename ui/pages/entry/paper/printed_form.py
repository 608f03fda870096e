"""A unit's form read and laid out for paper."""

from collections.abc import Iterator
from datetime import date

from models.exchange.unit_form.content import read_source
from models.exchange.unit_form.names import SUFFIX, file_name
from models.store.figures import progress
from models.store.submissions import submission
from ui.pages.entry.paper.form_paper import form_paper
from ui.printing.book import Printed
from ui.printing.leaf import Leaf
from ui.session import Session


def printed_form(session: Session, unit: str, on: date, *, blank: bool) -> Printed:
    """Read a unit's form of the quarter that is looked at; raises KnownError where it has none.

    Reading one unit is quick and needs the open file; its pages are laid out in the worker."""
    db, plan, quarter = session.db, session.plan, session.period
    content = read_source(db, plan, quarter).content(unit, is_blank=blank)
    found = [] if blank else progress(db, plan, content.cumulative, on, unit)
    figures = {each.indicator.code: each for each in found}
    sent = submission(db, unit, quarter)

    def lay_out() -> Iterator[Leaf]:
        return form_paper(content, figures, on, sent).leaves()

    return Printed(lay_out, content.title, file_name(content.unit, quarter).removesuffix(SUFFIX) + ".pdf")
