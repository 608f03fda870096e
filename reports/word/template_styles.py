"""The styles and lists that a report is written in, brought into an office's template where it has none of its own."""

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.parts.numbering import NumberingPart
from docx.parts.styles import StylesPart

from reports.word.markup import MAIN

_NAMED = re.compile(r'(<w:(pStyle|tblStyle|numId) w:val=")([^"]*)(?=")')
_RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz",
    "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
)  # fmt: skip


@dataclass(frozen=True)
class Names:
    """What the writer's styles and lists are called in a template.

    What a template's own styles leave out their paragraphs get themselves: numbered (list, level), and held to the
    next paragraph."""

    styles: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    numbered: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    held: frozenset[str] = frozenset()

    def translated(self, markup: str) -> str:
        """Return markup of the writer with the template's names."""
        if all(own == theirs for names in (self.styles, self.lists) for own, theirs in names.items()):
            return markup
        return _NAMED.sub(self._name, markup)

    def complete(self, elements: Iterable[Any]) -> None:
        """Give paragraphs what the template's own styles leave out."""
        for each in elements:
            if each.tag != qn("w:p"):
                continue
            if each.style in self.held:
                each.get_or_add_pPr().get_or_add_keepNext()
            if each.style in self.numbered:
                number, level = self.numbered[each.style]
                properties = each.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_ilvl().val = int(level)
                properties.get_or_add_numId().val = int(number)

    def _name(self, found: re.Match[str]) -> str:
        names = self.lists if found[2] == "numId" else self.styles
        return found[1] + names.get(found[3], found[3])


def take_over(word: WordFile, builtin: WordFile) -> Names:
    """Bring what is missing into a template, and return the names. What it defines itself stays as it is."""
    theirs, ours = _styles(word, builtin), builtin.styles.element
    own = {each.styleId: found for each in ours.style_lst if (found := _same(each, theirs)) is not None}
    styles = {code: found.styleId for code, found in own.items()}
    taken = {each.styleId for each in theirs.style_lst}
    brought = [each for each in ours.style_lst if each.styleId not in own]
    for each in brought:
        styles[each.styleId] = each.styleId if each.styleId not in taken else f"Cchc{each.styleId}"
    counted = {
        each.styleId: found for each in ours.style_lst if (found := each.find(f".//{qn('w:numPr')}")) is not None
    }
    if all(code in own and _is_numbered(own[code], theirs) for code in counted):
        lists: dict[str, str] = {}
        numbered = {}
    else:
        lists = _bring_lists(word, builtin, styles, set(own))
        numbered = {styles[code]: _numbering(counted[code], lists) for code in counted if code in own}
    held = {each.styleId for code, each in own.items() if _keeps_next(ours, code)}
    names = Names(styles, lists, numbered, frozenset(held))
    defaults = ours.find(qn("w:docDefaults"))
    for each in brought:
        theirs.append(_brought(each, names, defaults))
    return names


def _styles(word: WordFile, builtin: WordFile) -> Any:
    """Return a template's styles; one without any gets the built-in defaults."""
    try:
        word.part.part_related_by(RELATIONSHIP_TYPE.STYLES)
    except KeyError:
        root = parse_xml(f'<w:styles xmlns:w="{MAIN}"/>')
        root.append(deepcopy(builtin.styles.element.find(qn("w:docDefaults"))))
        part = StylesPart(PackURI("/word/cchc-styles.xml"), CONTENT_TYPE.WML_STYLES, root, word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.STYLES)
    return word.styles.element


def _same(style: Any, theirs: Any) -> Any:
    """Return a template's own style for one of ours: the default of its sort, of the same id, or of the same name."""
    of_sort = [each for each in theirs.style_lst if each.get(qn("w:type")) == style.get(qn("w:type"))]
    if style.get(qn("w:default")) is not None:
        return next((each for each in of_sort if each.get(qn("w:default")) in ("1", "true", "on")), None)
    for key in (_id, _name):
        if found := [each for each in of_sort if key(each) == key(style)]:
            return found[0]
    return None


def _id(style: Any) -> str:
    return str(style.styleId)


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "").casefold()


def _keeps_next(ours: Any, code: str) -> bool:
    return bool(ours.xpath(f"w:style[@w:styleId='{code}']/w:pPr/w:keepNext"))


