"""Every figure in a bookmark of its own, whose name says which figure it is."""

import re
from functools import lru_cache

from reports.document import Source

_LONGEST_NAME = 40  # Word's limit
_NOT_IN_NAMES = re.compile(r"\W+")
NUMBER_IN_NAME = re.compile(r"so(\d+)(?:_|$)")


def bookmark_name(number: int, source: Source) -> str:
    """Return a figure's name: its number in the document, then what it is for whoever looks at Word's bookmarks."""
    parts = (source.indicator, source.unit, source.period, source.measure, source.what)
    return "_".join([f"so{number}", *[_plain(part) for part in parts if part]])[:_LONGEST_NAME]


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    return _NOT_IN_NAMES.sub("_", text)


def figure_number(name: str) -> int | None:
    """Return which figure of the ledger a bookmark binds, counted from 1; None for a bookmark of another sort."""
    found = NUMBER_IN_NAME.match(name)
    return int(found[1]) if found else None


def bound(content: str, number: int, source: Source) -> str:
    """Return a run inside its figure's bookmark."""
    name = bookmark_name(number, source)
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
