"""What remains to be done for a figure, in one sentence."""

from models.progress import Figure
from ui.session import Session


def remaining_text(session: Session, figure: Figure) -> str:
    """Return how much is still to be done to reach the year's target; empty where that has no meaning."""
    return ""
