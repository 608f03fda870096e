"""Knows Vietnamese that was typed for an old font, whose letters only look right in that font: TCVN3 (.VnTime), VNI."""

import unicodedata

_SAMPLE = 50_000
_FEWEST_LETTERS = 20
_OWN = frozenset("đĐơƠưƯăĂ")
_SHARED = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ§«»°±×÷·")


def is_for_old_font(text: str) -> bool:
    """Whether a text has the letters of an old font and hardly any of those that only Vietnamese has in Unicode."""
    sample = unicodedata.normalize("NFC", text[:_SAMPLE])
    letters = sum(map(str.isalpha, sample))
    own = sum(letter in _OWN or "\u1ea0" <= letter <= "\u1ef9" for letter in sample)
    foreign = sum("\u00a1" <= letter <= "\u00ff" and letter not in _SHARED for letter in sample)
    return letters >= _FEWEST_LETTERS and foreign > letters // 10 and foreign > 5 * own
