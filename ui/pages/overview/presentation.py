"""The figures for a meeting room: one to a screen, large, worst first; arrow keys step, Esc leaves."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from models.progress import Figure
from ui.pages.overview.picture import LEFT, RIGHT, WRAPPED, Snapshot, gap_line, paint_form, write
from ui.pages.overview.summary import counted_states
from ui.texts import coverage_text, state_word
from ui.theme import SizedTheme, theme
from ui.widgets.figure_drawing import spoken
from ui.widgets.state_mark import paint_state, paint_state_mark

WIDTH, HEIGHT = 1000.0, 562.0  # the units that a slide is laid out in
translate = QCoreApplication.translate
NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class Presentation(QWidget):
    """A window of its own. The first slide counts; each other one is an indicator. closed: it was left."""

    closed = Signal()

    def __init__(self, shot: Snapshot, start: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(shot.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._shot = shot
        self._slides: list[Figure | None] = [None, *shot.figures]
        codes = [each.indicator.code if each else "" for each in self._slides]
        self.place = codes.index(start) if start in codes else 0
        self._say()

    @property
    def figure(self) -> Figure | None:
        """The figure that is shown; None on the first slide."""
        return self._slides[self.place]

    def step(self, by: int) -> None:
        """Show another slide; the first and the last stay where they are."""
        self.place = max(0, min(len(self._slides) - 1, self.place + by))
        self._say()
        self.update()

    def _say(self) -> None:
        self.setAccessibleName(spoken(self.figure) if self.figure else f"{self._shot.title}. {self._shot.coverage}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_F11:
                self.close()
            case Qt.Key.Key_Home:
                self.step(-len(self._slides))
            case Qt.Key.Key_End:
                self.step(len(self._slides))
            case key if key in NEXT:
                self.step(1)
            case key if key in BACK:
                self.step(-1)
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.step(-1 if event.button() is Qt.MouseButton.RightButton else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("surface"))
        painter.translate((self.width() - WIDTH * scale) / 2, (self.height() - HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        slide = _Slide(painter, self._shot, SizedTheme(theme().name, 1.0))
        slide.draw_frame(f"{self.place + 1}/{len(self._slides)}")
        if self.figure is None:
            slide.draw_counts()
        else:
            slide.draw_figure(self.figure)
        painter.end()


class _Slide:
    """Draws one slide in its own units."""

    def __init__(self, painter: QPainter, shot: Snapshot, look: SizedTheme) -> None:
        self._painter, self._shot, self._look = painter, shot, look

    def _write(
        self, rect: QRectF, text: str, units: float, role: str = "text", flags: int | Qt.AlignmentFlag = LEFT,
        *, bold: bool = False,
    ) -> None:  # fmt: skip
        write(self._painter, rect, text, self._look.font(units, bold=bold), self._look.colour(role), flags)

    def draw_frame(self, number: str) -> None:
        """Draw what every slide says: whose figures, of which days, how many have reported."""
        shot = self._shot
        self._write(QRectF(40, 22, 680, 24), shot.title, 18, "text2", bold=True)
        if shot.is_illustrative:
            mark = translate("Presentation", "illustrative figures")
            self._write(QRectF(720, 22, 240, 24), mark, 15, "text", RIGHT, bold=True)
        self._write(QRectF(40, 46, 920, 20), f"{shot.office} · {shot.window} · {shot.day}", 13, "text2")
        self._write(QRectF(40, 524, 860, 22), f"{shot.coverage} · {shot.lacking}".strip(" ·"), 13, "text2")
        self._write(QRectF(860, 524, 100, 22), number, 13, "text2", RIGHT)

    def draw_counts(self) -> None:
        """Draw how many indicators are in each state."""
        states = [state for state in counted_states(self._shot.counts) if self._shot.counts[state]]
        height = min(70.0, 400 / max(1, len(states)))
        for place, state in enumerate(states):
            top = 100 + place * height
            size = height * 0.62
            paint_state_mark(self._painter, QRectF(290, top + (height - size) / 2, size, size), state, self._look)
            count = QRectF(330, top, 100, height)
            self._write(count, str(self._shot.counts[state]), height * 0.62, "text", RIGHT, bold=True)
            self._painter.setPen(self._look.state(state).text)
            self._write(QRectF(454, top, 500, height), state_word(state), height * 0.42, "text", LEFT)

    def draw_figure(self, figure: Figure) -> None:
        """Draw an indicator: its name, its form, and beside it what is missing and who must do it."""
        look = self._look
        self._write(QRectF(40, 82, 920, 80), figure.indicator.name, 25, "text", WRAPPED, bold=True)
        paint_form(self._painter, QRectF(40, 180, 430, 320), figure, self._shot.scale, look, 64)
        self._painter.save()
        self._painter.translate(510, 190)
        self._painter.scale(1.5, 1.5)
        self._painter.setFont(look.font(15, bold=True))
        provisional = translate("Presentation", "provisional")
        suffix = f" · {provisional}" if figure.is_provisional else ""
        paint_state(self._painter, QRectF(0, 0, 300, 22), figure.state, look, suffix=suffix)
        self._painter.restore()
        self._write(QRectF(510, 236, 450, 80), gap_line(figure), 34, "text", WRAPPED, bold=True)
        self._write(QRectF(510, 322, 450, 180), "\n".join(self._said(figure)), 19, "text", WRAPPED)

    def _said(self, figure: Figure) -> list[str]:
        lines = [self._shot.remaining.get(figure.indicator.code, "")]
        if figure.indicator.lead:
            lines.append(translate("Presentation", "Lead: {lead}").format(lead=figure.indicator.lead))
        if figure.expected_units > 1:
            lines.append(
                translate("Presentation", "{coverage} units have reported").format(coverage=coverage_text(figure))
            )
        lines.append(figure.indicator.code)
        return [line for line in lines if line]
