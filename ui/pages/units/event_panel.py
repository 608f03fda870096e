"""The side panel of one event: when, from whom into whom, by which document, what it carried, by which rules."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.measure import Accumulation
from models.number import format_date, format_number, format_rate
from models.plan import Indicator
from models.progress import Figure
from models.succession import split_shares
from models.unit import EventKind, UnitEvent, UnitTree
from models.unit_rules import event_sentences
from ui.pages.units.carried import Carried, parts
from ui.texts import event_word
from ui.theme import set_role, theme
from ui.widgets.fields import ChoiceField


class Facts(NamedTuple):
    """What is told of an event: the units, the event, whether it is only implied, whether it is locked."""

    tree: UnitTree
    event: UnitEvent
    is_implied: bool = False
    is_locked: bool = False


class FiguresTable(QWidget):
    """Units with their figures before and after an event, and a line that says whether the totals agree."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.table = QGridLayout()
        self.table.setHorizontalSpacing(look.px(10))
        self.table.setVerticalSpacing(look.px(4))
        self.table.setColumnStretch(0, 1)
        self.mark, self.sums = QLabel(), QLabel()
        self.sums.setWordWrap(True)
        self.sums.setAccessibleName(self.tr("Check of the sums"))
        line = QHBoxLayout()
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sums, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.table)
        column.addLayout(line)

    def show_carried(
        self,
        found: Carried | None,
        indicator: Indicator | None,
        names: Mapping[str, str],
        *,
        is_awaited: bool = False,
    ) -> None:
        """Show figures; names: what units are called, by code. None: there are none, or they are awaited."""
        while (item := self.table.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.sums.setText(self.tr("The figures are being read…") if is_awaited else "")
        self.mark.clear()
        if found is None or indicator is None:
            return
        self.sums.clear()
        if found.total_before is None:
            self.sums.setText(self.tr("No figures of this period are carried over."))
            return
        self._fill(found, len(found.total_before) == 2, names)
        self._say_sums(found)

    def _fill(self, found: Carried, is_ratio: bool, names: Mapping[str, str]) -> None:
        heads = (self.tr("Numerator"), self.tr("Denominator")) if is_ratio else (self.tr("Value"),)
        for column, words in enumerate((self.tr("Unit"), *heads)):
            self._cell(0, column, words, "secondary")
        row = 1
        for role, figures in (("", found.before), ("strong", found.after)):
            for figure in figures:
                self._cell(row, 0, self._words(found, figure, names, is_after=bool(role)), role)
                for column, number in enumerate(parts(figure) or (), start=1):
                    self._cell(row, column, format_number(number), role)
                row += 1

    def _words(self, found: Carried, figure: Figure, names: Mapping[str, str], *, is_after: bool) -> str:
        """Say whose figure it is; of a unit that took over, whether it is its own or that of all together."""
        name, event = names.get(figure.unit or "", figure.unit or ""), found.asked.event
        if figure.is_estimated:
            return self.tr("{unit} (estimate)").format(unit=name)
        if figure.unit not in event.after:
            is_kept = name in {names.get(code) for code in event.after}
            return self.tr("{unit} (old)").format(unit=name) if is_kept else name
        if not is_after:
            is_new = figure.unit not in event.before
            return self.tr("{unit}, its own reports").format(unit=name) if is_new else name
        has_own = figure.unit in {each.unit for each in found.before}
        return self.tr("{unit}, with what was carried over").format(unit=name) if has_own else name

    def _cell(self, row: int, column: int, text: str, role: str) -> None:
        label = QLabel(text)
        label.setWordWrap(column == 0)
        if role:
            set_role(label, role)
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self.table.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignTop)

    def _say_sums(self, found: Carried) -> None:
        before, after = found.total_before, found.total_after
        is_same = before == after
        words = self.tr("Total before = total after") if is_same else self.tr("Total before is not the total after")
        if is_same and before is not None and len(before) == 2 and before[1]:
            words += self.tr("; {rate} computed anew from the counts").format(
                rate=format_rate(100 * before[0] / before[1])
            )
        self.sums.setText(words)
        look = theme()
        self.mark.setPixmap(
            look.pixmap("check" if is_same else "warning", "met_text" if is_same else "warning_text", look.px(14))
        )


