"""Text without tones and case, as models fold it."""

from models.folding import fold as fold
