"""Lengths on paper. The unit is a tenth of a point: letters of whole units stand as exactly as they are printed."""

PER_POINT = 10.0
PER_MM = PER_POINT * 72 / 25.4
PER_INCH = PER_POINT * 72
