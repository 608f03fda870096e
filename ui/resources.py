"""The one loader of what lies in resources/."""

from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a file in resources/."""
    return ROOT.joinpath(*parts)


@cache
def resource_text(*parts: str) -> str:
    """Return the text of a file in resources/."""
    return resource(*parts).read_text("utf-8")
