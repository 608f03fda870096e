"""The submission as a whole: sent, returned, taken in, opened again; the board of all units."""
