"""Xu hướng: an indicator through the year."""
