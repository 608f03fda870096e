"""How wide a line of Times New Roman Bold is, to draw rules of the right length and to break lines evenly."""

import math
import unicodedata
from collections.abc import Sequence

POINT_MM = 25.4 / 72
_EM = 2048
_DEFAULT = 1366
# Advance widths of the metric-compatible Tinos Bold, in 1/2048 em; marks above and below letters add nothing.
_WIDTHS = {
    451: "|",
    512: " \N{NO-BREAK SPACE},.",
    569: "'/\\ilìíĩỉị",
    682: "!()-:;[]`fjt‘’",
    797: "IsÌÍĨỈỊ",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy«»–“”",
    1134: "ơ",
    1139: "Sbdhknpqu",
    1167: "+<=>×−",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W—…",
}
_OF_CHARACTER = {character: width for width, characters in _WIDTHS.items() for character in characters} | {"đ": 1139}
_TONES = {"\u0300", "\u0301", "\u0302", "\u0303", "\u0306", "\u0309", "\u0323"}


def width_mm(text: str, points: float) -> float:
    """Return the width of a bold line in millimetres."""
    return sum(map(_width, unicodedata.normalize("NFC", text))) * points / _EM * POINT_MM


def even_lines(text: str, points: float, available_mm: float) -> list[str]:
    """Break a text into as few lines as fit, as even as can be; a word is never broken."""
    return even_phrases(text.split(), points, available_mm)


def even_phrases(words: list[str], points: float, available_mm: float) -> list[str]:
    """Break a text between its phrases only, into as few lines as fit, as even as can be."""
    count = len(_greedy(words, points, available_mm))
    if count < 2:
        return _greedy(words, points, available_mm)
    narrow, wide = 0.0, available_mm
    while wide - narrow > 0.5:
        middle = (narrow + wide) / 2
        lines = _greedy(words, points, middle)
        fits = len(lines) <= count and all(width_mm(line, points) <= middle for line in lines)
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return _greedy(words, points, wide)


def rule_mm(lines: Sequence[str], points: float) -> float:
    """Return the length of a rule below lines: from a third to a half of each, where they are even."""
    widths = [width_mm(line, points) for line in lines]
    return min(max(0.4 * math.sqrt(min(widths) * max(widths)), max(widths) / 3), max(min(widths) / 2, max(widths) / 3))


def are_even(lines: Sequence[str], points: float) -> bool:
    """Return whether one rule can suit all lines: the shortest has two thirds of the longest."""
    widths = [width_mm(line, points) for line in lines]
    return 3 * min(widths) >= 2 * max(widths)


def _greedy(words: list[str], points: float, available_mm: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width_mm(f"{lines[-1]} {word}", points) <= available_mm:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _width(character: str) -> int:
    if character in _OF_CHARACTER:
        return _OF_CHARACTER[character]
    letter = "".join(mark for mark in unicodedata.normalize("NFD", character) if mark not in _TONES)
    return _OF_CHARACTER.get(unicodedata.normalize("NFC", letter), _DEFAULT)
