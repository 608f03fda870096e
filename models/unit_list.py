"""Units out of a list of names, as it is pasted from Excel: one a line, with or without code, kind and superior."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from models.errors import KnownError
from models.folding import fold
from models.level import kind_of
from models.unit import Unit


def free_code(name: str, taken: Collection[str]) -> str:
    """Return a code made of a name's own words, without its kind: Xã Cà Dy is CADY; with a number where it is taken."""
    kind = kind_of(name)
    words, front = fold(name), fold(kind)
    at = f" {words} ".find(f" {front} ") if kind else -1
    own = re.sub(r"[^a-z0-9]", "", words[at + len(front) :] if at >= 0 else words)
    initials = "".join(word[0] for word in front.split())
    code = (own if re.search("[a-z]", own) else initials + own).upper() or "DV"
    return next(each for each in (code, *(f"{code}{number}" for number in range(2, 10_000))) if each not in taken)


def units_of_list(text: str, taken: Collection[str] = ()) -> list[Unit]:
    """Return the units of a list: the first stands above all others.

    Columns are parted by tabs: name, then code and kind where given. Raises KnownError for an empty list, a name that
    stands there twice, a code that is taken."""
    found: list[Unit] = []
    codes, names = set(taken), set[str]()
    for name, code, kind in _lines(text.splitlines()):
        if name in names:
            raise KnownError(f"Tên “{name}” có hai lần trong danh sách.")
        code = code or free_code(name, codes)
        if code in codes or ";" in code:
            raise KnownError(f"Mã {code} của “{name}” đã có hoặc không dùng được; hãy chọn mã khác.")
        names.add(name)
        codes.add(code)
        found.append(Unit(code, name, kind or kind_of(name), found[0].code if found else None))
    if not found:
        raise KnownError("Danh sách chưa có tên đơn vị nào.")
    return found


def _lines(lines: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    for line in lines:
        cells = [" ".join(unicodedata.normalize("NFC", cell).split()) for cell in line.split("\t")]
        name, code, kind = [*cells, "", ""][:3]
        if name:
            yield name, code, kind
