"""Text without tones and case, so that "dac toi" finds Đắc Tôi."""

import unicodedata


class _Marks(dict[int, int | None]):
    """What each letter becomes: nothing where it is a mark upon another."""

    def __missing__(self, letter: int) -> int | None:
        found = self[letter] = None if unicodedata.combining(chr(letter)) else letter
        return found


_MARKS = _Marks()


def fold(text: str) -> str:
    """Return the text in small letters without tone marks; đ becomes d."""
    return unicodedata.normalize("NFD", text.lower().replace("đ", "d")).translate(_MARKS)
