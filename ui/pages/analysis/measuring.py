"""How wide texts are."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontMetrics

MOST_MEASURED = 24  # of the longest: the widest is among them, and a country has thousands of names


def widest(texts: Iterable[str], font: QFont) -> int:
    """Return the width of the widest of some texts."""
    metrics = QFontMetrics(font)
    longest = sorted(texts, key=len, reverse=True)[:MOST_MEASURED]
    return max(map(metrics.horizontalAdvance, longest), default=0)
