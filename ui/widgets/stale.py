"""Figures that are being computed anew stay on the screen, greyed, until the new ones are there."""

from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

STALE = 0.45  # how much is seen of them


def set_stale(widget: QWidget, *, is_stale: bool) -> None:
    """Grey what a widget shows, or no more."""
    effect = None
    if is_stale:
        effect = QGraphicsOpacityEffect(widget)
        effect.setOpacity(STALE)
    widget.setGraphicsEffect(effect)  # type: ignore[arg-type]  # None takes it away
