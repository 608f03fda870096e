"""A unit's form of one quarter as a workbook: written to be filled in, and taken back."""
