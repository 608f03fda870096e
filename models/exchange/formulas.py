"""Formulas without a result: the streaming reader shows them as empty cells, which would lose them in silence."""

from typing import IO, Any
from xml.parsers import expat

_CHUNK = 2**18


def without_value(stream: IO[bytes]) -> frozenset[str]:
    """Return where a sheet's XML has formulas whose result was never computed, as B7.

    An empty text is a result. Programs that write formulas without computing them leave out the value."""
    scan = _Scan()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk)
    return frozenset(scan.found)


def has_formulas(stream: IO[bytes]) -> bool:
    """Return whether there is a formula at all: quick, since most workbooks have none."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        text = tail + chunk
        if any(mark in text for mark in (b"<f>", b"<f ", b"<f/", b":f>", b":f ")):
            return True
        tail = text[-3:]
    return False


class _Scan:
    """What the parser has seen of the cell that it is in."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self._at = ""
        self._is_text = self._has_formula = self._has_value = self._in_value = False

    def start(self, name: str, attributes: dict[str, Any]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "c":
            self._at, self._is_text = attributes.get("r", ""), attributes.get("t") == "str"
            self._has_formula = self._has_value = False
        elif tag == "f":
            self._has_formula = True
        elif tag == "v":
            self._in_value = True

    def end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "c" and self._has_formula and not self._has_value and not self._is_text:
            self.found.add(self._at)
        elif tag == "v":
            self._in_value = False

    def text(self, _: str) -> None:
        self._has_value = self._has_value or self._in_value
