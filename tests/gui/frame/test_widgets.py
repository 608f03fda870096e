"""Marks, gauge, bars, pickers' parts: what they draw and what they say."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.measure import Kind, Operator, Target, Threshold
from models.period import Period, Span, Windows
from models.plan import Indicator
from models.progress import Coverage, Figure, Pooled, Question, State, figure
from ui.folding import fold
from ui.texts import figure_target_text, gap_text, gap_words, state_word, target_text, value_text
from ui.theme import Theme, theme
from ui.widgets.bullet import BulletValues, paint_bullet
from ui.widgets.day_picker import DayPicker
from ui.widgets.elided_label import wrapped
from ui.widgets.figure_drawing import (
    Form,
    Scale,
    bullet_values,
    drawing_of,
    elapsed_share,
    form_of,
    gauge_values,
    spoken,
)
from ui.widgets.figure_forms import Drawing, GradeValues, RankValues, YesNoValues, paint_drawing
from ui.widgets.gauge import Gauge, GaugeValues, paint_gauge
from ui.widgets.state_mark import StatePill, paint_state_mark

H1 = Period(2023, Span.H1)
RATIO = Indicator(
    "KH", "TT-01", "Lĩnh vực", "Hồ sơ trực tuyến", Kind.RATIO, target=Target(Operator.AT_LEAST, Decimal(65))
)


def a_figure(indicator: Indicator = RATIO, numerator: int | None = None, denominator: int = 0) -> Figure:
    """Judge what was reported as of a day long after the due date; without a numerator nothing was."""
    pooled = Pooled() if numerator is None else Pooled(Decimal(numerator), Decimal(denominator), reported=1)
    question = Question("KH", indicator, None, H1, indicator.target, date(2023, 6, 20), date(2023, 7, 1), Decimal(5))
    return figure(question, pooled, Coverage(1, 1))


MISSED = (5809, 10000)

# How eyes that lack one kind of cone see, on linear light (Machado, Oliveira, Fernandes 2009, severity 1).
EYES = {
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def drawn(state: State, look: Theme, size: int = 28) -> QImage:
    """Return a mark as grey paper would have it."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    paint_state_mark(painter, QRectF(0, 0, size, size), state, look)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference of two grey pictures, 0 to 255."""
    size = one.width() * one.height()
    pairs = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(abs(one.pixelColor(x, y).red() - other.pixelColor(x, y).red()) for x, y in pairs) / size


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_states_differ_pairwise_in_grey(name: str, qapp: QApplication) -> None:
    look = Theme(name)
    marks = {state: drawn(state, look) for state in State}
    for one, other in combinations(State, 2):
        assert difference(marks[one], marks[other]) > 9, (one, other)


def seen(state: State, look: Theme, eye: tuple[tuple[float, ...], ...]) -> list[tuple[float, ...]]:
    """Return the pixels of a mark as an eye takes them, red, green and blue in linear light and back."""
    image = QImage(28, 28, QImage.Format.Format_ARGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    paint_state_mark(painter, QRectF(0, 0, 28, 28), state, look)
    painter.end()
    found = []
    for pixel in (image.pixelColor(x, y) for x in range(28) for y in range(28)):
        light = [(part / 255) ** 2.2 for part in (pixel.red(), pixel.green(), pixel.blue())]
        mixed = [sum(share * part for share, part in zip(row, light, strict=True)) for row in eye]
        found.append(tuple(255 * max(0.0, min(1.0, part)) ** (1 / 2.2) for part in mixed))
    return found


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_states_differ_pairwise_for_colour_blind_eyes(name: str, eye: str, qapp: QApplication) -> None:
    look = Theme(name)
    marks = {state: seen(state, look, EYES[eye]) for state in State}
    for one, other in combinations(State, 2):
        pairs = zip(marks[one], marks[other], strict=True)
        apart = sum(max(abs(a - b) for a, b in zip(*pair, strict=True)) for pair in pairs) / 28**2
        assert apart > 9, (one, other)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(name: str, qapp: QApplication) -> None:
    look = Theme(name)
    pairs = [(look.colour(text), look.colour(ground)) for text in ("text", "text2", "muted") for ground in GROUNDS]
    pairs += [(look.state(state).text, look.state(state).soft) for state in State]
    pairs += [(look.colour("accent"), look.colour("accent_soft")), (look.colour("on_accent"), look.colour("accent"))]
    for mood in ("warning", "error"):
        pairs.append((look.colour(f"{mood}_text"), look.colour(f"{mood}_soft")))
    assert min(contrast(text, ground) for text, ground in pairs) >= 4.5


GROUNDS = ("win", "surface", "surface2")


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor) -> float:
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_token_of_the_light_theme_is_in_the_dark_one(qapp: QApplication) -> None:
    light, dark = Theme("light"), Theme("dark")
    assert light._colours.keys() == dark._colours.keys()
    assert "{{" not in light.stylesheet() + dark.stylesheet()


