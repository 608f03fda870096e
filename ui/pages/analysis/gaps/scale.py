"""How far each indicator is from its target, on one scale: points where all are rates, else shares of the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, log10

from models.measure import gap, nearest_bound
from models.number import format_signed
from models.progress import Figure, State
from ui.pages.analysis.asking import Figures, shares_unit_of_measure
from ui.texts import gap_text, state_word

MOST_TICKS = 6
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class GapBar:
    """A figure beside its target. value: negative is behind, None without one; near: where "nearly met" ends, never
    positive; then: where it stood in the period compared with, held against today's target."""

    figure: Figure
    text: str
    value: float | None = None
    near: float | None = None
    then: float | None = None
    change: str = ""


@dataclass(frozen=True, slots=True)
class GapScale:
    """From the least to the most, with a line at every step; 0 is the target."""

    low: float
    high: float
    step: float

    def place(self, value: float) -> float:
        """Return where a value stands, 0 at the left end and 1 at the right."""
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """Return the values that have a line."""
        count = round((self.high - self.low) / self.step)
        return [self.low + place * self.step for place in range(count + 1)]


def gap_bars(figures: Sequence[Figure], then: Figures) -> tuple[list[GapBar], bool]:
    """Return a bar for each figure, in their order, and whether they are shares of the targets, in percent."""
    is_share = not shares_unit_of_measure(figures)
    return [_bar(each, then.get(each.indicator.code), is_share) for each in figures], is_share


def _bar(figure: Figure, then: Figure | None, is_share: bool) -> GapBar:
    threshold = figure.threshold
    if figure.gap is None or threshold is None or figure.value is None:
        return GapBar(figure, state_word(figure.state))
    kind = figure.indicator.kind
    wanted = abs(nearest_bound(kind, figure.value, threshold))
    if is_share and not wanted:
        return GapBar(figure, gap_text(figure))
    by = Fraction(100, 1) / wanted if is_share else Fraction(1)
    before = gap(kind, then.value, threshold) if _is_known(then) and then and then.value is not None else None
    return GapBar(
        figure,
        format_signed(figure.gap * by, 1) + "%" if is_share else gap_text(figure),
        float(figure.gap * by),
        -float(wanted * by * Fraction(figure.near_percent) / 100),
        None if before is None else float(before * by),
        "" if before is None else _change_text((figure.gap - before) * by, is_share),
    )


def _is_known(figure: Figure | None) -> bool:
    return figure is not None and figure.value is not None and figure.state is not State.TO_CHECK


def _change_text(change: Fraction, is_share: bool) -> str:
    if not change:
        return "="
    return ("▲ " if change > 0 else "▼ ") + format_signed(change, 1 if is_share else 2).lstrip("+−")


def gap_scale(bars: Sequence[GapBar]) -> GapScale:
    """Return a scale with round steps that all bars and their marks fit on; the target is never at its end."""
    shown = [value for each in bars for value in (each.value, each.near, each.then) if value is not None]
    low, high = min(shown, default=-10.0), max(shown, default=0.0)
    step = _step((max(high, 0.0) - min(low, 0.0)) or 10.0)
    return GapScale(min(floor(low / step), -1) * step, max(ceil(high / step), 1) * step, step)


def _step(reach: float) -> float:
    rough = reach / MOST_TICKS
    base = 10.0 ** floor(log10(rough))
    return next(step for step in (each * base for each in _STEPS) if step >= rough * 0.999999)
