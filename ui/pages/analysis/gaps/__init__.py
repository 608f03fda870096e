"""Chênh lệch: a bar from the target line for every indicator."""
