"""The plan's text with a numbered mark at each proposal; numbers that gave none are underlined."""

from collections.abc import Sequence, Set
from itertools import chain

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from ui.theme import theme

Span = tuple[int, int]
_LINE_PERCENT = 145


class SourceView(QTextBrowser):
    """Shows a text; places are counted from 1. chosen: the place of the mark that was pressed."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._spans: dict[int, Span] = {}
        self._left: list[Span] = []
        self._next_left = 0
        self._decided: frozenset[int] = frozenset()
        self.place = 0
        self.setAccessibleName(self.tr("The plan's text"))
        self.setProperty("role", "source")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # files dropped here are for the page
        self.document().setDocumentMargin(theme().px(12))
        self.anchorClicked.connect(self._pressed)

    def show_text(self, text: str, marks: Sequence[Span], left: Sequence[Span]) -> None:
        """Show a text with its marks in their order and the numbers left over, all in code points of the text."""
        self._spans, self._left, self._next_left, self.place = {}, [], 0, 0
        self._decided = frozenset()
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(spacing)
        plain, end = QTextCharFormat(), 0
        numbered = ((start, stop, place) for place, (start, stop) in enumerate(marks, 1))
        for start, stop, place in sorted(chain(numbered, ((start, stop, 0) for start, stop in left))):
            if start < end:
                continue  # a second proposal within the same words has the mark of the first
            cursor.insertText(text[end:start], plain)
            first = cursor.position()
            cursor.insertText(text[start:stop], _marked(place) if place else _left_over())
            if place:
                self._spans[place] = first, cursor.position()
                cursor.insertText(f"\u00a0{place}", _raised(place))
            else:
                self._left.append((first, cursor.position()))
            end = stop
        cursor.insertText(text[end:], plain)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._show_chosen()

    def choose(self, place: int) -> None:
        """Show the mark of a place as chosen, and bring it into sight."""
        self.place = place
        self._show_chosen()
        if (span := self._spans.get(place)) is not None:
            self._bring(span)

    def show_decided(self, places: Set[int]) -> None:
        """Show the marks of places of which all was accepted or refused as done with."""
        self._decided = frozenset(places)
        self._show_chosen()

    def next_left_over(self) -> None:
        """Choose the next number that gave no proposal."""
        if self._left:
            first, last = self._left[self._next_left % len(self._left)]
            self._next_left += 1
            cursor = QTextCursor(self.document())
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _bring(self, span: Span) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[1])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _show_chosen(self) -> None:
        marked = [self._painted(place, "met_soft", "met_text") for place in self._decided if place in self._spans]
        if self.place in self._spans:
            marked.append(self._painted(self.place, "accent", "on_accent"))
        self.setExtraSelections(marked)

    def _painted(self, place: int, ground: str, ink: str) -> QTextEdit.ExtraSelection:
        made, (first, last) = QTextEdit.ExtraSelection(), self._spans[place]
        made.cursor = QTextCursor(self.document())
        made.cursor.setPosition(first)
        made.cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        made.format.setBackground(theme().colour(ground))
        made.format.setForeground(theme().colour(ink))
        return made

    def _pressed(self, link: QUrl) -> None:
        self.chosen.emit(int(link.toString()))


def _link(place: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setAnchor(True)
    made.setAnchorHref(str(place))
    made.setForeground(theme().colour("accent"))
    made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _marked(place: int) -> QTextCharFormat:
    made = _link(place)
    made.setBackground(theme().colour("accent_soft"))
    return made


def _raised(place: int) -> QTextCharFormat:
    made = _link(place)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return made


def _left_over() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(theme().colour("warning_text"))
    made.setForeground(theme().colour("warning_text"))
    return made