class EventPanel(QWidget):
    """edit_wanted: day and basis are to be mended; take_back_wanted: it did not happen. indicator_chosen(code): other
    figures are wanted."""

    edit_wanted = Signal()
    take_back_wanted = Signal()
    indicator_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[str, str] = {}
        self._event: UnitEvent | None = None
        look = theme()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(10))
        self._column.setSpacing(look.px(3))
        self.title = self._label("", "section")
        self.hint = self._label(self.tr("Choose an event on the time line."), "secondary")
        self.body = QWidget()
        self._column.addWidget(self.body)
        self._build()
        self._column.addStretch(1)
        self.body.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        self._add_facts(column)
        column.addLayout(self._links())
        column.addWidget(self._line())
        column.addWidget(self._carried())
        rules = QLabel(self.tr("Rules applied"))
        set_role(rules, "section")
        self.rules, self.problems = QLabel(), QLabel()
        set_role(self.problems, "warning")
        for part in (rules, self.rules, self.problems):
            part.setWordWrap(True)
            column.addWidget(part)

    def _add_facts(self, column: QVBoxLayout) -> None:
        self.facts: dict[str, QLabel] = {}
        self.captions: dict[str, QLabel] = {}
        for key, words in (
            ("day", self.tr("Effective day")),
            ("before", self.tr("From")),
            ("after", self.tr("Into")),
            ("basis", self.tr("Legal basis")),
        ):
            caption, value = QLabel(words), QLabel()
            set_role(caption, "secondary")
            value.setWordWrap(True)
            value.setAccessibleName(words)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(caption)
            column.addWidget(value)
            self.facts[key], self.captions[key] = value, caption
        set_role(self.facts["day"], "strong")

    def _links(self) -> QHBoxLayout:
        self.edit = QPushButton(self.tr("Mend day, number"))
        self.edit.clicked.connect(self.edit_wanted)
        self.take_back = QPushButton(self.tr("Take back"))
        self.take_back.clicked.connect(self.take_back_wanted)
        links = QHBoxLayout()
        links.setSpacing(theme().px(12))
        for button in (self.edit, self.take_back):
            button.setProperty("role", "link")
            links.addWidget(button)
        links.addStretch(1)
        return links

    def _carried(self) -> QWidget:
        self.carried_part = QWidget()
        part = QVBoxLayout(self.carried_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(theme().px(3))
        self.figures = FiguresTable()
        part.addLayout(self._figures_head())
        part.addWidget(self.figures)
        part.addWidget(self._line())
        return self.carried_part

    def _figures_head(self) -> QHBoxLayout:
        head = QLabel(self.tr("Figures carried over"))
        set_role(head, "section")
        self.indicator = ChoiceField()
        self.indicator.editor.setAccessibleName(self.tr("Indicator of the figures"))
        self.indicator.committed.connect(self.indicator_chosen)
        line = QHBoxLayout()
        line.addWidget(head)
        line.addWidget(self.indicator, 1)
        return line

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        set_role(label, role)
        self._column.addWidget(label)
        return label

    def _line(self) -> QWidget:
        line = QFrame()
        set_role(line, "line")
        return line

    # -- showing

    def show_indicators(self, indicators: Sequence[Indicator], code: str) -> None:
        """Offer the indicators whose figures are carried over."""
        self.indicator.set_choices([(each.code, each.code) for each in indicators])
        self.indicator.show_value(code)

    def show_event(self, facts: Facts | None) -> None:
        """Show an event; None: none is chosen. Its figures come later."""
        self.body.setVisible(facts is not None)
        self.hint.setVisible(facts is None)
        self.title.setText(self.tr("Event") if facts is None else event_title(facts.tree, facts.event))
        self._event = None if facts is None else facts.event
        self.show_carried(None)
        if facts is None:
            return
        tree, event = facts.tree, facts.event
        is_move = event.kind is EventKind.MOVE
        self.carried_part.setHidden(is_move)
        self.captions["after"].setText(self.tr("Under") if is_move else self.tr("Into"))
        self.facts["day"].setText(format_date(event.day))
        self.facts["before"].setText(_names(tree, event.before))
        self.facts["after"].setText(self._after(tree, event))
        basis = event.basis or self.tr("not given")
        self.facts["basis"].setText(self.tr("implied by Succeeded by") if facts.is_implied else basis)
        locked = self.tr("A report was issued that rests on it.") if facts.is_locked else ""
        for button, hint in ((self.edit, ""), (self.take_back, self.tr("As if it had not happened; can be undone"))):
            button.setEnabled(not (facts.is_implied or facts.is_locked))
            button.setToolTip(locked or hint)
        wrong = [] if facts.is_implied else list(event_sentences(tree, event))
        self.problems.setText("\n".join(wrong))
        self.problems.setVisible(bool(wrong))

    def _after(self, tree: UnitTree, event: UnitEvent) -> str:
        if not event.after:
            return self.tr("nobody; the figures stay in the total")
        if event.kind is not EventKind.SPLIT:
            return _names(tree, event.after)
        shares = dict(split_shares(event))
        return ", ".join(
            f"{tree[code].name} ({format_rate(100 * shares.get(code, Fraction(0)))})" for code in event.after
        )

    def show_carried(
        self, found: Carried | None, indicator: Indicator | None = None, *, is_awaited: bool = False
    ) -> None:
        """Show the figures of the event; None: there are none, or they are awaited."""
        self.rules.setText(self._rules(indicator))
        self.figures.show_carried(found, indicator, self._names, is_awaited=is_awaited)

    def _rules(self, indicator: Indicator | None) -> str:
        kind = None if self._event is None else self._event.kind
        if kind is EventKind.MOVE:
            return move_rule()
        rules = {
            Accumulation.FLOW: self.tr("Flows: the counts of the old units are added up."),
            Accumulation.STOCK: self.tr("Stocks: taken once, on the day, until the new unit has reported."),
            Accumulation.OPENING: self.tr("Openings: those of the first quarter are added up."),
        }
        lines = [words for way, words in rules.items() if way is not Accumulation.OPENING or _is_opening(indicator)]
        if kind is EventKind.SPLIT:
            lines.append(self.tr("Split: by the shares, in whole numbers; marked as estimates."))
        return "\n".join([*lines, self.tr("Issued reports keep the old units' names.")])

    def name_units(self, tree: UnitTree) -> None:
        """Know what units are called."""
        self._names = tree.names()


def _is_opening(indicator: Indicator | None) -> bool:
    return indicator is not None and indicator.way is Accumulation.OPENING


def move_rule() -> str:
    """Return where figures are counted of who came under another superior."""
    return QCoreApplication.translate(
        "EventPanel",
        "What a unit reported before the day stays in the total of who stood above it then, what it reports "
        "from then on is in the new one's. A stock goes along with the unit. No figure changes.",
    )


def event_title(tree: UnitTree, event: UnitEvent) -> str:
    """Return what an event is called, by who came of it, or whom it came to: Sáp nhập: Xã Bến Giằng."""
    is_told_of_old = not event.after or event.kind in (EventKind.SPLIT, EventKind.MOVE)
    codes = event.before if is_told_of_old else event.after
    word = event_word(event.kind)
    return f"{word[:1].upper()}{word[1:]}: {_names(tree, codes[:3])}{'…' if len(codes) > 3 else ''}"


def _names(tree: UnitTree, codes: Sequence[str]) -> str:
    return ", ".join(tree[code].name for code in codes)
