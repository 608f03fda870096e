"""Colours, sizes, fonts and icons by role. A theme is data: resources/themes; no page names a colour."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QJsonDocument, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from ui.resources import resource, resource_text

if TYPE_CHECKING:
    from models.progress import State

BODY_POINTS = 9.75
ICON_UNITS = (16, 18)
FAMILIES = ("Segoe UI", "Noto Sans")
_ROLE = re.compile(r"\{\{(\w+)\}\}")
_PIXELS = re.compile(r"(\d+)u\b")
_POINTS = re.compile(r"(\d+)pt\b")


class StateColours(NamedTuple):
    """The three colours of a state: of its word, its mark and what lies behind."""

    text: QColor
    fill: QColor
    soft: QColor


class Theme:
    """One theme at one size of text. Sizes are in the design's units: 13 units are one line of body text at 100 %."""

    def __init__(self, name: str, font_percent: int = 100) -> None:
        self.name = name
        self.font_percent = font_percent
        self._colours: dict[str, str] = _read(resource_text("themes", f"{name}.json"))
        self._icons: dict[tuple[str, str], QIcon] = {}
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._drawings: dict[tuple[str, str], QSvgRenderer] = {}

    @cached_property
    def scale(self) -> float:
        """Pixels of one design unit."""
        return self.font_percent / 100 * QGuiApplication.primaryScreen().logicalDotsPerInch() / 96

    def px(self, units: float) -> int:
        """Return a length of the design in pixels."""
        return round(units * self.scale)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, such as text, muted, accent, border, grid, surface2, track."""
        return QColor(self._colours[role])

    def state(self, state: "State") -> StateColours:
        """Return the colours of a state."""
        return StateColours(*(self.colour(f"{state.value}_{part}") for part in ("text", "fill", "soft")))

    def font(self, units: float = 13, *, bold: bool = False) -> QFont:
        """Return the program's font; sizes of the design: 19 title, 13 body, 12 secondary, 11 axis labels."""
        if (units, bold) not in self._fonts:
            font = QFont(QApplication.font())
            font.setPointSizeF(units * BODY_POINTS / 13 * self.font_percent / 100)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._fonts[units, bold] = font
        return QFont(self._fonts[units, bold])

    def icon(self, name: str, role: str = "text2", *, gap: int = 0) -> QIcon:
        """Return an icon of resources/icons in the colour of a role, paler where disabled, accent where checked.

        gap: so many units of room are left on its right, where the style would put a text too near."""
        key = (name, f"{role} {gap}")
        if key not in self._icons:
            icon = QIcon()
            for units in ICON_UNITS:
                size = self.px(units)
                icon.addPixmap(self.pixmap(name, role, size, self.px(gap)), QIcon.Mode.Normal, QIcon.State.Off)
                icon.addPixmap(self.pixmap(name, "disabled", size, self.px(gap)), QIcon.Mode.Disabled, QIcon.State.Off)
                if role != "on_accent":
                    icon.addPixmap(self.pixmap(name, "accent", size, self.px(gap)), QIcon.Mode.Normal, QIcon.State.On)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, role: str = "text2", size: int = 16, gap: int = 0) -> QPixmap:
        """Return an icon as a picture of that many pixels, sharp on dense screens."""
        density = QGuiApplication.primaryScreen().devicePixelRatio()
        picture = QPixmap(QSize(size + gap, size) * density)
        picture.setDevicePixelRatio(density)
        picture.fill(QColor(0, 0, 0, 0))  # Qt.GlobalColor would load all enums of Qt, 16 ms before the first paint
        painter = QPainter(picture)
        self.paint_icon(painter, QRectF(0, 0, size, size), name, role)
        painter.end()
        return picture

    def paint_icon(self, painter: QPainter, rect: QRectF, name: str, role: str = "text2") -> None:
        """Draw an icon in the colour of a role."""
        key = (name, role)
        if key not in self._drawings:
            drawing = resource_text("icons", f"{name}.svg").replace("currentColor", self._colours[role])
            self._drawings[key] = QSvgRenderer(QByteArray(drawing.encode()))
        self._drawings[key].render(painter, rect)

    def stylesheet(self) -> str:
        """Return base.qss with colours for {{roles}}, pixels for lengths such as 12u, points by size of text."""
        pictures = {name: resource("themes", f"{name}-{self.name}.svg").as_posix() for name in ("arrow", "tick")}
        roles = {**self._colours, **pictures}
        sheet = _ROLE.sub(lambda found: roles[found[1]], resource_text("themes", "base.qss"))
        sheet = _POINTS.sub(lambda found: f"{int(found[1]) * self.font_percent / 100:g}pt", sheet)
        return _PIXELS.sub(lambda found: f"{self.px(int(found[1]))}px", sheet)

    def palette(self) -> QPalette:
        """Return the palette for what no style sheet reaches."""
        roles = QPalette.ColorRole
        pairs = {
            roles.Window: "win",
            roles.WindowText: "text",
            roles.Base: "surface",
            roles.AlternateBase: "surface2",
            roles.Text: "text",
            roles.Button: "surface",
            roles.ButtonText: "text",
            roles.ToolTipBase: "surface",
            roles.ToolTipText: "text",
            roles.PlaceholderText: "muted",
            roles.Highlight: "accent",
            roles.HighlightedText: "on_accent",
            roles.Link: "accent",
            roles.Mid: "border",
        }
        palette = QPalette()
        for role, name in pairs.items():
            palette.setColor(role, self.colour(name))
        for role in (roles.Text, roles.WindowText, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette


class PaperTheme(Theme):
    """The light theme where a dot is not the screen's: on paper, and in pictures of so many dots per inch.

    Fonts are in dots too, since a printer's idea of a point is not the screen's."""

    def __init__(self, dots_per_inch: float) -> None:
        super().__init__("light")
        self._dots_per_inch = dots_per_inch

    @cached_property
    def scale(self) -> float:
        """Dots of one design unit."""
        return self._dots_per_inch / 96

    def font(self, units: float = 13, *, bold: bool = False) -> QFont:
        """Return the program's font, sized in dots."""
        font = super().font(units, bold=bold)
        font.setPixelSize(max(1, self.px(units)))
        return font


_themes: list[Theme] = []


def theme() -> Theme:
    """Return the theme in use; the light one before any is chosen."""
    if not _themes:
        _themes.append(Theme("light"))
    return _themes[0]


class SizedTheme(Theme):
    """A theme at a size of its own, whatever the screen: pixels of one design unit are given, fonts follow them."""

    def __init__(self, name: str, scale: float) -> None:
        super().__init__(name)
        self.scale = scale

    def px(self, units: float) -> int:
        """Return a length of the design in pixels, never none of what there is."""
        return max(round(units * self.scale), 1 if units > 0 else 0)

    def font(self, units: float = 13, *, bold: bool = False) -> QFont:
        """Return the program's font in pixels: the same on every device."""
        font = super().font(units, bold=bold)
        font.setPixelSize(max(1, round(units * self.scale)))
        return font


def print_theme() -> Theme:
    """Return the theme of paper and pictures: light, a design unit one pixel of 96 to the inch."""
    return SizedTheme("light", 1.0)


def use_theme(choice: str, font_percent: int) -> Theme:
    """Make a theme the one in use: system, light or dark. Windows made before keep their icons, so make them anew."""
    _themes[:] = [Theme(_chosen(choice), font_percent)]
    app = QApplication.instance()
    if isinstance(app, QApplication):
        font = QFont()
        font.setFamilies([*FAMILIES, font.family()])
        font.setPointSizeF(BODY_POINTS * font_percent / 100)
        app.setFont(font)
        app.setPalette(_themes[0].palette())
        app.setStyleSheet(_themes[0].stylesheet())
    return _themes[0]


def _chosen(choice: str) -> str:
    if choice in ("light", "dark"):
        return choice
    return "dark" if QApplication.style().standardPalette().window().color().lightness() < 128 else "light"


def _read(text: str) -> dict[str, str]:
    found: dict[str, str] = QJsonDocument.fromJson(QByteArray(text.encode())).toVariant()
    return found


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of base.qss, such as title, secondary, panel or primary; also after it was shown."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
