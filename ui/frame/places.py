"""The places a person has seen, to go back and forward through."""

from typing import NamedTuple

from ui.context import Context


class Place(NamedTuple):
    """Where a person was: a page, and what it looked at."""

    page: str
    context: Context


class Places:
    """What lies behind and, after going back, what lies ahead."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember a place that is left for a new one."""
        self._behind.append(place)
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place before this one; None where there is none."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """Return the place that was left by going back; None where there is none."""
        return self._step(self._ahead, self._behind, here)

    def clear(self) -> None:
        """Forget all: another file."""
        self._behind.clear()
        self._ahead.clear()

    def _step(self, source: list[Place], target: list[Place], here: Place) -> Place | None:
        if not source:
            return None
        target.append(here)
        return source.pop()
