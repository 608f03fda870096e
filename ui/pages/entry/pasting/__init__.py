"""Taking in a block from the clipboard: laid on the grid, read, asked about, shown before it is written."""
