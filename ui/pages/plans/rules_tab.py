"""Tab Quy tắc kiểm tra: the plan's balance rules, and from where on the built-in checks tell of jumps."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from models.balance import parse_side
from models.errors import KnownError
from models.jumps import JUMP_LAST_QUARTER, JUMP_LAST_YEAR, OUTSIDE_RANGE, CheckLimit, default_limits
from models.measure import Kind
from models.plan import BalanceRule, Indicator
from ui.folding import fold
from ui.theme import theme
from ui.widgets.records import Column, RecordTable
from ui.widgets.typed_values import read_code, read_optional_number, read_text, write_number

_SIGNS = {"=": "=", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}
_CHECKS = {
    JUMP_LAST_QUARTER: QT_TRANSLATE_NOOP("LimitsTable", "Rises or falls against last quarter"),
    JUMP_LAST_YEAR: QT_TRANSLATE_NOOP("LimitsTable", "Rises or falls against the same quarter of last year"),
    OUTSIDE_RANGE: QT_TRANSLATE_NOOP("LimitsTable", "Outside the unit's usual range"),
}
_MEANINGS = {
    JUMP_LAST_QUARTER: QT_TRANSLATE_NOOP("LimitsTable", "the larger number exceeds the smaller by more than this"),
    JUMP_LAST_YEAR: QT_TRANSLATE_NOOP("LimitsTable", "the larger number exceeds the smaller by more than this"),
    OUTSIDE_RANGE: QT_TRANSLATE_NOOP("LimitsTable", "the range widened by this share of its spread"),
}


class RulesTable(RecordTable):
    """The balance rules of a plan; a side that cannot be read is refused."""

    def __init__(self) -> None:
        self.plan = ""
        self.kinds: Mapping[str, Kind] = {}
        super().__init__(self._new)
        self.build(
            self.tr("Balance rules"),
            [
                Column(self.tr("Code"), lambda rule: str(rule.code), self._change_code, 80),
                self._side(self.tr("Left side"), "left", 210),
                Column(self.tr("Comparison"), self._sign, self._change_sign, 80),
                self._side(self.tr("Right side"), "right", 340),
                Column(self.tr("Tolerance"), self._tolerance, self._change_tolerance, 70, True),
                Column(self.tr("Level"), self._level, self._change_level, 90),
                Column(self.tr("Text"), lambda rule: str(rule.text), self._change_text),
            ],
            self.tr("Add a rule"),
        )

    def _new(self, rows: list[BalanceRule]) -> BalanceRule:
        taken = {each.code for each in rows}
        code = next(code for n in range(1, len(rows) + 2) if (code := f"QT-{n:02}") not in taken)
        first = next((each for each, kind in self.kinds.items() if kind not in (Kind.GRADE, Kind.YES_NO)), "")
        return BalanceRule(self.plan, code, first, "=", first)

    def _change_code(self, rule: BalanceRule, typed: str) -> BalanceRule:
        return replace(rule, code=read_code(typed))

    def _side(self, heading: str, name: str, width: int) -> Column:
        def change(rule: BalanceRule, typed: str) -> BalanceRule:
            text = read_text(typed)
            try:
                parse_side(text, self.kinds)
            except KnownError as error:
                raise KnownError(_as_sentence(str(error))) from error
            sides: dict[str, Any] = {name: text}
            return replace(rule, **sides)

        return Column(heading, lambda rule: str(getattr(rule, name)), change, width)

    def _sign(self, rule: BalanceRule) -> str:
        return _SIGNS.get(rule.operator, rule.operator)

    def _change_sign(self, rule: BalanceRule, typed: str) -> BalanceRule:
        text = typed.strip()
        found = next((operator for operator, sign in _SIGNS.items() if text in (operator, sign)), None)
        if found is None:
            raise KnownError(self.tr("A comparison is one of {signs}.").format(signs=", ".join(_SIGNS)))
        return replace(rule, operator=found)

    def _tolerance(self, rule: BalanceRule) -> str:
        return write_number(rule.tolerance)

    def _change_tolerance(self, rule: BalanceRule, typed: str) -> BalanceRule:
        number = read_optional_number(typed)
        if number is not None and number < 0:
            raise KnownError(self.tr("This may not be below 0."))
        return replace(rule, tolerance=number or rule.tolerance * 0)

    def _level(self, rule: BalanceRule) -> str:
        return self.tr("error") if rule.is_error else self.tr("warning")

    def _change_level(self, rule: BalanceRule, typed: str) -> BalanceRule:
        words = {True: self.tr("error"), False: self.tr("warning")}
        wanted = fold(typed.strip())
        found = [is_error for is_error, word in words.items() if fold(word).startswith(wanted)]
        if not wanted or len(found) != 1:
            raise KnownError(self.tr("Type {first} or {second}.").format(first=words[True], second=words[False]))
        return replace(rule, is_error=found[0])

    def _change_text(self, rule: BalanceRule, typed: str) -> BalanceRule:
        return replace(rule, text=read_text(typed))


class LimitsTable(RecordTable):
    """The built-in checks of a plan and their limits; an empty percentage turns a check off."""

    def __init__(self) -> None:
        super().__init__(None)
        self.build(
            self.tr("Jumps and unusual values"),
            [
                Column(self.tr("Check"), self._name, None, 350),
                Column(self.tr("More than, %"), self._percent, self._change_percent, 100, True),
                Column(self.tr("At least, in objects"), self._least, self._change_least, 140, True),
                Column("", self._meaning),
            ],
            "",
        )

    def _name(self, limit: CheckLimit) -> str:
        return QCoreApplication.translate("LimitsTable", str(_CHECKS[limit.rule]))

    def _percent(self, limit: CheckLimit) -> str:
        return self.tr("off") if limit.percent is None else write_number(limit.percent)

    def _change_percent(self, limit: CheckLimit, typed: str) -> CheckLimit:
        text = "" if fold(typed.strip()) == fold(self.tr("off")) else typed.strip().removesuffix("%")
        number = read_optional_number(text)
        if number is not None and not 0 <= number <= 10_000:
            raise KnownError(self.tr("The limit must be from 0 to 10,000%; empty: this is not checked."))
        return replace(limit, percent=number)

    def _least(self, limit: CheckLimit) -> str:
        return write_number(limit.least)

    def _change_least(self, limit: CheckLimit, typed: str) -> CheckLimit:
        number = read_optional_number(typed)
        if number is not None and number < 0:
            raise KnownError(self.tr("This may not be below 0."))
        return replace(limit, least=number or limit.least * 0)

    def _meaning(self, limit: CheckLimit) -> str:
        if limit.percent is None:
            return self.tr("not checked; type a number to check it")
        meaning = QCoreApplication.translate("LimitsTable", str(_MEANINGS[limit.rule]))
        is_default = limit == default_limits(limit.plan)[limit.rule]
        return self.tr("{meaning} (by default)").format(meaning=meaning) if is_default else meaning


class RulesTab(QWidget):
    """Shows what a plan is checked for; every change is handed to the page.

    rules_edited: all rules. limits_edited: the limits that differ from the defaults."""

    rules_edited = Signal(list)
    limits_edited = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.rules, self.limits = RulesTable(), LimitsTable()
        self._build()
        self.rules.edited.connect(self._rules_typed)
        self.limits.edited.connect(self._limits_typed)
        self.setFocusProxy(self.rules.view)

    def show_rules(self, plan: str, indicators: list[Indicator], rules: list[BalanceRule]) -> None:
        """Show a plan's balance rules; sides are read with its indicators."""
        self.rules.plan = plan
        self.rules.kinds = {each.code: each.kind for each in indicators}
        self.rules.show_rows(rules)

    def show_limits(self, limits: Mapping[str, CheckLimit]) -> None:
        """Show the limits in force."""
        self.limits.show_rows([limits[rule] for rule in _CHECKS])

    def _build(self) -> None:
        words = ", ".join(("(quý trước)", "(cùng kỳ năm trước)", "(đơn vị cấp dưới)"))
        hint = QLabel(
            self.tr(
                "A side is codes joined by + and −; CODE.tử and CODE.mẫu are the parts of a ratio, 2 × CODE is twice"
                " its value, behind a code stands where it is looked for: {words}."
            ).format(words=words)
        )
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        hint.setContentsMargins(theme().px(12), theme().px(8), theme().px(12), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(hint)
        layout.addWidget(self.rules, 1)
        layout.addWidget(_heading(self.tr("Jumps and unusual values")))
        layout.addWidget(self.limits)
        self.limits.setFixedHeight(theme().px(175))

    def _rules_typed(self, new: list[BalanceRule]) -> None:
        codes = [each.code for each in new]
        if len(set(codes)) < len(codes):
            self.rules.refuse(self.tr("Another rule has this code. The old value was kept."))
        elif any(not each.left or not each.right for each in new):
            self.rules.refuse(self.tr("The plan has no indicators that could be added up yet."))
        else:
            self.rules_edited.emit(new)

    def _limits_typed(self, new: list[CheckLimit]) -> None:
        self.limits_edited.emit([each for each in new if each != default_limits(each.plan)[each.rule]])


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "section")
    label.setContentsMargins(theme().px(12), theme().px(8), theme().px(12), 0)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def _as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
