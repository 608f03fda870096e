"""Native Word charts, each editable with a small workbook of its own and legible in black and white."""
