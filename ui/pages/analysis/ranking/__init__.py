"""Xếp hạng: the units for one indicator."""