def test_a_pill_says_its_word_and_that_it_is_provisional(looks: QApplication) -> None:
    pill = StatePill(State.NEAR)
    assert pill.accessibleName() == "Gần đạt"
    pill.set_state(State.MISSED, is_provisional=True)
    assert pill.accessibleName() == "Chưa đạt, tạm tính"


def test_the_gauge_says_value_target_gap_and_state(looks: QApplication) -> None:
    gauge = Gauge()
    gauge.set_values(gauge_values(a_figure(RATIO, *MISSED)))
    assert gauge.accessibleName() == "Hồ sơ trực tuyến, 58,09%, mức ≥ 65%, Thiếu 6,91 điểm %, Chưa đạt"


def painted(values: GaugeValues) -> QImage:
    image = QImage(296, 216, QImage.Format.Format_ARGB32)
    image.fill(theme().colour("surface"))
    painter = QPainter(image)
    paint_gauge(painter, QRectF(0, 0, 296, 216), values)
    painter.end()
    return image


def coloured(image: QImage, colour: QColor) -> int:
    """Count the pixels of a colour."""
    return sum(
        image.pixelColor(x, y) == colour for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )


GAUGE = GaugeValues(State.MISSED, 20.0, "20%", 65, "≥ 65")


def test_the_gauge_fills_more_for_more_and_nothing_without_a_value(looks: QApplication) -> None:
    fill = theme().state(State.MISSED).fill
    few, many = (coloured(painted(GaugeValues(State.MISSED, value, "", 65, "≥ 65")), fill) for value in (20.0, 60.0))
    assert many > 2 * few > 0
    empty = painted(GaugeValues(State.NO_DATA, None, "–", 65, "≥ 65"))
    assert coloured(empty, theme().colour("track")) > coloured(painted(GAUGE), theme().colour("track"))
    assert coloured(empty, theme().state(State.NO_DATA).fill) == 0


