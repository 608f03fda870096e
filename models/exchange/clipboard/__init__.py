"""Cells from and for other programs by way of the clipboard."""
