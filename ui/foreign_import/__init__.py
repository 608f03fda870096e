"""Taking in a table of another program: what it is, what of it is taken, and what is not."""