def test_the_gauge_s_needle_of_an_at_most_target_has_its_met_side_left(looks: QApplication) -> None:
    met = theme().state(State.MET).fill
    sides = {}
    for is_upward in (True, False):
        image = painted(GaugeValues(State.MISSED, None, "", 50, "50", is_upward=is_upward))
        half = image.copy(0, 0, image.width() // 2 - 4, image.height())
        sides[is_upward] = coloured(half, met)
    assert sides[False] > 5 * (sides[True] + 1)


def test_a_bar_has_its_tick_at_the_target(looks: QApplication) -> None:
    image = QImage(202, 30, QImage.Format.Format_ARGB32)
    image.fill(theme().colour("surface"))
    painter = QPainter(image)
    paint_bullet(painter, QRectF(0, 0, 202, 30), BulletValues(State.MET, 50.0, 75.0, 100.0))
    painter.end()
    dark = [x for x in range(202) if image.pixelColor(x, 9).lightness() < 90]
    assert dark
    assert 148 <= min(dark) <= max(dark) <= 154


@pytest.mark.parametrize("target", [5, 10, 20, 40, 50, 65, 80, 85, 90, 95])
def test_the_target_of_a_gauge_is_written_beside_its_arc_and_inside_its_room(target: int, looks: QApplication) -> None:
    values = GaugeValues(State.MET, 50, "", target, f"≥ {target}")
    image = QImage(296, 216, QImage.Format.Format_ARGB32)
    written: list[QRectF] = []

    class Noting(QPainter):
        def drawText(self, rect: QRectF, flags: int, text: str) -> None:  # type: ignore[override]
            if text == values.target_text:
                written.append(self.transform().mapRect(rect))

    painter = Noting(image)
    paint_gauge(painter, QRectF(0, 0, 296, 216), values)
    place = painter.transform()
    painter.end()
    [label] = written
    assert place.isIdentity()
    assert QRectF(-1, -1, 298, 218).contains(label)
    arc = drawn_arc(values)
    assert not any(
        arc.pixelColor(x, y).alpha()
        for x in pixels(label.left(), label.right(), 296)
        for y in pixels(label.top() + label.height() / 4, label.bottom() - label.height() / 4, 216)
    )


def pixels(first: float, last: float, end: int) -> range:
    return range(max(0, round(first)), min(end, round(last)))


def drawn_arc(values: GaugeValues) -> QImage:
    """Paint a gauge without its words."""
    image = QImage(296, 216, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)

    class Mute(QPainter):
        def drawText(self, *_: Any) -> Any:
            pass

    painter = Mute(image)
    paint_gauge(painter, QRectF(0, 0, 296, 216), values)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("kind", "target", "form"),
    [
        (Kind.RATIO, Target(Operator.AT_LEAST, Decimal(65)), Form.GAUGE),
        (Kind.RATIO, Target(Operator.AT_LEAST, Decimal(98)), Form.ZOOMED),
        (Kind.RATIO, Target(Operator.AT_MOST, Decimal(2)), Form.ZOOMED),
        (Kind.RATIO, Target(Operator.EQUAL, Decimal(100)), Form.ZOOMED),
        (Kind.SCORE, Target(Operator.AT_LEAST, Decimal(80)), Form.GAUGE),
        (Kind.RATIO, Target(Operator.EQUAL, Decimal(50)), Form.BULLET),
        (Kind.COUNT, Target(Operator.AT_LEAST, Decimal(80)), Form.BULLET),
        (Kind.RATIO, None, Form.WORDS),
        (Kind.RANK, Target(Operator.AT_LEAST, Decimal(10)), Form.RANK),
        (Kind.GRADE, Target(Operator.AT_LEAST, grade="Khá"), Form.GRADES),
        (Kind.YES_NO, Target(Operator.EQUAL, Decimal(1)), Form.YES_NO),
    ],
)
def test_a_gauge_is_used_only_where_it_may_be(
    kind: Kind, target: Target | None, form: Form, qapp: QApplication
) -> None:
    indicator = replace(RATIO, kind=kind, target=target)
    found = a_figure(indicator)
    assert form_of(found) is form
    assert (bullet_values(found) is not None) == (form in (Form.GAUGE, Form.BULLET, Form.ZOOMED))


def test_a_target_at_the_end_of_the_scale_is_drawn_large_and_says_so(looks: QApplication) -> None:
    found = a_figure(replace(RATIO, target=Target(Operator.EQUAL, Decimal(100))), 9866, 10000)
    values = bullet_values(found)
    assert values is not None
    assert (values.low, values.top, values.ends) == (80, 100, ("80", "100"))
    assert spoken(found).endswith("Gần đạt, thanh vẽ từ 80 đến 100")
    low = bullet_values(a_figure(replace(RATIO, target=Target(Operator.AT_MOST, Decimal(2))), 9866, 10000))
    assert low is not None
    assert (low.low, low.top, low.ends) == (pytest.approx(1.6), pytest.approx(2.4), ("1,6", "2,4"))


def test_a_value_beyond_a_zoomed_scale_ends_in_an_arrow(looks: QApplication) -> None:
    edge = theme().state(State.MISSED).text
    for value, side in ((20.0, 0), (120.0, 185)):
        image = bar(BulletValues(State.MISSED, value, 90, 100, low=80))
        assert coloured(image.copy(side, 0, 12, 30), edge) > 4


def bar(values: Drawing) -> QImage:
    image = QImage(202, 30, QImage.Format.Format_ARGB32)
    image.fill(theme().colour("surface"))
    painter = QPainter(image)
    paint_drawing(painter, QRectF(0, 0, 202, 30), values)
    painter.end()
    return image


def test_a_count_shows_where_it_should_be_by_today(looks: QApplication) -> None:
    indicator = replace(RATIO, kind=Kind.COUNT, target=Target(Operator.AT_LEAST, Decimal(100)))
    pooled = Pooled(value=Decimal(30), reported=1)
    question = Question("KH", indicator, None, H1, indicator.target, date(2023, 6, 20), date(2023, 7, 1), Decimal(5))
    count = figure(question, pooled, Coverage(1, 1))
    share = elapsed_share(Windows(), H1, date(2023, 7, 1))
    assert share == Fraction(182, 365)  # 15/12/2022 to 14/6/2023
    values = bullet_values(count, share)
    assert values is not None
    assert values.expected == pytest.approx(100 * 182 / 365)
    least = replace(count, threshold=replace(count.threshold, operator=Operator.AT_MOST))  # type: ignore[type-var]
    assert bullet_values(least, share).expected is None  # type: ignore[union-attr]  # a ceiling is not grown towards
    own = replace(count, target=Target(Operator.AT_LEAST, Decimal(40)))
    assert bullet_values(own, share).expected is None  # type: ignore[union-attr]  # the period's own target
    assert elapsed_share(Windows(), Period(2023, Span.Q2), date(2023, 7, 1)) is None