def _is_numbered(style: Any, theirs: Any) -> bool:
    """Return whether a style has a list, its own or that of a style it is based on."""
    by_id = {each.styleId: each for each in theirs.style_lst}
    seen: set[str] = set()
    while style is not None and style.styleId not in seen:
        seen.add(style.styleId)
        if (number := style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")) is not None:
            return bool(number.get(qn("w:val")) != "0")
        style = by_id.get(_base(style))
    return False


def _base(style: Any) -> str:
    based = style.find(qn("w:basedOn"))
    return "" if based is None else based.get(qn("w:val"), "")


def _numbering(properties: Any, lists: Mapping[str, str]) -> tuple[str, str]:
    number, level = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
    return lists[number.get(qn("w:val"))], "0" if level is None else level.get(qn("w:val"))


def _brought(style: Any, names: Names, defaults: Any) -> Any:
    """Return a style of ours for a template: it looks as in ours, whatever the template's plain text is like."""
    new = deepcopy(style)
    new.styleId = names.styles[style.styleId]
    for tag in ("basedOn", "next", "link"):
        for reference in new.findall(qn(f"w:{tag}")):
            reference.set(qn("w:val"), names.styles[reference.get(qn("w:val"))])
    for number in new.iter(qn("w:numId")):
        number.set(qn("w:val"), names.lists[number.get(qn("w:val"))])
    if style.get(qn("w:type")) == "paragraph" and _base(style) in ("", "Normal"):
        for based in new.findall(qn("w:basedOn")):
            new.remove(based)
        _complete(new.get_or_add_rPr(), defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}"), _RUN_ORDER)
        spacing = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}/{qn('w:spacing')}")
        _fill_in(new.get_or_add_pPr().get_or_add_spacing(), spacing)
    return new


def _complete(properties: Any, defaults: Any, order: tuple[str, ...]) -> None:
    for default in defaults:
        found = properties.find(default.tag)
        if found is None:
            properties.append(deepcopy(default))
        else:
            _fill_in(found, default)
    places = {qn(f"w:{name}"): place for place, name in enumerate(order)}
    properties[:] = sorted(properties, key=lambda each: places[each.tag])


def _fill_in(element: Any, default: Any) -> None:
    for key, value in default.attrib.items():
        if element.get(key) is None:
            element.set(key, value)


def _bring_lists(word: WordFile, builtin: WordFile, styles: Mapping[str, str], own: set[str]) -> dict[str, str]:
    """Bring our lists into a template and return their numbers there; a level of a template's own style keeps to it."""
    theirs, ours = _numbering_root(word), builtin.part.numbering_part.element
    first = 1 + max(map(_shape_number, theirs.findall(qn("w:abstractNum"))), default=-1)
    at = len(theirs.xpath("w:numPicBullet | w:abstractNum"))
    shapes = {}
    for place, shape in enumerate(ours.findall(qn("w:abstractNum"))):
        new = deepcopy(shape)
        shapes[shape.get(qn("w:abstractNumId"))] = str(first + place)
        new.set(qn("w:abstractNumId"), str(first + place))
        for level in new.findall(qn("w:lvl")):
            _adapt(level, styles, own)
        theirs.insert(at + place, new)
    lists = {}
    for number in ours.findall(qn("w:num")):
        shape = number.find(qn("w:abstractNumId")).get(qn("w:val"))
        lists[number.get(qn("w:numId"))] = str(theirs.add_num(int(shapes[shape])).numId)
    return lists


def _shape_number(shape: Any) -> int:
    return int(shape.get(qn("w:abstractNumId"), "0"))


def _numbering_root(word: WordFile) -> Any:
    try:
        return word.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        root: Any = OxmlElement("w:numbering")
        name = PackURI("/word/cchc-numbering.xml")
        part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return root


def _adapt(level: Any, styles: Mapping[str, str], own: set[str]) -> None:
    style = level.find(qn("w:pStyle"))
    if style is None:
        return
    if style.get(qn("w:val")) in own:
        for tag in ("pStyle", "pPr", "rPr"):
            for each in level.findall(qn(f"w:{tag}")):
                level.remove(each)
    else:
        style.set(qn("w:val"), styles[style.get(qn("w:val"))])
