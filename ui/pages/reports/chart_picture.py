"""A chart of the preview as a picture: painted as it is on paper, sharp at the size it is shown."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from reports.chart import Chart
from ui.printing.charts import chart_item
from ui.printing.measure import PER_INCH, PER_MM

WIDTH_MM = 160.0  # of the text on an upright page
SCREEN_DOTS = 96


def chart_size(chart: Chart, percent: int) -> QSize:
    """Return the size of a chart on the screen, in pixels, at so many percent of paper."""
    scale = SCREEN_DOTS / PER_INCH * percent / 100
    return QSize(round(WIDTH_MM * PER_MM * scale), round(chart_item(chart, WIDTH_MM * PER_MM).height * scale))


def chart_picture(chart: Chart, percent: int, density: float) -> QImage:
    """Return a chart as a picture; density is how many dots of the screen stand for a pixel."""
    size = chart_size(chart, percent)
    picture = QImage(size * density, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(density)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = SCREEN_DOTS / PER_INCH * percent / 100
    painter.scale(scale, scale)
    chart_item(chart, WIDTH_MM * PER_MM).paint(painter, 0, 0)
    painter.end()
    return picture