def test_a_rank_says_how_it_moved_and_grades_stand_in_their_boxes(looks: QApplication) -> None:
    rank = replace(a_figure(), value=Fraction(50), last_year=Fraction(52), indicator=replace(RATIO, kind=Kind.RANK))
    assert drawing_of(rank, Scale()) == RankValues(2, "tăng 2 bậc")
    assert drawing_of(replace(rank, last_year=Fraction(50)), Scale()) == RankValues(0, "như năm trước")
    assert drawing_of(replace(rank, last_year=Fraction(49)), Scale()) == RankValues(-1, "giảm 1 bậc")
    assert drawing_of(replace(rank, last_year=None), Scale()) is None
    names = ("Tốt", "Khá", "Trung bình", "Yếu")
    threshold = Threshold(Operator.AT_LEAST, Fraction(2))
    grade = replace(rank, indicator=replace(RATIO, kind=Kind.GRADE), value=Fraction(3), threshold=threshold)
    boxes = drawing_of(replace(grade, state=State.MISSED), Scale(names))
    assert boxes == GradeValues(State.MISSED, names, 2, (0, 1))
    filled = coloured(bar(boxes), theme().state(State.MISSED).fill)
    assert filled > 20, "the box that is reached"
    done = replace(rank, indicator=replace(RATIO, kind=Kind.YES_NO), value=Fraction(1), state=State.MET)
    assert drawing_of(done, Scale()) == YesNoValues(State.MET, "Có")
    for drawing in (RankValues(2, "tăng 2 bậc"), RankValues(-2, "giảm 2 bậc"), YesNoValues(State.MET, "Có")):
        assert coloured(bar(drawing), theme().colour("surface")) < 101 * 15, "something is drawn"


def test_without_a_value_the_track_is_empty_and_the_state_stands_in_it(looks: QApplication) -> None:
    empty = bar(BulletValues(State.NO_DATA, None, 65, 100))
    assert coloured(empty, theme().colour("track")) > 50
    assert coloured(empty, theme().state(State.NO_DATA).text) > 0


def test_a_figure_to_check_shows_no_rate(looks: QApplication) -> None:
    found = a_figure(RATIO, 1080, 97)
    assert found.state is State.TO_CHECK
    assert value_text(found) == "xem lỗi"
    values = bullet_values(found)
    assert values is not None
    assert values.value is None


def test_a_missed_target_never_looks_met_by_rounding(looks: QApplication) -> None:
    found = a_figure(RATIO, 649999, 1000000)
    assert value_text(found) == "64,9999%"
    assert gap_text(found) == "−0,0001"
    assert gap_words(found) == "Thiếu 0,0001 điểm %"


@pytest.mark.parametrize(
    ("kind", "target", "text"),
    [
        (Kind.RATIO, Target(Operator.AT_LEAST, Decimal(65)), "≥ 65%"),
        (Kind.RATIO, Target(Operator.LESS_THAN, Decimal("2.5")), "< 2,5%"),
        (Kind.RATIO, Target(Operator.RANGE, Decimal(80), Decimal(90)), "80% – 90%"),
        (Kind.COUNT, Target(Operator.REDUCE, Decimal(10)), "−10% so với năm trước"),
        (Kind.GRADE, Target(Operator.AT_LEAST, grade="Khá"), "từ Khá"),
        (Kind.RANK, Target(Operator.BETTER), "hơn năm trước"),
        (Kind.YES_NO, Target(Operator.EQUAL, Decimal(1)), "Có"),
    ],
)
def test_a_target_reads_as_officials_write_it(kind: Kind, target: Target, text: str, looks: QApplication) -> None:
    assert target_text(replace(RATIO, kind=kind), target) == text


