"""A button of several lines: as high as what is laid out in it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy


class TallButton(QPushButton):
    """Lay out in it what label() gives; clicks go through them to the button."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("tall", True)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def label(self, text: str, role: str) -> QLabel:
        """Return a label for the layout of this button."""
        label = QLabel(text)
        label.setProperty("role", role)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
