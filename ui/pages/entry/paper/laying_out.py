"""A unit's form read and laid out for paper."""

from datetime import date

from models.exchange.unit_form.content import read_source
from models.exchange.unit_form.names import SUFFIX, file_name
from models.store.figures import progress
from models.store.submissions import submission
from ui.pages.entry.paper.form_paper import form_paper
from ui.session import Session
from ui.widgets.print_preview import Printed


def lay_out(session: Session, unit: str, on: date, *, blank: bool) -> Printed:
    """Read and lay out a unit's form of the quarter that is looked at; raises KnownError where it has none."""
    db, plan, quarter = session.db, session.plan, session.period
    content = read_source(db, plan, quarter).content(unit, is_blank=blank)
    found = [] if blank else progress(db, plan, content.cumulative, on, unit)
    figures = {each.indicator.code: each for each in found}
    paper = form_paper(content, figures, on, submission(db, unit, quarter))
    return Printed(paper, content.title, file_name(content.unit, quarter).removesuffix(SUFFIX) + ".pdf")
