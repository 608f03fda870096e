"""What people wrote into a report, as its blocks: word for word."""

from collections.abc import Iterator
from unicodedata import normalize

from reports.document import Block, Paragraph, Run, Style, tied

_MARKS = ("-", "+", "–", "•")


def written_blocks(text: str) -> Iterator[Block]:
    """Yield what people wrote, word for word: a paragraph a line, a point where it begins with a dash or a plus."""
    for line in normalize("NFC", text).splitlines():
        if said := line.strip():
            yield _point(said) if said.startswith(_MARKS) else Paragraph((Run(tied(said)),))


def _point(said: str) -> Paragraph:
    """Return a point; what follows the mark at once, as in "-Rà soát" or "-5%", is a point only where it is words."""
    mark, rest = said[0], said[1:]
    if rest[:1].isdigit() or not rest.strip():
        return Paragraph((Run(tied(said)),))
    return Paragraph((Run(tied(f"{mark} {rest.lstrip()}")),), Style.POINT)
