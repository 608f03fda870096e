"""How the paragraph styles of the built-in template look, for whoever draws a report without Word."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from docx.oxml.ns import qn

from reports.word.builtin import builtin_template

_TWIPS_PER_POINT = 20


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph's look, lengths in points: first is how far its first line stands in, line the space of its lines in
    the letters' own; side is left, center, right or both."""

    points: float = 10.0
    bold: bool = False
    italic: bool = False
    side: str = "left"
    left: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    keeps_next: bool = False
    joins_like: bool = False


@cache
def looks() -> Mapping[str, Look]:
    """Return the looks of all paragraph styles by their ids."""
    styles = builtin_template().styles.element
    by_id = {each.get(qn("w:styleId")): each for each in styles.findall(qn("w:style"))}
    defaults = styles.find(qn("w:docDefaults"))
    return {code: _look([defaults, *_chain(style, by_id)]) for code, style in by_id.items()}


def _chain(style: Any, by_id: Mapping[str, Any]) -> list[Any]:
    based = style.find(qn("w:basedOn"))
    return [*(_chain(by_id[based.get(qn("w:val"))], by_id) if based is not None else []), style]


def _look(chain: list[Any]) -> Look:
    """Return what holds of a chain of styles, the later before the earlier."""
    said: dict[str, Any] = {}
    for each in chain:
        said |= {name: value for name in _NAMES if (value := _value(each, name)) is not None}
    return Look(**said)


_NAMES = tuple(each.name for each in fields(Look))
_PLACES = {
    "points": ("w:sz", "w:val"),
    "side": ("w:jc", "w:val"),
    "left": ("w:ind", "w:left"),
    "first": ("w:ind", "w:firstLine"),
    "before": ("w:spacing", "w:before"),
    "after": ("w:spacing", "w:after"),
    "line": ("w:spacing", "w:line"),
    "bold": ("w:b", "w:val"),
    "italic": ("w:i", "w:val"),
    "keeps_next": ("w:keepNext", "w:val"),
    "joins_like": ("w:contextualSpacing", "w:val"),
}
_SCALES = {"points": 2, "line": 240}


def _value(style: Any, name: str) -> Any:
    tag, attribute = _PLACES[name]
    found = next(style.iter(qn(tag)), None)
    given = None if found is None else found.get(qn(attribute))
    if tag in ("w:b", "w:i", "w:keepNext", "w:contextualSpacing"):
        return None if found is None else given not in ("0", "false")
    if name == "first" and found is not None and found.get(qn("w:hanging")) is not None:
        return -int(found.get(qn("w:hanging"))) / _TWIPS_PER_POINT
    if given is None:
        return None
    return given if name == "side" else int(given) / _SCALES.get(name, _TWIPS_PER_POINT)
