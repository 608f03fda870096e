"""A label that ends in an ellipsis where it does not fit, and says all in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """One line, or a few: set_lines says how many there is room for."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_lines(self, lines: int) -> None:
        """Wrap into at most so many lines."""
        self._lines = lines
        self.updateGeometry()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().lineSpacing() * self._lines)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        metrics = self.fontMetrics()
        room = max(1, min(self._lines, round(self.height() / metrics.lineSpacing())))
        for number, line in enumerate(wrapped(self.text(), metrics, self.width(), room)):
            top = number * metrics.lineSpacing()
            flags = (self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignTop
            painter.drawText(0, top, self.width(), metrics.lineSpacing(), flags, line)
        painter.end()


def wrapped(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """Break a text between words into at most so many lines; the last one is elided."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines - 1:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
            count += 1
        found.append(" ".join(words[:count]))
        words = words[count:]
    rest = " ".join(words)
    return [*found, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else found
