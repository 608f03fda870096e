"""Text without tones and case, so that "dac toi" finds Đắc Tôi."""

import unicodedata


def fold(text: str) -> str:
    """Return the text in small letters without tone marks; đ becomes d."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
