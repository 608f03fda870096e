"""The form outside the program: printed, or written as a workbook to fill."""
