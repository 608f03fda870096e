"""What every page is: it takes the session, shows what the context names, and refreshes when told."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.session import Session, View

if TYPE_CHECKING:
    from models.store.changes import Changes


class Page(QWidget):
    """One page of the frame. The window makes it when it is first shown and anew when theme or language change."""

    view: ClassVar[View] = View()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.first: QWidget = self

    def refresh(self, changes: "Changes | None") -> None:
        """Read and show. None: the context is another, read all; else what changed since the last refresh.

        The window calls it only while the page is visible, and never for what the page itself wrote."""
        raise NotImplementedError

    def reveal(self, indicator: str | None) -> None:
        """Put the cursor on an indicator, by its code; called after refresh when somebody was led here."""

    def open_part(self, part: str) -> None:
        """Open a part of the page by its name; called after refresh when somebody was led there. Empty: none."""

    def take_focus(self) -> None:
        """Put the keyboard where the page's work is. No focus proxy: Tab would fall into it past all that is above."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_leave(self) -> bool:
        """Commit what is being typed and return True; False keeps the person on this page."""
        return True