def test_a_limit_is_passed_not_lacked(looks: QApplication) -> None:
    limit = replace(RATIO, target=Target(Operator.AT_MOST, Decimal(5)))
    assert gap_words(a_figure(limit, 8, 100)) == "Vượt mức 3,00 điểm %"
    assert gap_words(a_figure(limit, 1, 100)) == "Thấp hơn mức tối đa 4,00 điểm %"
    whole = replace(RATIO, target=Target(Operator.EQUAL, Decimal(50)))
    assert [gap_words(a_figure(whole, part, 100)) for part in (40, 60)] == [
        "Thiếu 10,00 điểm %",
        "Vượt mức 10,00 điểm %",
    ]


def test_what_is_done_or_not_lacks_no_number(looks: QApplication) -> None:
    task = replace(RATIO, kind=Kind.YES_NO, target=Target(Operator.EQUAL, Decimal(1)))
    found = replace(a_figure(), indicator=task, value=Fraction(0), gap=Fraction(-1), target=task.target)
    assert (gap_text(found), gap_words(found)) == ("–", "Chưa hoàn thành")
    done = replace(found, value=Fraction(1), gap=Fraction(0))
    assert (gap_text(done), gap_words(done)) == ("–", "")


@pytest.mark.parametrize(
    ("kind", "target", "text"),
    [
        (Kind.COUNT, Target(Operator.REDUCE, Decimal(10)), "−10% so với 2022"),
        (Kind.RANK, Target(Operator.BETTER, Decimal(16)), "+16 bậc so với 2022"),
        (Kind.SCORE, Target(Operator.BETTER), "hơn năm 2022"),
        (Kind.COUNT, Target(Operator.REDUCE), "dưới năm 2022"),
    ],
)
def test_a_figure_names_the_year_that_its_target_looks_back_at(
    kind: Kind, target: Target, text: str, looks: QApplication
) -> None:
    figure = replace(a_figure(), indicator=replace(RATIO, kind=kind, target=target), target=target)
    assert figure_target_text(figure) == text


def test_where_there_is_little_room_a_rank_says_how_many_places_and_the_arrow_which_way(
    looks: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, _rect, _flags, text: drawn.append(text))
    for width in (66, 200):
        painter = QPainter(image := QImage(width, 20, QImage.Format.Format_ARGB32))
        paint_drawing(painter, QRectF(0, 0, width, 20), RankValues(-16, "giảm 16 bậc"))
        painter.end()
        assert not image.isNull()
    assert drawn == ["16 bậc", "giảm 16 bậc"]


def test_every_state_has_a_word_of_its_own(looks: QApplication) -> None:
    assert len({state_word(state) for state in State}) == len(State)


def test_folding_forgets_tones_and_case() -> None:
    assert fold("Xã Đắc Tôi") == "xa dac toi"


def test_a_long_text_is_wrapped_between_words_and_elided_at_the_end(qapp: QApplication) -> None:
    metrics = theme().font(12)
    from PySide6.QtGui import QFontMetrics

    measure = QFontMetrics(metrics)
    width = measure.horizontalAdvance("Còn phải làm: 3.368")
    lines = wrapped("Còn phải làm: 3.368 hồ sơ trong 126 ngày làm việc nữa", measure, width, 2)
    assert lines[0] == "Còn phải làm: 3.368"
    assert lines[1].endswith("…")
    assert wrapped("ngắn", measure, width, 2) == ["ngắn"]


def test_a_value_without_a_number_has_no_needle(looks: QApplication) -> None:
    found = a_figure()
    assert found.state is State.NO_DATA
    assert gauge_values(found).value is None
    assert value_text(found) == "–"
    assert found.value is None
    assert Fraction(0) != found.value


def test_a_day_is_typed_into_the_popup_and_nonsense_is_marked(qtbot: QtBot) -> None:
    chosen: list[date | None] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = DayPicker(parent, date(2026, 11, 21), chosen.append)
    popup.typed.clear()
    QTest.keyClicks(popup.typed, "31/6/2023")
    QTest.keyClick(popup.typed, Qt.Key.Key_Return)
    assert popup.typed.property("invalid") is True
    assert "31/6/2023" in popup.typed.toolTip()
    assert chosen == []
    popup.typed.clear()
    QTest.keyClicks(popup.typed, "16/6/2023")
    assert popup.typed.property("invalid") is False
    QTest.keyClick(popup.typed, Qt.Key.Key_Return)
    assert chosen == [date(2023, 6, 16)]
